import * as z from "zod/mini";
import { FormError } from "../words/form-error.ts";

/** Several texts are joined with 「、」. */
const value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string()),
]);

const values = z.record(z.string(), value);

/** The file that a form is filled from on the command line. */
export const reportDataSchema = z.object({
  scalars: z._default(values, {}),
  rows: z._default(z.array(values), []),
});

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

/** @throws FormError `report/data-invalid` */
export const parseReportData = (input: unknown): ReportData => {
  const result = reportDataSchema.safeParse(input);
  // With 「scaler」 for scalars a form would come out blank without a word.
  const keys = Object.keys(Object(input));
  const isNone =
    keys.length > 0 && !keys.includes("scalars") && !keys.includes("rows");
  if (result.success && !isNone) return result.data;
  throw new FormError("report/data-invalid", {
    path: result.error?.issues[0]?.path.join(".") ?? "",
  });
};
