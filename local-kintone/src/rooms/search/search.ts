import { compileWordSearch } from "../../language/query/word-search.ts";
import { invalidInput } from "../../ground/api-error.ts";
import type { ApiContext, Endpoint } from "../../model/endpoint.ts";
import { ourMessages } from "../../ground/shape.ts";
import type { JsonObject } from "../../model/model.ts";
import { findInApps } from "./find-records.ts";
import { findInSpaces } from "./find-spaces.ts";
import type { Found, Place } from "./found.ts";
import { readSearchRequest } from "./request.ts";
import type { Scope, SearchRequest } from "./request.ts";

const SNIPPET_LENGTH = 100;

const placeOf = ({
  site,
  caller,
  guestSpaceId,
  request,
}: ApiContext): Place => ({
  site,
  caller,
  guestSpaceId,
  origin: new URL(request.url).origin,
  folder: guestSpaceId === null ? "/k" : `/k/guest/${guestSpaceId}`,
});

/** Tells whether all conditions hold for something, each over everything that is in it. */
const compileQuery = (
  query: SearchRequest["query"],
): ((found: Found) => boolean) => {
  const tests = query.map(({ operator, keywords }) => {
    const words = keywords.map(compileWordSearch);
    const isIn = ({ texts }: Found, word: (text: string) => boolean) =>
      texts.some(word);
    return (found: Found): boolean => {
      if (operator === "AND") return words.every((word) => isIn(found, word));
      const isAnyIn = words.some((word) => isIn(found, word));
      return operator === "OR" ? isAnyIn : !isAnyIn;
    };
  });
  return (found) => tests.every((holds) => holds(found));
};

/** Tells whether a text is what a hit is shown for. */
const compileMatch = (
  query: SearchRequest["query"],
): ((text: string) => boolean) => {
  const words = query
    .filter(({ operator }) => operator !== "NOT")
    .flatMap(({ keywords }) => keywords.map(compileWordSearch));
  return (text) => words.some((word) => word(text));
};

const isWithin =
  (scopes: readonly Scope[]) =>
  ({ scope, scopeId }: Found): boolean =>
    scopes.some(
      (one) =>
        one.scope === scope &&
        (one.ids === undefined || one.ids.includes(scopeId)),
    );

const compileFilter = (request: SearchRequest): ((found: Found) => boolean) => {
  const { types, scopes, excludeScopes = [], creators } = request;
  const after = Date.parse(request.createdAfter ?? "0000-01-01");
  const before = Date.parse(request.createdBefore ?? "9999-12-31");
  return (found) => {
    const createdAt = Date.parse(found.createdAt);
    return (
      (types?.includes(found.type) ?? true) &&
      (scopes === undefined || isWithin(scopes)(found)) &&
      !isWithin(excludeScopes)(found) &&
      (creators?.includes(found.creator) ?? true) &&
      createdAt >= after &&
      createdAt <= before
    );
  };
};

/** No source tells how relevance is reckoned: here the newest comes first. */
const inOrder = (found: Found[], { sort }: SearchRequest): Found[] => {
  const direction = sort?.order === "ASC" ? 1 : -1;
  return found.sort(
    (a, b) => direction * (Date.parse(a.createdAt) - Date.parse(b.createdAt)),
  );
};

const offsetOf = (pageToken: string): number => {
  if (pageToken === "") return 0;
  const text = Buffer.from(pageToken, "base64url").toString("utf8");
  const [, offset] = /^from:(\d{1,9})$/.exec(text) ?? [];
  if (offset === undefined)
    throw invalidInput({ pageToken: { messages: [ourMessages.wrongType] } });
  return Number(offset);
};
const toToken = (offset: number) =>
  Buffer.from(`from:${offset}`, "utf8").toString("base64url");

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/search/search-data/ */
const search = (context: ApiContext): JsonObject => {
  const request = readSearchRequest(context.params);
  const offset = offsetOf(request.pageToken);
  const place = placeOf(context);
  const isAsking = request.query.some(({ operator }) => operator !== "NOT");
  const matches = compileMatch(request.query);
  const all = isAsking ? [...findInApps(place), ...findInSpaces(place)] : [];
  const found = inOrder(
    all.filter(compileFilter(request)).filter(compileQuery(request.query)),
    request,
  );
  const end = offset + request.limit;
  const hits = found.slice(offset, end).map((one): JsonObject => ({
    type: one.type,
    url: one.url,
    snippets: one.texts
      .filter(matches)
      .map((text) => text.slice(0, SNIPPET_LENGTH)),
    ...one.toHit(matches),
  }));
  return { hits, nextPageToken: end < found.length ? toToken(end) : null };
};

export const searchEndpoints: readonly Endpoint[] = [
  {
    method: "POST",
    path: "search",
    auth: ["password", "session"],
    handle: search,
  },
];
