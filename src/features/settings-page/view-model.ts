import { appKeys, apps } from "../../apps/index.ts";
import type { AppKey } from "../../apps/index.ts";
import type { AppRecord } from "../../apps/records.ts";
import { closedDaysOf } from "../../domain/edition-deadlines.ts";
import { editionIssues } from "../../domain/edition-issues.ts";
import type { Programme } from "../../programmes/index.ts";
import { labelOf } from "../../domain/cycle.ts";
import type { EditionIssue } from "../../domain/edition-issues.ts";
import { toMessage } from "../../errors/to-message.ts";
import { editionIssueSentences } from "../../words/edition-words.ts";
import type { Translator } from "../../i18n/translate.ts";
import type { PagePaths } from "../../kintone/page-paths.ts";
import type { AppFacts, SetFacts } from "./check-set.ts";
import type { messages } from "./messages.ts";

type T = Translator<typeof messages>;

/** One line of the check list, with the one place where it can be corrected. */
export type Check = {
  /** `note`: it works as it is, somebody should know of it. */
  readonly level: "ok" | "note" | "look";
  readonly text: string;
  readonly repair: { label: string; href: string } | null;
};

type Hrefs = Pick<PagePaths, "app" | "appSettings" | "record">;

export const APPS_SECTION_ID = "suisen-settings-apps";
export const FORMS_SECTION_ID = "suisen-settings-forms";
/** The element in which the sections of other features draw. */
export const SECTIONS_ID = "suisen-settings-sections";
/** The element in which the mapping feature draws. */
export const FORM_SPACE_ID = "suisen-settings-form";

const fine = (text: string): Check => ({
  level: "ok",
  text,
  repair: null,
});

const look = (text: string, repair: Check["repair"]): Check => ({
  level: "look",
  text,
  repair,
});

const appChecks = (
  t: T,
  hrefs: Hrefs,
  facts: SetFacts,
  key: AppKey,
): Check[] => {
  const app = t(key);
  const toApps = { label: t("goToApps"), href: `#${APPS_SECTION_ID}` };
  const found: AppFacts = facts.apps[key];
  if (found.id === null) {
    return [look(t("appMissing", { app }), toApps)];
  }
  const { id } = found;
  if (found.error !== null) {
    const reason = toMessage(found.error, t.language);
    return [look(t("appUnreadable", { app, reason }), toApps)];
  }
  const settings = { label: t("openRights"), href: hrefs.appSettings(id) };
  return [
    fine(t("appFound", { app, id, overridden: facts.overrides[key] ?? "" })),
    found.wrongFields.length === 0
      ? fine(
          t("fieldsFine", { app, count: Object.keys(apps[key].fields).length }),
        )
      : look(
          t("fieldsMissing", {
            app,
            fields: found.wrongFields.join("、"),
          }),
          settings,
        ),
    ...(found.isClosed === null
      ? []
      : [
          found.isClosed
            ? fine(t("rightsClosed", { app }))
            : look(t("rightsOpen", { app }), settings),
        ]),
  ];
};

const issueText = (programme: Programme, t: T, issue: EditionIssue): string =>
  editionIssueSentences[issue.code](
    issue.milestone === undefined
      ? (issue.item ?? "")
      : labelOf(programme, issue.milestone)[t.language],
  )[t.language];

const editionChecks = (
  programme: Programme,
  t: T,
  hrefs: Hrefs,
  edition: AppRecord<"editions">,
  editionsApp: string,
  day: { today: string; closedDays: readonly string[] },
): Check[] => {
  const { name } = edition;
  const repair = {
    label: t("openRecord"),
    href: hrefs.record(editionsApp, edition.id),
  };
  const issues = editionIssues(
    programme,
    edition,
    day.today,
    closedDaysOf(edition, day.closedDays),
  );
  return [
    fine(t("editionOpen", { name })),
    ...issues.map((issue): Check => ({
      level: issue.severity === "warning" ? "note" : "look",
      text: t("editionIssue", { name, issue: issueText(programme, t, issue) }),
      repair,
    })),
    ...(edition.formFile.length === 0
      ? []
      : [
          edition.formMap.trim() === ""
            ? look(t("formUnmapped", { name }), {
                label: t("goToForms"),
                href: `#${FORM_SPACE_ID}`,
              })
            : fine(t("formMapped", { name })),
        ]),
  ];
};

const editionsChecks = (
  programme: Programme,
  t: T,
  hrefs: Hrefs,
  facts: SetFacts,
  day: { today: string; closedDays: readonly string[] },
): Check[] => {
  const { id } = facts.apps.editions;
  if (id === null || facts.editionsError !== null) {
    return [];
  }
  const open = facts.editions.filter(
    ({ editionState }) => editionState === "募集中",
  );
  return open.length === 0
    ? [look(t("noOpenEdition"), { label: t("openApp"), href: hrefs.app(id) })]
    : open.flatMap((edition) =>
        editionChecks(programme, t, hrefs, edition, id, day),
      );
};

const LEVELS: ReadonlyArray<Check["level"]> = ["look", "note", "ok"];

/** Everything an administrator wants to know, what needs a look first. */
export const toChecks = (
  programme: Programme,
  t: T,
  hrefs: Hrefs,
  facts: SetFacts,
  day: { today: string; closedDays: readonly string[] },
): Check[] =>
  [
    ...appKeys.flatMap((key) => appChecks(t, hrefs, facts, key)),
    ...editionsChecks(programme, t, hrefs, facts, day),
  ].toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
