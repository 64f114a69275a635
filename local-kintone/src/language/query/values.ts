import { formOf, statusOf } from "../../model/form.ts";
import type { FormField } from "../../model/form.ts";
import { own } from "../../ground/own.ts";
import type {
  AppSettings,
  FieldValue,
  FileValue,
  StoredRecord,
  TableRow,
} from "../../model/model.ts";

export type MaybeValue = FieldValue | undefined;

const isTexts = (value: unknown[]): value is string[] =>
  value.every((it) => typeof it === "string");

/** The one text of a scalar value; anything empty is "". */
export const textOf = (value: MaybeValue): string =>
  typeof value === "string" ? value : "";

/** Choices or codes of a value with several; a scalar counts as one, empty as none. */
export const textsOf = (value: MaybeValue): string[] => {
  if (value === null || value === undefined || value === "") return [];
  if (typeof value === "string") return [value];
  if (isTexts(value)) return value;
  // The remaining values are lists of {code}; files and rows never get here.
  return (value as Array<{ code?: string }>).map((it) => it.code ?? "");
};

export const filesOf = (value: MaybeValue): FileValue[] =>
  // Asked only of fields of type FILE, which hold nothing else.
  Array.isArray(value) ? (value as FileValue[]) : [];

export const rowsOf = (value: MaybeValue): TableRow[] =>
  // Asked only of fields of type SUBTABLE, which hold nothing else.
  Array.isArray(value) ? (value as TableRow[]) : [];

type ReadValue = (record: StoredRecord) => MaybeValue;

const systemValues: Record<string, ReadValue> = {
  RECORD_NUMBER: (record) => String(record.id),
  CREATOR: (record) => record.creator,
  MODIFIER: (record) => record.modifier,
  CREATED_TIME: (record) => record.createdAt,
  UPDATED_TIME: (record) => record.updatedAt,
  STATUS_ASSIGNEE: (record) => record.assignees,
};

/** Reads a field that is no column of a table. */
export const readValue = (
  field: FormField,
  settings: AppSettings,
): ReadValue => {
  const { code } = field;
  if (field.type === "STATUS") return (record) => statusOf(settings, record);
  // Asked for every record of a search: only a name that every object knows needs the careful way.
  const isOddName = code in Object.prototype;
  return (
    systemValues[field.type] ??
    (isOddName
      ? (record) => own(record.values, code)
      : (record) => record.values[code])
  );
};

/** CALC fields compare as what their format shows. */
export const comparedType = (field: FormField): string => {
  if (field.type !== "CALC") return field.type;
  const format = field.property.format;
  if (format === "DATE" || format === "DATETIME" || format === "TIME")
    return format;
  return format === "HOUR_MINUTE" || format === "DAY_HOUR_MINUTE"
    ? "DURATION"
    : "NUMBER";
};

const RECORD_ID: FormField = {
  code: "$id",
  type: "RECORD_NUMBER",
  property: { type: "RECORD_NUMBER", code: "$id", label: "$id" },
  table: null,
};

/** `$id` names the record id beside the record number field. */
export const findField = (
  settings: AppSettings,
  code: string,
): FormField | undefined =>
  code === "$id" ? RECORD_ID : formOf(settings).byCode.get(code);
