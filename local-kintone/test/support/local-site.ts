import { createSite } from "../../src/rooms/create-site.ts";
import type { CreateSiteOptions } from "../../src/rooms/create-site.ts";
import type { User } from "../../src/model/model.ts";
import { startServer } from "../../src/start-server.ts";

type Json = Record<string, unknown>;

const ADMIN = "Administrator";

/** A running local kintone with what tests need to furnish it. */
export type LocalSite = Awaited<ReturnType<typeof startLocalSite>>;

/** Settings in these tests are about other things; `readings.test.ts` has both readings of each. */
const LENIENT = {
  "mixed-conditions": "allowed",
  "lookup-copy": "kindred-types",
  "first-status": "free",
} as const;

export const startLocalSite = async (options: CreateSiteOptions = {}) => {
  const site = createSite({
    deployDelayMs: 0,
    ...options,
    readings: { ...LENIENT, ...options.readings },
  });
  const server = await startServer({ site });
  const { baseUrl } = server;

  const authorization = (login: string, password = login): string =>
    Buffer.from(`${login}:${password}`).toString("base64");

  const send = async (
    method: string,
    path: string,
    body: Json,
    login = ADMIN,
  ): Promise<Json> => {
    const response = await fetch(`${baseUrl}${path}`, {
      method: method === "GET" ? "POST" : method,
      headers: {
        "X-Cybozu-Authorization": authorization(login),
        "Content-Type": "application/json",
        ...(method === "GET" ? { "X-HTTP-Method-Override": "GET" } : {}),
      },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as Json;
    if (!response.ok)
      throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };

  const upload = async (bytes: Uint8Array, name: string): Promise<string> => {
    const form = new FormData();
    form.append("file", new Blob([Uint8Array.from(bytes)]), name);
    const response = await fetch(`${baseUrl}/k/v1/file.json`, {
      method: "POST",
      headers: { "X-Cybozu-Authorization": authorization(ADMIN) },
      body: form,
    });
    const { fileKey } = (await response.json()) as { fileKey: string };
    return fileKey;
  };

  const deploy = async (app: number): Promise<void> => {
    await send("POST", "/k/v1/preview/app/deploy.json", { apps: [{ app }] });
    for (;;) {
      const { apps } = (await send("GET", "/k/v1/preview/app/deploy.json", {
        apps: [app],
      })) as { apps: Array<{ status: string }> };
      const status = apps[0]?.status;
      if (status === "SUCCESS") return;
      if (status !== "PROCESSING")
        throw new Error(`Deploy of ${app}: ${status}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  /** A new app with fields, not yet deployed. */
  const addApp = async (
    name: string,
    properties: Json = {},
  ): Promise<number> => {
    const { app } = await send("POST", "/k/v1/preview/app.json", { name });
    const id = Number(app);
    if (Object.keys(properties).length > 0)
      await send("POST", "/k/v1/preview/app/form/fields.json", {
        app: id,
        properties,
      });
    return id;
  };

  /** A user whose password is the login name. */
  const addUser = (code: string, more: Partial<User> = {}): void => {
    site.store.transaction(() =>
      site.store.saveUser({
        id: site.store.nextId("user"),
        code,
        name: code,
        password: code,
        email: "",
        timezone: "Asia/Tokyo",
        locale: "ja",
        valid: true,
        organizations: [],
        groups: [],
        isAdministrator: false,
        ...more,
      }),
    );
  };

  return {
    site,
    baseUrl,
    send,
    upload,
    deploy,
    addApp,
    addUser,
    close: async () => {
      await server.close();
      site.close();
    },
  };
};
