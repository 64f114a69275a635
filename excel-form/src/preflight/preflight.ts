import { checkMap } from "./check-map.ts";
import { block, warn } from "./issues.ts";
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
import { listWritingsOf } from "./writings.ts";
import type { Writing } from "./writings.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

export type { FormIssue } from "./issues.ts";

const checkWriting = (
  vocabulary: Vocabulary,
  writing: Writing,
  data: ReportData,
): FormIssue[] => {
  const written = writing.write(writing.values);
  return [
    ...checkEmpty(vocabulary, writing, data),
    ...keysOf(vocabulary, writing.place.placement).flatMap((key) =>
      checkValue(vocabulary, writing, key),
    ),
    ...(written ? checkWritten(vocabulary, writing, written) : []),
  ];
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
  return map.lists.flatMap(({ sheet, rowsAvailable, onSurplus, firstRow }) => {
    if (count <= rowsAvailable) return [];
    const p = { rows: count, room: rowsAvailable };
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
  const keys = new Set([scalars, ...rows].flatMap(Object.keys));
  return [...keys]
    .filter((key) => !isValueKey(vocabulary, key))
    .map((key) => warn("unknown-key", messages.unknownKey({ key }), { key }));
};

/** Findings that depend on the cell and not on the value alone. */
const OF_CELL = /^(?:not-offered|outside-rule|too-)/;

/** One finding for each value and cell: a date split over three cells is wrong once. */
const once = (issues: readonly FormIssue[]): readonly FormIssue[] => {
  const seen = new Set<string>();
  return issues.filter(({ code, sheet, cell, key, entry, message }) => {
    const at = OF_CELL.test(code) ? cell : "";
    const name = [code, sheet, at, key, entry, message.ja].join("|");
    return !seen.has(name) && seen.add(name);
  });
};

/**
 * Everything worth knowing before the form is filled with these values, each
 * with its cell, value and record. With a `block` among them filling is refused.
 */
export const preflight = (
  vocabulary: Vocabulary,
  form: Form,
  map: ReportMap,
  data: ReportData,
): readonly FormIssue[] =>
  once([
    ...checkMap(vocabulary, form, map),
    ...checkRows(vocabulary, map, data),
    ...checkKeys(vocabulary, data),
    ...listWritingsOf(vocabulary, form, map, data).flatMap((writing) =>
      checkWriting(vocabulary, writing, data),
    ),
  ]);

/** Placements that can refuse a value. */
const mayForbid = (
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
): readonly FormIssue[] =>
  [
    ...checkMap(vocabulary, form, map),
    ...checkRows(vocabulary, map, data),
    ...listWritingsOf(
      vocabulary,
      form,
      map,
      data,
      holdsControlCharacters(data)
        ? undefined
        : (one) => mayForbid(vocabulary, one),
    ).flatMap((writing) => [
      ...checkEmpty(vocabulary, writing, data),
      ...keysOf(vocabulary, writing.place.placement).flatMap((key) =>
        checkValue(vocabulary, writing, key),
      ),
    ]),
  ].filter(({ severity }) => severity === "block");
