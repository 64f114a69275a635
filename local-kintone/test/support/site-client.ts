import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { startLocalSite } from "./local-site.ts";

type Answer = {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
};

/** A local kintone with the official client and with bare requests. */
export const startWithClient = async (
  options: Parameters<typeof startLocalSite>[0] = {},
) => {
  const local = await startLocalSite(options);
  const { baseUrl } = local;

  const clientOf = (username: string, password = username) =>
    new KintoneRestAPIClient({ baseUrl, auth: { username, password } });
  const client = clientOf("Administrator");

  const ask = async (
    path: string,
    init: RequestInit & { login?: string | null } = {},
  ): Promise<Answer> => {
    const { login = "Administrator", headers, ...rest } = init;
    const sent = new Headers(headers);
    if (login !== null)
      sent.set(
        "X-Cybozu-Authorization",
        Buffer.from(`${login}:${login}`).toString("base64"),
      );
    const response = await fetch(`${baseUrl}${path}`, {
      ...rest,
      headers: sent,
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text.startsWith("{") ? JSON.parse(text) : { text },
    };
  };

  /** JSON in, JSON out. */
  const call = (
    method: string,
    path: string,
    body: unknown,
    init: RequestInit & { login?: string | null } = {},
  ) =>
    ask(path, {
      ...init,
      method,
      headers: { "Content-Type": "application/json", ...init.headers },
      body: JSON.stringify(body),
    });

  const deployAll = async (...apps: number[]) => {
    await client.app.deployApp({ apps: apps.map((app) => ({ app })) });
    for (;;) {
      const status = await client.app.getDeployStatus({ apps });
      const states = status.apps.map((it) => it.status);
      if (!states.includes("PROCESSING")) return states;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

  /** A live app with fields. */
  const liveApp = async (
    name: string,
    properties: Record<string, unknown> = {},
  ): Promise<number> => {
    const app = await local.addApp(name, properties);
    await local.deploy(app);
    return app;
  };

  const control = async (
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Record<string, unknown>> => {
    const response = await fetch(`${baseUrl}/_local/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(JSON.stringify(answer));
    return answer;
  };

  return { ...local, client, clientOf, ask, call, deployAll, liveApp, control };
};

export type ClientSite = Awaited<ReturnType<typeof startWithClient>>;
