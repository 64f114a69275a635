/** Compiled, never run: a value key or its field that is misspelt does not compile. */
import type { ReportValues } from "../../src/domain/report-values.ts";
import { ROW_VALUES } from "../../src/domain/row-values.ts";
import { day, number, text } from "../../src/domain/value-source.ts";

export const accepted: ReportValues = { "business.industry": "小売業" };

// @ts-expect-error The key is not in the vocabulary.
export const misspelt: ReportValues = { "business.industri": "小売業" };

// @ts-expect-error The key is not in the vocabulary.
export const unknownSource = ROW_VALUES["business.industri"];

export const sources = [
  // @ts-expect-error The nomination has no such field.
  text("industri"),
  // @ts-expect-error A date is no text that is never null.
  text("foundedOn"),
  // @ts-expect-error A text is no number.
  number("industry"),
  // @ts-expect-error A number is no date.
  day("employees"),
  // @ts-expect-error A calculated field cannot be written.
  number("scoreTotal"),
];
