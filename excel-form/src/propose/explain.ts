import type { Message } from "../words/message.ts";
import type { SheetProposal } from "./choose-sheets.ts";
import type { LeftCell } from "./claims.ts";

/** Which rule placed a value in a cell, or left the cell open. */
export type Explanation = {
  readonly sheet: string;
  readonly cell: string;
  readonly rule: string;
  readonly effect: "places" | "leaves";
  /** The value that was placed, or would have been. */
  readonly key?: string;
  readonly reason: Message;
};

const NO_REASON: Message = { ja: "", en: "" };

/** Cell by cell, those that take a value first. */
export const explain = (
  sheets: readonly SheetProposal[],
  left: readonly LeftCell[],
): readonly Explanation[] => [
  ...sheets.flatMap(({ cells }) =>
    cells.map(({ entry, rule }) => ({
      sheet: entry.sheet,
      cell: entry.cell,
      rule: rule.name,
      effect: rule.effect,
      key: entry.key,
      reason: entry.reason ?? NO_REASON,
    })),
  ),
  ...sheets.flatMap(({ sheet, list, columns }) =>
    columns.map(({ entry, rule }) => ({
      sheet,
      cell: `${entry.column}${(list?.firstRow ?? 1) + entry.subrow}`,
      rule: rule.name,
      effect: rule.effect,
      key: entry.key,
      reason: entry.reason ?? NO_REASON,
    })),
  ),
  ...left.map(({ open, rule }) => ({
    sheet: open.sheet,
    cell: open.cell,
    rule: rule.name,
    effect: rule.effect,
    ...(open.key !== undefined && { key: open.key }),
    reason: open.reason,
  })),
];
