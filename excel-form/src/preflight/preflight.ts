import { checkMap } from "./check-map.ts";
import { block, warn } from "./issues.ts";
import { isLastOfChain, recordsBefore } from "../map/list-chain.ts";
import type { FormIssue } from "./issues.ts";
import { isValueKey, keyInfo } from "../map/vocabulary.ts";
import { keysOf } from "../map/key-list.ts";
import type { ReportData } from "../map/report-data.ts";
import type { Placement, ReportMap } from "../map/schema.ts";
import { isAboutOneFirm } from "../plan/plan-cells.ts";
import type { Form } from "../xlsx/sheet/form-model.ts";
import { hasControlCharacters } from "./characters.ts";
import { checkEmpty, checkValue } from "./check-value.ts";
import { checkWritten } from "./check-written.ts";
import { preflightMessages as messages } from "./messages.ts";
import { listColumnsOf } from "./writings.ts";
import type { Writing, WritingColumn } from "./writings.ts";
import { finish } from "../ground/steps.ts";
import type { Progress, Steps } from "../ground/steps.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

export type { FormIssue } from "./issues.ts";

const checkValues = (
  vocabulary: Vocabulary,
  writing: Writing,
  data: ReportData,
  issues: FormIssue[],
): void => {
  checkEmpty(vocabulary, writing, data, issues);
  for (const key of writing.keys) checkValue(vocabulary, writing, key, issues);
};

const checkWriting = (
  vocabulary: Vocabulary,
  writing: Writing,
  data: ReportData,
  issues: FormIssue[],
): void => {
  checkValues(vocabulary, writing, data, issues);
  const written = writing.write(writing.values);
  if (!written) return;
  for (const issue of checkWritten(vocabulary, writing, written)) {
    issues.push(issue);
  }
};

const checkRows = (
  vocabulary: Vocabulary,
  map: ReportMap,
  { rows }: ReportData,
): FormIssue[] => {
  const count = rows.length;
  if (count > 1 && isAboutOneFirm(vocabulary, map)) {
    return [block("one-firm-only", messages.oneFirmOnly({ rows: count }))];
  }
  const last = map.lists.filter((list) => isLastOfChain(map.lists, list));
  return last.flatMap((list) => {
    const { sheet, rowsAvailable, onSurplus, firstRow } = list;
    const room = recordsBefore(map.lists, list) + rowsAvailable;
    if (count <= room) return [];
    const p = { rows: count, room };
    const at = { sheet, cell: `A${firstRow}` };
    return onSurplus === "refuse"
      ? [block("too-many-rows", messages.tooManyRows(p), at)]
      : [warn("rows-added", messages.rowsAdded(p), at)];
  });
};

const checkKeys = (
  vocabulary: Vocabulary,
  { scalars, rows }: ReportData,
): FormIssue[] => {
  const keys = new Set(Object.keys(scalars));
  for (const row of rows) {
    for (const key of Object.keys(row)) keys.add(key);
  }
  return [...keys]
    .filter((key) => !isValueKey(vocabulary, key))
    .map((key) => warn("unknown-key", messages.unknownKey({ key }), { key }));
};

/** Findings that depend on the cell and not on the value alone. */
const OF_CELL = /^(?:not-offered|outside-rule|too-)/;

const countOf = (columns: readonly WritingColumn[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const key of columns.flatMap(({ keys }) => keys)) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

/** One finding for each value and cell: a date split over three cells is wrong once. */
const withoutDuplicates = (
  issues: readonly FormIssue[],
  columns: readonly WritingColumn[],
): readonly FormIssue[] => {
  const seen = new Set<string>();
  const counts = countOf(columns);
  return issues.filter(({ code, sheet, cell, key, entry, message }) => {
    // A value with one place cannot be wrong twice.
    if (entry !== undefined && counts.get(key ?? "") === 1) return true;
    const at = OF_CELL.test(code) ? cell : "";
    const name = [code, sheet, at, key, entry, message.ja].join("|");
    return !seen.has(name) && seen.add(name);
  });
};

/** Entries that are checked between two looks at the clock. */
const ENTRIES_PER_STEP = 50;

/** Does what `preflight` does, in steps. */
export function* preflightSteps(
  vocabulary: Vocabulary,
  form: Form,
  map: ReportMap,
  data: ReportData,
): Steps<readonly FormIssue[], Progress> {
  const issues = [
    ...checkMap(vocabulary, form, map),
    ...checkRows(vocabulary, map, data),
    ...checkKeys(vocabulary, data),
  ];
  const columns = listColumnsOf(vocabulary, form, map, data);
  const total = columns.reduce((sum, { count }) => sum + count, 0);
  let done = 0;
  for (const { count, at } of columns) {
    for (let entry = 0; entry < count; entry += 1) {
      checkWriting(vocabulary, at(entry), data, issues);
      done += 1;
      if (done % ENTRIES_PER_STEP === 0) yield { done, total };
    }
  }
  return withoutDuplicates(issues, columns);
}

/**
 * Everything worth knowing before the form is filled with these values, each
 * with its cell, value and record. With a `block` among them filling is refused.
 */
export const preflight = (
  vocabulary: Vocabulary,
  form: Form,
  map: ReportMap,
  data: ReportData,
): readonly FormIssue[] => finish(preflightSteps(vocabulary, form, map, data));

/** Forbids the fill. */
export const isBlock = ({ severity }: FormIssue): boolean =>
  severity === "block";

/** Placements that can refuse a value. */
const canReject = (
  vocabulary: Vocabulary,
  { key, required, part = "" }: Placement,
): boolean =>
  required === true ||
  /^(?:digit|postal)/.test(part) ||
  keysOf(vocabulary, { key }).some(
    (one) => keyInfo(vocabulary, one).type === "date",
  );

const holdsControlCharacters = ({ scalars, rows }: ReportData): boolean =>
  [scalars, ...rows].some((values) =>
    Object.values(values).some((value) => hasControlCharacters(String(value))),
  );

/**
 * Only what forbids a fill. Every text is looked at only when there is cause:
 * the engine itself refuses texts that are too long and days that no calendar has.
 */
export const findBlocks = (
  vocabulary: Vocabulary,
  form: Form,
  map: ReportMap,
  data: ReportData,
): readonly FormIssue[] => {
  const issues = [
    ...checkMap(vocabulary, form, map),
    ...checkRows(vocabulary, map, data),
  ];
  const isWanted = holdsControlCharacters(data)
    ? () => true
    : (one: Placement) => canReject(vocabulary, one);
  for (const { count, at } of listColumnsOf(
    vocabulary,
    form,
    map,
    data,
    isWanted,
  )) {
    for (let entry = 0; entry < count; entry += 1) {
      checkValues(vocabulary, at(entry), data, issues);
    }
  }
  return issues.filter(isBlock);
};
