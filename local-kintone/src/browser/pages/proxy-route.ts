import { ApiError } from "../../ground/api-error.ts";
import { readProxyConfigs } from "../../rooms/plugins/plugin-config.ts";
import type { ProxyConfig } from "../../model/model.ts";
import { proxyUrl } from "./substitutes.ts";
import type { Route, RouteContext } from "./route-context.ts";
import { plainNumber, plainText } from "../../ground/plain.ts";

type Headers = Record<string, string>;

const unreachable = (url: string): ApiError =>
  new ApiError(400, "GAIA_PR03", {
    ja: `外部のURL（${url}）に接続できません。この代役からは localhost にだけ接続できます。`,
    en: `Cannot connect to ${url}. This stand-in connects to localhost only.`,
  });

const localHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Nothing leaves this machine: tests and demos must not call the world. */
const parseTarget = (url: string): URL => {
  const target = URL.canParse(url) ? new URL(url) : null;
  const isAllowed =
    target !== null &&
    /^https?:$/.test(target.protocol) &&
    localHosts.has(target.hostname);
  if (!isAllowed) throw unreachable(url);
  return target;
};

const textHeaders = (given: unknown): Headers =>
  Object.fromEntries(
    Object.entries((given ?? {}) as Record<string, unknown>).map(
      ([name, value]) => [name, plainText(value)],
    ),
  );

/** The entry whose method is the same and whose address the called one begins with. */
const findProxyConfig = (
  { site, params }: RouteContext,
  method: string,
  url: string,
): ProxyConfig | null => {
  const { pluginId } = params;
  const app = site.store.apps.get(plainNumber(params.app));
  if (typeof pluginId !== "string" || !app) return null;
  const entries = readProxyConfigs(app, pluginId, "live");
  const found = entries.find(
    (entry) => entry.method === method && url.startsWith(entry.url),
  );
  return found ?? null;
};

const parseObject = (text: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(text);
    const isPlain =
      typeof value === "object" && value !== null && !Array.isArray(value);
    return isPlain ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
};

/** Stored members win over those of the call. */
const mergeData = (text: string, stored: ProxyConfig | null): string => {
  if (!stored || Object.keys(stored.data).length === 0) return text;
  const given = text === "" ? {} : parseObject(text);
  return given ? JSON.stringify({ ...given, ...stored.data }) : text;
};

const bodyOf = (
  context: RouteContext,
  method: string,
  stored: ProxyConfig | null,
): string | Uint8Array<ArrayBuffer> | null => {
  if (method !== "POST" && method !== "PUT") return null;
  const { blob, data } = context.params;
  if (typeof blob === "string")
    return Uint8Array.from(Buffer.from(blob, "base64"));
  return mergeData(plainText(data), stored);
};

/** Headers of an answer as `kintone.proxy` gives them. */
const answerHeaders = (response: Response): Headers =>
  Object.fromEntries(response.headers.entries());

/**
 * `kintone.proxy` and `kintone.plugin.app.proxy`: answers for any HTTP status; fails
 * where the target cannot be reached.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/proxy/kintone-proxy/
 */
export const proxyRoute: Route = async (context) => {
  const url = plainText(context.params.url);
  const method = plainText(context.params.method);
  const target = parseTarget(proxyUrl(context.site, url));
  const stored = findProxyConfig(context, method, url);
  const headers = {
    ...textHeaders(context.params.headers),
    ...stored?.headers,
  };
  const body = bodyOf(context, method, stored);
  try {
    const response = await fetch(target, { method, headers, body });
    return {
      body: await response.text(),
      status: response.status,
      headers: answerHeaders(response),
    };
  } catch {
    throw unreachable(url);
  }
};
