import type { CellValue } from "../xlsx/sheet/cell-value.ts";
import type { PlacedCell } from "../plan/placed-cells.ts";
import { memoOf } from "../ground/memo.ts";
import { containsCell } from "../xlsx/formula/address.ts";
import type { Validation } from "../xlsx/sheet/form-model.ts";
import { toSerial } from "../xlsx/sheet/serial-date.ts";

/** Found once for each cell: a list writes ten thousand records into its last row. */
const ruleAt = memoOf(
  ({ sheet, row, column }: PlacedCell): Validation | null =>
    sheet.validations.find(
      ({ type, ranges }) =>
        type !== "none" &&
        ranges.some((range) => containsCell(range, row, column)),
    ) ?? null,
);

/** Only plain numbers and `DATE(2025,4,1)`: what depends on other cells is Excel's to judge. */
const limitOf = (formula: string, is1904: boolean): number | null => {
  const plain = formula.replace(/\s/g, "");
  if (/^[+-]?\d*\.?\d+(?:E[+-]?\d+)?$/i.test(plain)) return Number(plain);
  const date = /^DATE\((\d{4}),(\d{1,2}),(\d{1,2})\)$/i.exec(plain);
  const iso = date?.slice(1).map((part) => part.padStart(2, "0"));
  return iso ? toSerial(iso.join("-"), is1904) : null;
};

const scalarTextOf = (value: CellValue): string | null => {
  if (value.kind === "text") return value.text;
  return value.kind === "number" ? String(value.number) : null;
};

const measure = (
  type: Validation["type"],
  value: CellValue,
  is1904: boolean,
): number | null => {
  if (type === "textLength") return scalarTextOf(value)?.length ?? null;
  if (value.kind === "number") return value.number;
  return value.kind === "date" ? toSerial(value.iso, is1904) : null;
};

const COMPARE: Readonly<
  Record<Validation["operator"], (n: number, a: number, b: number) => boolean>
> = {
  between: (n, a, b) => n >= a && n <= b,
  notBetween: (n, a, b) => n < a || n > b,
  equal: (n, a) => n === a,
  notEqual: (n, a) => n !== a,
  lessThan: (n, a) => n < a,
  lessThanOrEqual: (n, a) => n <= a,
  greaterThan: (n, a) => n > a,
  greaterThanOrEqual: (n, a) => n >= a,
};

export type BrokenRule = {
  readonly kind: "list" | "other";
  readonly prompt: string;
};

const breaksLimits = (
  rule: Validation,
  value: CellValue,
  is1904: boolean,
): boolean => {
  const { type, operator, formula1, formula2 } = rule;
  if (type === "list" || type === "custom" || type === "time") return false;
  const measured = measure(type, value, is1904);
  // A text where the rule wants a number breaks it as surely as a wrong number.
  if (measured === null) return type !== "textLength" && value.kind === "text";
  if (type === "whole" && !Number.isInteger(measured)) return true;
  const first = limitOf(formula1, is1904);
  if (first === null) return false;
  const needsTwo = operator === "between" || operator === "notBetween";
  const second = needsTwo ? limitOf(formula2, is1904) : 0;
  return second !== null && !COMPARE[operator](measured, first, second);
};

/** The cell's own rule that the value breaks, as far as it can be known without calculating. */
export const findBrokenRule = (
  place: PlacedCell,
  value: CellValue,
  is1904: boolean,
): BrokenRule | null => {
  const rule = ruleAt(place);
  if (!rule) return null;
  const { prompt, list } = rule;
  const words = scalarTextOf(value);
  if (rule.type === "list") {
    return list && words !== null && !list.includes(words)
      ? { kind: "list", prompt }
      : null;
  }
  return breaksLimits(rule, value, is1904) ? { kind: "other", prompt } : null;
};
