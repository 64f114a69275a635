import type { Field } from "../../app-kit/field.ts";
import { appKeys, createApps } from "../../apps/index.ts";
import type { AppKey } from "../../apps/index.ts";
import { appFieldCodes } from "../../apps/records.ts";
import { hasErrorCode } from "../../errors/user-error.ts";
import type { AppRecord } from "../../apps/records.ts";
import type { Programme } from "../../programmes/index.ts";
import type { Gateway, RecordRight } from "../../kintone/gateway.ts";
import type { FormField } from "../../kintone/page-api.ts";
import type { AppIds } from "../../kintone/sibling-apps.ts";

/** The findings about one app; `error` when it could not be read. */
export type AppFacts = {
  id: string | null;
  /** Codes that are missing or of another type than ours. */
  wrongFields: readonly string[];
  /** Null where the app needs no closed rights or they could not be read. */
  isClosed: boolean | null;
  error: unknown;
};

export type SetFacts = {
  apps: Readonly<Record<AppKey, AppFacts>>;
  overrides: AppIds;
  editions: ReadonlyArray<AppRecord<"editions">>;
  editionsError: unknown;
};

/** Apps whose records one society must not see of another; 提出台帳 has those of all. */
const closedApps: ReadonlySet<AppKey> = new Set<AppKey>([
  "societies",
  "nominations",
  "answers",
  "deliveries",
]);

const findWrongFields = (
  programme: Programme,
  key: AppKey,
  live: Readonly<Record<string, FormField>>,
): string[] => {
  const declared: Readonly<Record<string, Field>> =
    createApps(programme)[key].fields;
  return Object.entries(declared)
    .filter(([code, field]) => live[code]?.type !== field.type)
    .map(([code, field]) => `${field.label}（${code}）`);
};

/**
 * Record permissions in which nobody sees everything by being anybody: there is
 * at least one rule for all records, and none lets `everyone` look.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/permission/get-record-permissions/
 */
const areRightsClosed = (rights: readonly RecordRight[]): boolean =>
  rights.some(({ filterCond }) => filterCond === "") &&
  rights.every(({ entities }) =>
    entities.every(
      ({ entity, viewable }) => !(viewable && entity.code === "everyone"),
    ),
  );

const unreadable = (id: string | null, error: unknown): AppFacts => ({
  id,
  wrongFields: [],
  isClosed: null,
  error,
});

/** Only who manages an app may see its rights; a clerk who maps the form does not. */
const areRightsClosedIn = async (
  gateway: Gateway,
  id: string,
): Promise<boolean | null> => {
  try {
    return areRightsClosed(await gateway.fetchRecordRights(id));
  } catch (error) {
    if (hasErrorCode(error, "kintone/no-right")) {
      return null;
    }
    throw error;
  }
};

const checkApp = async (
  gateway: Gateway,
  key: AppKey,
  id: string | undefined,
): Promise<AppFacts> => {
  if (id === undefined) {
    return unreadable(null, null);
  }
  try {
    const [fields, isClosed] = await Promise.all([
      gateway.fetchFields(id),
      closedApps.has(key) ? areRightsClosedIn(gateway, id) : null,
    ]);
    return {
      id,
      wrongFields: findWrongFields(gateway.programme, key, fields),
      isClosed,
      error: null,
    };
  } catch (error) {
    return unreadable(id, error);
  }
};

const listEditions = async (
  gateway: Gateway,
): Promise<Pick<SetFacts, "editions" | "editionsError">> => {
  try {
    const editions = await gateway.listRecords("editions", {
      fields: appFieldCodes("editions"),
    });
    return { editions, editionsError: null };
  } catch (error) {
    return { editions: [], editionsError: error };
  }
};

/** Looks at the whole set; what cannot be read is a finding, not a failure. */
export const checkSet = async (
  gateway: Gateway,
  overrides: AppIds,
): Promise<SetFacts> => {
  const ids = await gateway.findApps();
  const [facts, editions] = await Promise.all([
    Promise.all(
      appKeys.map(
        async (key) => [key, await checkApp(gateway, key, ids[key])] as const,
      ),
    ),
    listEditions(gateway),
  ]);
  return {
    // One entry per key of `appKeys`.
    apps: Object.fromEntries(facts) as Record<AppKey, AppFacts>,
    overrides,
    ...editions,
  };
};
