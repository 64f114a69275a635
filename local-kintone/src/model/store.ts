import type {
  App,
  DeployJob,
  Group,
  Guest,
  InstalledPlugin,
  Notification,
  Organization,
  Space,
  SpaceTemplate,
  StoredFile,
  StoredRecord,
  Thread,
  User,
} from "./model.ts";
import type { Store } from "./site.ts";

type Key = string | number;

/** One value of one table before and after; `undefined` means absent. */
export type Change = {
  table: string;
  key: Key;
  before: unknown;
  after: unknown;
};

/** A value as it lies in a table: the unit of journals and snapshots. */
export type Entry = { table: string; key: Key; value: unknown };

/** The store with the doors that persistence and snapshots need. */
export type MemoryStore = Store & {
  /** Every value; what `replaceAll` takes. Values are shared, never changed in place. */
  entries(): Entry[];
  /** Forgets everything and takes these values instead, as one committed change. */
  replaceAll(entries: readonly Entry[]): void;
};

export type StoreListener = {
  /** Before an outermost transaction counts as done; a throw undoes it. */
  commit(changes: readonly Change[]): void;
  replace(entries: readonly Entry[]): void;
};

const RECORDS = "records:";

/** Puts a restored key back where it was: tables with numeric keys are kept in their order. */
const sortNumericKeys = (table: Map<Key, unknown>) => {
  const sorted = [...table].sort(([a], [b]) => Number(a) - Number(b));
  table.clear();
  for (const [key, value] of sorted) table.set(key, value);
};

/**
 * Tables in memory with an undo log. A transaction inside a transaction is a
 * savepoint; the listener hears of the outermost one only.
 */
export const createStore = (
  listener: StoreListener | null = null,
  initial: readonly Entry[] = [],
): MemoryStore => {
  const tables = new Map<string, Map<Key, unknown>>();
  let log: Change[] = [];
  let depth = 0;

  const table = (name: string): Map<Key, unknown> => {
    const known = tables.get(name);
    if (known) return known;
    const created = new Map<Key, unknown>();
    tables.set(name, created);
    return created;
  };
  /** One cast for the whole store: each table holds one type of value by construction. */
  const typed = <K extends Key, V>(name: string) => table(name) as Map<K, V>;

  const put = (name: string, key: Key, value: unknown) => {
    if (value === undefined) table(name).delete(key);
    else table(name).set(key, value);
  };

  const undoTo = (mark: number) => {
    const reordered = new Set<string>();
    for (const change of log.splice(mark).reverse()) {
      put(change.table, change.key, change.before);
      const wasRemoved = change.after === undefined;
      if (wasRemoved && typeof change.key === "number")
        reordered.add(change.table);
    }
    for (const name of reordered) sortNumericKeys(table(name));
  };

  const transaction = <T>(work: () => T): T => {
    const mark = log.length;
    depth += 1;
    try {
      const result = work();
      if (depth === 1 && log.length > 0) listener?.commit(log);
      if (depth === 1) log = [];
      return result;
    } catch (error) {
      undoTo(mark);
      throw error;
    } finally {
      depth -= 1;
    }
  };

  const set = (name: string, key: Key, after: unknown) =>
    transaction(() => {
      const before = table(name).get(key);
      if (before === undefined && after === undefined) return;
      log.push({ table: name, key, before, after });
      put(name, key, after);
    });

  const fill = (entries: readonly Entry[]) => {
    for (const { table: name, key, value } of entries) put(name, key, value);
  };
  fill(initial);

  const nextId = (counter: string): number => {
    const next = (typed<string, number>("counters").get(counter) ?? 0) + 1;
    set("counters", counter, next);
    return next;
  };

  return {
    apps: typed<number, App>("apps"),
    users: typed<string, User>("users"),
    organizations: typed<string, Organization>("organizations"),
    groups: typed<string, Group>("groups"),
    files: typed<string, StoredFile>("files"),
    plugins: typed<string, InstalledPlugin>("plugins"),
    spaces: typed<number, Space>("spaces"),
    threads: typed<number, Thread>("threads"),
    guests: typed<string, Guest>("guests"),
    spaceTemplates: typed<number, SpaceTemplate>("spaceTemplates"),
    deployJobs: typed<number, DeployJob>("deployJobs"),
    records: (app) => typed<number, StoredRecord>(`${RECORDS}${app}`),
    notifications: (user) => [
      ...typed<number, Notification>(`notifications:${user}`).values(),
    ],

    transaction,
    nextId,

    saveApp: (app) => set("apps", app.id, app),
    removeApp: (id) =>
      transaction(() => {
        const records = `${RECORDS}${id}`;
        for (const key of [...table(records).keys()])
          set(records, key, undefined);
        set("apps", id, undefined);
      }),
    saveUser: (user) => set("users", user.code, user),
    saveOrganization: (it) => set("organizations", it.code, it),
    saveGroup: (group) => set("groups", group.code, group),
    removeUser: (code) => set("users", code, undefined),
    removeOrganization: (code) => set("organizations", code, undefined),
    removeGroup: (code) => set("groups", code, undefined),
    saveRecord: (app, record) => set(`${RECORDS}${app}`, record.id, record),
    removeRecord: (app, id) => set(`${RECORDS}${app}`, id, undefined),
    saveFile: (file) => set("files", file.key, file),
    removeFile: (key) => set("files", key, undefined),
    savePlugin: (plugin) => set("plugins", plugin.id, plugin),
    removePlugin: (id) => set("plugins", id, undefined),
    saveNotification: (it) => set(`notifications:${it.user}`, it.id, it),
    saveSpace: (space) => set("spaces", space.id, space),
    removeSpace: (id) => set("spaces", id, undefined),
    saveThread: (thread) => set("threads", thread.id, thread),
    removeThread: (id) => set("threads", id, undefined),
    saveGuest: (guest) => set("guests", guest.code, guest),
    removeGuest: (code) => set("guests", code, undefined),
    saveSpaceTemplate: (it) => set("spaceTemplates", it.id, it),
    saveDeployJob: (job) => set("deployJobs", job.id, job),
    removeDeployJob: (id) => set("deployJobs", id, undefined),

    entries: () =>
      [...tables].flatMap(([name, rows]) =>
        [...rows].map(([key, value]) => ({ table: name, key, value })),
      ),
    replaceAll: (entries) => {
      if (depth > 0) throw new Error("replaceAll inside a transaction");
      listener?.replace(entries);
      for (const rows of tables.values()) rows.clear();
      fill(entries);
    },
  };
};
