import { createSite, parseToday, startServer } from "local-kintone";
import type { AppKey } from "../src/apps/app-key.ts";
import { todayIn } from "../src/domain/today.ts";
import { provision } from "../src/provision/index.ts";
import { demoUsers, seedDemo, seedUsers } from "./demo/index.ts";
import { buildLocalPlugin } from "./plugin/build-local-plugin.ts";
import type { LocalPlugin } from "./plugin/build-local-plugin.ts";
import { fillSampleForm } from "./fill-sample.ts";

export const ADMIN = { username: "Administrator", password: "Administrator" };

export type DemoOptions = {
  port?: number;
  /** `YYYY-MM-DD`; the machine's own day when absent. */
  today?: string | undefined;
  /** Apps and users, but no records. */
  isEmpty?: boolean;
  /** Number of nominations instead of the hand-made ones. */
  scale?: number | undefined;
  dataDir?: string | undefined;
  /** Built already; otherwise the demo builds it. */
  plugin?: LocalPlugin;
  onProgress?: (text: string) => void;
};

export type Demo = {
  baseUrl: string;
  boardUrl: string;
  apps: Readonly<Record<AppKey, string>>;
  pluginId: string;
  users: ReadonlyArray<{ code: string; password: string; role: string }>;
  close(): Promise<void>;
};

/**
 * Starts a local kintone with everything in it, through the same provisioning
 * and the same plugin REST API that a real tenant would see.
 */
export const startDemo = async (options: DemoOptions = {}): Promise<Demo> => {
  const say = options.onProgress ?? (() => undefined);
  const now =
    options.today === undefined ? undefined : parseToday(options.today);
  const site = createSite({
    ...(now === undefined ? {} : { now }),
    ...(options.dataDir === undefined ? {} : { dataDir: options.dataDir }),
  });
  const [plugin, server] = await Promise.all([
    options.plugin ?? buildLocalPlugin(),
    startServer({ site, port: options.port ?? 0 }),
  ]);
  const close = async (): Promise<void> => {
    await server.close();
    site.close();
  };
  try {
    const connection = { baseUrl: server.baseUrl, auth: ADMIN };
    say("利用者と組織を登録しています");
    await seedUsers(connection);
    const { apps, pluginId } = await provision({
      ...connection,
      pluginZip: plugin.zip,
      onProgress: say,
    });
    if (options.isEmpty !== true) {
      say("見本のレコードを登録しています");
      await seedDemo({
        ...connection,
        apps,
        today: todayIn("Asia/Tokyo", site.clock.now()),
        scale: options.scale,
        fillReport: fillSampleForm,
      });
    }
    return {
      baseUrl: server.baseUrl,
      boardUrl: `${server.baseUrl}/k/${apps.nominations}/`,
      apps,
      pluginId: pluginId ?? plugin.id,
      users: demoUsers,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
