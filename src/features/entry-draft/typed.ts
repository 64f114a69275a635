import { nominations } from "../../apps/index.ts";
import { isCalculated, isCopied, isLookup } from "../../app-kit/field.ts";
import type { Field } from "../../app-kit/field.ts";
import type { PageField, PageRecord } from "../../kintone/page-api.ts";
import { readRows } from "../../kintone/table-rows.ts";
import type { PageRow } from "../../kintone/table-rows.ts";

/** Typed values: texts by field code, and the answers by the id of their item. */
export type TypedValues = {
  readonly fields: Readonly<Record<string, string>>;
  readonly answers: Readonly<
    Record<string, { readonly answer: string; readonly evidence: string }>
  >;
};

export const NOTHING_TYPED: TypedValues = { fields: {}, answers: {} };

const textTypes: ReadonlySet<string> = new Set([
  "SINGLE_LINE_TEXT",
  "MULTI_LINE_TEXT",
  "NUMBER",
  "DATE",
  "RADIO_BUTTON",
  "DROP_DOWN",
]);

const fields: Readonly<Record<string, Field>> = nominations.fields;

/** Attachments and people are no text, and what kintone fills in is typed by nobody. */
const typedCodes: readonly string[] = Object.entries(fields)
  .filter(
    ([, field]) =>
      textTypes.has(field.type) && !isCalculated(field) && !isCopied(field),
  )
  .map(([code]) => code);

const textOf = (field: PageField | undefined): string =>
  typeof field?.value === "string" ? field.value : "";

const rowsById = (record: PageRecord): Map<string, PageRow["value"]> =>
  new Map(
    readRows(record.checklist).map(({ value }) => [
      textOf(value.itemId),
      value,
    ]),
  );

/** Everything in the record that a person can have typed. */
export const readTyped = (record: PageRecord): TypedValues => ({
  fields: Object.fromEntries(
    typedCodes
      .filter((code) => record[code] !== undefined)
      .map((code) => [code, textOf(record[code])]),
  ),
  answers: Object.fromEntries(
    [...rowsById(record)].map(([id, row]) => [
      id,
      { answer: textOf(row.answer), evidence: textOf(row.evidence) },
    ]),
  ),
});

/** The part that differs from what the page began with. */
export const typedSince = (
  first: TypedValues,
  now: TypedValues,
): TypedValues => ({
  fields: Object.fromEntries(
    Object.entries(now.fields).filter(
      ([code, text]) => text !== (first.fields[code] ?? ""),
    ),
  ),
  answers: Object.fromEntries(
    Object.entries(now.answers).filter(([id, { answer, evidence }]) => {
      const before = first.answers[id];
      return (
        answer !== (before?.answer ?? "") ||
        evidence !== (before?.evidence ?? "")
      );
    }),
  ),
});

export const isEmpty = ({ fields: texts, answers }: TypedValues): boolean =>
  Object.keys(texts).length === 0 && Object.keys(answers).length === 0;

export const merge = (older: TypedValues, newer: TypedValues): TypedValues => ({
  fields: { ...older.fields, ...newer.fields },
  answers: { ...older.answers, ...newer.answers },
});

/** Puts what was typed into kintone's form; a field that may not be changed stays as it is. */
export const restoreTyped = (form: PageRecord, typed: TypedValues): void => {
  for (const code of typedCodes) {
    const [field, text] = [form[code], typed.fields[code]];
    const declared = fields[code];
    if (field === undefined || text === undefined) continue;
    field.value = text;
    if (declared !== undefined && isLookup(declared)) {
      field.lookup = text === "" ? "CLEAR" : true;
    }
  }
  for (const [id, row] of rowsById(form)) {
    const answer = typed.answers[id];
    if (answer === undefined) continue;
    if (row.answer !== undefined) row.answer.value = answer.answer;
    if (row.evidence !== undefined) row.evidence.value = answer.evidence;
  }
};
