import { FormError } from "../words/form-error.ts";
import { planSteps } from "./fill-plan.ts";
import { finish } from "../ground/steps.ts";
import type { Progress, Steps } from "../ground/steps.ts";
import type { FillOptions, FillResult } from "./fill-plan.ts";
import type { FormIssue } from "../preflight/issues.ts";
import type { ReportData } from "../map/report-data.ts";
import type { ReportMap } from "../map/schema.ts";
import { planCells } from "../plan/plan-cells.ts";
import { findBlocks, isBlock } from "../preflight/preflight.ts";
import type { Form } from "../xlsx/sheet/form-model.ts";
import { readFormSteps } from "../xlsx/sheet/read-form.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

export type FillFormOptions = FillOptions & {
  /** The form as already read from the same bytes. */
  readonly form?: Form;
  /** Findings of `preflight` for the same form, map and data: nothing is checked again. */
  readonly findings?: readonly FormIssue[];
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
    ja: message.ja,
    en: message.en,
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
): FillResult => finish(fillSteps(vocabulary, bytes, map, data, options));

/** The same in steps, for a page that must not stand still meanwhile. */
export function* fillSteps(
  vocabulary: Vocabulary,
  bytes: Uint8Array,
  map: ReportMap,
  data: ReportData,
  options: FillFormOptions = {},
): Steps<FillResult, Progress> {
  const form = options.form ?? (yield* readFormSteps(bytes));
  refuse(
    options.findings?.filter(isBlock) ??
      findBlocks(vocabulary, form, map, data),
  );
  const plan = planCells(vocabulary, form, map, data);
  return yield* planSteps(bytes, plan, options);
}
