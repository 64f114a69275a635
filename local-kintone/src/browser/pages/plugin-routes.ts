import {
  missingParams,
  savePluginConfig,
  saveProxyConfig,
} from "../../rooms/plugins/plugin-config.ts";
import { installPlugin } from "../../rooms/plugins/installed.ts";
import { localised } from "../../rooms/plugins/plugin-names.ts";
import { openPluginZip } from "../../rooms/plugins/plugin-zip.ts";
import { takeTemporaryFile } from "../../rooms/files/temporary-file.ts";
import { noPrivilege } from "../../ground/errors.ts";
import { isObject } from "../../ground/shape.ts";
import type { JsonObject } from "../../model/model.ts";
import { asCaller, managedApp } from "./route-context.ts";
import type { Route } from "./route-context.ts";
import { plainNumber, plainText } from "../../ground/plain.ts";

/** Plugins of the preview copy, for the list page. */
export const listAppPlugins: Route = (context) => {
  const { site, language } = context;
  const app = managedApp(context);
  const plugins = app.preview.settings.plugins.flatMap((onApp) => {
    const plugin = site.store.plugins.get(onApp.id);
    if (!plugin) return [];
    return [
      {
        id: onApp.id,
        name: localised(plugin.manifest.name, language),
        version: plugin.version,
        enabled: onApp.enabled,
        hasConfig: plugin.manifest.config !== undefined,
        isConfigured: missingParams(site, onApp).length === 0,
      },
    ];
  });
  return { plugins };
};

/**
 * Stores the config of `setConfig` in the preview copy, in place of the earlier
 * one.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/plugins/set-config/
 */
export const storePluginConfig: Route = ({ site, user, params }) => {
  const { app, id, config } = params;
  savePluginConfig(
    site,
    asCaller(user),
    plainNumber(app),
    plainText(id),
    config,
  );
};

const textsOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).map(([key, text]) => [
      key,
      plainText(text),
    ]),
  );

/** Stores the settings of `setProxyConfig`; live pages never get them. */
export const storeProxyConfig: Route = ({ site, user, params }) => {
  const { app, id, url, method, headers, data } = params;
  saveProxyConfig(site, asCaller(user), plainNumber(app), plainText(id), {
    url: plainText(url),
    method: plainText(method),
    headers: textsOf(headers),
    // The page has checked that no value is an object.
    data: (isObject(data) ? data : {}) as JsonObject,
  });
};

/** Installed plugins that the app does not have yet, and whether the user may install more. */
export const listAddable: Route = (context) => {
  const { site, user, language } = context;
  const app = managedApp(context);
  const present = new Set(app.preview.settings.plugins.map(({ id }) => id));
  const plugins = [...site.store.plugins.values()]
    .filter(({ id }) => !present.has(id))
    .map(({ id, manifest, version }) => ({
      id,
      name: localised(manifest.name, language),
      version,
    }));
  return { plugins, mayInstall: user.isAdministrator };
};

/**
 * Reads in a plugin zip. Unlike REST the page replaces one that is there already.
 *
 * @see https://qiita.com/forks/items/18820db420d40db7fcb3
 */
export const readInPlugin: Route = ({ site, user, params }) => {
  if (!user.isAdministrator) throw noPrivilege();
  return site.store.transaction(() => {
    const { bytes } = takeTemporaryFile(site, plainText(params.fileKey));
    const { id } = openPluginZip(bytes);
    const isKnown = site.store.plugins.has(id);
    const { version } = installPlugin(site, bytes, isKnown ? id : null);
    return { id, version };
  });
};

/** Tells whether a change waits for "update app". */
export const readPending: Route = (context) => {
  const app = managedApp(context);
  return { pending: app.live?.revision !== app.preview.revision };
};
