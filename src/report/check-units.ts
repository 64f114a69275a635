import { checkMessages as messages } from "./check-messages.ts";
import { warn } from "./issues.ts";
import type { FormIssue } from "./issues.ts";
import { keysOf } from "./map/key-list.ts";
import type { ReportMap } from "./map/schema.ts";
import { nearTexts, toIsFilled } from "./near.ts";
import type { PlacedCell } from "./placed-cells.ts";
import { toSlotGrid } from "./propose/slot-grid.ts";
import type { FormSheet } from "./sheet/form-model.ts";

const UNITS: Readonly<Record<string, number>> = {
  円: 1,
  千円: 1000,
  万円: 10_000,
  百万円: 1_000_000,
  億円: 100_000_000,
};
const SCALE = /[0#](,+)(?![0#,])/;
const UNIT = /(?:百万|[千万億])?円/;

/** Above a table: 「（単位：千円）」. */
const ofWholeSheet = (sheet: FormSheet): string | undefined => {
  for (const { text } of sheet.cells.values()) {
    const unit = /単位\s*[:：]?\s*((?:百万|[千万億])?円)/.exec(text)?.[1];
    if (unit !== undefined) return unit;
  }
  return undefined;
};

/** The unit that is printed for this cell: in it, beside it, in its heading or for the whole sheet. */
const unitAt = (map: ReportMap, place: PlacedCell): string | undefined => {
  const { sheet, row, column, cell, placement } = place;
  const grid = toSlotGrid(sheet);
  const slot = grid.at(row, column);
  const { left, above } = nearTexts(
    grid,
    row,
    column,
    toIsFilled(map, sheet.name),
  );
  const words = [
    placement.text,
    cell?.text,
    cell?.style.numberFormat,
    grid.at(row, slot.right + 1).text,
    left,
    above,
  ];
  return (
    words.map((word) => UNIT.exec(word ?? "")?.[0]).find(Boolean) ??
    ofWholeSheet(sheet)
  );
};

/** Money that would be written in yen where the form prints 千円, or the other way round. */
export const checkUnits = (
  map: ReportMap,
  cells: readonly PlacedCell[],
): FormIssue[] => {
  // All cells of a column are under the same heading.
  const seen = new Set<unknown>();
  return cells.flatMap((place) => {
    const { sheet, address, cell, placement } = place;
    const { key, per = 1, near } = placement;
    const about = `${sheet.name} ${key} ${JSON.stringify(near)}`;
    if (!keysOf(placement).includes("business.capital") || seen.has(about)) {
      return [];
    }
    seen.add(about);
    const unit = unitAt(map, place);
    // 「#,##0,」 shows thousands by itself.
    const commas = SCALE.exec(cell?.style.numberFormat ?? "")?.[1] ?? "";
    const printed = UNITS[unit ?? ""];
    if (unit === undefined || printed === per * 1000 ** commas.length)
      return [];
    const where = { sheet: sheet.name, cell: address };
    return [
      warn("other-unit", messages.otherUnit({ ...where, unit }), {
        ...where,
        key,
      }),
    ];
  });
};
