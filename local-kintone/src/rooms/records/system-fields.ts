import { parseMoment } from "../../language/query/dates.ts";
import { unknownUser } from "../../language/query/errors.ts";
import { formatMinute } from "../../language/query/time-zone.ts";
import { notJson } from "../../ground/errors.ts";
import { own } from "../../ground/own.ts";
import { isObject } from "../../ground/shape.ts";
import type { StoredRecord } from "../../model/model.ts";
import type { SentRecord } from "./build-values.ts";
import {
  categoryNotWritable,
  fieldNotWritable,
  systemFieldNeedsAppAdmin,
} from "./errors.ts";
import { formOf, isEnabled } from "../../model/form.ts";
import type { FormField } from "../../model/form.ts";
import { sentValue } from "./input.ts";
import { valueMessages } from "./messages.ts";
import type { Notes } from "./messages.ts";
import type { Scope } from "../rights/scope.ts";

export type Origin = Pick<
  StoredRecord,
  "creator" | "createdAt" | "modifier" | "updatedAt"
>;

/** Type of the field → the property of a record, and kintone's name in refusals. */
const ORIGINS: Array<[type: string, property: keyof Origin, name: string]> = [
  ["CREATOR", "creator", "CREATOR"],
  ["CREATED_TIME", "createdAt", "CREATED_AT"],
  ["MODIFIER", "modifier", "MODIFIER"],
  ["UPDATED_TIME", "updatedAt", "MODIFIED_AT"],
];

const readPerson = (scope: Scope, value: unknown): string => {
  const code = isObject(value) ? value.code : value;
  if (typeof code !== "string") throw notJson();
  if (!scope.site.store.users.has(code)) throw unknownUser(code);
  return code;
};

const readMoment = (value: unknown, path: string, notes: Notes): string => {
  const moment = typeof value === "string" ? parseMoment(value) : null;
  if (moment === null) notes.add(`${path}.value`, valueMessages.notMoment);
  return formatMinute(moment ?? 0);
};

/**
 * Creator and time of a new record: the caller and now, unless an app
 * administrator gives others.
 */
export const originOf = (
  scope: Scope,
  sent: SentRecord,
  path: string,
  notes: Notes,
): Origin => {
  const now = formatMinute(scope.site.clock.now());
  const { code } = scope.caller.user;
  const origin: Origin = {
    creator: code,
    createdAt: now,
    modifier: code,
    updatedAt: now,
  };
  const { system } = formOf(scope.settings);
  for (const [type, property] of ORIGINS) {
    const field = system.get(type);
    const cell = field && own(sent, field.code);
    if (!field || cell === undefined) continue;
    if (!scope.access.app.appEditable)
      throw systemFieldNeedsAppAdmin(field.property.label);
    const value = sentValue(cell);
    origin[property] =
      property === "creator" || property === "modifier"
        ? readPerson(scope, value)
        : readMoment(value, `${path}[${field.code}]`, notes);
  }
  return origin;
};

/** Names by which kintone refuses a value for a type, when adding and when updating. */
const REFUSED: Record<string, string> = {
  RECORD_NUMBER: "RECORD_ID",
  STATUS: "STATUS",
  STATUS_ASSIGNEE: "STATUS_ASSIGNEE",
  GROUP: "GROUP",
};

const refuseField = (field: FormField): void => {
  const name = REFUSED[field.type];
  if (name !== undefined) throw fieldNotWritable(name);
  if (field.type === "CATEGORY") throw categoryNotWritable();
  // Answered so by a real kintone (cy-takeuchi/monosashi: packages/tsumekae/fixtures/write-behavior.md).
  if (field.type === "REFERENCE_TABLE") throw notJson();
};

/** Refuses values for fields that nobody writes, as far as the app has them switched on. */
export const refuseUnwritable = (scope: Scope, sent: SentRecord): void => {
  const { byCode } = formOf(scope.settings);
  for (const code of Object.keys(sent)) {
    const field = byCode.get(code);
    if (field && isEnabled(scope.settings, field)) refuseField(field);
  }
};

/** An update may not say who and when. */
export const refuseOrigins = (scope: Scope, sent: SentRecord): void => {
  const { system } = formOf(scope.settings);
  for (const [type, , name] of ORIGINS) {
    const field = system.get(type);
    if (field && own(sent, field.code) !== undefined)
      throw fieldNotWritable(name);
  }
};
