import { appKeys } from "../../apps/index.ts";
import type { Check } from "../../feature-kit/settings-section.ts";
import { appFindings, publicationFindings } from "./app-findings.ts";
import { editionFindings } from "./edition-findings.ts";
import type { Ground } from "./finding.ts";
import type { SiteFacts } from "./gather-facts.ts";
import {
  federationFindings,
  noticeFindings,
  planFindings,
  societyFindings,
} from "./people-findings.ts";

const LEVELS: ReadonlyArray<Check["level"]> = ["look", "note", "ok"];

/** In the order in which things are done; the sort keeps it within a level. */
export const toFindings = (ground: Ground): Check[] => {
  const { site } = ground.facts;
  const of = (find: (ground: Ground, site: SiteFacts) => Check[]): Check[] =>
    site === null ? [] : find(ground, site);
  return [
    ...of(planFindings),
    ...of(federationFindings),
    ...appKeys.flatMap((key) => appFindings(ground, key)),
    ...of(publicationFindings),
    ...of(noticeFindings),
    ...of(societyFindings),
    ...editionFindings(ground),
  ].toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
};
