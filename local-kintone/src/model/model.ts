/**
 * Everything one site remembers, as plain data. Stored records and settings are
 * never changed in place: a writer builds a new value and hands it to the store
 * (`store.ts`), which can therefore roll a transaction back and persist it.
 */

import type { JsonObject } from "../ground/json.ts";

export type { Json, JsonObject } from "../ground/json.ts";

export type EntityType =
  | "USER"
  | "GROUP"
  | "ORGANIZATION"
  | "FIELD_ENTITY"
  | "CREATOR"
  | "FUNCTION";
export type Entity = { type: EntityType; code: string };

export type User = {
  id: number;
  code: string;
  name: string;
  password: string;
  email: string;
  /** IANA name; day functions and page dates use it. */
  timezone: string;
  /** "auto" follows Accept-Language. */
  locale: "auto" | "ja" | "en";
  valid: boolean;
  /** Codes; the first is the primary organisation. */
  organizations: string[];
  /** Codes, without the built-in group `everyone`, in which everybody is. */
  groups: string[];
  /** kintone system administrator and cybozu.com administrator in one; follows the group `Administrators`. */
  isAdministrator: boolean;
  /**
   * Other members that the User API stores (surName, employeeNumber, …),
   * unchanged.
   */
  profile?: JsonObject;
  /** Job title code per organisation code. */
  titles?: Record<string, string>;
};
export type Organization = {
  id: number;
  code: string;
  name: string;
  parentCode: string | null;
  description?: string;
};
export type Group = {
  id: number;
  code: string;
  name: string;
  description?: string;
};

/** One field as `form/fields.json` gives it (numbers as strings); tables carry `fields`. */
export type FieldProperty = {
  type: string;
  code: string;
  label: string;
  fields?: Record<string, FieldProperty>;
  [key: string]: unknown;
};

export type PluginOnApp = {
  id: string;
  enabled: boolean;
  /** Config stored by `setConfig`; null when never saved. */
  config: Record<string, string> | null;
  /** `name` of the manifest at the time, for when the plugin is uninstalled. */
  name?: JsonObject;
  /** Settings stored by `setProxyConfig`; never sent to live pages. */
  proxies?: ProxyConfig[];
};

export type ProxyConfig = {
  url: string;
  method: string;
  headers: Record<string, string>;
  data: JsonObject;
};

/** One copy (live or preview) of everything an administrator can set. REST shapes. */
export type AppSettings = {
  general: JsonObject;
  fields: Record<string, FieldProperty>;
  layout: JsonObject[];
  /** By name; each with id, type, index and the rest of `views.json`. */
  views: Record<string, JsonObject>;
  process: {
    enable: boolean;
    states: Record<string, JsonObject> | null;
    actions: JsonObject[] | null;
  };
  appAcl: JsonObject[];
  recordAcl: JsonObject[];
  fieldAcl: JsonObject[];
  generalNotifications: {
    notifications: JsonObject[];
    notifyToCommenter: boolean;
  };
  perRecordNotifications: JsonObject[];
  reminderNotifications: { timezone: string; notifications: JsonObject[] };
  reports: Record<string, JsonObject>;
  actions: Record<string, JsonObject>;
  customize: JsonObject;
  adminNotes: JsonObject;
  plugins: PluginOnApp[];
  /** Preview only: what the renamed parts were called in the live copy. */
  origins?: Origins;
};

/**
 * Name in the live copy by name in the preview copy, for what was there at the last
 * deploy. What is not listed is new, even if a live thing of that name was deleted.
 */
export type Origins = {
  /** Field codes, table columns included. */
  fields: Record<string, string>;
  /** Preview field code → preview option → live option. */
  options: Record<string, Record<string, string>>;
  states: Record<string, string>;
};

export type SettingsCopy = { revision: number; settings: AppSettings };

export type ApiToken = {
  token: string;
  rights: Array<"view" | "add" | "edit" | "delete" | "manage">;
};

export type SpaceMember = {
  entity: { type: "USER" | "GROUP" | "ORGANIZATION"; code: string };
  isAdmin: boolean;
  includeSubs: boolean;
};
/** A space as REST knows it; it has no pages here. */
export type Space = {
  id: number;
  name: string;
  isGuest: boolean;
  isPrivate: boolean;
  useMultiThread: boolean;
  fixedMember: boolean;
  defaultThread: number;
  createApp: "EVERYONE" | "ADMIN";
  /** HTML; null until it is set. */
  body: string | null;
  /** Which parts of its portal show, by the name REST gives them. */
  widgets: Record<string, boolean>;
  members: SpaceMember[];
  /** Mail addresses. */
  guests: string[];
  creator: string;
  createdAt: string;
  modifier: string;
  modifiedAt: string;
};
export type Thread = {
  id: number;
  space: number;
  name: string;
  body: string | null;
  creator: string;
  createdAt: string;
  comments: ThreadComment[];
};
export type ThreadComment = {
  id: number;
  text: string;
  mentions: Entity[];
  /** Keys of kept files. */
  files: string[];
  creator: string;
  createdAt: string;
};
/** A guest of the site, by mail address. Guests do not log in here. */
export type Guest = { code: string; name: string; profile: JsonObject };
/** Template of a space. */
export type SpaceTemplate = {
  id: number;
  name: string;
  useMultiThread: boolean;
};

/** A deploy that was accepted and not yet carried out. */
export type DeployJob = {
  id: number;
  apps: number[];
  revert: boolean;
  by: string;
};

export type App = {
  id: number;
  /** App code (UI only on a real site), "" when unset. */
  code: string;
  spaceId: number | null;
  /** Without it an app of a space is in the space's first thread. */
  threadId?: number;
  creator: string;
  createdAt: string;
  modifier: string;
  modifiedAt: string;
  preview: SettingsCopy;
  /** null until the first deploy. */
  live: SettingsCopy | null;
  deploy: "NONE" | "PROCESSING" | "SUCCESS" | "FAIL" | "CANCEL";
  tokens: ApiToken[];
};

/** A file on a record: `fileKey` is the long download key. */
export type FileValue = {
  fileKey: string;
  name: string;
  contentType: string;
  size: string;
};
export type CodeName = { code: string; name: string };
export type TableRow = { id: string; value: Record<string, FieldValue> };
/** The read value of a field (rest-api.md §4) without its type. Users are kept by code only. */
export type FieldValue =
  | null
  | string
  | string[]
  | FileValue[]
  | Array<{ code: string }>
  | TableRow[];

export type RecordComment = {
  id: number;
  text: string;
  createdAt: string;
  creator: string;
  mentions: Entity[];
};
export type StatusChange = {
  changedAt: string;
  changedBy: string;
  status: string;
  assignees: string[];
};

/** Changes of one write: the earlier values, without absent ones. */
export type RecordChange = {
  revision: number;
  changedAt: string;
  changedBy: string;
  codes: string[];
  before: Record<string, FieldValue>;
};

export type StoredRecord = {
  id: number;
  revision: number;
  /** By field code; without system fields. */
  values: Record<string, FieldValue>;
  creator: string;
  createdAt: string;
  modifier: string;
  updatedAt: string;
  /** null while process management has never been on for it. */
  status: string | null;
  assignees: string[];
  statusHistory: StatusChange[];
  /** Oldest first; missing while nobody has changed the record. */
  changes?: RecordChange[];
  comments: RecordComment[];
  nextCommentId: number;
};

export type NotificationKind =
  | "comment"
  | "mention"
  | "general"
  | "perRecord"
  | "reminder"
  | "assignee";
export type Notification = {
  id: number;
  /** Receiver. */
  user: string;
  kind: NotificationKind;
  app: number;
  record: number;
  title: string;
  text: string;
  sender: string | null;
  createdAt: string;
  read: boolean;
};

export type StoredFile = {
  key: string;
  name: string;
  contentType: string;
  bytes: Uint8Array;
  uploadedBy: string;
  uploadedAt: string;
  /** Temporary keys come from uploads; a long key is made when a record takes the file. */
  kind: "temporary" | "attached";
};

export type InstalledPlugin = {
  id: string;
  version: string;
  manifest: JsonObject;
  /** Path inside contents.zip → bytes; listed files only. */
  files: Map<string, Uint8Array>;
  installedAt: string;
};
