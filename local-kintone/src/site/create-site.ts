import { resumeDeploys, stopDeploys } from "../settings/deploy.ts";
import { seedBuiltIn } from "./built-in.ts";
import { createClock } from "./clock.ts";
import { openJournal } from "./journal.ts";
import type { Site, SiteOptions } from "./site.ts";
import { createStore } from "./store.ts";
import type { MemoryStore } from "./store.ts";

export type CreateSiteOptions = Partial<SiteOptions> & {
  /** Folder that keeps everything between starts; without it a site lives in memory. */
  dataDir?: string;
  /** Moment at which the clock starts, in milliseconds since the epoch. */
  now?: number;
};

const defaults: SiteOptions = {
  adminCode: "Administrator",
  adminPassword: "Administrator",
  deployDelayMs: 200,
  defaultLanguage: "ja",
};

const stores = new WeakMap<Site, MemoryStore>();

/** The store behind a site, for snapshots and reset. */
export const memoryStoreOf = (site: Site): MemoryStore => {
  const store = stores.get(site);
  if (!store) throw new Error("Not a site made by createSite");
  return store;
};

/** One independent kintone. */
export const createSite = (given: CreateSiteOptions = {}): Site => {
  const { dataDir, now, ...options } = given;
  const settled = { ...defaults, ...options };
  const journal = dataDir === undefined ? undefined : openJournal(dataDir);
  const store = createStore(journal?.listener ?? null, journal?.entries ?? []);
  if (store.users.size === 0) seedBuiltIn(store, settled);
  const volatile = new Map<string, unknown>();
  const site: Site = {
    store,
    clock: createClock(now ?? null),
    volatile,
    options: settled,
    close: () => {
      stopDeploys(site);
      volatile.clear();
      journal?.close();
    },
  };
  stores.set(site, store);
  resumeDeploys(site);
  return site;
};
