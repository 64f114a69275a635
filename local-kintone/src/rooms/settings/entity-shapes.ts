import { invalidInput } from "../../ground/api-error.ts";
import { fieldCodeNotFound } from "../../ground/errors.ts";
import { own } from "../../ground/own.ts";
import { messages, object, oneOf, optional, text } from "../../ground/shape.ts";
import type { AppSettings } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { requireEntities } from "../rights/require-entities.ts";

export type GivenEntity = { type: string; code?: string | undefined };

/** `{ type, code }`; which types depends on the setting. */
export const entityShape = (types: readonly string[]) =>
  object({ type: oneOf(types), code: optional(text()) });

/** Fields that name people, groups or organisations. */
export const PEOPLE_FIELDS: ReadonlySet<string> = new Set([
  "USER_SELECT",
  "GROUP_SELECT",
  "ORGANIZATION_SELECT",
  "CREATOR",
  "MODIFIER",
]);

const notAPeopleField = {
  ja: "ユーザー、組織、またはグループのフィールドを指定してください。",
  en: "Specify a user, department or group field.",
};

/**
 * Refuses entities that do not exist: unknown people, unknown fields, fields that
 * name nobody. CREATOR needs no code.
 */
export const requireKnownEntity = (
  site: Site,
  settings: AppSettings,
  entity: GivenEntity,
  path: string,
  fields: ReadonlySet<string> = PEOPLE_FIELDS,
): void => {
  if (entity.type === "CREATOR") return;
  const { code = "" } = entity;
  if (code === "")
    throw invalidInput({ [`${path}.code`]: { messages: [messages.required] } });
  if (entity.type !== "FIELD_ENTITY") {
    requireEntities(site, [entity]);
    return;
  }
  const field = own(settings.fields, code);
  if (!field) throw fieldCodeNotFound(code);
  if (!fields.has(field.type))
    throw invalidInput({ [`${path}.code`]: { messages: [notAPeopleField] } });
};

/** As answers show it: CREATOR has no code. */
export const toEntity = ({ type, code }: GivenEntity) => ({
  type,
  code: type === "CREATOR" ? null : (code ?? ""),
});

/** Everyone counts last wherever it was put. */
export const moveEveryoneLast = <T extends { entity: GivenEntity }>(
  rows: readonly T[],
): T[] => {
  const isEveryone = ({ entity }: T) =>
    entity.type === "GROUP" && entity.code === "everyone";
  return [
    ...rows.filter((row) => !isEveryone(row)),
    ...rows.filter(isEveryone),
  ];
};
