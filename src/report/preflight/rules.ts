import type { PlacedCell } from "../placed-cells.ts";
import type { CellValue } from "../plan.ts";
import { containsCell } from "../sheet/address.ts";
import type { Validation } from "../sheet/form-model.ts";
import { toDayNumber } from "./day-number.ts";

const ruleAt = ({ sheet, row, column }: PlacedCell): Validation | undefined =>
  sheet.validations.find(
    ({ type, ranges }) =>
      type !== "none" &&
      ranges.some((range) => containsCell(range, row, column)),
  );

/** Only plain numbers and `DATE(2025,4,1)`: what depends on other cells is Excel's to judge. */
const limitOf = (formula: string): number | null => {
  if (/^-?\d+(?:\.\d+)?$/.test(formula)) return Number(formula);
  const date = /^DATE\((\d{4}),(\d{1,2}),(\d{1,2})\)$/i.exec(formula);
  return date
    ? toDayNumber(Number(date[1]), Number(date[2]), Number(date[3]))
    : null;
};

const measure = (type: Validation["type"], value: CellValue): number | null => {
  if (type === "textLength") {
    return value.kind === "text" ? [...value.text].length : null;
  }
  if (value.kind === "number") return value.number;
  if (value.kind !== "date") return null;
  const [year = 0, month = 1, day = 1] = value.iso.split("-").map(Number);
  return toDayNumber(year, month, day);
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

const breaksLimits = (rule: Validation, value: CellValue): boolean => {
  const { type, operator, formula1, formula2 } = rule;
  if (type === "list" || type === "custom" || type === "time") return false;
  const measured = measure(type, value);
  // A text where the rule wants a number breaks it as surely as a wrong number.
  if (measured === null) return type !== "textLength" && value.kind === "text";
  if (type === "whole" && !Number.isInteger(measured)) return true;
  const first = limitOf(formula1);
  if (first === null) return false;
  const needsTwo = operator === "between" || operator === "notBetween";
  const second = needsTwo ? limitOf(formula2) : 0;
  return second !== null && !COMPARE[operator](measured, first, second);
};

const wordsOf = (value: CellValue): string | null => {
  if (value.kind === "text") return value.text;
  return value.kind === "number" ? String(value.number) : null;
};

/** The cell's own rule that the value breaks, as far as it can be known without calculating. */
export const findBrokenRule = (
  place: PlacedCell,
  value: CellValue,
): BrokenRule | null => {
  const rule = ruleAt(place);
  if (!rule) return null;
  const { prompt, list } = rule;
  const words = wordsOf(value);
  if (rule.type === "list") {
    return list && words !== null && !list.includes(words)
      ? { kind: "list", prompt }
      : null;
  }
  return breaksLimits(rule, value) ? { kind: "other", prompt } : null;
};
