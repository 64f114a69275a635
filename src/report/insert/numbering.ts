import type { StoredValue } from "../sheet/stored-value.ts";

/** Content of entry `index` (from 0) in a column that counts. */
export type Numbering = (index: number) => string | number;

const toHalfWidth = (digits: string): string =>
  digits.replace(/[０-９]/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) - 0xfee0),
  );

const toFullWidth = (digits: string): string =>
  digits.replace(/\d/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
  );

/** ① to ㊿ lie in three blocks. */
const CIRCLED: ReadonlyArray<readonly [number, number, number]> = [
  [0x2460, 1, 20],
  [0x3251, 21, 35],
  [0x32b1, 36, 50],
];

const parseCircled = (text: string): number | null => {
  const code = text.charCodeAt(0);
  const block = CIRCLED.find(
    ([start, from, to]) => code >= start && code <= start + to - from,
  );
  return block && text.length === 1 ? code - block[0] + block[1] : null;
};

const toCircled = (number: number): string => {
  const block = CIRCLED.find(([, from, to]) => number >= from && number <= to);
  return block
    ? String.fromCharCode(block[0] + number - block[1])
    : `(${number})`;
};

type Counted = { number: number; write: (number: number) => string | number };

/** `3`, `３`, `No.3`, `(3)`, `③`: one number with the same words around it. */
const parseCounted = (value: StoredValue): Counted | null => {
  if (typeof value === "number") {
    return { number: value, write: (number) => number };
  }
  if (typeof value !== "string") return null;
  const circled = parseCircled(value);
  if (circled !== null) return { number: circled, write: toCircled };
  const match = /^([^\d０-９]{0,6})([\d０-９]{1,4})([^\d０-９]{0,4})$/.exec(
    value,
  );
  if (!match) return null;
  const [, before = "", digits = "", after = ""] = match;
  const half = toHalfWidth(digits);
  return {
    number: Number(half),
    write: (number) => {
      const text = String(number).padStart(
        half.startsWith("0") ? half.length : 1,
        "0",
      );
      return before + (half === digits ? text : toFullWidth(text)) + after;
    },
  };
};

/**
 * Finds out whether pre-drawn entries are numbered, from what stands in one
 * column of each of them. A single entry counts only when it says 1.
 */
export const findNumbering = (
  values: readonly StoredValue[],
): Numbering | null => {
  const counted = values.map(parseCounted);
  const [first, second] = counted;
  if (!first) return null;
  const start = first.number;
  const step = second ? second.number - start : 1;
  if (values.length === 1 && start !== 1) return null;
  const isSeries =
    step !== 0 &&
    counted.every(
      (item, index) =>
        item?.number === start + index * step &&
        item.write(start) === values[0],
    );
  return isSeries ? (index) => first.write(start + index * step) : null;
};
