import type { AppSettings } from "../../app-kit/app-settings.ts";
import { appKeys, type AppKey } from "../../apps/index.ts";
import type { Connection } from "../connect/connection.ts";
import type { SiteClient } from "../connect/site-client.ts";
import type { ActualApp, ActualSite, InstalledPlugin } from "./actual.ts";
import { findApps, type FoundApp, type FoundApps } from "./find-apps.ts";
import type { Adoption } from "./find-unlisted.ts";
import type { ProvisionMemory } from "./memory.ts";
import { renameReferences } from "./references.ts";
import { renameStatus, statusCodeIn } from "./status-code.ts";
import { STATUS_FIELD } from "../../apps/parts/conditions.ts";

const fetchSettings = async (
  client: SiteClient,
  id: string,
): Promise<AppSettings> => {
  const from = { app: id, preview: true } as const;
  const [
    { properties },
    { layout },
    general,
    { views },
    process,
    { rights: appAcl },
    { rights: recordAcl },
    { rights: fieldAcl },
    generalNotifications,
    { notifications: recordNotifications },
    reminders,
  ] = await Promise.all([
    client.app.getFormFields(from),
    client.app.getFormLayout(from),
    client.app.getAppSettings(from),
    client.app.getViews(from),
    client.app.getProcessManagement(from),
    client.app.getAppAcl(from),
    client.app.getRecordAcl(from),
    client.app.getFieldAcl(from),
    client.app.getGeneralNotifications(from),
    client.app.getPerRecordNotifications(from),
    client.app.getReminderNotifications(from),
  ]);
  // Settings are compared as JSON; the client's types are narrower and differ
  // between reading and writing.
  return {
    fields: properties,
    layout,
    general,
    views,
    process,
    appAcl,
    recordAcl,
    fieldAcl,
    generalNotifications,
    recordNotifications,
    reminders,
  } as unknown as AppSettings;
};

/** The two copies of an app's settings have one revision when they are the same. */
const hasPendingChanges = async (
  client: SiteClient,
  { id, isLive }: FoundApp,
): Promise<boolean> => {
  if (!isLive) return true;
  const [preview, live] = await Promise.all([
    client.app.getAppSettings({ app: id, preview: true }),
    client.app.getAppSettings({ app: id }),
  ]);
  return preview.revision !== live.revision;
};

const fetchApp = async (
  client: SiteClient,
  found: FoundApp,
  toKey: (id: string) => string,
): Promise<ActualApp> => {
  const [settings, hasPending, { plugins }] = await Promise.all([
    fetchSettings(client, found.id),
    hasPendingChanges(client, found),
    client.app.getPlugins({ app: found.id, preview: true }),
  ]);
  return {
    ...found,
    hasPending,
    settings: {
      ...renameStatus(settings, statusCodeIn(settings.fields), STATUS_FIELD),
      fields: renameReferences(settings.fields, toKey),
    },
    plugins: plugins.map(({ id }) => id),
    disabledPlugins: plugins
      .filter(({ enabled }) => !enabled)
      .map(({ id }) => id),
  };
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/plugins/get-plugins/ */
const GET_PLUGINS_LIMIT = 100;

const listPlugins = async (
  client: SiteClient,
  offset = 0,
): Promise<InstalledPlugin[]> => {
  const { plugins } = await client.plugin.getPlugins({
    limit: GET_PLUGINS_LIMIT,
    offset,
  });
  const page = plugins.map(({ id, name, version }) => ({
    id,
    name,
    version: String(version),
  }));
  if (page.length < GET_PLUGINS_LIMIT) return page;
  return [...page, ...(await listPlugins(client, offset + GET_PLUGINS_LIMIT))];
};

const keyFinder =
  (found: FoundApps) =>
  (id: string): string =>
    appKeys.find((key) => found[key]?.id === id) ?? id;

/** Our apps, and what of the site around them matters to them. */
export const fetchSite = async (
  { client, directory }: Connection,
  programmeId: string,
  groups: readonly string[],
  memory: ProvisionMemory,
  adoption?: Adoption,
): Promise<ActualSite> => {
  const found = await findApps(client, programmeId, memory, adoption);
  const toKey = keyFinder(found);
  // One app after the other: a site answers 100 requests at a time at most.
  const apps = new Map<AppKey, ActualApp>();
  for (const key of appKeys) {
    const app = found[key];
    if (app !== undefined) apps.set(key, await fetchApp(client, app, toKey));
  }
  const [existingGroups, plugins] = await Promise.all([
    directory.listGroups(groups),
    listPlugins(client),
  ]);
  return {
    apps: Object.fromEntries(apps),
    groups: existingGroups,
    plugins,
  };
};
