import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { startServer } from "../../src/start-server.ts";
import type { RunningServer } from "../../src/start-server.ts";
import { createSite } from "../../src/rooms/create-site.ts";
import type {
  App,
  AppSettings,
  JsonObject,
  User,
} from "../../src/model/model.ts";
import type { Site } from "../../src/model/site.ts";
import { aUser } from "./app-settings.ts";

const everyRight = {
  appEditable: true,
  recordViewable: true,
  recordAddable: true,
  recordEditable: true,
  recordDeletable: true,
  recordImportable: true,
  recordExportable: true,
};

/** An app permission row. */
export const appRow = (
  entity: { type: string; code: string | null },
  rights: Partial<typeof everyRight> = everyRight,
): JsonObject => ({ entity, includeSubs: false, ...rights });

export const everyone = { type: "GROUP", code: "everyone" };

/** An app that is live with these settings, without going through deploy. */
export const seedApp = (
  site: Site,
  settings: AppSettings,
  rest: Partial<App> = {},
): App => {
  const opened =
    settings.appAcl.length > 0
      ? settings
      : { ...settings, appAcl: [appRow(everyone)] };
  const copy = { revision: 1, settings: opened };
  const app: App = {
    id: site.store.nextId("app"),
    code: "",
    spaceId: null,
    creator: "Administrator",
    createdAt: "2026-04-01T00:00:00Z",
    modifier: "Administrator",
    modifiedAt: "2026-04-01T00:00:00Z",
    preview: copy,
    live: copy,
    deploy: "SUCCESS",
    tokens: [],
    ...rest,
  };
  site.store.saveApp(app);
  return app;
};

export const seedUser = (
  site: Site,
  code: string,
  rest: Partial<User> = {},
): User => {
  const user = aUser(code, { id: site.store.nextId("user"), ...rest });
  site.store.saveUser(user);
  return user;
};

export type TestKintone = {
  site: Site;
  server: RunningServer;
  /** Client of a user whose password is the login name. */
  as: (code: string) => KintoneRestAPIClient;
  byToken: (token: string) => KintoneRestAPIClient;
  /** A raw request of a user, for what the client would not send. */
  raw: (
    code: string,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; body: Record<string, unknown> }>;
};

const NOW = "2026-04-25T10:00:00Z";

export const startKintone = async (now: string = NOW): Promise<TestKintone> => {
  const site = createSite({ now: Date.parse(now) });
  const server = await startServer({ site });
  const { baseUrl } = server;
  return {
    site,
    server,
    as: (code) =>
      new KintoneRestAPIClient({
        baseUrl,
        auth: { username: code, password: code },
      }),
    byToken: (token) =>
      new KintoneRestAPIClient({ baseUrl, auth: { apiToken: token } }),
    raw: async (code, method, path, body, headers = {}) => {
      const response = await fetch(`${baseUrl}${path}`, {
        method,
        headers: {
          "X-Cybozu-Authorization": Buffer.from(`${code}:${code}`).toString(
            "base64",
          ),
          ...(body !== undefined && { "Content-Type": "application/json" }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return {
        status: response.status,
        body: (await response.json()) as Record<string, unknown>,
      };
    },
  };
};
