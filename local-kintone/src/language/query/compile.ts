import { formOf } from "../../model/form.ts";
import type { FormField } from "../../model/form.ts";
import { own } from "../../ground/own.ts";
import type { AppSettings, TableRow } from "../../model/model.ts";
import type { Comparison, Condition } from "./ast.ts";
import { checkComparison, guarded } from "./comparison.ts";
import type { RecordTest } from "./comparison.ts";
import type { ConditionContext } from "./context.ts";
import { notRelatedRecords } from "./errors.ts";
import { isNegative } from "./operators.ts";
import { parseCondition } from "./parser.ts";
import { compileRelated } from "./related.ts";
import { compileTest } from "./predicates.ts";
import { findField, readValue, rowsOf } from "./values.ts";

const always: RecordTest = () => true;

type RowTest = (row: TableRow) => boolean;

const compileRowTest = (
  field: FormField,
  settings: AppSettings,
  comparison: Comparison,
  context: ConditionContext,
): RowTest => {
  const test = compileTest(field, settings, comparison, context);
  const { code } = field;
  return (row) => test(own(row.value, code));
};

const someRow =
  (table: string, tests: RowTest[]): RecordTest =>
  (record) =>
    rowsOf(own(record.values, table)).some((row) =>
      tests.every((test) => test(row)),
    );

const everyRow =
  (table: string, test: RowTest): RecordTest =>
  (record) => {
    const rows = rowsOf(own(record.values, table));
    return rows.length > 0 && rows.every(test);
  };

const compileComparison = (
  settings: AppSettings,
  comparison: Comparison,
  context: ConditionContext,
): RecordTest => {
  if (comparison.related !== null) {
    const list = formOf(settings).byCode.get(comparison.related);
    if (list?.type !== "REFERENCE_TABLE")
      throw notRelatedRecords(comparison.related);
    const test = compileRelated(
      settings,
      list,
      comparison,
      context,
      compileCondition,
    );
    return guarded(context, comparison.related, test);
  }
  const field = checkComparison(settings, comparison);
  if (field.table !== null) {
    const test = compileRowTest(field, settings, comparison, context);
    const overRows = isNegative(comparison.operator)
      ? everyRow(field.table, test)
      : someRow(field.table, [test]);
    return guarded(context, field.code, overRows);
  }
  const read = readValue(field, settings);
  const test = compileTest(field, settings, comparison, context);
  return guarded(context, field.code, (record) => test(read(record)));
};

/** The table that a positive comparison asks about, or null. */
const tableOf = (
  settings: AppSettings,
  condition: Condition,
): string | null => {
  if (condition.kind !== "comparison" || condition.related !== null)
    return null;
  if (isNegative(condition.operator)) return null;
  return findField(settings, condition.field)?.table ?? null;
};

const flattenAnd = (condition: Condition): Condition[] =>
  condition.kind === "and"
    ? condition.children.flatMap(flattenAnd)
    : [condition];

/** Positive conditions on one table joined by `and` must hold on the same row (SG). */
const compileAnd = (
  settings: AppSettings,
  condition: Condition,
  context: ConditionContext,
): RecordTest => {
  const tests: RecordTest[] = [];
  const rowTests = new Map<string, RowTest[]>();
  for (const child of flattenAnd(condition)) {
    const table = tableOf(settings, child);
    if (table === null || child.kind !== "comparison") {
      tests.push(compileNode(settings, child, context));
      continue;
    }
    const field = checkComparison(settings, child);
    const test = compileRowTest(field, settings, child, context);
    tests.push(guarded(context, field.code, always));
    rowTests.set(table, [...(rowTests.get(table) ?? []), test]);
  }
  for (const [table, rows] of rowTests) tests.push(someRow(table, rows));
  return tests.reduce((all, test) => (record) => all(record) && test(record));
};

function compileNode(
  settings: AppSettings,
  condition: Condition,
  context: ConditionContext,
): RecordTest {
  if (condition.kind === "comparison")
    return compileComparison(settings, condition, context);
  if (condition.kind === "and") return compileAnd(settings, condition, context);
  const tests = condition.children.map((child) =>
    compileNode(settings, child, context),
  );
  return (record) => tests.some((test) => test(record));
}

/** A parsed condition as a test over stored records. @throws ApiError of the query family */
export const compileParsed = (
  settings: AppSettings,
  condition: Condition | null,
  context: ConditionContext,
): RecordTest =>
  condition === null ? always : compileNode(settings, condition, context);

/**
 * A condition without ordering and paging, as views, permissions, process
 * actions and notifications keep it; "" holds for every record.
 *
 * @throws ApiError of the query family when text and form do not fit
 */
export const compileCondition = (
  settings: AppSettings,
  text: string,
  context: ConditionContext,
): RecordTest => compileParsed(settings, parseCondition(text), context);
