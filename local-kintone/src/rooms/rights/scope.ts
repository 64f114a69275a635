import { accessOf } from "./access.ts";
import type { Access } from "./access.ts";
import type { ConditionContext } from "../../language/query/context.ts";
import type { ApiContext, Caller } from "../../model/endpoint.ts";
import {
  appNotFound,
  noPrivilege,
  recordNotFound,
  tokenNotAllowed,
} from "../../ground/errors.ts";
import { findApp } from "./open-app.ts";
import type { AppRights } from "./app-rights.ts";
import type { App, AppSettings, StoredRecord } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";

/** Work of one caller on the records of one live app. */
export type Scope = {
  site: Site;
  caller: Caller;
  app: App;
  settings: AppSettings;
  access: Access;
};

export const toScope = (site: Site, caller: Caller, app: App): Scope => {
  if (!app.live) throw appNotFound(app.id);
  const { settings } = app.live;
  return { site, caller, app, settings, access: accessOf(site, app, caller) };
};

/** @throws ApiError when the app is missing, not live, or not to be named on this path */
export const openScope = (context: ApiContext, appId: number): Scope =>
  toScope(context.site, context.caller, findApp(context, appId));

const refusal = (caller: Caller) =>
  caller.by === "token" ? tokenNotAllowed() : noPrivilege();

/** Refuses callers without a right on the app. */
export const requireAppRight = (
  scope: Scope,
  ...rights: Array<keyof AppRights>
): void => {
  const isMissing = rights.some((right) => !scope.access.app[right]);
  if (isMissing) throw refusal(scope.caller);
};

/** A record that exists; rights are the next question. */
export const findRecord = (scope: Scope, id: number): StoredRecord => {
  const record = scope.site.store.records(scope.app.id).get(id);
  if (!record) throw recordNotFound(id);
  return record;
};

/** A record that the caller may see. */
export const findViewable = (scope: Scope, id: number): StoredRecord => {
  requireAppRight(scope, "recordViewable");
  const record = findRecord(scope, id);
  if (!scope.access.recordRights(record).viewable) throw noPrivilege();
  return record;
};

const relatedRecords =
  (scope: Pick<Scope, "site" | "caller">) => (appId: number) => {
    const app = scope.site.store.apps.get(appId);
    if (!app?.live) return null;
    const related = toScope(scope.site, scope.caller, app);
    return {
      settings: related.settings,
      appCode: app.code,
      records: viewableRecords(related),
      visibility: (code: string) => related.access.visibility(code),
    };
  };

function* viewableOnes(scope: Scope): Generator<StoredRecord> {
  for (const record of scope.site.store.records(scope.app.id).values())
    if (scope.access.recordRights(record).viewable) yield record;
}

/** Every record of the app that the caller may see, by id. */
export const viewableRecords = (scope: Scope): Iterable<StoredRecord> => {
  const { access, app, site } = scope;
  if (!access.app.recordViewable) return [];
  return access.isSameForAll
    ? site.store.records(app.id).values()
    : viewableOnes(scope);
};

/** Inputs for a query of this caller. */
export const queryContext = (scope: Scope): ConditionContext => ({
  user: scope.caller.user,
  now: scope.site.clock.now(),
  users: scope.site.store.users,
  organizations: scope.site.store.organizations,
  groups: scope.site.store.groups,
  files: scope.site.store.files,
  appCode: scope.app.code,
  visibility: (code) => scope.access.visibility(code),
  related: relatedRecords(scope),
});
