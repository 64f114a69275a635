import { fitPrecision } from "../../language/formula/result.ts";
import { format, parseDecimal } from "../../ground/decimal.ts";
import type { Precision } from "../../language/formula/evaluate.ts";
import {
  parseDay,
  parseMoment,
  parseTime,
} from "../../language/query/dates.ts";
import {
  unknownGroup,
  unknownOrganization,
  unknownUser,
} from "../../language/query/errors.ts";
import { formatDay, formatMinute } from "../../language/query/time-zone.ts";
import type { ApiError } from "../../ground/api-error.ts";
import { notJson } from "../../ground/errors.ts";
import { own } from "../../ground/own.ts";
import { isObject } from "../../ground/shape.ts";
import type { FieldValue, FileValue } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import type { FormField } from "../../model/form.ts";
import { valueMessages } from "./messages.ts";
import type { Notes } from "./messages.ts";
import { emptyValue } from "./values.ts";

/** Position of a value in the request. */
export type Place = {
  /** `record.code` or `record.table.value[0].value.code`. */
  path: string;
  /** The path under which a number that is none is reported; null in tables, where it is dropped. */
  strictPath: string | null;
};

export type InputContext = {
  site: Site;
  precision: Precision;
  takeFile: (fileKey: string) => FileValue;
  notes: Notes;
};

/**
 * Values of the wrong shape (a text for a check box) are answered like broken JSON.
 *
 * @see https://docs.forma.konomi.app/troubleshooting/request-errors
 */
const wrongShape = notJson;

const scalarText = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean")
    return String(value);
  throw wrongShape();
};

const items = (value: unknown): unknown[] => {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) throw wrongShape();
  return value;
};

const member = (item: unknown, name: string): string => {
  if (!isObject(item)) throw wrongShape();
  const value = own(item, name);
  if (typeof value !== "string") throw wrongShape();
  return value;
};

type Parse = (
  value: unknown,
  place: Place,
  context: InputContext,
) => FieldValue;

/** "1.5e1" is stored as "15", " 42 " as "42" (SG:doc/kintone-behavior-notes.md §9). */
const parseNumber: Parse = (value, place, { precision, notes }) => {
  const text = scalarText(value).trim();
  if (text === "") return "";
  const number = parseDecimal(text);
  if (!number) {
    // In a table what is no number is dropped silently (ibid.).
    if (place.strictPath !== null)
      notes.add(`${place.strictPath}.value`, valueMessages.notNumber);
    return "";
  }
  const fitted = fitPrecision(number, precision);
  if (!fitted) notes.add(`${place.path}.value`, valueMessages.tooManyDigits);
  return fitted ? format(fitted) : text;
};

const parseAs =
  (
    type: string,
    parse: (text: string) => string | null,
    message: typeof valueMessages.notDate,
  ): Parse =>
  (value, place, { notes }) => {
    const text = scalarText(value).trim();
    if (text === "") return emptyValue(type);
    const parsed = parse(text);
    if (parsed === null)
      notes.add(`${place.strictPath ?? place.path}.value`, message);
    return parsed ?? emptyValue(type);
  };

const toDay = (text: string) => {
  const day = parseDay(text);
  return day && formatDay(day);
};

const toMoment = (text: string) => {
  const moment = parseMoment(text);
  return moment === null ? null : formatMinute(moment);
};

const parseChoices: Parse = (value) => items(value).map(scalarText);

const parseChoice: Parse = (value) => {
  const text = scalarText(value);
  return text === "" ? null : text;
};

type Entities = {
  known: (site: Site) => ReadonlyMap<string, unknown>;
  missing: (code: string) => ApiError;
};

const parseEntities =
  ({ known, missing }: Entities): Parse =>
  (value, _place, { site }) => {
    const codes = items(value).map((item) => member(item, "code"));
    for (const code of codes) if (!known(site).has(code)) throw missing(code);
    return [...new Set(codes)].map((code) => ({ code }));
  };

const parseFiles: Parse = (value, _place, { takeFile }) =>
  items(value).map((item) => takeFile(member(item, "fileKey")));

const parsers: Record<string, Parse> = {
  NUMBER: parseNumber,
  DATE: parseAs("DATE", toDay, valueMessages.notDate),
  TIME: parseAs("TIME", parseTime, valueMessages.notTime),
  DATETIME: parseAs("DATETIME", toMoment, valueMessages.notMoment),
  CHECK_BOX: parseChoices,
  MULTI_SELECT: parseChoices,
  RADIO_BUTTON: parseChoice,
  DROP_DOWN: parseChoice,
  USER_SELECT: parseEntities({
    known: (site) => site.store.users,
    missing: unknownUser,
  }),
  ORGANIZATION_SELECT: parseEntities({
    known: (site) => site.store.organizations,
    missing: unknownOrganization,
  }),
  GROUP_SELECT: parseEntities({
    known: (site) => site.store.groups,
    missing: unknownGroup,
  }),
  FILE: parseFiles,
};

/** Parses a sent value for the store. Faults go to the notes. */
export const parseValue = (
  field: FormField,
  value: unknown,
  place: Place,
  context: InputContext,
): FieldValue => {
  const parse = parsers[field.type];
  return parse ? parse(value, place, context) : scalarText(value);
};

/** A field of a sent record: `{ "value": … }`. */
export const sentValue = (cell: unknown): unknown => {
  if (!isObject(cell)) throw wrongShape();
  return own(cell, "value");
};

export type SentRow = { id: string | null; cells: Record<string, unknown> };

/** The rows of a sent table. */
export const sentRows = (value: unknown): SentRow[] =>
  items(value).map((row) => {
    if (!isObject(row)) throw wrongShape();
    const cells = own(row, "value") ?? {};
    if (!isObject(cells)) throw wrongShape();
    const id = own(row, "id");
    const hasId = typeof id === "string" || typeof id === "number";
    return { id: hasId ? String(id) : null, cells };
  });
