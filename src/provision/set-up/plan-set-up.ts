import { appKeys, type AppKey } from "../../apps/index.ts";
import { AppError } from "../../errors/app-error.ts";
import type { Programme } from "../../programmes/index.ts";
import { explainError } from "../apply/explain-error.ts";
import type { Connection } from "../connect/connection.ts";
import {
  toDesiredSite,
  type DesiredPlugin,
  type DesiredSite,
} from "../plan/desired.ts";
import {
  defaultFederation,
  presentFederation,
  type FederationEntity,
} from "../plan/federation.ts";
import { planProvision } from "../plan/plan-provision.ts";
import type { Plan } from "../plan/step.ts";
import type { ActualSite } from "../site/actual.ts";
import { fetchSite } from "../site/fetch-site.ts";
import type { ProvisionMemory } from "../site/memory.ts";

/** A plan for a site, with the readings that it was made of. */
export type SetUp = {
  readonly desired: DesiredSite;
  readonly actual: ActualSite;
  readonly plan: Plan;
};

/** Tells whether a plan that was shown earlier is still what would be done. */
export const isSamePlan = (shown: SetUp, now: SetUp): boolean =>
  JSON.stringify(shown.plan.steps) === JSON.stringify(now.plan.steps);

export type SetUpOptions = {
  readonly connection: Connection;
  readonly programme: Programme;
  /** Absent: plugins are left as they are. */
  readonly plugin?: DesiredPlugin;
  readonly memory: ProvisionMemory;
  /** App that becomes 募集回 where there is none. */
  readonly adoptedApp?: string;
  /** Counts only until the apps' rights name one. */
  readonly federation?: FederationEntity | null;
};

/** An app with somebody's fields is no empty one. */
const requireEmpty = ({ actual, plan }: SetUp): void => {
  if (actual.apps.editions?.isAdopted !== true) return;
  const fields = plan.undeclared
    .filter(({ app, what }) => app === "editions" && what === "field")
    .map(({ name }) => name);
  if (fields.length > 0)
    throw new AppError("provision/app-in-use", { fields: fields.join("、") });
};

export const namesIn = ({ apps }: DesiredSite): Record<AppKey, string> =>
  // One entry per key is what `appKeys` lists.
  Object.fromEntries(
    appKeys.map((key) => [key, String(apps[key].general.name)]),
  ) as Record<AppKey, string>;

const readSite = async (
  { connection, memory, adoptedApp }: SetUpOptions,
  desired: DesiredSite,
): Promise<ActualSite> => {
  const adoption = adoptedApp && { app: adoptedApp, names: namesIn(desired) };
  try {
    return await fetchSite(
      connection,
      desired.programme.id,
      desired.groups.map(({ code }) => code),
      memory,
      ...(adoption ? [adoption] : []),
    );
  } catch (error) {
    const step = {
      ja: "現在の設定を読み取る",
      en: "read the present settings",
    };
    throw explainError(error, step, connection.baseUrl);
  }
};

/**
 * Reads a site and plans what it lacks; nothing is changed.
 *
 * @throws AppError `provision/…`
 */
export const planSetUp = async (options: SetUpOptions): Promise<SetUp> => {
  const { programme, plugin } = options;
  const declared = toDesiredSite(programme, { plugin });
  const actual = await readSite(options, declared);
  const federation = presentFederation(actual) ?? options.federation ?? null;
  const desired = toDesiredSite(programme, {
    plugin,
    federation: federation ?? defaultFederation,
    isFederationKnown: federation !== null,
  });
  const setUp = { desired, actual, plan: planProvision(desired, actual) };
  requireEmpty(setUp);
  return setUp;
};
