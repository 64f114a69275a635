import type { IsoDate } from "excel-form";
import { createSite, parseToday, startServer } from "local-kintone";
import type { AppKey } from "../src/apps/app-key.ts";
import { programmes, type Programme } from "../src/programmes/index.ts";
import { todayIn } from "../src/domain/today.ts";
import { provision } from "../src/provision/index.ts";
import { demoUsers, seedAward, seedDemo, seedUsers } from "./demo/index.ts";
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
  /** One set of apps each, in this order; the first of the build when absent. */
  programmes?: readonly Programme[] | undefined;
  /** Built already; otherwise the demo builds it. */
  plugin?: LocalPlugin;
  onProgress?: (text: string) => void;
};

/** The apps of an award. */
export type DemoAward = {
  readonly programme: Programme;
  readonly apps: Readonly<Record<AppKey, string>>;
  readonly boardUrl: string;
};

export type Demo = {
  baseUrl: string;
  boardUrl: string;
  /** Those of the first award. */
  apps: Readonly<Record<AppKey, string>>;
  awards: readonly DemoAward[];
  pluginId: string;
  users: ReadonlyArray<{ code: string; password: string; role: string }>;
  close(): Promise<void>;
};

type Seed = DemoAward & {
  readonly baseUrl: string;
  readonly today: IsoDate;
  readonly scale: number | undefined;
};

/** The hand-made demo is about the first award; each of the others gets a small one. */
const seed = ({ programme, ...rest }: Seed): Promise<unknown> =>
  programme === programmes[0]
    ? seedDemo({ ...rest, fillReport: fillSampleForm })
    : seedAward({ ...rest, programme });

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
    const makeApps = async (programme: Programme): Promise<DemoAward> => {
      const { apps } = await provision({
        ...connection,
        programme,
        pluginZip: plugin.zip,
        onProgress: say,
      });
      const boardUrl = `${server.baseUrl}/k/${apps.nominations}/`;
      return { programme, apps, boardUrl };
    };
    const [wanted = programmes[0], ...others] = options.programmes ?? [];
    const first = await makeApps(wanted);
    const awards = [first];
    for (const programme of others) awards.push(await makeApps(programme));
    if (options.isEmpty !== true) {
      say("見本のレコードを登録しています");
      const today = todayIn("Asia/Tokyo", site.clock.now());
      for (const award of awards)
        await seed({ ...connection, ...award, today, scale: options.scale });
    }
    return {
      baseUrl: server.baseUrl,
      boardUrl: first.boardUrl,
      apps: first.apps,
      awards,
      pluginId: plugin.id,
      users: demoUsers,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
