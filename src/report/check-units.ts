import { checkMessages as messages } from "./check-messages.ts";
import { warn } from "./issues.ts";
import type { FormIssue } from "./issues.ts";
import { keysOf } from "./map/key-list.ts";
import type { ReportMap } from "./map/schema.ts";
import { nearTexts, toIsFilled } from "./near.ts";
import type { PlacedCell } from "./placed-cells.ts";
import { printedUnit } from "./printed-unit.ts";
import { toSlotGrid } from "./propose/slot-grid.ts";

/** Money that would be written in yen where the form prints 千円, or the other way round. */
export const checkUnits = (
  map: ReportMap,
  cells: readonly PlacedCell[],
): FormIssue[] => {
  // All cells of a column are under the same heading.
  const seen = new Set<string>();
  return cells.flatMap(({ sheet, address, row, column, placement }) => {
    const { key, per = 1, near } = placement;
    const about = [sheet.name, key, JSON.stringify(near)].join(" ");
    if (!keysOf(placement).includes("business.capital") || seen.has(about)) {
      return [];
    }
    seen.add(about);
    const grid = toSlotGrid(sheet);
    const isFilled = toIsFilled(map, sheet.name);
    const found = nearTexts(grid, row, column, isFilled);
    const printed = printedUnit(grid, row, column, placement, found);
    if (printed === null || printed.per === per) return [];
    const at = { sheet: sheet.name, cell: address };
    const message = messages.otherUnit({ ...at, unit: printed.unit });
    return [warn("other-unit", message, { ...at, key })];
  });
};
