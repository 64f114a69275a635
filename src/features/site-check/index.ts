import { appKeys } from "../../apps/index.ts";
import type { Inspect } from "../../feature-kit/inspect.ts";
import type {
  Check,
  SettingsSectionContext,
} from "../../feature-kit/settings-section.ts";
import { createTranslator } from "../../i18n/translate.ts";
import { listDifferences } from "../../provision/plan/list-differences.ts";
import { appFindings } from "./app-findings.ts";
import { checkSet } from "./check-set.ts";
import { editionFindings } from "./edition-findings.ts";
import type { Facts, Ground } from "./finding.ts";
import { readFormState } from "./form-state.ts";
import { gatherFacts } from "./gather-facts.ts";
import type { SiteFacts } from "./gather-facts.ts";
import { messages } from "./messages.ts";
import {
  federationFindings,
  noticeFindings,
  planFindings,
  societyFindings,
} from "./people-findings.ts";

const readForms = async (
  { gateway }: SettingsSectionContext,
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

/** Apps that cannot be found are told as such; the site is asked when all are there. */
const readSite = async (
  context: SettingsSectionContext,
  { apps }: Facts["set"],
): Promise<SiteFacts | null> =>
  appKeys.every((key) => apps[key].id !== null && apps[key].error === null)
    ? gatherFacts(context)
    : null;

const readFacts = async (
  context: SettingsSectionContext,
  overrides: Parameters<typeof checkSet>[1],
): Promise<Facts> => {
  const set = await checkSet(context.gateway, overrides);
  const [site, forms] = await Promise.all([
    readSite(context, set),
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

const LEVELS: ReadonlyArray<Check["level"]> = ["look", "note", "ok"];

/** In the order in which things are done; the sort keeps it within a level. */
const toFindings = (ground: Ground): Check[] => {
  const { site } = ground.facts;
  const of = (find: (ground: Ground, site: SiteFacts) => Check[]): Check[] =>
    site === null ? [] : find(ground, site);
  return [
    ...of(planFindings),
    ...of(federationFindings),
    ...appKeys.flatMap((key) => appFindings(ground, key)),
    ...of(noticeFindings),
    ...of(societyFindings),
    ...editionFindings(ground),
  ].toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
};

/** 点検: everything an administrator wants to know. */
export const inspect: Inspect = async (context, { hrefs, ...rest }) => {
  const t = createTranslator(messages, context.language);
  const facts = await readFacts(context, rest.overrides);
  return {
    editions: facts.set.editions,
    checks: toFindings({
      t,
      hrefs,
      facts,
      programme: context.programme,
      ...rest,
    }),
  };
};
