import {
  dayIn,
  formatDay,
  formatMinute,
  toWallClock,
} from "../../language/query/time-zone.ts";
import { isObject } from "../../ground/shape.ts";
import type { FieldValue, User } from "../../model/model.ts";
import type { FormField } from "../../model/form.ts";
import { emptyValue } from "./values.ts";

const pad = (value: number) => String(value).padStart(2, "0");

/** `defaultNowValue`: day and time of day as the user's clock shows them. */
const nowValue = (type: string, user: User, now: number): FieldValue => {
  if (type === "DATETIME") return formatMinute(now);
  if (type === "DATE") return formatDay(dayIn(now, user.timezone));
  const { hour, minute } = toWallClock(now, user.timezone);
  return `${pad(hour)}:${pad(minute)}`;
};

/** Functions stand for the user who adds the record. */
const entityCodes = (entity: unknown, user: User): string[] => {
  if (!isObject(entity) || typeof entity.code !== "string") return [];
  if (entity.type !== "FUNCTION") return [entity.code];
  if (entity.code === "LOGINUSER()") return [user.code];
  return user.organizations.slice(0, 1);
};

const ENTITIES = new Set([
  "USER_SELECT",
  "ORGANIZATION_SELECT",
  "GROUP_SELECT",
]);
const TIMES = new Set(["DATE", "TIME", "DATETIME"]);

/** A default moment is kept with or without seconds. */
const toMinute = (text: string) => {
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? "" : formatMinute(moment);
};

/**
 * Value of a field that a new record does not name.
 *
 * @see SG:doc/kintone-behavior-notes.md §7
 */
export const defaultValueOf = (
  field: FormField,
  user: User,
  now: number,
): FieldValue => {
  const { defaultValue, defaultNowValue } = field.property;
  if (TIMES.has(field.type) && defaultNowValue === true)
    return nowValue(field.type, user, now);
  if (
    defaultValue === undefined ||
    defaultValue === "" ||
    defaultValue === null
  )
    return emptyValue(field.type);
  if (ENTITIES.has(field.type))
    return (Array.isArray(defaultValue) ? defaultValue : [])
      .flatMap((entity) => entityCodes(entity, user))
      .map((code) => ({ code }));
  if (Array.isArray(defaultValue))
    return defaultValue.filter((it) => typeof it === "string");
  if (field.type === "DATETIME") return toMinute(String(defaultValue));
  return typeof defaultValue === "string"
    ? defaultValue
    : emptyValue(field.type);
};
