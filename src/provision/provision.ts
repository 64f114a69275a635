import { setTimeout as wait } from "node:timers/promises";
import { appKeys, type AppKey } from "../apps/index.ts";
import type { IsoDate } from "excel-form";
import { AppError } from "../errors/app-error.ts";
import { cloudPracticeAward, type Programme } from "../programmes/index.ts";
import { applyPlan, type Progress, type Refusal } from "./apply/apply-plan.ts";
import { createIds, idOf, type ApplyContext } from "./apply/context.ts";
import { explainError } from "./apply/explain-error.ts";
import type { Connection } from "./connect/connection.ts";
import { connect } from "./node/connect.ts";
import type { Credentials } from "./node/credentials.ts";
import { toDesiredSite, type DesiredSite } from "./plan/desired.ts";
import { planProvision, type PlanOptions } from "./plan/plan-provision.ts";
import type { Plan, Step } from "./plan/step.ts";
import { planSampleEdition } from "./sample-edition.ts";
import { readPluginZip } from "./node/plugin-zip.ts";
import { formatProgress } from "./print.ts";
import type { ActualSite } from "./site/actual.ts";
import { fetchSite } from "./site/fetch-site.ts";
import { createMemory, type ProvisionMemory } from "./site/memory.ts";

export type ProvisionOptions = Credentials &
  PlanOptions & {
    /** Default: クラウド実践大賞. */
    readonly programme?: Programme;
    /** Sent to the site and added to the apps. */
    readonly pluginZip?: Uint8Array;
    /** Default: forgotten with the process. */
    readonly memory?: ProvisionMemory;
    /**
     * Today, when an edition with the sample checklist is wanted; it is added
     * only where there is none yet.
     */
    readonly sampleEditionOn?: IsoDate;
    /** Sees the plan before anything is done. */
    readonly onPlan?: (plan: Plan, nameOf: (key: AppKey) => string) => void;
    /** One Japanese line, and what it was made of, as each step begins. */
    readonly onProgress?: (line: string, progress: Progress) => void;
    /** Waits between two polls of a publication; tests pass a quick one. */
    readonly sleep?: (ms: number) => Promise<void>;
  };

export type ProvisionResult = {
  readonly plan: Plan;
  /** App numbers. */
  readonly apps: Readonly<Record<AppKey, string>>;
  readonly pluginId: string | null;
  /** Lists and notices that kintone did not take. */
  readonly refusals: readonly Refusal[];
  /** Number of the board's view, which is not the one an app opens with. */
  readonly boardViewId: string | null;
};

const read = async (
  connection: Connection,
  desired: DesiredSite,
  memory: ProvisionMemory,
  today: IsoDate | undefined,
): Promise<{ actual: ActualSite; firstEdition: Step[] }> => {
  try {
    const actual = await fetchSite(
      connection,
      desired.programmeId,
      desired.groups.map(({ code }) => code),
      memory,
    );
    const firstEdition =
      today === undefined
        ? []
        : await planSampleEdition(connection, actual, today);
    return { actual, firstEdition };
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

const fetchBoardViewId = async (
  context: ApplyContext,
): Promise<string | null> => {
  const app = idOf(context, "nominations");
  const { views } = await context.connection.client.app.getViews({ app });
  return Object.values(views).find(({ type }) => type === "CUSTOM")?.id ?? null;
};

const prepare = async (options: ProvisionOptions) => {
  const { programme = cloudPracticeAward, memory = createMemory() } = options;
  const plugin = options.pluginZip && readPluginZip(options.pluginZip);
  const desired = toDesiredSite(programme, plugin);
  const connection = connect(options);
  const { actual, firstEdition } = await read(
    connection,
    desired,
    memory,
    options.sampleEditionOn,
  );
  const planned = planProvision(desired, actual, options);
  const plan = { ...planned, steps: [...planned.steps, ...firstEdition] };
  options.onPlan?.(plan, (key) => String(desired.apps[key].general.name));
  requireNoObstacle(plan, desired);
  return { connection, desired, actual, plan, memory, plugin };
};

/**
 * Plans what `provision` would do; nothing is changed.
 *
 * @throws AppError `provision/…`; see `toProvisionMessage`
 */
export const previewProvision = async (
  options: ProvisionOptions,
): Promise<Plan> => (await prepare(options)).plan;

/**
 * Brings a site to what the programme declares: plans from the site as it is,
 * then applies. Running it again plans nothing; after a failure it goes on.
 *
 * @throws AppError `provision/…`; see `toProvisionMessage`
 */
export const provision = async (
  options: ProvisionOptions,
): Promise<ProvisionResult> => {
  const { plan, plugin, actual, ...prepared } = await prepare(options);
  const context: ApplyContext = {
    ...prepared,
    pluginZip: options.pluginZip ?? null,
    sleep: options.sleep ?? ((ms) => wait(ms)),
    ids: createIds(idsOf(actual)),
  };
  const refusals = await applyPlan(plan, context, (progress) => {
    const line = formatProgress(progress, "ja");
    if (line !== null) options.onProgress?.(line, progress);
  });
  return {
    plan,
    // Applying has made those that were missing.
    apps: Object.fromEntries(context.ids) as Record<AppKey, string>,
    pluginId: plugin?.id ?? null,
    refusals,
    boardViewId: await fetchBoardViewId(context),
  };
};
