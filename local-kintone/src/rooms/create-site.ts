import { deliverDueReminders } from "./notifications/reminders.ts";
import { resumeDeploys, stopDeploys } from "./settings/deploy.ts";
import { seedBuiltIn } from "../model/built-in.ts";
import { createClock } from "../model/clock.ts";
import { guarded } from "../ground/guarded.ts";
import { openJournal } from "../model/journal/journal.ts";
import { defaultReadings } from "../model/readings.ts";
import type { Readings } from "../model/readings.ts";
import type { Site, SiteOptions } from "../model/site.ts";
import { createStore } from "../model/store.ts";
import type { Entry, MemoryStore } from "../model/store.ts";

export type CreateSiteOptions = Partial<Omit<SiteOptions, "readings">> & {
  /** Those that differ from the first reading of each behaviour. */
  readings?: Partial<Readings>;
  /** Folder that keeps everything between starts; without it a site lives in memory. */
  dataDir?: string;
  /** Length from which the journal in `dataDir` is compacted while running; 64 MB. */
  compactAboveBytes?: number;
  /** Moment at which the clock starts, in milliseconds since the epoch. */
  now?: number;
};

const defaults: SiteOptions = {
  adminCode: "Administrator",
  adminPassword: "Administrator",
  deployDelayMs: 200,
  defaultLanguage: "ja",
  substitutes: {},
  readings: defaultReadings,
};

/** Interval at which due reminders are sent without a request. */
const REMINDER_MS = 10_000;

const stores = new WeakMap<Site, MemoryStore>();

/** The store of a site, for snapshots and reset. */
export const memoryStoreOf = (site: Site): MemoryStore => {
  const store = stores.get(site);
  if (!store) throw new Error("Not a site made by createSite");
  return store;
};

const SURVIVES_RESTORE = new Set([
  "sessions",
  "traffic",
  "faults",
  "deployTimers",
]);

/** Everything a site remembers, at one moment. Cheap: values are shared, never changed. */
export type Snapshot = { readonly entries: readonly Entry[] };

export const takeSnapshot = (site: Site): Snapshot => ({
  entries: memoryStoreOf(site).entries(),
});

/** Goes back to a snapshot. Sessions stay, cursors and indexes do not. */
export const restoreSnapshot = (site: Site, snapshot: Snapshot): void => {
  stopDeploys(site);
  memoryStoreOf(site).replaceAll(snapshot.entries);
  for (const key of [...site.volatile.keys()])
    if (!SURVIVES_RESTORE.has(key)) site.volatile.delete(key);
  resumeDeploys(site);
};

/** Back to a site on which nobody has done anything; the clock follows the machine again. */
export const resetSite = (site: Site): void => {
  stopDeploys(site);
  memoryStoreOf(site).replaceAll([]);
  site.volatile.clear();
  site.clock.set(null);
  seedBuiltIn(site.store, site.options);
};

/** One independent kintone. */
export const createSite = (given: CreateSiteOptions = {}): Site => {
  const { dataDir, compactAboveBytes, now, readings, ...options } = given;
  const settled: SiteOptions = {
    ...defaults,
    ...options,
    readings: { ...defaultReadings, ...readings },
  };
  const journal =
    dataDir === undefined
      ? undefined
      : openJournal(dataDir, {
          ...(compactAboveBytes !== undefined && { compactAboveBytes }),
        });
  const store = createStore(journal?.listener ?? null, journal?.entries ?? []);
  journal?.compactFrom(store.entries);
  if (store.users.size === 0) seedBuiltIn(store, settled);
  const volatile = new Map<string, unknown>();
  const site: Site = {
    store,
    clock: createClock(now ?? null),
    volatile,
    options: settled,
    close: () => {
      clearInterval(reminders);
      stopDeploys(site);
      volatile.clear();
      journal?.close();
    },
  };
  stores.set(site, store);
  resumeDeploys(site);
  deliverDueReminders(site);
  const reminders = setInterval(
    () => guarded("sending reminders", () => deliverDueReminders(site)),
    REMINDER_MS,
  );
  reminders.unref();
  return site;
};
