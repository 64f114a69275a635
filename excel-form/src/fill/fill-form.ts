import { FormError } from "../words/form-error.ts";
import { fillPlan } from "./fill-plan.ts";
import type { FillOptions, FillResult } from "./fill-plan.ts";
import type { FormIssue } from "../preflight/issues.ts";
import type { ReportData } from "../map/report-data.ts";
import type { ReportMap } from "../map/schema.ts";
import { planCells } from "../plan/plan-cells.ts";
import { findBlocks } from "../preflight/preflight.ts";
import type { Form } from "../xlsx/sheet/form-model.ts";
import { readForm } from "../xlsx/sheet/read-form.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

export type FillFormOptions = FillOptions & {
  /** The form as already read from the same bytes. */
  readonly form?: Form;
};

/** @throws FormError `report/cannot-fill` with the first of the problems */
const refuse = (issues: readonly FormIssue[]): void => {
  const [first] = issues;
  if (!first) return;
  const { message, sheet, cell, entry } = first;
  const row = entry === undefined ? "" : `#${entry + 1}`;
  // Messages about the map name their cell, those about a value need not.
  const isNamed = cell === undefined || message.ja.includes(cell);
  throw new FormError("report/cannot-fill", {
    ...message,
    place: isNamed ? "" : `${sheet} ${cell} ${row}`.trim(),
    more: issues.length > 1 ? issues.length - 1 : "",
  });
};

/**
 * The blank form filled with these values: the mapped cells change and nothing
 * else. A map that was made for another form, or that does not fit, is refused.
 *
 * @param bytes - the blank form as received; not changed
 * @throws FormError `report/cannot-fill` and those of `readForm` and `fillPlan`
 */
export const fillForm = (
  vocabulary: Vocabulary,
  bytes: Uint8Array,
  map: ReportMap,
  data: ReportData,
  options: FillFormOptions = {},
): FillResult => {
  const form = options.form ?? readForm(bytes);
  refuse(findBlocks(vocabulary, form, map, data));
  return fillPlan(bytes, planCells(vocabulary, form, map, data), options);
};
