import type { PageEvent } from "./page-api.ts";
import { pathsFrom, toFormHash } from "./page-paths.ts";

// kintone sets this before each plugin's files run and overwrites it for the
// next plugin, so it is taken at once.
// @see https://cybozu.dev/ja/kintone/docs/js-api/plugins/
export const ownPluginId = kintone.$PLUGIN_ID;

/** The saved settings; null where the page offers none. */
export const readPluginConfig = (): Record<string, string> | null =>
  kintone.plugin.app.getConfig(ownPluginId);

/** Replaces everything saved before; live with the next update of the app. */
export const savePluginConfig = (
  config: Record<string, string>,
): Promise<void> =>
  new Promise((resolve) => {
    kintone.plugin.app.setConfig(config, resolve);
  });

/** The plugin's own settings page in an app, at the form of one edition or a cell of it. */
export const formSettingsPath = (
  appId: string,
  ...meant: Parameters<typeof toFormHash>
): string =>
  pathsFrom(location.pathname).pluginSettings(appId, ownPluginId) +
  toFormHash(...meant);

export const onPageEvent = (
  types: readonly string[],
  handler: (event: PageEvent) => unknown,
): void => {
  kintone.events.on(types, handler);
};
