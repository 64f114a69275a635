import { checkMessages as messages } from "./check-messages.ts";
import { warn } from "./issues.ts";
import type { FormIssue } from "./issues.ts";
import type { PlacedCell } from "../plan/placed-cells.ts";
import { printedUnit } from "../plan/printed-unit.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

/** Money that would be written in yen where the form prints 千円, or the other way round. */
export const checkUnits = (
  vocabulary: Vocabulary,
  cells: readonly PlacedCell[],
): FormIssue[] => {
  // All cells of a column are under the same heading.
  const seen = new Set<string>();
  return cells.flatMap(({ sheet, address, row, column, placement }) => {
    const { key, per = 1, near } = placement;
    const about = [sheet.name, column, near?.left, near?.above].join();
    if (seen.has(about)) return [];
    const printed = printedUnit(vocabulary, sheet, row, column, placement);
    if (printed !== null) seen.add(about);
    if (printed === null || printed.per === per) return [];
    const at = { sheet: sheet.name, cell: address };
    const message = messages.otherUnit({ ...at, unit: printed.unit });
    return [warn("other-unit", message, { ...at, key })];
  });
};
