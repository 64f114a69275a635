import { findUnreachable, toHolderKey } from "../../domain/notice-reach.ts";
import type { Notice } from "../../domain/notice-reach.ts";
import {
  findSocietyGaps,
  hasReachableSociety,
} from "../../domain/society-gaps.ts";
import type { SocietyGaps } from "../../domain/society-gaps.ts";
import { toAnchor } from "../../feature-kit/settings-anchors.ts";
import type { Check } from "../../feature-kit/settings-section.ts";
import { fine, look, note } from "./finding.ts";
import type { Ground } from "./finding.ts";
import type { SiteFacts } from "./gather-facts.ts";

export const planFindings = ({ t }: Ground, site: SiteFacts): Check[] => {
  const { subscription: plan } = site;
  if (plan === null) return [];
  return plan === "LIGHT"
    ? [look(t("planLight"), null)]
    : [fine(t("planFine", { plan }))];
};

const isFederationEmpty = ({ federation, directory }: SiteFacts): boolean =>
  federation !== null &&
  (directory.members.get(toHolderKey(federation)) ?? []).length === 0;

/** Notices that reach nobody; those of an empty federation are reported together with it. */
const unreachable = (site: SiteFacts): { own: Notice[]; others: Notice[] } => {
  const all = findUnreachable(
    site.notices,
    site.directory,
    // Without a society in sight nothing is known of their people.
    hasReachableSociety(site.societies ?? [], site.directory),
  );
  const isOwn = ({ targets }: Notice): boolean =>
    isFederationEmpty(site) &&
    targets.every(({ code }) => code === site.federation?.code);
  return { own: all.filter(isOwn), others: all.filter((one) => !isOwn(one)) };
};

export const federationFindings = ({ t }: Ground, site: SiteFacts): Check[] => {
  const { federation, directory, isInFederation } = site;
  if (federation === null) return [];
  const name = federation.code;
  if (isFederationEmpty(site))
    return [
      look(
        t("federationEmpty", { name, notices: unreachable(site).own.length }),
        null,
      ),
    ];
  const { length } = directory.members.get(toHolderKey(federation)) ?? [];
  return [
    fine(t("federationFine", { name, count: length })),
    ...(isInFederation ? [] : [note(t("notInFederation"), null)]),
  ];
};

export const noticeFindings = ({ t }: Ground, site: SiteFacts): Check[] => {
  if (site.setUp === null) return [note(t("noPlan"), null)];
  const { own, others } = unreachable(site);
  if (others.length > 0)
    return [
      look(
        t("noticesUnreachable", { count: others.length }),
        { label: t("goToUpdate"), href: toAnchor("update") },
        others.map((notice) => t("noticeLine", notice)),
      ),
    ];
  return own.length > 0
    ? []
    : [fine(t("noticesFine", { count: site.notices.length }))];
};

const gapFindings = (
  { t }: Ground,
  gaps: SocietyGaps,
  repair: Check["repair"],
): Check[] => {
  const { withoutOrganization, withoutMembers } = gaps;
  const { withoutContacts, withoutPrimary } = gaps;
  const isOrganized = withoutOrganization.length + withoutMembers.length === 0;
  const list = (
    make: typeof look,
    code:
      | "withoutOrganization"
      | "withoutMembers"
      | "withoutContacts"
      | "withoutPrimary",
    names: readonly string[],
  ): Check[] =>
    names.length === 0
      ? []
      : [
          make(
            t(code, { count: names.length }),
            code === "withoutMembers" || code === "withoutPrimary"
              ? null
              : repair,
            names,
          ),
        ];
  return [
    ...list(look, "withoutOrganization", withoutOrganization),
    ...list(look, "withoutMembers", withoutMembers),
    ...(isOrganized ? [fine(t("membersFine"))] : []),
    ...list(note, "withoutContacts", withoutContacts),
    ...(withoutContacts.length === 0 ? [fine(t("contactsFine"))] : []),
    ...list(note, "withoutPrimary", withoutPrimary),
  ];
};

export const societyFindings = (ground: Ground, site: SiteFacts): Check[] => {
  const { t, hrefs, facts } = ground;
  const { societies, directory } = site;
  if (societies === null) return [];
  if (societies.length === 0)
    return [
      look(t("noSocieties"), {
        label: t("goToSocieties"),
        href: toAnchor("societies"),
      }),
    ];
  const { id } = facts.set.apps.societies;
  const repair =
    id === null ? null : { label: t("openApp"), href: hrefs.app(id) };
  return [
    fine(t("societiesFine", { count: societies.length })),
    ...gapFindings(ground, findSocietyGaps(societies, directory), repair),
  ];
};
