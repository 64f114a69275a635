import { isEnabled } from "../../model/form.ts";
import type { FormField } from "../../model/form.ts";
import { noPrivilege } from "../../ground/errors.ts";
import type { AppSettings, StoredRecord } from "../../model/model.ts";
import type { Comparison } from "./ast.ts";
import type { ConditionContext } from "./context.ts";
import {
  operatorNotAllowed,
  operatorNotAllowedInTable,
  processIsOff,
  unknownField,
} from "./errors.ts";
import { isOperatorAllowed } from "./operators.ts";
import { findField } from "./values.ts";

export type RecordTest = (record: StoredRecord) => boolean;

/**
 * A question about a field that the asker may not see must not answer anything:
 * hidden everywhere it is refused (code unverified), hidden in some records it
 * holds for none of them.
 */
export const guarded = (
  context: Pick<ConditionContext, "visibility">,
  code: string,
  test: RecordTest,
): RecordTest => {
  const visible = context.visibility?.(code) ?? true;
  if (visible === false) throw noPrivilege();
  if (visible === true) return test;
  return (record) => visible(record) && test(record);
};

/** The field of a comparison, fit for this operator. */
export const checkComparison = (
  settings: AppSettings,
  comparison: Comparison,
): FormField => {
  const { field: code, operator } = comparison;
  const field = findField(settings, code);
  if (!field) throw unknownField(code);
  if (!isEnabled(settings, field)) {
    if (field.type === "CATEGORY") throw unknownField(code);
    throw processIsOff();
  }
  const isEquality = operator === "=" || operator === "!=";
  if (field.table !== null && isEquality)
    throw operatorNotAllowedInTable(code, operator);
  if (!isOperatorAllowed(field.type, operator))
    throw operatorNotAllowed(code, operator);
  return field;
};
