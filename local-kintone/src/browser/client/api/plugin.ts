import { boot, bootApp, pcRoot } from "../boot.ts";
import { pageRoute, PageRestError } from "../rest.ts";
import { showNotification } from "../notification.ts";
import { parsePluginConfig } from "./plugin-config.ts";
import { pluginProxy } from "./proxy.ts";

const configPage = (name: string): { app: number; id: string } => {
  if (boot.kind !== "pluginConfig" || boot.pluginId === null)
    throw new Error(`${name} works on the settings page of a plugin only`);
  return { app: bootApp().id, id: boot.pluginId };
};

const toPluginList = (): void =>
  location.assign(
    `${pcRoot}/admin/app/${bootApp().id}/plugin/?message=CONFIG_SAVED#/`,
  );

const finish = (work: Promise<unknown>, done?: () => void): void => {
  work.then(done ?? toPluginList).catch((error: unknown) => {
    if (!(error instanceof PageRestError)) throw error;
    showNotification("ERROR", error.body.message);
  });
};

/** A copy, so that nobody changes what the next caller reads. */
const getConfig = (pluginId: string): Record<string, string> | null => {
  const config = boot.app?.pluginConfigs[pluginId];
  return config ? { ...config } : null;
};

const setConfig = (config: unknown, done?: () => void): void => {
  const { app, id } = configPage("setConfig");
  const parsed = parsePluginConfig(config);
  const save = pageRoute("PUT", "plugin-config", { app, id, config: parsed });
  finish(
    save.then(() => {
      bootApp().pluginConfigs[id] = parsed;
    }),
    done,
  );
};

type ProxyConfig = {
  headers: Record<string, string>;
  data: Record<string, unknown>;
};
const proxyConfigs = (): Record<string, ProxyConfig> => boot.proxyConfigs ?? {};
const proxyKey = (url: string, method: string): string => `${method} ${url}`;

const checkData = (data: Record<string, unknown>): void => {
  for (const [key, value] of Object.entries(data))
    if (typeof value === "object" && value !== null)
      throw new TypeError(`setProxyConfig: "${key}" of data is an object`);
};

const setProxyConfig = (
  url: string,
  method: string,
  headers: Record<string, unknown>,
  data: Record<string, unknown>,
  done?: () => void,
): void => {
  const { app, id } = configPage("setProxyConfig");
  checkData(data);
  const texts = Object.fromEntries(
    Object.entries(headers).map(([key, value]) => [key, String(value)]),
  );
  const params = { app, id, url, method, headers: texts, data };
  finish(
    pageRoute("PUT", "plugin-proxy-config", params).then(() => {
      proxyConfigs()[proxyKey(url, method)] = { headers: texts, data };
    }),
    done,
  );
};

const getProxyConfig = (url: string, method: string): ProxyConfig | null => {
  configPage("getProxyConfig");
  const known = proxyConfigs()[proxyKey(url, method)];
  return known ? structuredClone(known) : null;
};

/** `kintone.plugin.app`. @see https://cybozu.dev/ja/kintone/docs/js-api/plugins/ */
export const pluginApp = {
  getConfig,
  setConfig,
  setProxyConfig,
  getProxyConfig,
  proxy: pluginProxy,
};
