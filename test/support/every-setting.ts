import type { KintoneRestAPIClient } from "@kintone/rest-api-client";

/** Settings of an app by the kind of setting. */
type EverySetting = Readonly<Record<string, unknown>>;

/** Each setting that the documented APIs read. */
const readersOf = ({ app: api }: KintoneRestAPIClient, app: string) => ({
  general: () => api.getAppSettings({ app }),
  fields: () => api.getFormFields({ app }),
  layout: () => api.getFormLayout({ app }),
  views: () => api.getViews({ app }),
  process: () => api.getProcessManagement({ app }),
  appAcl: () => api.getAppAcl({ app }),
  recordAcl: () => api.getRecordAcl({ app }),
  fieldAcl: () => api.getFieldAcl({ app }),
  generalNotifications: () => api.getGeneralNotifications({ app }),
  recordNotifications: () => api.getPerRecordNotifications({ app }),
  reminders: () => api.getReminderNotifications({ app }),
  customize: () => api.getAppCustomize({ app }),
  actions: () => api.getAppActions({ app }),
  graphs: () => api.getReports({ app }),
  plugins: () => api.getPlugins({ app }),
});

/** Numbers and keys that each site gives out by itself; the id of a plugin is none. */
const isGivenBySite = (key: string, value: unknown): boolean =>
  key === "fileKey" ||
  (["revision", "appId", "id"].includes(key) && /^\d+$/u.test(String(value)));

/** The line in which the command notes the zip it has sent. */
const PLUGIN_LINE =
  /<div>管理用：plugin:[0-9a-f]+（消さないでください）<\/div>/u;

const normalize = (
  value: unknown,
  nameOf: (app: string) => string,
): unknown => {
  if (Array.isArray(value)) return value.map((one) => normalize(one, nameOf));
  if (typeof value === "string") return value.replace(PLUGIN_LINE, "");
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, part]) => !isGivenBySite(key, part))
      .map(([key, part]) => [
        key,
        key === "app" ? nameOf(String(part)) : normalize(part, nameOf),
      ]),
  );
};

/**
 * Everything that can be read about the settings of a site's apps, by the app's
 * name. An app that others refer to is named; the site's own numbers are left out.
 */
export const readEverySetting = async (
  client: KintoneRestAPIClient,
): Promise<Record<string, EverySetting>> => {
  const { apps } = await client.app.getApps({});
  const names = new Map(apps.map(({ appId, name }) => [appId, name]));
  const nameOf = (app: string): string => names.get(app) ?? app;
  const read = async (app: string): Promise<EverySetting> => {
    const settings = await Promise.all(
      Object.entries(readersOf(client, app)).map(
        async ([what, fetch]) =>
          [what, normalize(await fetch(), nameOf)] as const,
      ),
    );
    return Object.fromEntries(settings);
  };
  return Object.fromEntries(
    await Promise.all(
      apps.map(async ({ appId, name }) => [name, await read(appId)] as const),
    ),
  );
};
