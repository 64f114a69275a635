import type { StoredValue } from "../sheet/stored-value.ts";

/** Content of entry `index` (from 0) in a column that counts. */
export type Numbering = (index: number) => string | number;

const toFullWidth = (digits: string): string =>
  digits.replace(/\d/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
  );

/** ① to ㊿ lie in three blocks. */
const toCircled = (number: number): string => {
  if (number > 50) return `(${number})`;
  const first = number > 35 ? 0x32b1 - 36 : 0x3251 - 21;
  return String.fromCharCode(number + (number > 20 ? first : 0x245f));
};

type Counted = { number: number; write: (number: number) => string | number };

/** `3`, `３`, `No.3`, `(3)`, `③`: one number with the same words around it. */
const parseCounted = (value: StoredValue): Counted | null => {
  if (typeof value === "number") {
    return { number: value, write: (number) => number };
  }
  const [, before = "", digits = "", after = ""] =
    /^([^\p{Nd}\p{No}]{0,6})(\p{Nd}{1,4}|\p{No})([^\p{Nd}\p{No}]{0,4})$/u.exec(
      String(value),
    ) ?? [];
  if (digits === "") return null;
  const half = digits.normalize("NFKC");
  const write = (number: number): string => {
    if (/[①-㊿]/.test(digits)) return toCircled(number);
    const text = String(number).padStart(
      half.startsWith("0") ? half.length : 1,
      "0",
    );
    return half === digits ? text : toFullWidth(text);
  };
  return {
    number: Number(half),
    write: (number) => before + write(number) + after,
  };
};

/**
 * Finds out whether pre-drawn entries are numbered, from the content of one
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
