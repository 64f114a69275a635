import type { Value } from "../map/report-data.ts";

const stripSeparators = (text: string): string =>
  text.normalize("NFKC").replace(/[,\s]/g, "");

/** `12`, 「１２」 and `1,200` are numbers; null for all else. */
export const toNumber = (value: Value | undefined): number | null => {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string") return null;
  const plain = stripSeparators(value);
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
};

/**
 * Reads a number typed with its unit or currency: 「12件」, 「¥3,000,000」. Null
 * when it is no number.
 *
 * @param per - what one means in this cell: 1000 in a cell of 千円
 */
export const typedNumber = (value: Value, per: number): number | null => {
  const number = toNumber(
    typeof value === "string"
      ? stripSeparators(value).replace(/^約?[¥\\]?|[件名人社点円]$/g, "")
      : (value ?? undefined),
  );
  return number === null ? null : Number((number * per).toPrecision(15));
};

const MULTIPLES: Readonly<Record<string, number>> = {
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  億: 1e8,
};
const PIECE = /(\d+(?:\.\d+)?)(億|百万|万|千)?/g;
const AMOUNT = /^約?[¥\\]?((?:\d+(?:\.\d+)?(?:億|百万|万|千))+\d*)円?$/;

/** 「1億2,000万円」 says its unit itself; null for what does not. */
export const typedAmount = (text: string): number | null => {
  const amount = AMOUNT.exec(stripSeparators(text))?.[1];
  if (amount === undefined) return null;
  return [...amount.matchAll(PIECE)].reduce(
    (sum, [, number, unit = ""]) =>
      sum + Number(number) * (MULTIPLES[unit] ?? 1),
    0,
  );
};
