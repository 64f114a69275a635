import type { AppKey } from "../../apps/index.ts";
import { appKeys } from "../../apps/index.ts";
import { AppError } from "../../errors/app-error.ts";
import type { SiteClient } from "../connect/site-client.ts";
import { findUnlisted, type Adoption } from "./find-unlisted.ts";
import { findMarkedKey, isSocietiesOfAnySet } from "./marker.ts";
import type { ProvisionMemory } from "./memory.ts";

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/get-apps/ */
const GET_APPS_LIMIT = 100;

export type FoundApp = {
  readonly id: string;
  readonly isLive: boolean;
  readonly isAdopted?: boolean;
  /** The 商工会 app that another set of apps has made. */
  readonly isShared?: boolean;
};
export type FoundApps = Readonly<Partial<Record<AppKey, FoundApp>>>;

type ListedApp = { readonly appId: string; readonly description: string };

export const listApps = async (
  client: SiteClient,
  offset = 0,
): Promise<ListedApp[]> => {
  const { apps } = await client.app.getApps({ limit: GET_APPS_LIMIT, offset });
  if (apps.length < GET_APPS_LIMIT) return apps;
  return [...apps, ...(await listApps(client, offset + GET_APPS_LIMIT))];
};

/** An app that was made but never published is in no list; we may remember it. */
const findUnpublished = async (
  client: SiteClient,
  programmeId: string,
  key: AppKey,
  id: string,
): Promise<FoundApp | null> => {
  try {
    const { description } = await client.app.getAppSettings({
      app: id,
      preview: true,
    });
    const isOurs =
      description === "" || findMarkedKey(programmeId, description) === key;
    return isOurs ? { id, isLive: false } : null;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
};

/** True for apps that were deleted by hand or belong to a site set up again. */
const isGone = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  (error.code === "GAIA_AP01" || error.code === "CB_NO02");

const requireOnlyOne = (key: AppKey, apps: readonly ListedApp[]) => {
  if (apps.length < 2) return apps[0];
  throw new AppError("provision/app-twice", {
    app: key,
    ids: apps.map(({ appId }) => appId).join(", "),
  });
};

/** A set takes the 商工会 app that is there; one of its own counts first. */
const findShared = (
  key: AppKey,
  listed: readonly ListedApp[],
): FoundApp | null => {
  if (key !== "societies") return null;
  const app = requireOnlyOne(
    key,
    listed.filter(({ description }) => isSocietiesOfAnySet(description)),
  );
  return app === undefined
    ? null
    : { id: app.appId, isLive: true, isShared: true };
};

/** The adopted app in its place, and those that kintone does not list. */
const adopt = async (
  client: SiteClient,
  programmeId: string,
  found: FoundApps,
  listed: readonly string[],
  adoption: Adoption,
): Promise<FoundApps> => {
  const isWhole = appKeys.every((key) => found[key] !== undefined);
  const unlisted = isWhole
    ? {}
    : await findUnlisted(client, programmeId, listed, adoption);
  const begun = found.editions?.id ?? unlisted.editions ?? adoption.app;
  if (begun !== adoption.app)
    throw new AppError("provision/other-set", { app: begun });
  const own: FoundApp = {
    id: adoption.app,
    isLive: listed.includes(adoption.app),
    isAdopted: true,
  };
  const entries = appKeys.flatMap((key) => {
    const id = unlisted[key];
    return id === undefined ? [] : [[key, { id, isLive: false }] as const];
  });
  return { editions: own, ...Object.fromEntries(entries), ...found };
};

/**
 * @param adoption - the app that becomes 募集回 where there is none
 * @throws AppError `provision/app-twice`, `provision/other-set`
 */
export const findApps = async (
  client: SiteClient,
  programmeId: string,
  memory: ProvisionMemory,
  adoption?: Adoption,
): Promise<FoundApps> => {
  const [listed, known] = await Promise.all([
    listApps(client),
    memory.recall(),
  ]);
  const find = async (key: AppKey): Promise<FoundApp | null> => {
    const marked = listed.filter(
      ({ description }) => findMarkedKey(programmeId, description) === key,
    );
    const app = requireOnlyOne(key, marked);
    if (app !== undefined) return { id: app.appId, isLive: true };
    const shared = findShared(key, listed);
    if (shared !== null) return shared;
    const id = known[key];
    const isListed = listed.some(({ appId }) => appId === id);
    // Published, but without our mark: somebody has made it their own.
    if (id === undefined || isListed) return null;
    return findUnpublished(client, programmeId, key, id);
  };
  const entries = await Promise.all(
    appKeys.map(async (key) => [key, await find(key)] as const),
  );
  const found = Object.fromEntries(entries.filter(([, app]) => app !== null));
  const ids = listed.map(({ appId }) => appId);
  return adoption === undefined
    ? found
    : adopt(client, programmeId, found, ids, adoption);
};
