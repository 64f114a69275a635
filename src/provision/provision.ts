import { setTimeout as wait } from "node:timers/promises";
import { appKeys, type AppKey } from "../apps/index.ts";
import { AppError } from "../errors/app-error.ts";
import type { Programme } from "../programmes/index.ts";
import { applyPlan, type Progress } from "./apply/apply-plan.ts";
import { createIds, type ApplyContext } from "./apply/context.ts";
import { explainError } from "./apply/explain-error.ts";
import { connect, type Connection, type Credentials } from "./connection.ts";
import { desireSite, type DesiredSite } from "./plan/desired.ts";
import { planProvision, type PlanOptions } from "./plan/plan-provision.ts";
import type { Plan } from "./plan/step.ts";
import { readPluginZip } from "./plugin-zip.ts";
import type { ActualSite } from "./site/actual.ts";
import { fetchSite } from "./site/fetch-site.ts";
import { createMemory, type ProvisionMemory } from "./site/memory.ts";

export type ProvisionOptions = PlanOptions & {
  readonly credentials: Credentials;
  readonly programme: Programme;
  /** Sent to the site and added to the apps. */
  readonly pluginZip?: Uint8Array;
  /** Default: forgotten with the process. */
  readonly memory?: ProvisionMemory;
  readonly onPlan?: (plan: Plan, nameOf: (key: AppKey) => string) => void;
  readonly onProgress?: (progress: Progress) => void;
  /** Plan, and change nothing. */
  readonly isDryRun?: boolean;
  /** Between looks at a publication; tests pass a quick one. */
  readonly sleep?: (ms: number) => Promise<void>;
};

export type ProvisionResult = {
  readonly plan: Plan;
  /** App numbers; after a dry run only those of apps that exist. */
  readonly apps: Readonly<Partial<Record<AppKey, string>>>;
  readonly pluginId: string | null;
};

const read = async (
  connection: Connection,
  desired: DesiredSite,
  memory: ProvisionMemory,
): Promise<ActualSite> => {
  try {
    return await fetchSite(
      connection,
      desired.programmeId,
      desired.groups.map(({ code }) => code),
      memory,
    );
  } catch (error) {
    const step = {
      ja: "現在の設定を読み取る",
      en: "read the present settings",
    };
    throw explainError(error, step, connection.baseUrl);
  }
};

const requireNoObstacle = ({ obstacles }: Plan, desired: DesiredSite) => {
  const [obstacle] = obstacles;
  if (obstacle === undefined) return;
  throw new AppError(obstacle.code, {
    app: String(desired.apps[obstacle.app].general.name),
    field: obstacle.field,
    actual: obstacle.actualType,
    desired: obstacle.desiredType,
  });
};

const idsOf = ({ apps }: ActualSite) =>
  Object.fromEntries(
    appKeys.flatMap((key) => {
      const app = apps[key];
      return app === undefined ? [] : [[key, app.id]];
    }),
  );

/**
 * Brings a site to what the programme declares: plans from the site as it is,
 * then applies. Running it again plans nothing; after a failure it goes on.
 *
 * @throws AppError `provision/…`; see `toProvisionMessage`
 */
export const provision = async ({
  credentials,
  programme,
  pluginZip,
  memory = createMemory(),
  onPlan,
  onProgress = () => undefined,
  isDryRun = false,
  sleep = (ms) => wait(ms),
  ...planOptions
}: ProvisionOptions): Promise<ProvisionResult> => {
  const plugin = pluginZip && readPluginZip(pluginZip);
  const desired = desireSite(programme, plugin);
  const connection = connect(credentials);
  const actual = await read(connection, desired, memory);
  const plan = planProvision(desired, actual, planOptions);
  onPlan?.(plan, (key) => String(desired.apps[key].general.name));
  requireNoObstacle(plan, desired);
  const context: ApplyContext = {
    connection,
    desired,
    memory,
    pluginZip: pluginZip ?? null,
    sleep,
    ids: createIds(idsOf(actual)),
  };
  if (!isDryRun) await applyPlan(plan, context, onProgress);
  return {
    plan,
    apps: Object.fromEntries(context.ids),
    pluginId: plugin?.id ?? null,
  };
};
