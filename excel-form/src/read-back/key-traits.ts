import { keyInfo } from "../map/vocabulary.ts";
import type { KeyInfo, ValueKey, Vocabulary } from "../map/vocabulary.ts";

/** Numbers of digits that a value may have, by its role or its shape. */
const LENGTHS: Readonly<Record<string, readonly number[]>> = {
  "firm.number": [13],
  postalCode: [7],
  phone: [10, 11],
};

/** Undefined when any number of digits will do. */
export const digitCounts = (
  vocabulary: Vocabulary,
  key: ValueKey,
): readonly number[] | undefined => {
  const { role = "", shape = "" } = keyInfo(vocabulary, key);
  return LENGTHS[role] ?? LENGTHS[shape];
};

/** The name of somebody or something, in one line. */
export const isName = ({ role, shape }: KeyInfo): boolean =>
  shape === "kana" || /\.(?:name|\w+Name)$/.test(role ?? "");

/** A whole number of things, never below 0. */
export const isCount = ({ group, role, shape }: KeyInfo): boolean =>
  group === "counts" ||
  shape === "money" ||
  shape === "fiscalYear" ||
  role === "firm.employees";
