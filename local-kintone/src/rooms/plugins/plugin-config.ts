import { invalidInput } from "../../ground/api-error.ts";
import type { Localised } from "../../ground/api-error.ts";
import type { Caller } from "../../model/endpoint.ts";
import {
  appNotFound,
  deployRunning,
  noPrivilege,
} from "../../ground/errors.ts";
import { isObject } from "../../ground/shape.ts";
import { appRights } from "../rights/app-rights.ts";
import type { App, PluginOnApp, ProxyConfig } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";

/** @see https://cybozu.dev/ja/kintone/docs/js-api/plugins/set-config/ */
const MAX_CONFIG_VALUE_CHARS = 65_535;
const MAX_CONFIG_BYTES = 256 * 1024;

export type SettingsSide = "live" | "preview";

const pluginOf = (
  app: App,
  pluginId: string,
  side: SettingsSide,
): PluginOnApp | undefined => {
  const copy = side === "live" ? app.live : app.preview;
  return copy?.settings.plugins.find(({ id }) => id === pluginId);
};

/**
 * Result of `getConfig`: a copy, empty when nothing was saved; null without the
 * plugin.
 */
export const readPluginConfig = (
  app: App,
  pluginId: string,
  side: SettingsSide,
): Record<string, string> | null => {
  const plugin = pluginOf(app, pluginId, side);
  return plugin ? { ...plugin.config } : null;
};

const refuse = (path: string, ja: string, en: string) => {
  const message: Localised = { ja, en };
  return invalidInput({ [path]: { messages: [message] } });
};

/**
 * Checks what a settings page hands to `setConfig`.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/plugins/set-config/
 */
const checkPluginConfig = (config: unknown): Record<string, string> => {
  if (!isObject(config))
    throw refuse(
      "config",
      "オブジェクトを指定してください。",
      "config must be an object.",
    );
  let bytes = 0;
  const entries = Object.entries(config).map(
    ([key, value]): [string, string] => {
      const path = `config[${key}]`;
      if (!/^[\x20-\x7e]+$/.test(key))
        throw refuse(
          path,
          "キーは半角英数字で指定してください。",
          "Keys must be ASCII.",
        );
      if (typeof value !== "string")
        throw refuse(
          path,
          "値は文字列で指定してください。",
          "Values must be strings.",
        );
      if (value.length > MAX_CONFIG_VALUE_CHARS)
        throw refuse(
          path,
          `値は${MAX_CONFIG_VALUE_CHARS}文字以内で指定してください。`,
          `Values must have at most ${MAX_CONFIG_VALUE_CHARS} characters.`,
        );
      bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
      return [key, value];
    },
  );
  if (bytes > MAX_CONFIG_BYTES)
    throw refuse(
      "config",
      "設定の合計は256KB以内にしてください。",
      "The config must be at most 256 KB.",
    );
  return Object.fromEntries(entries);
};

const changePlugin = (
  site: Site,
  caller: Caller,
  appId: number,
  pluginId: string,
  change: (plugin: PluginOnApp) => PluginOnApp,
): void =>
  site.store.transaction(() => {
    const app = site.store.apps.get(appId);
    if (!app) throw appNotFound(appId);
    if (!appRights(site, app, caller).appEditable) throw noPrivilege();
    if (app.deploy === "PROCESSING") throw deployRunning();
    if (!pluginOf(app, pluginId, "preview"))
      throw refuse(
        "id",
        "プラグインがアプリに追加されていません。",
        "The plug-in is not on the app.",
      );
    const { revision, settings } = app.preview;
    const plugins = settings.plugins.map((it) =>
      it.id === pluginId ? change(it) : it,
    );
    site.store.saveApp({
      ...app,
      preview: { revision: revision + 1, settings: { ...settings, plugins } },
    });
  });

/**
 * Implements `setConfig`: replaces the whole config in the preview settings.
 */
export const savePluginConfig = (
  site: Site,
  caller: Caller,
  appId: number,
  pluginId: string,
  config: unknown,
): void => {
  const checked = checkPluginConfig(config);
  changePlugin(site, caller, appId, pluginId, (plugin) => ({
    ...plugin,
    config: checked,
  }));
};

/**
 * Implements `setProxyConfig`: one entry per address and method, in the preview
 * settings.
 */
export const saveProxyConfig = (
  site: Site,
  caller: Caller,
  appId: number,
  pluginId: string,
  entry: ProxyConfig,
): void =>
  changePlugin(site, caller, appId, pluginId, (plugin) => {
    const others = (plugin.proxies ?? []).filter(
      ({ url, method }) => url !== entry.url || method !== entry.method,
    );
    return { ...plugin, proxies: [...others, entry] };
  });

/** Stored proxy entries of a plugin on an app. */
export const readProxyConfigs = (
  app: App,
  pluginId: string,
  side: SettingsSide,
): ProxyConfig[] => [...(pluginOf(app, pluginId, side)?.proxies ?? [])];

/** Names that a plugin's settings page must have saved before the app can be updated. */
export const missingParams = (site: Site, plugin: PluginOnApp): string[] => {
  const config = site.store.plugins.get(plugin.id)?.manifest.config;
  const required = isObject(config) ? config.required_params : undefined;
  const names = Array.isArray(required) ? required.map(String) : [];
  return names.filter((name) => !Object.hasOwn(plugin.config ?? {}, name));
};
