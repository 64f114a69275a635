import * as z from "zod/mini";
import { AppError } from "../../errors/app-error.ts";

/** Several texts are joined with 「、」. */
const value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string()),
]);

const values = z.record(z.string(), value);

/** What a form is filled with: dates `YYYY-MM-DD`, numbers as numbers. */
export const reportDataSchema = z.object({
  scalars: z._default(values, {}),
  rows: z._default(z.array(values), []),
});

export type Value = z.infer<typeof value>;
export type Values = z.infer<typeof values>;
export type ReportData = z.infer<typeof reportDataSchema>;

/** @throws AppError `report/data-invalid` */
export const parseReportData = (input: unknown): ReportData => {
  const result = reportDataSchema.safeParse(input);
  if (result.success) return result.data;
  throw new AppError("report/data-invalid", {
    path: result.error.issues[0]?.path.join(".") ?? "",
  });
};

export const isEmpty = (value: Value | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0);
