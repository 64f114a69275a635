import type { Endpoint, Method } from "../../model/endpoint.ts";
import { openForReading } from "../rights/open-app.ts";
import {
  getAppAcl,
  getFieldAcl,
  getRecordAcl,
  putAppAcl,
  putFieldAcl,
  putRecordAcl,
} from "./acl.ts";
import { getActions, putActions } from "./actions.ts";
import { getAdminNotes, putAdminNotes } from "./admin-notes.ts";
import { addApp, getApp, getApps, moveApp } from "./apps.ts";
import { getCustomize, putCustomize } from "./customize.ts";
import { getDeploy, postDeploy } from "./deploy.ts";
import { addFields } from "./fields/add-fields.ts";
import { deleteFields } from "./fields/delete-fields.ts";
import { updateFields } from "./fields/update-fields.ts";
import { getGeneral, putGeneral } from "./general.ts";
import { updateLayout } from "./layout/update-layout.ts";
import { getLegacyForm } from "./legacy-form.ts";
import {
  getGeneralNotifications,
  getPerRecordNotifications,
  getReminderNotifications,
  putGeneralNotifications,
  putPerRecordNotifications,
  putReminderNotifications,
} from "./notifications.ts";
import { hideRelations } from "./fields/hide-relations.ts";
import { getProcess, putProcess } from "./process.ts";
import { getViews, putViews } from "./views.ts";

type Handle = Endpoint["handle"];

const ANYONE: Endpoint["auth"] = ["password", "session", "token"];
const NO_TOKEN: Endpoint["auth"] = ["password", "session"];

const getFields: Handle = (context) => {
  const { copy } = openForReading(context);
  const { site, caller } = context;
  const properties = hideRelations(site, caller, copy.settings.fields);
  return { properties, revision: String(copy.revision) };
};
const getLayout: Handle = (context) => {
  const { copy } = openForReading(context);
  return { layout: copy.settings.layout, revision: String(copy.revision) };
};

/** Shown live and in preview, changed in preview only. */
const setting = (
  path: string,
  get: Handle,
  put: Handle,
  auth: Endpoint["auth"] = ANYONE,
): Endpoint[] => [
  { method: "GET", path, preview: true, auth, handle: get },
  { method: "PUT", path, preview: true, live: false, auth, handle: put },
];

/** Permissions may be changed on the live path too, which deploys. */
const acl = (path: string, get: Handle, put: Handle): Endpoint[] => [
  { method: "GET", path, preview: true, auth: ANYONE, handle: get },
  { method: "PUT", path, preview: true, auth: ANYONE, handle: put },
];

const previewOnly = (
  method: Method,
  path: string,
  handle: Handle,
  auth: Endpoint["auth"] = ANYONE,
): Endpoint => ({ method, path, preview: true, live: false, auth, handle });

/**
 * Endpoints with their permissions: rest-api pages' blocks on authentication.
 */
export const settingsEndpoints: readonly Endpoint[] = [
  { method: "GET", path: "app", auth: ANYONE, handle: getApp },
  { method: "GET", path: "apps", auth: NO_TOKEN, handle: getApps },
  { method: "POST", path: "app/move", auth: NO_TOKEN, handle: moveApp },
  previewOnly("POST", "app", addApp, NO_TOKEN),
  previewOnly("POST", "app/deploy", postDeploy),
  previewOnly("GET", "app/deploy", getDeploy),
  {
    method: "GET",
    path: "form",
    preview: true,
    auth: ANYONE,
    handle: getLegacyForm,
  },
  ...setting("app/settings", getGeneral, putGeneral),
  ...setting("app/form/fields", getFields, updateFields),
  previewOnly("POST", "app/form/fields", addFields),
  previewOnly("DELETE", "app/form/fields", deleteFields),
  ...setting("app/form/layout", getLayout, updateLayout),
  ...setting("app/views", getViews, putViews),
  ...setting("app/status", getProcess, putProcess),
  ...acl("app/acl", getAppAcl, putAppAcl),
  ...acl("record/acl", getRecordAcl, putRecordAcl),
  ...acl("field/acl", getFieldAcl, putFieldAcl),
  ...setting(
    "app/notifications/general",
    getGeneralNotifications,
    putGeneralNotifications,
  ),
  ...setting(
    "app/notifications/perRecord",
    getPerRecordNotifications,
    putPerRecordNotifications,
  ),
  ...setting(
    "app/notifications/reminder",
    getReminderNotifications,
    putReminderNotifications,
  ),
  ...setting("app/actions", getActions, putActions),
  ...setting("app/adminNotes", getAdminNotes, putAdminNotes),
  ...setting("app/customize", getCustomize, putCustomize, NO_TOKEN),
];
