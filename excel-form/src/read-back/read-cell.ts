import { keyInfo } from "../map/vocabulary.ts";
import type { ValueKey, Vocabulary } from "../map/vocabulary.ts";
import { keysOf } from "../map/key-list.ts";
import type { Value } from "../map/report-data.ts";
import type { Placement } from "../map/schema.ts";
import { nearWords } from "../near/near.ts";
import type { FormCell } from "../xlsx/sheet/form-model.ts";
import { isGeneralFormat } from "../xlsx/sheet/number-formats.ts";
import { findChosen, sameMark } from "../values/marks.ts";
import { typedAmount, typedNumber } from "../values/numbers.ts";
import {
  restoreCharacterForms,
  readPattern,
  valueFromText,
} from "../values/read-pattern.ts";

/** Excel shortens long numbers on the screen: a corporate number is read from the value. */
export const cellText = ({ value, text, style }: FormCell): string => {
  if (typeof value === "string") return value;
  return typeof value === "number" && isGeneralFormat(style.numberFormat)
    ? String(value)
    : text;
};

const fromMarks = (
  marks: NonNullable<Placement["marks"]>,
  text: string,
): string =>
  Object.entries(marks).find(
    ([name, mark]) => sameMark(mark, text) && name !== "yes" && name !== "no",
  )?.[0] ?? text;

const numberFrom = (
  vocabulary: Vocabulary,
  key: ValueKey,
  cell: FormCell,
  per: number,
): Value => {
  const { value } = cell;
  if (typeof value === "number") return typedNumber(value, per);
  const text = cellText(cell);
  // 「3万円」 for a count is no number but a mistake to look at.
  const amount =
    keyInfo(vocabulary, key).shape === "money" ? typedAmount(text) : null;
  return amount ?? typedNumber(text, per) ?? text;
};

const single = (
  vocabulary: Vocabulary,
  key: ValueKey,
  cell: FormCell,
  { choose, marks, format, per = 1 }: Placement,
): Value => {
  const text = restoreCharacterForms(vocabulary, key, cellText(cell), format);
  // A word may be printed with its characters apart.
  if (choose) return findChosen(text, choose)?.replace(/\s/g, "") ?? null;
  if (marks) return fromMarks(marks, text);
  const { type, shape } = keyInfo(vocabulary, key);
  if (type === "date")
    return cell.date?.slice(0, 10) ?? valueFromText(vocabulary, key, text);
  return type === "number" && shape !== "fiscalYear"
    ? numberFrom(vocabulary, key, cell, per)
    : valueFromText(vocabulary, key, text);
};

/** The words of the blank; over a printed 「0」 any other number was written. */
export const readsAsPrinted = (cell: FormCell, { near }: Placement): boolean =>
  near?.own !== undefined &&
  (!/^[#.,]+$/.test(near.own) || Number(cellText(cell)) === 0) &&
  nearWords(cellText(cell)) === near.own;

/** The cell still reads as it does on the blank. */
export const isUntouched = (cell: FormCell, placement: Placement): boolean =>
  placement.choose === undefined && readsAsPrinted(cell, placement);

/** The values of one cell that takes them whole; parts of a value are put together elsewhere. */
export const readCell = (
  vocabulary: Vocabulary,
  cell: FormCell | undefined,
  placement: Placement,
): ReadonlyMap<ValueKey, Value> => {
  if (!cell || cell.value === null || isUntouched(cell, placement)) {
    return new Map();
  }
  const keys = keysOf(vocabulary, placement);
  const [key] = keys;
  const pattern =
    placement.text ??
    (keys.length > 1 ? keys.map((k) => `{${k}}`).join("\u3000") : undefined);
  if (pattern !== undefined) {
    return readPattern(vocabulary, pattern, cellText(cell), placement.per);
  }
  return key === undefined
    ? new Map()
    : new Map([[key, single(vocabulary, key, cell, placement)]]);
};
