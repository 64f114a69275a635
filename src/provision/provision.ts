import { setTimeout as wait } from "node:timers/promises";
import { appKeys, type AppKey } from "../apps/index.ts";
import type { IsoDate } from "excel-form";
import { AppError } from "../errors/app-error.ts";
import { programmes, type Programme } from "../programmes/index.ts";
import { applyPlan, type Progress, type Refusal } from "./apply/apply-plan.ts";
import { createIds, idOf, type ApplyContext } from "./apply/context.ts";
import { waitForOthers, type Sleep } from "./apply/deploy.ts";
import { explainError } from "./apply/explain-error.ts";
import type { Connection } from "./connect/connection.ts";
import { connect } from "./node/connect.ts";
import type { Credentials } from "./node/credentials.ts";
import { toDesiredSite, type DesiredSite } from "./plan/desired.ts";
import {
  defaultFederation,
  presentFederation,
  type FederationEntity,
} from "./plan/federation.ts";
import {
  findTwinPlugins,
  planProvision,
  type PlanOptions,
} from "./plan/plan-provision.ts";
import type { Plan, Step } from "./plan/step.ts";
import { planSampleEdition } from "./sample-edition.ts";
import { readPluginZip } from "./node/plugin-zip.ts";
import { formatProgress } from "./print.ts";
import type { ActualSite } from "./site/actual.ts";
import { fetchSite } from "./site/fetch-site.ts";
import { fetchLosses, type Loss } from "./apply/losses.ts";
import { createMemory, type ProvisionMemory } from "./site/memory.ts";

export type ProvisionOptions = Credentials &
  PlanOptions & {
    /** Default: the first of this build. */
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
    /** Default: the one that the site's rights name, else the group `federation`. */
    readonly federation?: FederationEntity;
    /**
     * Decides about the deletions of `prune`; without it they are done.
     *
     * @returns whether to go on
     */
    readonly confirmLosses?: (
      losses: readonly Loss[],
      nameOf: (key: AppKey) => string,
    ) => Promise<boolean>;
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

const liveIdsOf = ({ apps }: ActualSite): string[] =>
  appKeys.flatMap((key) => {
    const app = apps[key];
    return app?.isLive === true ? [app.id] : [];
  });

/** Reads again after a publication that somebody else has begun. */
const fetchSettledSite = async (
  connection: Connection,
  sleep: Sleep,
  fetch: () => Promise<ActualSite>,
): Promise<ActualSite> => {
  const actual = await fetch();
  const ids = liveIdsOf(actual);
  const hasWaited = await waitForOthers(connection.client, ids, sleep);
  return hasWaited ? fetch() : actual;
};

const readingStep = {
  ja: "現在の設定を読み取る",
  en: "read the present settings",
};

type Reading = {
  readonly connection: Connection;
  readonly programme: Programme;
  readonly federation: FederationEntity;
  readonly memory: ProvisionMemory;
  readonly sleep: Sleep;
  readonly today: IsoDate | undefined;
};

const read = async ({
  connection,
  programme,
  federation,
  memory,
  sleep,
  today,
}: Reading): Promise<{ actual: ActualSite; firstEdition: Step[] }> => {
  const groups = federation.type === "GROUP" ? [federation.code] : [];
  try {
    const actual = await fetchSettledSite(connection, sleep, () =>
      fetchSite(connection, programme.id, groups, memory),
    );
    const firstEdition =
      today === undefined
        ? []
        : await planSampleEdition(connection, programme, actual, today);
    return { actual, firstEdition };
  } catch (error) {
    throw explainError(error, readingStep, connection.baseUrl);
  }
};

/** @throws AppError `provision/no-organization` */
const requireOrganization = async (
  { directory, baseUrl }: Connection,
  { type, code }: FederationEntity,
): Promise<void> => {
  if (type !== "ORGANIZATION") return;
  const found = await directory
    .listOrganizations([code])
    .catch((error: unknown) => {
      throw explainError(error, readingStep, baseUrl);
    });
  if (!found.includes(code))
    throw new AppError("provision/no-organization", { code });
};

/** @throws AppError `provision/plugin-twin` */
const requireOnePlugin = (desired: DesiredSite, actual: ActualSite): void => {
  const twins = findTwinPlugins(desired, actual);
  const [first] = twins;
  if (first === undefined) return;
  throw new AppError("provision/plugin-twin", {
    name: first.name,
    ids: twins.map(({ id }) => id).join(", "),
    id: desired.plugin?.id ?? "",
  });
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
  const { programme = programmes[0], memory = createMemory() } = options;
  const plugin = options.pluginZip && readPluginZip(options.pluginZip);
  const connection = connect(options);
  const sleep: Sleep = options.sleep ?? ((ms) => wait(ms));
  const { actual, firstEdition } = await read({
    connection,
    programme,
    federation: options.federation ?? defaultFederation,
    memory,
    sleep,
    today: options.sampleEditionOn,
  });
  const present = options.federation ? null : presentFederation(actual);
  const federation = present ?? options.federation ?? defaultFederation;
  const desired = toDesiredSite(programme, {
    plugin,
    federation,
    isFederationKnown: present !== null,
  });
  await requireOrganization(connection, federation);
  if (options.replacePlugin !== true) requireOnePlugin(desired, actual);
  const planned = planProvision(desired, actual, options);
  const plan = { ...planned, steps: [...planned.steps, ...firstEdition] };
  options.onPlan?.(plan, (key) => String(desired.apps[key].general.name));
  requireNoObstacle(plan, desired);
  return { connection, desired, actual, plan, memory, plugin, sleep };
};

/** @throws AppError `provision/prune-unconfirmed` */
const confirmDeletions = async (
  { confirmLosses }: ProvisionOptions,
  { connection, desired, actual, plan }: Awaited<ReturnType<typeof prepare>>,
): Promise<void> => {
  const deletes = plan.steps.some(
    ({ kind }) => kind === "delete-fields" || kind === "delete-views",
  );
  if (!deletes || confirmLosses === undefined) return;
  const losses = await fetchLosses(connection.client, plan, actual);
  const isSure = await confirmLosses(losses, (key) =>
    String(desired.apps[key].general.name),
  );
  if (!isSure) throw new AppError("provision/prune-unconfirmed");
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
  const preparation = await prepare(options);
  await confirmDeletions(options, preparation);
  const { plan, plugin, actual, ...prepared } = preparation;
  const context: ApplyContext = {
    ...prepared,
    pluginZip: options.pluginZip ?? null,
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
