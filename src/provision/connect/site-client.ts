import type { KintoneRestAPIClient } from "@kintone/rest-api-client";

type Official = KintoneRestAPIClient;

/**
 * The calls of the official client that setting up a site needs. Node brings the
 * official client itself, the settings page `createPageClient`.
 */
export type SiteClient = {
  readonly app: Pick<
    Official["app"],
    | "addApp"
    | "addFormFields"
    | "addPlugins"
    | "deleteFormFields"
    | "deployApp"
    | "getAppAcl"
    | "getAppSettings"
    | "getApps"
    | "getDeployStatus"
    | "getFieldAcl"
    | "getFormFields"
    | "getFormLayout"
    | "getGeneralNotifications"
    | "getPerRecordNotifications"
    | "getPlugins"
    | "getProcessManagement"
    | "getRecordAcl"
    | "getReminderNotifications"
    | "getViews"
    | "updateAppAcl"
    | "updateAppSettings"
    | "updateFieldAcl"
    | "updateFormFields"
    | "updateFormLayout"
    | "updateGeneralNotifications"
    | "updatePerRecordNotifications"
    | "updateProcessManagement"
    | "updateRecordAcl"
    | "updateReminderNotifications"
    | "updateViews"
  >;
  readonly plugin: Pick<
    Official["plugin"],
    "getPlugins" | "installPlugin" | "uninstallPlugin" | "updatePlugin"
  >;
  readonly record: Pick<Official["record"], "addRecord" | "getRecords">;
};
