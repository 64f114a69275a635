import type { IsoDate } from "excel-form";
import { hasScore } from "../apps/parts/programme-parts.ts";
import type { Programme } from "../programmes/index.ts";
import { NO_CLOSED_DAYS } from "./business-days.ts";
import { editionIssues } from "./edition-issues.ts";
import type {
  EditionIssue,
  EditionIssueCode,
  EditionIssueFields,
} from "./edition-issues.ts";
import { findUnreachable } from "./notice-reach.ts";
import type { Directory, Notice } from "./notice-reach.ts";
import { findSocietyGaps, hasReachableSociety } from "./society-gaps.ts";
import type { CheckedSociety } from "./society-gaps.ts";

/** The stations of an invented firm, in the order in which it passes them. */
const rehearsalSteps = [
  "plugin",
  "rights",
  "organizations",
  "notices",
  "dates",
  "score",
  "form",
] as const;
type RehearsalStep = (typeof rehearsalSteps)[number];

export type RehearsalFacts = {
  readonly edition: EditionIssueFields;
  readonly today: IsoDate;
  /** Names of apps on which the plugin is missing or switched off. */
  readonly withoutPlugin: readonly string[];
  /** Rights that differ from those of the programme, as sentences. */
  readonly changedRights: readonly string[];
  readonly notices: readonly Notice[];
  /** Notices and recipients that were taken away or changed, as sentences. */
  readonly changedNotices: readonly string[];
  readonly directory: Directory;
  readonly societies: readonly CheckedSociety[];
  /** The reason why the form cannot be filled; null where it can, or is not there. */
  readonly formProblem: string | null;
};

export type RehearsalResult = {
  readonly step: RehearsalStep;
  /** Names of the obstacles. */
  readonly subjects: readonly string[];
  readonly issues: readonly EditionIssue[];
};

/** Faults that stop every firm; 点検 reports the others. */
const SCORE = new Set<EditionIssueCode>([
  "thresholdMissing",
  "thresholdOutOfReach",
  "areaOutOfReach",
  "checklistEmpty",
  "itemTwice",
]);
const DATES = new Set<EditionIssueCode>(["datesOutOfOrder"]);

const blocksDates = ({ code, severity }: EditionIssue): boolean =>
  DATES.has(code) || (code === "dateMissing" && severity === "error");

/** Takes an invented firm through everything that a real one will meet. */
export const rehearse = (
  programme: Programme,
  facts: RehearsalFacts,
): RehearsalResult[] => {
  const { edition, today, directory, societies } = facts;
  const issues = editionIssues(programme, edition, today, NO_CLOSED_DAYS);
  const gaps = findSocietyGaps(societies, directory);
  const unreachable = findUnreachable(
    facts.notices,
    directory,
    hasReachableSociety(societies, directory),
  );
  const found: Record<RehearsalStep, Omit<RehearsalResult, "step">> = {
    plugin: { subjects: facts.withoutPlugin, issues: [] },
    rights: { subjects: facts.changedRights, issues: [] },
    organizations: {
      subjects: [...gaps.withoutOrganization, ...gaps.withoutMembers],
      issues: [],
    },
    notices: {
      subjects: [
        ...unreachable.map(({ app, title }) => `${app}：${title}`),
        ...facts.changedNotices,
      ],
      issues: [],
    },
    dates: { subjects: [], issues: issues.filter(blocksDates) },
    score: {
      subjects: [],
      issues: issues.filter(({ code }) => SCORE.has(code)),
    },
    form: {
      subjects: facts.formProblem === null ? [] : [facts.formProblem],
      issues: [],
    },
  };
  return rehearsalSteps
    .filter((step) => step !== "score" || hasScore(programme))
    .map((step) => ({ step, ...found[step] }));
};

export const isPassed = ({ subjects, issues }: RehearsalResult): boolean =>
  subjects.length + issues.length === 0;
