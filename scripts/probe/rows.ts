import type { ProbeRow } from "./row.ts";
import { formRows } from "./rows/form.ts";
import { listRows } from "./rows/lists.ts";
import { processRows } from "./rows/process.ts";
import { recordRows } from "./rows/records.ts";
import { rightRows } from "./rows/rights.ts";

/** Rows in the order in which they can be tried on one app. */
export const probeRows: readonly ProbeRow[] = [
  ...rightRows,
  ...listRows,
  ...formRows,
  ...processRows,
  ...recordRows,
];
