import { appKeys } from "../../apps/index.ts";
import type { Inspect } from "../../feature-kit/inspect.ts";
import type { Check } from "../../feature-kit/settings-section.ts";
import { createTranslator } from "../../i18n/translate.ts";
import { appFindings } from "./app-findings.ts";
import { editionFindings } from "./edition-findings.ts";
import type { Ground } from "./finding.ts";
import type { SiteFacts } from "./gather-facts.ts";
import { messages } from "./messages.ts";
import { openPage } from "./page-access.ts";
import {
  federationFindings,
  noticeFindings,
  planFindings,
  societyFindings,
} from "./people-findings.ts";
import { readFacts } from "./read-facts.ts";

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
  const facts = await readFacts(
    openPage(),
    { ...context, user: context.page.user.code },
    rest.overrides,
  );
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
