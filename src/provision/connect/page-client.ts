import type { SiteClient } from "./site-client.ts";

type Params = Readonly<Record<string, unknown>>;
type Method = "GET" | "POST" | "PUT" | "DELETE";

/** @param path - such as `app/form/fields`, without `/k/v1/` and `.json` */
export type SiteRequest = <T>(
  method: Method,
  path: string,
  params: Params,
) => Promise<T>;

/** Settings have two copies: `preview: true` asks for the one that is not live yet. */
const toPath = (path: string, isPreview: unknown): string =>
  isPreview === true ? `preview/${path}` : path;

/**
 * The official client's calls over the page's own small transport: the client
 * itself is half as big as all of the settings page.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/
 */
export const createPageClient = (request: SiteRequest): SiteClient => {
  const call =
    <T>(method: Method, path: string) =>
    (params: object): Promise<T> =>
      request<T>(method, path, { ...params });
  const read =
    <T>(path: string) =>
    (params: object): Promise<T> => {
      const { preview, ...rest }: { preview?: unknown } = params;
      return request<T>("GET", toPath(path, preview), rest);
    };
  const write = <T>(method: Method, path: string) =>
    call<T>(method, `preview/${path}`);
  return {
    app: {
      addApp: write("POST", "app"),
      addFormFields: write("POST", "app/form/fields"),
      addPlugins: write("POST", "app/plugins"),
      deleteFormFields: write("DELETE", "app/form/fields"),
      deployApp: write("POST", "app/deploy"),
      getAppAcl: read("app/acl"),
      getAppSettings: read("app/settings"),
      getApps: read("apps"),
      getDeployStatus: (params) =>
        request("GET", "preview/app/deploy", { ...params }),
      getFieldAcl: read("field/acl"),
      getFormFields: read("app/form/fields"),
      getFormLayout: read("app/form/layout"),
      getGeneralNotifications: read("app/notifications/general"),
      getPerRecordNotifications: read("app/notifications/perRecord"),
      getPlugins: read("app/plugins"),
      getProcessManagement: read("app/status"),
      getRecordAcl: read("record/acl"),
      getReminderNotifications: read("app/notifications/reminder"),
      getViews: read("app/views"),
      updateAppAcl: write("PUT", "app/acl"),
      updateAppSettings: write("PUT", "app/settings"),
      updateFieldAcl: write("PUT", "field/acl"),
      updateFormFields: write("PUT", "app/form/fields"),
      updateFormLayout: write("PUT", "app/form/layout"),
      updateGeneralNotifications: write("PUT", "app/notifications/general"),
      updatePerRecordNotifications: write("PUT", "app/notifications/perRecord"),
      updateProcessManagement: write("PUT", "app/status"),
      updateRecordAcl: write("PUT", "record/acl"),
      updateReminderNotifications: write("PUT", "app/notifications/reminder"),
      updateViews: write("PUT", "app/views"),
    },
    plugin: {
      getPlugins: read("plugins"),
      installPlugin: call("POST", "plugin"),
      uninstallPlugin: call("DELETE", "plugin"),
      updatePlugin: call("PUT", "plugin"),
    },
    record: {
      addRecord: call("POST", "record"),
      getRecords: read("records"),
    },
  };
};
