import { invalidInput } from "../../ground/api-error.ts";
import type { ApiContext } from "../../model/endpoint.ts";
import { id, list, object, parseShape, text } from "../../ground/shape.ts";
import {
  openForReading,
  openForWriting,
  revisionShape,
  savePreview,
} from "../rights/open-app.ts";
import type { JsonObject, PluginOnApp } from "../../model/model.ts";
import { localised } from "./plugin-names.ts";

const MAX_IDS = 100;
/** @see https://jp.cybozu.help/k/ja/admin/limitation/limit.html */
const MAX_PLUGINS_OF_AN_APP = 20;

/** Code and text are ours. */
const tooManyPlugins = () =>
  invalidInput({
    ids: {
      messages: [
        {
          ja: `1つのアプリに追加できるプラグインは${MAX_PLUGINS_OF_AN_APP}個までです。`,
          en: `An app can have up to ${MAX_PLUGINS_OF_AN_APP} plug-ins.`,
        },
      ],
    },
  });

const pluginNameOf = (context: ApiContext, plugin: PluginOnApp): string => {
  const { lang } = context.params;
  const isLanguage =
    typeof lang === "string" && lang !== "default" && lang !== "user";
  const language = isLanguage ? lang : context.language;
  const installed = context.site.store.plugins.get(plugin.id);
  return localised(installed?.manifest.name ?? plugin.name, language);
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/settings/get-app-plugins/ */
export const getAppPlugins = (context: ApiContext): JsonObject => {
  const { copy } = openForReading(context, { liveNeedsAdmin: true });
  const plugins = copy.settings.plugins.map((plugin): JsonObject => ({
    id: plugin.id,
    name: pluginNameOf(context, plugin),
    enabled: plugin.enabled,
  }));
  return { plugins, revision: String(copy.revision) };
};

/**
 * Adds plugins to the preview app. One that is there already is refused (unverified,
 * the stricter reading).
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/settings/add-app-plugins/
 */
export const addAppPlugins = (context: ApiContext): JsonObject => {
  const shape = object({
    app: id(),
    ids: list(text({ min: 1 }), { min: 1, max: MAX_IDS }),
    revision: revisionShape,
  });
  const params = parseShape(shape, context.params);
  const app = openForWriting(context, params);
  const { settings } = app.preview;
  const present = new Set(settings.plugins.map((plugin) => plugin.id));
  const added = params.ids.map((pluginId, i): PluginOnApp => {
    const installed = context.site.store.plugins.get(pluginId);
    const problem = installed
      ? present.has(pluginId) && {
          ja: "プラグインはすでにアプリに追加されています。",
          en: "The plug-in has already been added to the app.",
        }
      : {
          ja: "指定したプラグインがインストールされていません。",
          en: "The plug-in is not installed.",
        };
    if (problem) throw invalidInput({ [`ids[${i}]`]: { messages: [problem] } });
    present.add(pluginId);
    // Manifests are objects with a localised name: the validator saw to it.
    const name = installed?.manifest.name as JsonObject;
    return { id: pluginId, enabled: true, config: null, name };
  });
  const plugins = [...settings.plugins, ...added];
  if (plugins.length > MAX_PLUGINS_OF_AN_APP) throw tooManyPlugins();
  return savePreview(context, app, { ...settings, plugins });
};
