import type { Scalar } from "./scalar.ts";

export type Change = {
  readonly sheet: string;
  row: number;
  readonly column: number;
  readonly before: Scalar;
  /** null when nothing is there now, or an old result that we cannot compute. */
  readonly after: Scalar;
};
