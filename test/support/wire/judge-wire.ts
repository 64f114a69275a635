import type { Exchange, Json } from "./wire-log.ts";

/*
 * Judges requests by their bodies alone, so that neither the plan of the product nor
 * the rules of the local kintone are asked.
 */

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const membersOf = (value: unknown): Json[] =>
  isObject(value) ? Object.values(value).filter(isObject) : [];

const listOf = (value: unknown): Json[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

const isWrite = ({ method, status }: Exchange): boolean =>
  method !== "GET" && status === 200;

const isAt = ({ url }: Exchange, path: string): boolean =>
  new URL(url, "http://localhost").pathname.endsWith(`/${path}.json`);

const appOf = ({ body, url }: Exchange): string =>
  String(body?.app ?? new URL(url, "http://localhost").searchParams.get("app"));

/** Every object inside a value, the value included. */
const everyObject = (value: unknown): Json[] => {
  if (Array.isArray(value)) return value.flatMap(everyObject);
  if (!isObject(value)) return [];
  return [value, ...Object.values(value).flatMap(everyObject)];
};

type Types = Map<string, Map<string, string>>;

const fieldsOf = (body: Json | null): Json[] =>
  membersOf(body?.properties).flatMap((field) => [
    field,
    ...membersOf(field.fields),
  ]);

/** Types of all fields by app and code, as they were sent. */
const typesSent = (log: readonly Exchange[]): Types => {
  const types: Types = new Map();
  for (const exchange of log) {
    if (!isWrite(exchange) || !isAt(exchange, "app/form/fields")) continue;
    const app = appOf(exchange);
    const known = types.get(app) ?? new Map<string, string>();
    types.set(app, known);
    for (const { code, type } of fieldsOf(exchange.body))
      if (typeof type === "string") known.set(String(code), type);
  }
  return types;
};

const lookupsOf = (log: readonly Exchange[]) =>
  log
    .filter((exchange) => isWrite(exchange) && isAt(exchange, "form/fields"))
    .flatMap((exchange) =>
      fieldsOf(exchange.body).flatMap((field) =>
        isObject(field.lookup)
          ? [{ app: appOf(exchange), field, lookup: field.lookup }]
          : [],
      ),
    );

const sourceOf = (lookup: Json): string =>
  String(isObject(lookup.relatedApp) ? lookup.relatedApp.app : "");

/** Copies of lookups whose two fields have unlike types, or one of no known type. */
export const unlikeCopies = (log: readonly Exchange[]): string[] => {
  const types = typesSent(log);
  return lookupsOf(log).flatMap(({ app, field, lookup }) =>
    [
      { field: field.code, relatedField: lookup.relatedKeyField },
      ...listOf(lookup.fieldMappings),
    ].flatMap((copy) => {
      const to = types.get(app)?.get(String(copy.field));
      const from = types.get(sourceOf(lookup))?.get(String(copy.relatedField));
      return to !== undefined && to === from
        ? []
        : [`${String(copy.field)} ${String(to)} <- ${String(from)}`];
    }),
  );
};

export const countLookups = (log: readonly Exchange[]): number =>
  lookupsOf(log).length;

/** First statuses that were sent under a name which the app did not have. */
export const newFirstStatuses = (log: readonly Exchange[]): string[] => {
  const present = new Map<string, Set<string>>();
  return log.flatMap((exchange) => {
    if (!isAt(exchange, "app/status")) return [];
    if (exchange.method === "GET") {
      const names = membersOf(exchange.answer?.states).map(({ name }) =>
        String(name),
      );
      present.set(appOf(exchange), new Set(names));
      return [];
    }
    const states = isObject(exchange.body?.states) ? exchange.body.states : {};
    return Object.entries(states)
      .filter(([, state]) => isObject(state) && Number(state.index) === 0)
      .map(([name]) => name)
      .filter((name) => present.get(appOf(exchange))?.has(name) !== true);
  });
};

const CONDITIONS = ["filterCond", "query"];

const words = (condition: string): string[] =>
  condition
    .replaceAll(/"(?:[^"\\]|\\.)*"/gu, '""')
    .toLowerCase()
    .split(/[\s()]+/u);

const isOfRecords = ({ url }: Exchange): boolean =>
  /\/v1\/records?(?:\/cursor)?\.json/u.test(url);

/** Conditions in settings, whatever the setting. */
export const storedConditions = (log: readonly Exchange[]): string[] =>
  log
    .filter((exchange) => isWrite(exchange) && !isOfRecords(exchange))
    .flatMap(({ body }) => everyObject(body))
    .flatMap((settings) => CONDITIONS.map((name) => settings[name]))
    .filter((it): it is string => typeof it === "string" && it !== "");

export const mixedConditions = (log: readonly Exchange[]): string[] =>
  storedConditions(log).filter((condition) =>
    ["and", "or"].every((word) => words(condition).includes(word)),
  );

const RIGHTS = ["app/acl", "record/acl", "field/acl"];

/** Rights that were written after the first publication of their app, and apps without any. */
export const lateRights = (log: readonly Exchange[]): string[] => {
  const published = new Set<string>();
  const closed = new Set<string>();
  return log.flatMap((exchange) => {
    if (!isWrite(exchange)) return [];
    const right = RIGHTS.find((path) => isAt(exchange, path));
    if (right !== undefined) {
      const app = appOf(exchange);
      if (right === "app/acl") closed.add(app);
      return published.has(app) ? [`${right} of ${app}`] : [];
    }
    if (!isAt(exchange, "preview/app/deploy")) return [];
    const apps = listOf(exchange.body?.apps).map(({ app }) => String(app));
    for (const app of apps) published.add(app);
    return apps.filter((app) => !closed.has(app)).map((app) => `app ${app}`);
  });
};

/** Rights and notices of an organisation, named or in a field, that leave out those below it. */
export const narrowOrganizations = (log: readonly Exchange[]): string[] => {
  const types = typesSent(log);
  return log.filter(isWrite).flatMap((exchange) =>
    everyObject(exchange.body).flatMap((row) => {
      const { entity } = row;
      if (!isObject(entity)) return [];
      const isOrganization =
        entity.type === "ORGANIZATION" ||
        types.get(appOf(exchange))?.get(String(entity.code)) ===
          "ORGANIZATION_SELECT";
      return isOrganization && row.includeSubs !== true
        ? [`${exchange.url} ${JSON.stringify(row)}`]
        : [];
    }),
  );
};

/** Rows that give something to the organisation which a field names. */
export const countSocietyRows = (log: readonly Exchange[]): number => {
  const types = typesSent(log);
  return log
    .filter(isWrite)
    .flatMap((exchange) =>
      everyObject(exchange.body).filter(
        ({ entity }) =>
          isObject(entity) &&
          types.get(appOf(exchange))?.get(String(entity.code)) ===
            "ORGANIZATION_SELECT",
      ),
    ).length;
};
