import { keysOf } from "./map/key-list.ts";
import type { Placement } from "./map/schema.ts";
import type { SlotGrid } from "./propose/slot-grid.ts";
import type { FormSheet } from "./sheet/form-model.ts";

const UNITS: Readonly<Record<string, number>> = {
  円: 1,
  千円: 1000,
  万円: 10_000,
  百万円: 1_000_000,
  億円: 100_000_000,
};
const UNIT = /(?:百万|[千万億])?円/;
/** 「#,##0,」 shows thousands by itself. */
const SCALE = /[0#](,+)(?![0#,])/;

/** Above a table: 「（単位：千円）」. */
const ofWholeSheet = (sheet: FormSheet): string | undefined => {
  for (const { text } of sheet.cells.values()) {
    const unit = /単位\s*[:：]?\s*((?:百万|[千万億])?円)/.exec(text)?.[1];
    if (unit !== undefined) return unit;
  }
  return undefined;
};

export type PrintedUnit = { readonly unit: string; readonly per: number };

/** The unit that is printed for an amount of money: in the cell, beside it, in its heading or for the whole sheet. */
export const printedUnit = (
  grid: SlotGrid,
  row: number,
  column: number,
  placement: Placement,
  near: Placement["near"],
): PrintedUnit | null => {
  if (!keysOf(placement).includes("business.capital")) return null;
  const slot = grid.at(row, column);
  const words = [
    placement.text,
    slot.text,
    slot.numberFormat,
    grid.at(row, slot.right + 1).text,
    near?.left,
    near?.above,
  ];
  const unit =
    words.map((word) => UNIT.exec(word ?? "")?.[0]).find(Boolean) ??
    ofWholeSheet(grid.sheet);
  const commas = SCALE.exec(slot.numberFormat)?.[1] ?? "";
  const per = UNITS[unit ?? ""];
  return unit === undefined || per === undefined
    ? null
    : { unit, per: per / 1000 ** commas.length };
};
