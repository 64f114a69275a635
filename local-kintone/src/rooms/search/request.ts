import { invalidInput } from "../../ground/api-error.ts";
import {
  checked,
  id,
  integer,
  list,
  messages,
  object,
  oneOf,
  optional,
  ourMessages,
  parseShape,
  text,
  withDefault,
} from "../../ground/shape.ts";

/** Kinds of hits. People and messages are not kept here, so theirs are never found. */
const HIT_TYPES = [
  "RECORD",
  "RECORD_COMMENT",
  "SPACE",
  "THREAD",
  "THREAD_COMMENT",
  "PEOPLE_COMMENT",
  "MESSAGE_COMMENT",
  "ATTACHMENT",
] as const;
export type HitType = (typeof HIT_TYPES)[number];

const MAX = 20;
const KEYWORD_LENGTH = 50;

const moment = checked(text(), (it) =>
  Number.isNaN(Date.parse(it)) ? ourMessages.wrongType : null,
);
const scopes = optional(
  list(
    object({
      scope: oneOf(["APP", "SPACE", "PEOPLE", "MESSAGE"]),
      ids: optional(list(id(), { max: MAX })),
      codes: optional(list(text({ min: 1 }), { max: MAX })),
    }),
    { max: MAX },
  ),
);

const shape = object({
  query: list(
    object({
      operator: oneOf(["AND", "OR", "NOT"]),
      keywords: list(text({ min: 1, max: KEYWORD_LENGTH }), {
        min: 1,
        max: MAX,
      }),
    }),
    { min: 1, max: MAX },
  ),
  types: optional(list(oneOf(HIT_TYPES))),
  scopes,
  excludeScopes: scopes,
  createdAfter: optional(moment),
  createdBefore: optional(moment),
  creators: optional(list(text({ min: 1 }))),
  sort: optional(
    object({
      by: withDefault(oneOf(["RELEVANCE", "CREATED_AT"]), "RELEVANCE"),
      order: withDefault(oneOf(["ASC", "DESC"]), "DESC"),
    }),
  ),
  limit: withDefault(integer({ min: 1, max: MAX }), MAX),
  pageToken: withDefault(text(), ""),
});
export type SearchRequest = ReturnType<typeof shape.read>;
export type Scope = NonNullable<SearchRequest["scopes"]>[number];

const wrong = (path: string, message = ourMessages.wrongType) =>
  invalidInput({ [path]: { messages: [message] } });

/** Apps and spaces have ids, people and messages have codes. */
const checkScopes = (given: readonly Scope[], name: string): void => {
  for (const [i, { scope, ids, codes }] of given.entries()) {
    const hasIds = scope === "APP" || scope === "SPACE";
    const stranger = hasIds ? codes : ids;
    if (stranger !== undefined)
      throw wrong(`${name}[${i}].${hasIds ? "codes" : "ids"}`);
  }
};

/**
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/search/search-data/ for the limits
 * @throws ApiError CB_VA01
 */
export const readSearchRequest = (
  params: Record<string, unknown>,
): SearchRequest => {
  const request = parseShape(shape, params);
  const keywords = request.query.flatMap((one) => one.keywords);
  if (keywords.length > MAX) throw wrong("query", ourMessages.size(1, MAX));
  checkScopes(request.scopes ?? [], "scopes");
  checkScopes(request.excludeScopes ?? [], "excludeScopes");
  const { sort } = request;
  if (sort?.by === "RELEVANCE" && sort.order === "ASC")
    throw wrong("sort.order", messages.enumValue);
  return request;
};
