import { DATE_CODES, parseAppRecord } from "../../apps/records.ts";
import type { AppRecord } from "../../apps/records.ts";
import { labelOf, SERVICE_DAY } from "../../domain/cycle.ts";
import {
  parseDatesToConfirm,
  toDatesToConfirm,
} from "../../domain/dates-to-confirm.ts";
import { closedDaysOf } from "../../domain/edition-deadlines.ts";
import type { MilestoneId } from "../../domain/model.ts";
import { otherOpenEditions } from "../../domain/open-editions.ts";
import {
  confirmedIds,
  datedIds,
  listOpenPoints,
} from "../../domain/open-points.ts";
import type { OpenPoint } from "../../domain/open-points.ts";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { Answer, FeatureContext } from "../../feature-kit/feature.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import type { PageEvent, PageRecord } from "../../kintone/page-api.ts";
import { isIn } from "../../kintone/query.ts";
import { messages } from "./messages.ts";
import type { OpenPointMessages } from "./messages.ts";
import { renderOpenPoints } from "./view.ts";

type Context = FeatureContext<OpenPointMessages>;
type Edition = AppRecord<"editions">;

const SPACE = "suisenOpenPoints";

const listOthers = async (
  { gateway }: Context,
  edition: Pick<Edition, "id" | "programme">,
): Promise<string[]> => {
  const open = await gateway.listRecords("editions", {
    fields: ["name", "editionState", "programme"],
    condition: isIn("editionState", ["募集中"]),
  });
  return otherOpenEditions(edition, open).map(({ name }) => name);
};

const pointsOf = (
  { programme, clock, settings, visit }: Context,
  otherOpen: readonly string[],
): OpenPoint[] => {
  const edition = visit.read("editions");
  const closed = settings.closedDays.map(({ date }) => date);
  return listOpenPoints(programme, edition, {
    today: clock.today(),
    closedDays: closedDaysOf(edition, closed),
    // An edition that is open already is reported by 点検.
    otherOpen: edition.editionState === "準備中" ? otherOpen : [],
  });
};

const confirmIn = (
  { programme }: Context,
  record: PageRecord,
  isStillOpen: (id: MilestoneId) => boolean,
): void => {
  const field = record.datesToConfirm;
  if (field === undefined) return;
  const ids = parseDatesToConfirm(
    String(field.value ?? ""),
    confirmedIds(programme),
  );
  field.value = toDatesToConfirm(ids.filter(isStillOpen));
};

const showPoints = async (context: Context): Promise<void> => {
  const { page, visit, t, programme } = context;
  page.setFieldShown("datesToConfirm", false);
  const { addRecord } = await page.fetchAppRights();
  page.setFieldShown(SPACE, addRecord);
  if (!addRecord) return;
  let others: readonly string[] = [];
  const isEditing = visit.kind !== "detail";
  const root = showPanel(context, SPACE, "edition-open-points", () =>
    renderOpenPoints({
      t,
      programme,
      points: pointsOf(context, others),
      onConfirm: isEditing
        ? (confirmed) =>
            visit.changeForm((record) =>
              confirmIn(context, record, (id) => id !== confirmed),
            )
        : null,
    }),
  );
  if (root === null) return;
  const found = await listOthers(context, visit.read("editions"));
  others = found;
  visit.replace(visit.record());
};

/** A copy of last year's edition has its dates and its state; both begin anew. */
const beginCopy = async (context: Context, event: PageEvent): Promise<void> => {
  const { record } = event;
  if (event.reuse === true && record !== undefined) {
    const edition = parseAppRecord("editions", record);
    if (record.editionState) record.editionState.value = "準備中";
    // The history is that of the other edition; so is what it still has to announce.
    if (record.changes) record.changes.value = [];
    if (record.changeOwed) record.changeOwed.value = "";
    if (record.datesToConfirm)
      record.datesToConfirm.value = toDatesToConfirm(
        datedIds(context.programme, edition),
      );
    context.visit.replace(record);
    void context.page.notify("INFO", context.t("copied"));
  }
  await showPoints(context);
};

/** A date that somebody typed is one that somebody has looked at. */
const takeTyped = (context: Context, event: PageEvent): void => {
  const code = event.type.split(".").at(-1) ?? "";
  if (event.record === undefined) return;
  confirmIn(context, event.record, (id) => ![id, `${id}Date`].includes(code));
};

const isOpening = async (
  { gateway }: Context,
  edition: Edition,
  { recordId }: PageEvent,
): Promise<boolean> => {
  if (edition.editionState !== "募集中") return false;
  if (recordId === undefined) return true;
  const saved = await gateway.fetchRecord("editions", String(recordId));
  return saved.editionState !== "募集中";
};

const checkSave = async (
  context: Context,
  event: PageEvent,
): Promise<Answer> => {
  const { programme, t } = context;
  if (event.record === undefined) return undefined;
  const read = parseAppRecord("editions", event.record);
  const edition = { ...read, id: String(event.recordId ?? "") };
  if (!(await isOpening(context, edition, event))) return undefined;
  const unconfirmed = parseDatesToConfirm(
    edition.datesToConfirm,
    confirmedIds(programme),
  );
  if (unconfirmed.length > 0) {
    const names = unconfirmed.map((id) => labelOf(programme, id)[t.language]);
    return t("unconfirmed", { names: names.join("、") });
  }
  const others = await listOthers(context, edition);
  return others.length === 0
    ? undefined
    : t("otherOpen", { names: others.join("、") });
};

/** まだ確認していないこと: live while an edition is typed, and a bar to opening it. */
export const editionOpenPoints = defineFeature({
  id: "edition-open-points",
  apps: ["editions"],
  devices: ["desktop"],
  messages,
  on: {
    "record.create": beginCopy,
    "record.edit": showPoints,
    "record.detail": showPoints,
    "record.change": {
      fields: [
        ...DATE_CODES,
        SERVICE_DAY,
        "editionState",
        "fiscalYear",
        "threshold",
        "target",
        "checklist",
        "checklistStatus",
      ],
      handle: takeTyped,
    },
    "record.submit": checkSave,
  },
});
