import { createSite, parseToday, startServer } from "local-kintone";
import { fillSampleForm } from "../../scripts/fill-sample.ts";
import type { AppKey } from "../../src/apps/index.ts";
import {
  connect,
  provision,
  type Connection,
  type Credentials,
} from "../../src/provision/index.ts";
import { demoUsers, seedDemo, seedUsers } from "../../scripts/demo/index.ts";

/** A local kintone with the demo in it, and every user's way to reach it. */
export type DemoSite = {
  readonly admin: Credentials;
  readonly apps: Readonly<Record<AppKey, string>>;
  as(code: string): Connection;
  /** Credentials for a transport of this user. */
  credentials(code: string): {
    baseUrl: string;
    username: string;
    password: string;
  };
  /** Notifications of a user. */
  notificationsOf(
    code: string,
  ): ReadonlyArray<{ kind: string; title: string; text: string }>;
  close(): Promise<void>;
};

const ADMIN = { username: "Administrator", password: "Administrator" };

const passwordOf = (code: string): string =>
  demoUsers.find((user) => user.code === code)?.password ?? "";

export const startDemoSite = async (today: string): Promise<DemoSite> => {
  const site = createSite({ deployDelayMs: 0, now: parseToday(today) });
  const server = await startServer({ site });
  const { baseUrl } = server;
  const admin = { baseUrl, auth: ADMIN };
  await seedUsers(admin);
  const { apps } = await provision(admin);
  await seedDemo({ baseUrl, apps, today, fillReport: fillSampleForm });
  return {
    admin,
    apps,
    as: (code) =>
      connect({
        baseUrl,
        auth: { username: code, password: passwordOf(code) },
      }),
    credentials: (code) => ({
      baseUrl,
      username: code,
      password: passwordOf(code),
    }),
    notificationsOf: (code) => site.store.notifications(code),
    close: async () => {
      await server.close();
      site.close();
    },
  };
};
