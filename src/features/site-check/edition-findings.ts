import type { AppRecord } from "../../apps/records.ts";
import { closedDaysOf } from "../../domain/edition-deadlines.ts";
import { editionIssues } from "../../domain/edition-issues.ts";
import type { EditionIssue } from "../../domain/edition-issues.ts";
import { doubledOpenEditions } from "../../domain/open-editions.ts";
import { toAnchor } from "../../feature-kit/settings-anchors.ts";
import type { Check } from "../../feature-kit/settings-section.ts";
import { editionIssueText } from "../../words/edition-words.ts";
import { fine, look } from "./finding.ts";
import type { Ground } from "./finding.ts";

type Edition = AppRecord<"editions">;

const issuesOf = (
  { programme, today, closedDays }: Ground,
  edition: Edition,
): EditionIssue[] =>
  editionIssues(programme, edition, today, closedDaysOf(edition, closedDays));

const formFindings = ({ t, facts }: Ground, edition: Edition): Check[] => {
  const { id, name } = edition;
  const toForm = { label: t("goToForms"), href: toAnchor("formSpace") };
  const form = facts.forms.get(id);
  switch (form?.kind) {
    case "problem":
      return [
        look(
          t("formDrifted", { name, reason: form.reason[t.language] }),
          toForm,
        ),
      ];
    case "unmapped":
      return [look(t("formUnmapped", { name }), toForm)];
    case "mapped":
      return [fine(t("formMapped", { name }))];
    default:
      return [];
  }
};

const openEdition = (
  ground: Ground,
  edition: Edition,
  editionsApp: string,
): Check[] => {
  const { t, hrefs } = ground;
  const { name } = edition;
  const repair = {
    label: t("openRecord"),
    href: hrefs.record(editionsApp, edition.id),
  };
  return [
    fine(t("editionOpen", { name })),
    ...issuesOf(ground, edition).map((issue): Check => ({
      level: issue.severity === "warning" ? "note" : "look",
      text: t("editionIssue", {
        name,
        issue: editionIssueText(ground.programme, issue, t.language),
      }),
      affected: [],
      repair,
    })),
    ...formFindings(ground, edition),
  ];
};

const doubled = ({ t, hrefs, facts }: Ground, editionsApp: string): Check[] => {
  const names = doubledOpenEditions(facts.set.editions).map(({ name }) => name);
  return names.length === 0
    ? []
    : [
        look(t("twoOpen", { names: names.join("、") }), {
          label: t("openApp"),
          href: hrefs.app(editionsApp),
        }),
      ];
};

export const editionFindings = (ground: Ground): Check[] => {
  const { t, hrefs, facts } = ground;
  const { id } = facts.set.apps.editions;
  if (id === null || facts.set.editionsError !== null) return [];
  const { editions } = facts.set;
  const open = editions.filter(({ editionState }) => editionState === "募集中");
  if (editions.length === 0)
    return [
      look(t("noEdition"), {
        label: t("goToEditions"),
        href: toAnchor("editions"),
      }),
    ];
  return open.length === 0
    ? [look(t("noOpenEdition"), { label: t("openApp"), href: hrefs.app(id) })]
    : [
        ...doubled(ground, id),
        ...open.flatMap((edition) => openEdition(ground, edition, id)),
      ];
};
