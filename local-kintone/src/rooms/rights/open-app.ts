import type { ApiContext } from "../../model/endpoint.ts";
import {
  appNotFound,
  deployRunning,
  guestPathNeeded,
  noPrivilege,
  staleRevision,
  tokenNotAllowed,
} from "../../ground/errors.ts";
import {
  dropBlank,
  id,
  integer,
  object,
  oneOf,
  optional,
  parseShape,
} from "../../ground/shape.ts";
import type { App, AppSettings, SettingsCopy } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { appRights } from "./app-rights.ts";

export const isGuestSpace = (site: Site, spaceId: number | null): boolean =>
  spaceId !== null && (site.store.spaces.get(spaceId)?.isGuest ?? false);

/**
 * An app that exists and may be named on this path: guest-space apps only under
 * `/k/guest/N/`, others only outside.
 *
 * @see https://github.com/SonicGarden/kintone-emulator/blob/main/packages/core/src/handlers/errors.ts
 */
export const findApp = (context: ApiContext, appId: number): App => {
  const { site, guestSpaceId } = context;
  const app = site.store.apps.get(appId);
  if (!app) throw appNotFound(appId);
  const isGuest = isGuestSpace(site, app.spaceId);
  if (guestSpaceId === null && isGuest) throw guestPathNeeded();
  const isElsewhere = guestSpaceId !== null && app.spaceId !== guestSpaceId;
  if (guestSpaceId !== null && (isElsewhere || !isGuest)) throw noPrivilege();
  return app;
};

const refuse = (context: ApiContext): never => {
  throw context.caller.by === "token" ? tokenNotAllowed() : noPrivilege();
};

/** Refuses callers without the app management right. */
export const requireAppAdmin = (context: ApiContext, app: App): void => {
  if (!appRights(context.site, app, context.caller).appEditable)
    refuse(context);
};

/**
 * Refuses callers who may not view records: the right to add them is not enough for the
 * answer of `app.json`.
 *
 * @see https://github.com/kintone-labs/kintone-java-sdk/blob/master/src/test/java/com/cybozu/kintone/client/module/app/AppTest.java
 */
export const requireAppViewer = (context: ApiContext, app: App): void => {
  if (!appRights(context.site, app, context.caller).recordViewable)
    refuse(context);
};

/** Refuses callers who may neither view nor add records. */
const requireAppUser = (context: ApiContext, app: App): void => {
  const rights = appRights(context.site, app, context.caller);
  const isUser = rights.recordViewable || rights.recordAddable;
  if (!isUser && !rights.appEditable) refuse(context);
};

export const requireSystemAdmin = (context: ApiContext): void => {
  if (context.caller.by === "token") throw tokenNotAllowed();
  if (!context.caller.user.isAdministrator) throw noPrivilege();
};

/** `lang` of GET requests; names are not localised here, so it only has to be a known one. */
const langShape = optional(
  oneOf(["default", "user", "ja", "en", "zh", "zh-TW", "es", "th", "pt-BR"]),
);

/**
 * The copy that a GET of settings shows: the live one to users of the app, the
 * preview one to its administrators.
 */
export const openForReading = (
  context: ApiContext,
  options: { liveNeedsAdmin?: boolean } = {},
): { app: App; copy: SettingsCopy } => {
  const shape = object({ app: id(), lang: langShape });
  const params = parseShape(shape, dropBlank(context.params));
  const app = findApp(context, params.app);
  if (context.preview || options.liveNeedsAdmin) requireAppAdmin(context, app);
  else requireAppUser(context, app);
  if (context.preview) return { app, copy: app.preview };
  if (!app.live) throw appNotFound(params.app);
  return { app, copy: app.live };
};

/** `revision` of a settings write: -1 or nothing means unchecked. */
export const revisionShape = optional(integer({ min: -1 }));

/** An app whose preview settings this caller may change now. */
export const openForWriting = (
  context: ApiContext,
  params: { app: number; revision?: number | undefined },
): App => {
  const app = findApp(context, params.app);
  requireAppAdmin(context, app);
  if (app.deploy === "PROCESSING") throw deployRunning();
  const { revision = -1 } = params;
  if (revision !== -1 && revision !== app.preview.revision)
    throw staleRevision(app.id);
  return app;
};

/** Saves new preview settings under the next revision and says it as answers do. */
export const savePreview = (
  context: ApiContext,
  app: App,
  settings: AppSettings,
): { revision: string } => {
  const revision = app.preview.revision + 1;
  context.site.store.saveApp({ ...app, preview: { revision, settings } });
  return { revision: String(revision) };
};
