import { formOf } from "../../model/form.ts";
import { readValue, textsOf } from "../../language/query/values.ts";
import type { AppSettings, StoredRecord, User } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { groupCodesOf, isMember, organizationCodesOf } from "./membership.ts";

/** An entity of a permission, a process state or a notification, as REST names it. */
export type EntityRow = {
  entity: { type: string; code: string | null };
  includeSubs: boolean;
};

/** Known for every record, or to be asked of each. */
export type Match = boolean | ((record: StoredRecord) => boolean);

const codesByType = (
  site: Site,
  user: User,
  includeSubs: boolean,
): Record<string, () => string[]> => ({
  ORGANIZATION_SELECT: () => organizationCodesOf(site, user, includeSubs),
  GROUP_SELECT: () => groupCodesOf(user),
});

/** A field of users, organisations or groups means those it names in the record. */
const matchField = (
  site: Site,
  user: User,
  settings: AppSettings,
  code: string,
  includeSubs: boolean,
): Match => {
  const field = formOf(settings).byCode.get(code);
  if (!field || field.table !== null) return false;
  const codes = codesByType(site, user, includeSubs)[field.type];
  const own = new Set(codes?.() ?? [user.code]);
  const read = readValue(field, settings);
  return (record) => textsOf(read(record)).some((it) => own.has(it));
};

/** Tells whether a row means this user. */
export const matchEntity = (
  site: Site,
  user: User,
  settings: AppSettings,
  row: EntityRow,
): Match => {
  const { type, code } = row.entity;
  if (type === "CREATOR") return (record) => record.creator === user.code;
  if (code === null) return false;
  if (type === "FIELD_ENTITY")
    return matchField(site, user, settings, code, row.includeSubs);
  return isMember(site, user, { type, code }, row.includeSubs);
};

export const holds = (match: Match, record: StoredRecord): boolean =>
  typeof match === "boolean" ? match : match(record);
