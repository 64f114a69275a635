import type { Programme } from "../programmes/index.ts";
import type { Delivery } from "./model.ts";
import { firmFileName } from "./file-name.ts";
import { nominationDigest } from "./included-nomination.ts";
import type { PreparedReport } from "./prepare-report.ts";
import { entersContest } from "./report-selection.ts";
import { rowCountOf } from "./report-values.ts";
import type { ReportData } from "./report-values.ts";

type Entry = PreparedReport["selection"]["entries"][number];

/** One file of a report. */
export type ReportSheet = {
  readonly entries: readonly Entry[];
  readonly caseCount: number;
  readonly data: ReportData;
  readonly fileName: string;
};

export const wholeSheet = ({
  selection: { entries, caseCount },
  data,
  fileName,
}: PreparedReport): ReportSheet => ({ entries, caseCount, data, fileName });

/** A form about one firm is filled once for each firm. */
export const firmSheets = (
  programme: Programme,
  { selection, data, fileName: wholeName }: PreparedReport,
  chosen: ReadonlySet<string>,
): readonly ReportSheet[] => {
  const taken = new Set<string>();
  let nextRow = 0;
  return selection.entries.flatMap((entry) => {
    const { id, registeredName } = entry.nomination;
    const firstRow = nextRow;
    nextRow += rowCountOf(programme, entry);
    if (!chosen.has(id)) return [];
    const caseCount = entersContest(programme, entry.nomination) ? 1 : 0;
    let fileName = firmFileName(wholeName, registeredName);
    // Two firms may bear one name.
    if (taken.has(fileName)) fileName = firmFileName(fileName, id);
    taken.add(fileName);
    return {
      entries: [entry],
      caseCount,
      data: {
        scalars: {
          ...data.scalars,
          "report.count": 1,
          "report.caseCount": caseCount,
        },
        rows: data.rows.slice(firstRow, nextRow),
      },
      fileName,
    };
  });
};

/** Drops findings about the target and the list, which sheets of single firms do not need. */
export const firmIssues = (
  { issues }: Pick<PreparedReport, "issues">,
  chosen: ReadonlySet<string>,
): PreparedReport["issues"] =>
  issues.filter(({ nominationId, amount }) =>
    nominationId === null ? amount === undefined : chosen.has(nominationId),
  );

export type FirmState = {
  readonly id: string;
  readonly name: string;
  readonly society: string;
  /** Its latest sheet; null when none was made. */
  readonly latest: Pick<Delivery, "deliveryState" | "madeAt" | "sentAt"> | null;
  /** The sheet would say something else now. */
  readonly isChanged: boolean;
};

/** The progress of each firm of the report, in its order. */
export const firmStates = (
  programme: Programme,
  { selection }: PreparedReport,
  deliveries: ReadonlyArray<
    Pick<Delivery, "id" | "deliveryState" | "madeAt" | "sentAt" | "included">
  >,
): readonly FirmState[] => {
  const inOrder = deliveries.toSorted((a, b) => Number(a.id) - Number(b.id));
  return selection.entries.map((entry) => {
    const { id, registeredName: name, society } = entry.nomination;
    const rowOf = ({ included }: Pick<Delivery, "included">) =>
      included.find(({ nominationId }) => nominationId === id);
    const latest = inOrder.findLast((one) => rowOf(one)) ?? null;
    const digest = latest && rowOf(latest)?.nominationDigest;
    const isChanged = !!digest && digest !== nominationDigest(programme, entry);
    return { id, name, society, latest, isChanged };
  });
};
