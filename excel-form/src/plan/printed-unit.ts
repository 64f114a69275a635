import { keyInfo } from "../map/vocabulary.ts";
import type { Placement } from "../map/schema.ts";
import { mergeAt } from "./placed-cells.ts";
import { toAddress } from "../xlsx/formula/address.ts";
import type { FormSheet } from "../xlsx/sheet/form-model.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

const FACTORS: Readonly<Record<string, number>> = {
  千: 1000,
  万: 10_000,
  百万: 1_000_000,
  億: 100_000_000,
};
const UNIT = /(百万|[千万億])?円/;
/** Above a table: 「（単位：千円）」. */
const OF_SHEET = /単位[\s:：]*([百千万億]*円)/;
/** 「#,##0,」 shows thousands by itself. */
const SCALE = /[0#](,+)(?![0#,])/;

export type PrintedUnit = { readonly unit: string; readonly per: number };

/** The unit that is printed for an amount of money: in the cell, beside it, in its heading or for the whole sheet. */
export const printedUnit = (
  vocabulary: Vocabulary,
  sheet: FormSheet,
  row: number,
  column: number,
  placement: Placement,
): PrintedUnit | null => {
  const isMoney = placement.key
    .split("+")
    .some((key) => keyInfo(vocabulary, key).shape === "money");
  if (!isMoney) return null;
  const textAt = (r: number, c: number) =>
    sheet.cells.get(toAddress(r, c))?.text ?? "";
  /** The nearest texts to the left or above. */
  const before = (end: number, at: (n: number) => string): string[] =>
    Array.from({ length: end - 1 }, (_, n) => at(end - 1 - n)).filter(Boolean);
  const format =
    sheet.cells.get(toAddress(row, column))?.style.numberFormat ?? "";
  const { right } = mergeAt(sheet, row, column) ?? { right: column };
  const words = [
    placement.text,
    textAt(row, column),
    format,
    textAt(row, right + 1),
    placement.near?.left,
    placement.near?.above,
    ...before(column, (c) => textAt(row, c)).slice(0, 1),
    ...before(row, (r) => textAt(r, column)).slice(0, 2),
    ...[...sheet.cells.values()].map(({ text }) => OF_SHEET.exec(text)?.[1]),
  ];
  const found = words.map((word) => UNIT.exec(word ?? "")).find(Boolean);
  if (!found) return null;
  const commas = SCALE.exec(format)?.[1] ?? "";
  const factor = FACTORS[found[1] ?? ""] ?? 1;
  return { unit: found[0], per: factor / 1000 ** commas.length };
};
