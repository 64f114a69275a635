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
import type { Readings } from "./readings.ts";

/** Milliseconds since the epoch; tests and `--today` set it, and it goes on ticking. */
export type Clock = {
  now(): number;
  /** Makes this moment "now"; null goes back to the machine's time. */
  set(now: number | null): void;
};

/**
 * The only way to change what a site remembers. Every method can be undone, so
 * that `transaction` changes nothing when its work throws.
 */
export type Store = {
  readonly apps: ReadonlyMap<number, App>;
  readonly users: ReadonlyMap<string, User>;
  readonly organizations: ReadonlyMap<string, Organization>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly files: ReadonlyMap<string, StoredFile>;
  readonly plugins: ReadonlyMap<string, InstalledPlugin>;
  readonly spaces: ReadonlyMap<number, Space>;
  readonly threads: ReadonlyMap<number, Thread>;
  readonly guests: ReadonlyMap<string, Guest>;
  readonly spaceTemplates: ReadonlyMap<number, SpaceTemplate>;
  readonly deployJobs: ReadonlyMap<number, DeployJob>;
  /** Records of an app by id, in insertion order of ids. */
  records(app: number): ReadonlyMap<number, StoredRecord>;
  notifications(user: string): readonly Notification[];

  /** Runs synchronous work; on a throw every change made inside is undone. */
  transaction<T>(work: () => T): T;
  /** Next number of a named counter, starting at 1 ("app", "record:3", "row", "view", "notification", "user" …). */
  nextId(counter: string): number;

  saveApp(app: App): void;
  /** With its records; REST has no such thing, tests do. */
  removeApp(id: number): void;
  saveUser(user: User): void;
  saveOrganization(organization: Organization): void;
  saveGroup(group: Group): void;
  removeUser(code: string): void;
  removeOrganization(code: string): void;
  removeGroup(code: string): void;
  saveRecord(app: number, record: StoredRecord): void;
  removeRecord(app: number, id: number): void;
  saveFile(file: StoredFile): void;
  removeFile(key: string): void;
  savePlugin(plugin: InstalledPlugin): void;
  removePlugin(id: string): void;
  saveNotification(notification: Notification): void;
  saveSpace(space: Space): void;
  removeSpace(id: number): void;
  saveThread(thread: Thread): void;
  removeThread(id: number): void;
  saveGuest(guest: Guest): void;
  removeGuest(code: string): void;
  saveSpaceTemplate(template: SpaceTemplate): void;
  saveDeployJob(job: DeployJob): void;
  removeDeployJob(id: number): void;
};

/** One independent kintone: many can live in a process. */
export type Site = {
  readonly store: Store;
  readonly clock: Clock;
  /** Things that live only as long as the process: cursors, sessions, faults, counters. */
  readonly volatile: Map<string, unknown>;
  readonly options: SiteOptions;
  /** Stops timers and lets go of the data folder. */
  close(): void;
};

export type SiteOptions = {
  /** Login name and password of the first administrator. */
  adminCode: string;
  adminPassword: string;
  /** Shortest time that a deploy stays PROCESSING. */
  deployDelayMs: number;
  /** Language without any hint from user or browser (rest-api: the domain's locale). */
  defaultLanguage: "ja" | "en";
  /**
   * Substitutes for outside addresses, by prefix: a folder with the files of a
   * CDN, or the address of a service on this machine.
   */
  substitutes: Readonly<Record<string, string>>;
  /** Behaviour of this site where sources are silent or disagree. */
  readings: Readings;
};
