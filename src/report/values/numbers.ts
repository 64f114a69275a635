import type { Value } from "../map/report-data.ts";

/** 「12件」 and 「5 名」, as people write into a cell whose unit is printed elsewhere. */
export const withoutUnit = (text: string): string =>
  text.replace(/\s*[件名人社点円]\s*$/, "");

/** `12`, 「１２」 and `1,200` are numbers; null for all else. */
export const toNumber = (value: Value | undefined): number | null => {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string") return null;
  const plain = value.normalize("NFKC").replace(/[,\s]/g, "");
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
};
