import { format, parseDecimal } from "../../../ground/decimal.ts";
import { unknownField } from "../../../language/query/errors.ts";
import { invalidInput } from "../../../ground/api-error.ts";
import type { ErrorMap } from "../../../ground/api-error.ts";
import { noPrivilege } from "../../../ground/errors.ts";
import {
  id,
  isObject,
  object,
  optional,
  parseShape,
} from "../../../ground/shape.ts";
import type { Shape } from "../../../ground/shape.ts";
import type { StoredRecord } from "../../../model/model.ts";
import { keyNotUnique } from "../errors.ts";
import { formOf } from "../../../model/form.ts";
import { parameterMessages } from "../messages.ts";
import type { Scope } from "../../rights/scope.ts";
import { isUnique } from "../validate.ts";
import { findByValue } from "../value-index.ts";

/** Parts by which a request names the record to update. */
export type RecordKey =
  | { kind: "id"; id: number }
  | { kind: "updateKey"; field: string; value: string };

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/update-record/ */
const MAX_KEY_LENGTH = 64;

const keyText = (): Shape<string> => ({
  read: (value, path, notes) => {
    const text = typeof value === "number" ? String(value) : value;
    if (typeof text === "string" && text.length <= MAX_KEY_LENGTH) return text;
    notes.add(path, {
      ja: `${MAX_KEY_LENGTH}文字以内で指定してください。`,
      en: `must be ${MAX_KEY_LENGTH} characters or less`,
    });
    return "";
  },
});

const fieldCode = (): Shape<string> => ({
  read: (value, path, notes) => {
    if (typeof value === "string" && value !== "") return value;
    notes.add(path, parameterMessages.required);
    return "";
  },
});

const keyShape = object({
  id: optional(id()),
  updateKey: optional(object({ field: fieldCode(), value: keyText() })),
});

/** @param path - "" or `records[0]` */
export const readRecordKey = (holder: unknown, path: string): RecordKey => {
  const prefix = path === "" ? "" : `${path}.`;
  const given = isObject(holder) ? holder : {};
  const key = parseShape(keyShape, given, path);
  if (key.id !== undefined && key.updateKey === undefined)
    return { kind: "id", id: key.id };
  if (key.id === undefined && key.updateKey !== undefined)
    return { kind: "updateKey", ...key.updateKey };
  const isMissingInList = key.id === undefined && path !== "";
  const choice = { messages: [parameterMessages.recordChoice] };
  const errors: ErrorMap = isMissingInList
    ? { [`${prefix}id`]: { messages: [parameterMessages.required] } }
    : { [`${prefix}updateKey`]: choice, [`${prefix}id`]: choice };
  throw invalidInput(errors);
};

const normalise = (type: string, value: string): string => {
  const number = type === "NUMBER" ? parseDecimal(value.trim()) : null;
  return number ? format(number) : value;
};

/** The record that a key names, if there is one. Whether the caller may touch it comes later. */
export const findByKey = (
  scope: Scope,
  key: RecordKey,
): StoredRecord | undefined => {
  const { site, app, settings, access } = scope;
  if (key.kind === "id") return site.store.records(app.id).get(key.id);
  const field = formOf(settings).byCode.get(key.field);
  if (!field) throw unknownField(key.field);
  // A key on a hidden field would tell its values.
  if (access.visibility(key.field) === false) throw noPrivilege();
  if (!isUnique(field)) throw keyNotUnique(key.field);
  const value = normalise(field.type, key.value);
  const record = findByValue(site, app, key.field, value)[0];
  if (record && !access.fieldRights(key.field, record).viewable)
    throw noPrivilege();
  return record;
};
