import type { FormField } from "../../model/form.ts";
import type { AppSettings, JsonObject } from "../../model/model.ts";
import type { Comparison } from "./ast.ts";
import { checkComparison, guarded } from "./comparison.ts";
import type { RecordTest } from "./comparison.ts";
import type { ConditionContext } from "./context.ts";
import {
  notRelatedRecords,
  operatorNotAllowedInTable,
  unknownField,
} from "./errors.ts";
import { isNegative } from "./operators.ts";
import { compileTest } from "./predicates.ts";
import { findField, readValue, textOf } from "./values.ts";

type ReferenceTable = {
  app: number;
  field: string;
  relatedField: string;
  filterCond: string;
};

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const text = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/** Settings of a related-records field, or null while it has no target. */
const referenceTableOf = (list: FormField): ReferenceTable | null => {
  const reference = list.property.referenceTable;
  if (!isObject(reference)) return null;
  const { relatedApp, condition } = reference;
  if (!isObject(relatedApp) || !isObject(condition)) return null;
  return {
    app: Number(text(relatedApp.app)),
    field: text(condition.field),
    relatedField: text(condition.relatedField),
    filterCond: text(reference.filterCond),
  };
};

/** Compiles the list's own filter; given by the compiler, which comes above this module. */
type CompileFilter = (
  settings: AppSettings,
  text: string,
  context: ConditionContext,
) => RecordTest;

/**
 * `list.field in (…)`: some related record that the asker may see fits; negative
 * operators: there are some and all fit, as with the rows of a table (unverified).
 *
 * @param own - settings of the app that holds the list
 */
export const compileRelated = (
  own: AppSettings,
  list: FormField,
  comparison: Comparison,
  context: ConditionContext,
  compileFilter: CompileFilter,
): RecordTest => {
  const reference = referenceTableOf(list);
  const related = reference && context.related?.(reference.app);
  if (!reference || !related) throw notRelatedRecords(list.code);
  const { settings, appCode, visibility } = related;
  const { operator } = comparison;
  if (operator === "=" || operator === "!=")
    throw operatorNotAllowedInTable(comparison.field, operator);
  const inner = { ...context, appCode, visibility, related: undefined };
  const field = checkComparison(settings, comparison);
  const link = findField(settings, reference.relatedField);
  if (!link) throw unknownField(reference.relatedField);
  const ownField = findField(own, reference.field);
  if (!ownField) throw unknownField(reference.field);
  const test = compileTest(field, settings, comparison, inner);
  // The list's own filter is the administrator's, whatever the asker may see.
  const filter = compileFilter(settings, reference.filterCond, {
    ...inner,
    visibility: undefined,
  });
  const isListed = guarded(
    inner,
    field.code,
    guarded(inner, link.code, filter),
  );
  const read = readValue(field, settings);
  const readLink = readValue(link, settings);
  const fitting = new Set<string>();
  const failing = new Set<string>();
  for (const record of related.records) {
    if (!isListed(record)) continue;
    const key = textOf(readLink(record));
    (test(read(record)) ? fitting : failing).add(key);
  }
  const all = isNegative(operator);
  const readKey = readValue(ownField, own);
  // A user who may not see the relating value must not see the related records.
  return guarded(context, ownField.code, (record) => {
    const key = textOf(readKey(record));
    return key !== "" && fitting.has(key) && !(all && failing.has(key));
  });
};
