import * as v from "valibot";
import { FormError } from "../words/form-error.ts";

/** Several texts are joined with 「、」. */
const value = v.union([
  v.string(),
  v.number(),
  v.boolean(),
  v.null(),
  v.array(v.string()),
]);

/** An array is an object to the library. */
const noArray = v.custom<object>(
  (input) => typeof input === "object" && !Array.isArray(input),
);

const values = v.pipe(noArray, v.record(v.string(), value));

/** The file that a form is filled from on the command line. */
const reportDataSchema = v.pipe(
  noArray,
  v.object({
    scalars: v.optional(values, {}),
    rows: v.optional(v.array(values), []),
  }),
);

export type Value = string | number | boolean | null | readonly string[];

/** Value key → value. */
export type Values = Readonly<Record<string, Value>>;

/**
 * Values for a form: dates `YYYY-MM-DD`, numbers as numbers; null and `""`
 * leave a cell unchanged.
 */
export type ReportData = {
  readonly scalars: Values;
  readonly rows: readonly Values[];
};

/** The data of a file that was written before; null when it is none. */
export const readReportData = (input: unknown): ReportData | null => {
  const result = v.safeParse(reportDataSchema, input);
  return result.success ? result.output : null;
};

/** @throws FormError `report/data-invalid` */
export const parseReportData = (input: unknown): ReportData => {
  const result = v.safeParse(reportDataSchema, input);
  // With 「scaler」 for scalars a form would come out blank silently.
  const keys = Object.keys(Object(input));
  const isNone =
    keys.length > 0 && !keys.includes("scalars") && !keys.includes("rows");
  if (result.success && !isNone) return result.output;
  const [issue] = result.issues ?? [];
  throw new FormError("report/data-invalid", {
    path: issue === undefined ? "" : (v.getDotPath(issue) ?? ""),
  });
};
