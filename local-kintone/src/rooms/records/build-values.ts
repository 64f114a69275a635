import { precisionOf } from "../../language/formula/calculate.ts";
import { isCalculated } from "../../language/formula/formulas.ts";
import { rowsOf, textOf } from "../../language/query/values.ts";
import { own, putOwn } from "../../ground/own.ts";
import type { FieldValue, StoredRecord, TableRow } from "../../model/model.ts";
import { defaultValueOf } from "./defaults.ts";
import { createFileTaker } from "./files.ts";
import { formOf, isEnabled } from "../../model/form.ts";
import type { FormField } from "../../model/form.ts";
import { parseValue, sentRows, sentValue } from "./input.ts";
import type { InputContext } from "./input.ts";
import { copyTargetsOf, lookupsOf, resolveLookup } from "./lookup.ts";
import type { Lookup } from "./lookup.ts";
import type { Notes } from "./messages.ts";
import type { Scope } from "../rights/scope.ts";
import { emptyValue } from "./values.ts";

/** A record as a client sends it: code → `{ value }`. */
export type SentRecord = Record<string, unknown>;

export type BuiltValues = {
  values: Record<string, FieldValue>;
  /** Codes of fields and columns that the client sent and that count. */
  sentCodes: string[];
};

type Job = {
  scope: Scope;
  sent: SentRecord;
  /** null for a new record. */
  before: StoredRecord | null;
  /** `record` or `records[0]`. */
  path: string;
  input: InputContext;
  copyTargets: ReadonlySet<string>;
  sentCodes: Set<string>;
};

/** Fields whose sent value is ignored: calculated ones and copy targets of lookups. */
const isIgnored = (job: Job, field: FormField): boolean =>
  isCalculated(field) ||
  job.copyTargets.has(field.code) ||
  !isEnabled(job.scope.settings, field);

const unsentValue = (job: Job, field: FormField): FieldValue => {
  const { scope, before } = job;
  if (before) return own(before.values, field.code) ?? emptyValue(field.type);
  if (isIgnored(job, field)) return emptyValue(field.type);
  return defaultValueOf(field, scope.caller.user, scope.site.clock.now());
};

const unsentCell = (
  job: Job,
  column: FormField,
  row: TableRow | undefined,
): FieldValue => {
  if (row) return own(row.value, column.code) ?? emptyValue(column.type);
  if (isIgnored(job, column)) return emptyValue(column.type);
  const { scope } = job;
  return defaultValueOf(column, scope.caller.user, scope.site.clock.now());
};

const copyIntoRow = (
  job: Job,
  lookup: Lookup,
  cells: SentRecord,
  row: TableRow,
): TableRow => {
  if (own(cells, lookup.key.code) === undefined) return row;
  const key = textOf(own(row.value, lookup.key.code));
  const copied = resolveLookup(job.scope, lookup, key);
  return { ...row, value: { ...row.value, ...copied } };
};

/**
 * Rows named by the id of an existing one are updated, all others are new, and
 * existing ones that are not named are gone.
 *
 * @see SG:doc/kintone-behavior-notes.md §9
 */
const buildRows = (job: Job, table: FormField, value: unknown): TableRow[] => {
  const { scope, before, path } = job;
  const columns = formOf(scope.settings).columns.get(table.code) ?? [];
  const lookups = lookupsOf(scope.settings).filter(
    ({ key }) => key.table === table.code,
  );
  const known = new Map(
    rowsOf(own(before?.values ?? {}, table.code)).map((row) => [row.id, row]),
  );
  return sentRows(value).map(({ id, cells }, i) => {
    const existing = id === null ? undefined : known.get(id);
    if (id !== null) known.delete(id);
    const values: Record<string, FieldValue> = {};
    for (const column of columns) {
      const cell = own(cells, column.code);
      if (cell === undefined || isIgnored(job, column)) {
        putOwn(values, column.code, unsentCell(job, column, existing));
        continue;
      }
      job.sentCodes.add(column.code);
      const place = {
        path: `${path}.${table.code}.value[${i}].value.${column.code}`,
        strictPath: null,
      };
      putOwn(
        values,
        column.code,
        parseValue(column, sentValue(cell), place, job.input),
      );
    }
    const row: TableRow = {
      id: existing?.id ?? String(scope.site.store.nextId("row")),
      value: values,
    };
    return lookups.reduce(
      (it, lookup) => copyIntoRow(job, lookup, cells, it),
      row,
    );
  });
};

const buildField = (job: Job, field: FormField): FieldValue => {
  const cell = own(job.sent, field.code);
  if (cell === undefined || isIgnored(job, field))
    return unsentValue(job, field);
  job.sentCodes.add(field.code);
  const value = sentValue(cell);
  if (field.type === "SUBTABLE") return buildRows(job, field, value);
  const place = {
    path: `${job.path}.${field.code}`,
    // The bracket is kintone's own, at the top level only (ibid. §5).
    strictPath: `${job.path}[${field.code}]`,
  };
  return parseValue(field, value, place, job.input);
};

const copyLookups = (job: Job, values: Record<string, FieldValue>): void => {
  for (const lookup of lookupsOf(job.scope.settings)) {
    const { key } = lookup;
    const isSent = own(job.sent, key.code) !== undefined;
    if (key.table !== null || !isSent || isIgnored(job, key)) continue;
    const wanted = textOf(own(values, key.code));
    const copied = resolveLookup(job.scope, lookup, wanted);
    for (const [code, value] of Object.entries(copied))
      putOwn(values, code, value);
  }
};

/** The values of a record after a client's request, formulas still to come. */
export const buildValues = (
  scope: Scope,
  id: number,
  sent: SentRecord,
  before: StoredRecord | null,
  path: string,
  notes: Notes,
): BuiltValues => {
  const { site, settings, app } = scope;
  const place = { app: app.id, record: id };
  const job: Job = {
    scope,
    sent,
    before,
    path,
    input: {
      site,
      notes,
      precision: precisionOf(settings),
      takeFile: createFileTaker(site, place, settings, before),
    },
    copyTargets: copyTargetsOf(settings),
    sentCodes: new Set(),
  };
  const values: Record<string, FieldValue> = {};
  const known = before?.values ?? {};
  for (const field of formOf(settings).stored)
    if (isEnabled(settings, field) || own(known, field.code) !== undefined)
      putOwn(values, field.code, buildField(job, field));
  copyLookups(job, values);
  return { values, sentCodes: [...job.sentCodes] };
};
