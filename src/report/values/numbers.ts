import type { Value } from "../map/report-data.ts";

/** `12`, 「１２」 and `1,200` are numbers; null for all else. */
export const toNumber = (value: Value | undefined): number | null => {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string") return null;
  const plain = value.normalize("NFKC").replace(/[,\s]/g, "");
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
};
