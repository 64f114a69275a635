import { html, nothing, render } from "lit";
import { bootApp, c, pcRoot } from "../boot.ts";
import { pageRoute, PageRestError, rest } from "../rest.ts";
import { showNotification } from "../notification.ts";
import { t } from "../words.ts";
import { addPluginPart, loadAddable } from "./add-plugin.ts";
import type { Addable } from "./add-plugin.ts";
import { main } from "./current.ts";

const POLL_MS = 100;
const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

const showFailure = (work: Promise<void>): void => {
  work.catch((error: unknown) => {
    if (error instanceof PageRestError)
      showNotification("ERROR", error.body.message);
    else window.reportError(error);
  });
};

type Deploys = { apps: Array<{ app: string; status: string }> };

const deployEnd = async (app: number): Promise<string> => {
  for (;;) {
    const { apps } = await rest<Deploys>("GET", "/k/v1/preview/app/deploy", {
      apps: [app],
    });
    const status = apps[0]?.status ?? "FAIL";
    if (status !== "PROCESSING") return status;
    await wait(POLL_MS);
  }
};

const deploy = async (revert: boolean): Promise<void> => {
  const app = bootApp().id;
  showNotification("INFO", t("deploying"));
  await rest("POST", "/k/v1/preview/app/deploy", { apps: [{ app }], revert });
  const status = await deployEnd(app);
  if (status === "SUCCESS") showNotification("SUCCESS", t("deployed"));
  else showNotification("ERROR", t("deployFailed"));
  await loadSettings();
};

type Pending = { pending: boolean };
let isPending = false;

const loadSettings = async (): Promise<void> => {
  const answer = await pageRoute<Pending>("GET", "pending", {
    app: bootApp().id,
  });
  isPending = answer.pending;
  drawSettings();
};

const drawSettings = (): void => {
  const { id, name } = bootApp();
  render(
    html`<h2 class=${c("title")}>${t("appSettings")}: ${name}</h2>
      <p>${isPending ? t("pendingChanges") : t("noPendingChanges")}</p>
      <div class=${c("toolbar")}>
        <button
          type="button"
          class=${c("button", "button-primary")}
          @click=${() => showFailure(deploy(false))}
        >
          ${t("deploy")}
        </button>
        <button
          type="button"
          class=${c("button", "button-plain")}
          ?disabled=${!isPending}
          @click=${() => showFailure(deploy(true))}
        >
          ${t("discard")}
        </button>
      </div>
      <ul class=${c("links")}>
        <li>
          <a href=${`${pcRoot}/admin/app/${id}/plugin/`}>${t("plugins")}</a>
        </li>
        <li><a href=${`${pcRoot}/${id}/`}>${t("backToList")}</a></li>
      </ul>`,
    main(),
  );
};

/** The settings of an app: here only what a plugin's administrator needs. */
export const startAppSettings = (): void => showFailure(loadSettings());

type ListedPlugin = {
  id: string;
  name: string;
  version: string;
  enabled: boolean;
  hasConfig: boolean;
  isConfigured: boolean;
};

const stateOf = (plugin: ListedPlugin): string => {
  if (!plugin.enabled) return t("pluginDisabled");
  return plugin.isConfigured ? t("pluginEnabled") : t("pluginUnconfigured");
};

const drawPlugins = (plugins: ListedPlugin[], addable: Addable): void => {
  const { id: app, name } = bootApp();
  render(
    html`<h2 class=${c("title")}>${t("plugins")}: ${name}</h2>
      <p class=${c("links")}>
        <a href=${`${pcRoot}/admin/app/flow?app=${app}`}>${t("appSettings")}</a>
      </p>
      ${plugins.length === 0 ? html`<p>${t("noPlugins")}</p>` : nothing}
      <ul class=${c("plugin-list")}>
        ${plugins.map(
          (plugin) =>
            html`<li class=${c("plugin")}>
              <strong>${plugin.name}</strong>
              <span class=${c("muted")}>${plugin.version}</span>
              <span class=${c("badge")}>${stateOf(plugin)}</span>
              ${
                plugin.hasConfig
                  ? html`<a
                      class=${c("button", "button-plain")}
                      href=${`${pcRoot}/admin/app/${app}/plugin/config?pluginId=${plugin.id}`}
                      aria-label=${`${plugin.name} ${t("pluginConfig")}`}
                      >${t("pluginConfig")}</a
                    >`
                  : nothing
              }
            </li>`,
        )}
      </ul>
      ${addPluginPart(addable, (work) =>
        showFailure(work.then(() => loadPlugins())),
      )}`,
    main(),
  );
};

const loadPlugins = async (): Promise<void> => {
  const [{ plugins }, addable] = await Promise.all([
    pageRoute<{ plugins: ListedPlugin[] }>("GET", "app-plugins", {
      app: bootApp().id,
    }),
    loadAddable(),
  ]);
  drawPlugins(plugins, addable);
};

/** Plugins of an app with the way to their settings. */
export const startPluginList = (): void => {
  const isSaved =
    new URLSearchParams(location.search).get("message") === "CONFIG_SAVED";
  if (isSaved) showNotification("SUCCESS", t("pluginSaved"));
  showFailure(loadPlugins());
};
