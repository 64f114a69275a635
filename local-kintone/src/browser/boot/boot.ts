import type {
  AppSettings,
  FieldProperty,
  JsonObject,
} from "../../model/model.ts";

/** Which page a document is; detail and edit are one document, as on a real site. */
export type PageKind =
  | "portal"
  | "notifications"
  | "index"
  | "show"
  | "create"
  | "print"
  | "report"
  | "appSettings"
  | "pluginList"
  | "pluginConfig"
  | "refused";

export type BootUser = {
  id: string;
  code: string;
  name: string;
  email: string;
  timezone: string;
  language: "ja" | "en";
  isAdministrator: boolean;
};

export type BootView = JsonObject & {
  id: string;
  name: string;
  type: "LIST" | "CALENDAR" | "CUSTOM";
};

/** Rights of the user on the app as a whole. */
type BootRights = {
  addRecord: boolean;
  editApp: boolean;
  viewRecords: boolean;
};

export type BootApp = {
  id: number;
  code: string;
  name: string;
  description: string;
  spaceId: number | null;
  /** The guest space the app lies in, if any. */
  guestSpaceId: number | null;
  revision: number;
  createdAt: string;
  creator: { code: string; name: string };
  modifiedAt: string;
  modifier: { code: string; name: string };
  general: JsonObject;
  fields: Record<string, FieldProperty>;
  /** The same as `getFormFields` tells them: without what the user may not know of other apps. */
  visibleFields: Record<string, FieldProperty>;
  layout: JsonObject[];
  /** In the order of their `index`. */
  views: BootView[];
  process: AppSettings["process"];
  reports: JsonObject[];
  actions: JsonObject[];
  rights: BootRights;
  /** Settings of the plugins that run on this page, by plugin id. */
  pluginConfigs: Record<string, Record<string, string>>;
};

/** Data a page has when its first script runs. */
export type Boot = {
  kind: PageKind;
  mobile: boolean;
  user: BootUser;
  requestToken: string;
  /** True when functions of the other device are refused here. */
  refusesOtherDevice: boolean;
  /** True when the key of a lookup is looked for among words, false for equal values alone. */
  findsLookupsByWord: boolean;
  /** Seed of the class names; another one at every start of the server. */
  salt: string;
  /** Name of the event that starts the page after all customisation has run. */
  startSignal: string;
  app: BootApp | null;
  /** The plugin whose settings page this is. */
  pluginId: string | null;
  /** Stored headers and data of calls to other services, by method and address; settings page only. */
  proxyConfigs: Record<
    string,
    { headers: Record<string, string>; data: Record<string, unknown> }
  > | null;
  /** Why the page is not shown, for `refused`. */
  refusal: string | null;
};
