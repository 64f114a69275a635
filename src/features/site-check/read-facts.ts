import { appKeys } from "../../apps/index.ts";
import { listDifferences } from "../../provision/plan/list-differences.ts";
import { checkSet } from "./check-set.ts";
import type { Facts } from "./finding.ts";
import { readFormState } from "./form-state.ts";
import { gatherFacts } from "./gather-facts.ts";
import type { Context, SiteAccess, SiteFacts } from "./gather-facts.ts";

const readForms = async (
  { gateway }: Context,
  editions: Facts["set"]["editions"],
): Promise<Facts["forms"]> =>
  new Map(
    await Promise.all(
      editions
        .filter(({ editionState }) => editionState === "募集中")
        .map(
          async (edition) =>
            [edition.id, await readFormState(gateway, edition)] as const,
        ),
    ),
  );

/** Apps that cannot be found are reported as such; the site is read once all are there. */
const readSite = async (
  access: SiteAccess,
  context: Context,
  { apps }: Facts["set"],
): Promise<SiteFacts | null> =>
  appKeys.every((key) => apps[key].id !== null && apps[key].error === null)
    ? gatherFacts(access, context)
    : null;

/** Reads the whole set for 点検 and 通し稽古; nothing is changed. */
export const readFacts = async (
  access: SiteAccess,
  context: Context,
  overrides: Parameters<typeof checkSet>[1],
): Promise<Facts> => {
  const set = await checkSet(context.gateway, overrides);
  const [site, forms] = await Promise.all([
    readSite(access, context, set),
    readForms(context, set.editions),
  ]);
  const setUp = site?.setUp;
  const differences = setUp
    ? listDifferences(
        setUp.plan.steps,
        setUp.desired,
        (key) => setUp.actual.apps[key]?.settings,
      )
    : [];
  return { set, site, differences, forms };
};
