import { packPlugin } from "../../src/testing/pack-plugin.ts";
import type { PluginSource } from "../../src/testing/pack-plugin.ts";
import type { LocalSite } from "./local-site.ts";

/**
 * Registers what the test put into the page before anything ran: handlers by event type,
 * as source text. It announces itself so that tests can see the order of loading.
 */
export const listeningScript = (mark: string): string => `
(function (PLUGIN_ID) {
  "use strict";
  window.loaded = (window.loaded || []).concat([[${JSON.stringify(mark)}, PLUGIN_ID]]);
  var given = (window.handlers || {})[${JSON.stringify(mark)}] || [];
  given.forEach(function (pair) {
    kintone.events.on(pair[0], (0, eval)("(" + pair[1] + ")"));
  });
})(kintone.$PLUGIN_ID);
`;

/** Packs, installs through REST and adds to an app; the app still has to be deployed. */
export const addPlugin = async (
  site: LocalSite,
  app: number,
  source: PluginSource,
): Promise<string> => {
  const { plugin, id } = await packPlugin(source);
  const fileKey = await site.upload(Uint8Array.from(plugin), "plugin.zip");
  await site.send("POST", "/k/v1/plugin.json", { fileKey });
  await site.send("POST", "/k/v1/preview/app/plugins.json", { app, ids: [id] });
  return id;
};

/** A plugin that registers the handlers a test gives under this mark. */
export const listeningPlugin = (mark = "plugin"): PluginSource => ({
  name: mark,
  desktop: [listeningScript(mark)],
  mobile: [listeningScript(mark)],
});
