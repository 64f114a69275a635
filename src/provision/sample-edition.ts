import type { WritableRecordOf } from "../app-kit/record-type.ts";
import type { editions } from "../apps/index.ts";
import type { IsoDate } from "excel-form";
import { fiscalYearOf } from "../domain/fiscal-year.ts";
import { findChecklist, type Programme } from "../programmes/index.ts";
import type { Connection } from "./connect/connection.ts";
import type { Step } from "./plan/step.ts";
import type { ActualSite } from "./site/actual.ts";

/** The preset items as rows of an edition; `checklistStatus` has to say whose they are. */
export const toChecklistRows = (programme: Programme) =>
  findChecklist(programme).items.map(({ id, area, text, points }) => ({
    itemId: id,
    itemArea: programme.areas.find((one) => one.id === area)?.name.ja ?? "",
    itemText: text,
    itemPoints: points,
  }));

/**
 * This year's edition with the sample checklist; dates and sender stay blank. An administrator
 * outside the federation may not write 目標件数; kintone enters the field's default.
 */
const createSampleEdition = (
  programme: Programme,
  today: IsoDate,
): WritableRecordOf<typeof editions> => {
  const { id, name, threshold } = programme;
  const fiscalYear = fiscalYearOf(today);
  return {
    name: `${name} ${fiscalYear}`,
    programme: id,
    fiscalYear,
    editionState: "準備中",
    ...(threshold !== null && { threshold }),
    checklistStatus: findChecklist(programme).status,
    checklist: toChecklistRows(programme),
  };
};

const hasEdition = async (
  { client }: Connection,
  { apps }: ActualSite,
): Promise<boolean> => {
  const { editions } = apps;
  if (editions === undefined || !editions.isLive) return false;
  const { records } = await client.record.getRecords({
    app: editions.id,
    fields: ["name"],
    query: "limit 1",
  });
  return records.length > 0;
};

/** A first edition to begin with; nothing where somebody has entered one. */
export const planSampleEdition = async (
  connection: Connection,
  programme: Programme,
  actual: ActualSite,
  today: IsoDate,
): Promise<Step[]> =>
  (await hasEdition(connection, actual))
    ? []
    : [
        {
          kind: "add-edition",
          app: "editions",
          edition: createSampleEdition(programme, today),
        },
      ];
