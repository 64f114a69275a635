import type { Caller } from "../../model/endpoint.ts";
import type { ApiToken, App, JsonObject, User } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { maySeeSpace } from "./space-rights.ts";
import { isMember } from "./membership.ts";

/** Grants of an app permission, as `app/acl.json` names them. */
export type AppRights = {
  appEditable: boolean;
  recordViewable: boolean;
  recordAddable: boolean;
  recordEditable: boolean;
  recordDeletable: boolean;
  recordImportable: boolean;
  recordExportable: boolean;
};

const none: AppRights = {
  appEditable: false,
  recordViewable: false,
  recordAddable: false,
  recordEditable: false,
  recordDeletable: false,
  recordImportable: false,
  recordExportable: false,
};

/** Rows come from our own validated `app/acl.json`. */
type AclRow = AppRights & {
  entity: { type: string; code: string | null };
  includeSubs: boolean;
};

const appliesTo = (site: Site, app: App, user: User, row: AclRow): boolean => {
  if (row.entity.type === "CREATOR") return app.creator === user.code;
  const { type, code } = row.entity;
  return code !== null && isMember(site, user, { type, code }, row.includeSubs);
};

const toRights = (row: AclRow): AppRights => ({
  appEditable: row.appEditable,
  recordViewable: row.recordViewable,
  recordAddable: row.recordAddable,
  recordEditable: row.recordEditable,
  recordDeletable: row.recordDeletable,
  recordImportable: row.recordImportable,
  recordExportable: row.recordExportable,
});

/** A private space and a guest space hide their apps from everybody else (unverified for administrators). */
const isHiddenBySpace = (site: Site, app: App, user: User): boolean => {
  const space =
    app.spaceId === null ? undefined : site.store.spaces.get(app.spaceId);
  return space !== undefined && !maySeeSpace(site, space, user);
};

/** Rights of a user on an app: the first row that means the user decides. */
export const appRightsOfUser = (
  site: Site,
  app: App,
  user: User,
): AppRights => {
  if (isHiddenBySpace(site, app, user)) return none;
  const acl: JsonObject[] = (app.live ?? app.preview).settings.appAcl;
  // JsonObject is the stored form of AclRow, written by acl.ts only.
  const rows = acl as unknown as AclRow[];
  const row = rows.find((it) => appliesTo(site, app, user, it));
  return row ? toRights(row) : none;
};

const tokenRights = (app: App, tokens: readonly string[]): AppRights => {
  const granted = new Set(
    app.tokens
      .filter(({ token }) => tokens.includes(token))
      .flatMap(({ rights }) => rights),
  );
  const may = (right: ApiToken["rights"][number]) => granted.has(right);
  return {
    appEditable: may("manage"),
    recordViewable: may("view"),
    recordAddable: may("add"),
    recordEditable: may("edit"),
    recordDeletable: may("delete"),
    recordImportable: false,
    recordExportable: false,
  };
};

/**
 * Rights of a caller on an app. An API token grants what was ticked for it,
 * regardless of the rights of `Administrator`.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/overview/authentication/#api-token
 */
export const appRights = (site: Site, app: App, caller: Caller): AppRights =>
  caller.by === "token"
    ? tokenRights(app, caller.tokens)
    : appRightsOfUser(site, app, caller.user);
