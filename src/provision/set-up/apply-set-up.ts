import { appKeys, type AppKey } from "../../apps/index.ts";
import { AppError } from "../../errors/app-error.ts";
import { applyPlan, type Progress, type Refusal } from "../apply/apply-plan.ts";
import { createIds, idOf, type ApplyContext } from "../apply/context.ts";
import { deployApps } from "../apply/deploy.ts";
import { explainError } from "../apply/explain-error.ts";
import type { Connection } from "../connect/connection.ts";
import type { DesiredSite } from "../plan/desired.ts";
import type { Plan } from "../plan/step.ts";
import type { ActualSite } from "../site/actual.ts";
import type { ProvisionMemory } from "../site/memory.ts";
import { lockLine, REPORT_EVERY_MS, takeLock, type Holder } from "./lock.ts";
import type { SetUp } from "./plan-set-up.ts";

export type ApplyOptions = {
  readonly connection: Connection;
  readonly memory: ProvisionMemory;
  readonly me: Holder;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly onProgress: (progress: Progress) => void;
  readonly signal?: AbortSignal;
};

const idsOf = ({ apps }: ActualSite): Partial<Record<AppKey, string>> =>
  Object.fromEntries(
    appKeys.flatMap((key) => {
      const id = apps[key]?.id;
      return id === undefined ? [] : [[key, id]];
    }),
  );

const descriptionIn = ({ apps }: DesiredSite): string =>
  String(apps.editions.general.description);

const withNote = (desired: DesiredSite, note: string): DesiredSite => ({
  ...desired,
  apps: {
    ...desired.apps,
    editions: {
      ...desired.apps.editions,
      general: {
        ...desired.apps.editions.general,
        description: descriptionIn(desired) + note,
      },
    },
  },
});

/** The last publication waits until the note is out of the description. */
const splitLastDeploy = ({ steps }: Plan) => {
  const last = steps.at(-1);
  const apps = last?.kind === "deploy" ? last.apps : [];
  return {
    before: last?.kind === "deploy" ? steps.slice(0, -1) : steps,
    toPublish: appKeys.filter(
      (key) => key === "editions" || apps.includes(key),
    ),
  };
};

const requireNoObstacle = ({ plan, desired }: SetUp): void => {
  const [obstacle] = plan.obstacles;
  if (obstacle === undefined) return;
  throw new AppError(obstacle.code, {
    app: String(desired.apps[obstacle.app].general.name),
    field: obstacle.field,
    actual: obstacle.actualType,
    desired: obstacle.desiredType,
  });
};

const STEPS = {
  begin: { ja: "設定を始める", en: "begin" },
  publish: { ja: "設定を公開", en: "publish the settings" },
} as const;

/**
 * Applies a plan from the page of the app that is, or becomes, 募集回. Others are
 * reported as long as it goes on. After a failure a new plan holds what is left.
 *
 * @returns the lists and notices that kintone did not take
 * @throws AppError `provision/…`
 */
export const applySetUp = async (
  setUp: SetUp,
  options: ApplyOptions,
): Promise<Refusal[]> => {
  requireNoObstacle(setUp);
  const { desired, actual, plan } = setUp;
  const { connection, me, now } = options;
  const { client } = connection;
  const description = descriptionIn(desired);
  const context: ApplyContext = {
    ...options,
    desired: withNote(desired, lockLine(me, now())),
    pluginZip: null,
    ids: createIds(idsOf(actual)),
  };
  const app = idOf(context, "editions");
  const explained = async (
    step: keyof typeof STEPS,
    work: () => Promise<void>,
  ): Promise<void> => {
    try {
      await work();
    } catch (error) {
      throw explainError(error, STEPS[step], connection.baseUrl);
    }
  };
  let reportedAt = now();
  await explained("begin", () =>
    takeLock(client, app, description, me, reportedAt),
  );
  const { before, toPublish } = splitLastDeploy(plan);
  const total = before.length + 1;
  const refusals = await applyPlan(
    { ...plan, steps: before },
    context,
    async (progress) => {
      if (progress.step !== null) options.onProgress({ ...progress, total });
      if (now() - reportedAt < REPORT_EVERY_MS) return;
      reportedAt = now();
      await takeLock(client, app, description, me, reportedAt);
    },
    options.signal,
  );
  const step = { kind: "deploy", apps: toPublish } as const;
  options.onProgress({ done: before.length, total, step, text: STEPS.publish });
  await explained("publish", async () => {
    await client.app.updateAppSettings({ app, description });
    await deployApps(context, toPublish);
  });
  options.onProgress({ done: total, total, step: null, text: null });
  return refusals;
};
