import { invalidInput } from "../../ground/api-error.ts";
import type { ApiContext } from "../../model/endpoint.ts";
import {
  dropBlank,
  integer,
  list,
  object,
  optional,
  parseShape,
  text,
  withDefault,
} from "../../ground/shape.ts";
import { requireSystemAdmin } from "../rights/open-app.ts";
import type {
  App,
  InstalledPlugin,
  JsonObject,
  PluginOnApp,
} from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { readContents } from "./plugin-contents.ts";
import { localised } from "./plugin-names.ts";
import { openPluginZip } from "./plugin-zip.ts";
import { takeTemporaryFile } from "../files/temporary-file.ts";

const refuse = (member: string, ja: string, en: string) =>
  invalidInput({ [member]: { messages: [{ ja, en }] } });

const notInstalled = () =>
  refuse(
    "id",
    "指定したプラグインがインストールされていません。",
    "The plug-in is not installed.",
  );

/**
 * Installs a plugin file, or puts it in place of the one with the same id.
 *
 * @param expectedId - of an update: the id that the file must have
 */
export const installPlugin = (
  site: Site,
  zip: Uint8Array,
  expectedId: string | null,
): InstalledPlugin => {
  const { id, contents } = openPluginZip(zip);
  if (expectedId !== null && id !== expectedId)
    throw refuse(
      "fileKey",
      "プラグインIDが、更新するプラグインと一致していません。",
      "The id of the plug-in file differs from the plug-in to update.",
    );
  const known = site.store.plugins.get(id);
  if (expectedId === null && known)
    throw refuse(
      "fileKey",
      "このプラグインはすでにインストールされています。",
      "The plug-in is already installed.",
    );
  const now = new Date(site.clock.now()).toISOString();
  const plugin: InstalledPlugin = {
    id,
    ...readContents(contents),
    installedAt: known?.installedAt ?? now,
  };
  site.store.savePlugin(plugin);
  return plugin;
};

const fileKey = text({ min: 1 });

/**
 * Refuses a second POST of the same plugin, which is the stricter reading
 * (unverified).
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/plugins/add-plugin/
 */
export const addPlugin = (context: ApiContext): JsonObject => {
  const params = parseShape(object({ fileKey }), context.params);
  requireSystemAdmin(context);
  const file = takeTemporaryFile(context.site, params.fileKey);
  const { id, version } = installPlugin(context.site, file.bytes, null);
  return { id, version };
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/plugins/update-plugin/ */
export const updatePlugin = (context: ApiContext): JsonObject => {
  const params = parseShape(
    object({ id: text({ min: 1 }), fileKey }),
    context.params,
  );
  requireSystemAdmin(context);
  if (!context.site.store.plugins.has(params.id)) throw notInstalled();
  const file = takeTemporaryFile(context.site, params.fileKey);
  const { id, version } = installPlugin(context.site, file.bytes, params.id);
  return { id, version };
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/plugins/delete-plugin/ */
export const deletePlugin = (context: ApiContext): JsonObject => {
  const params = parseShape(
    object({ id: text({ min: 1 }) }),
    dropBlank(context.params),
  );
  requireSystemAdmin(context);
  if (!context.site.store.plugins.has(params.id)) throw notInstalled();
  context.site.store.removePlugin(params.id);
  return {};
};

const offset = withDefault(integer({ min: 0 }), 0);
const limit = (max: number) => withDefault(integer({ min: 1, max }), max);

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/plugins/get-plugins/ */
export const getPlugins = (context: ApiContext): JsonObject => {
  const shape = object({
    offset,
    limit: limit(100),
    ids: optional(list(text(), { max: 100 })),
  });
  const params = parseShape(shape, dropBlank(context.params));
  const wanted = new Set(params.ids ?? []);
  const newestFirst = [...context.site.store.plugins.values()]
    .filter((plugin) => wanted.size === 0 || wanted.has(plugin.id))
    .reverse()
    .sort((a, b) => b.installedAt.localeCompare(a.installedAt));
  const page = newestFirst.slice(params.offset, params.offset + params.limit);
  const plugins = page.map(({ id, version, manifest }): JsonObject => ({
    id,
    name: localised(manifest.name, context.language),
    description: localised(manifest.description, context.language),
    isMarketPlugin: false,
    version,
  }));
  return { plugins };
};

/** Plugins of an app in either copy. */
const pluginsOn = (app: App): PluginOnApp[] => [
  ...app.preview.settings.plugins,
  ...(app.live?.settings.plugins ?? []),
];

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/plugins/get-required-plugins/ */
export const getRequiredPlugins = (context: ApiContext): JsonObject => {
  const shape = object({ offset, limit: limit(100) });
  const params = parseShape(shape, dropBlank(context.params));
  requireSystemAdmin(context);
  const { store } = context.site;
  const missing = new Map<string, PluginOnApp>();
  for (const plugin of [...store.apps.values()].flatMap(pluginsOn))
    if (!store.plugins.has(plugin.id)) missing.set(plugin.id, plugin);
  const page = [...missing.values()].slice(
    params.offset,
    params.offset + params.limit,
  );
  const plugins = page.map(({ id, name }): JsonObject => ({
    id,
    name: localised(name, context.language),
    isMarketPlugin: false,
  }));
  return { plugins };
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/plugins/get-plugin-apps/ */
export const getPluginApps = (context: ApiContext): JsonObject => {
  const shape = object({ id: text({ min: 1 }), offset, limit: limit(500) });
  const params = parseShape(shape, dropBlank(context.params));
  requireSystemAdmin(context);
  const using = [...context.site.store.apps.values()]
    .filter((app) => pluginsOn(app).some(({ id }) => id === params.id))
    .sort((a, b) => a.id - b.id)
    .slice(params.offset, params.offset + params.limit);
  const apps = using.map((app): JsonObject => ({
    id: String(app.id),
    name: (app.live ?? app.preview).settings.general.name ?? "",
  }));
  return { apps };
};
