import { hasPersons, hasScore } from "../apps/parts/programme-parts.ts";
import { whyClosed } from "./business-days.ts";
import type { ClosedDays } from "./business-days.ts";
import type { IsoDate } from "excel-form";
import { dateOf } from "./milestone-dates.ts";
import { sumDecimals } from "./decimal.ts";
import { fiscalYearOf } from "./fiscal-year.ts";
import type { Programme } from "../programmes/index.ts";
import type { Edition, MilestoneId } from "./model.ts";

export type EditionIssueCode =
  | "dateMissing"
  | "dateOnClosedDay"
  | "datesOutOfOrder"
  | "dateOutsideFiscalYear"
  | "openButOver"
  | "thresholdMissing"
  | "thresholdZero"
  | "thresholdOutOfReach"
  | "areaOutOfReach"
  | "serviceDayMissing"
  | "targetMissing"
  | "checklistEmpty"
  | "itemWithoutPoints"
  | "itemTwice"
  | "sampleChecklist"
  | "formMissing"
  | "recipientMissing"
  | "senderMissing"
  | "contactMissing";

/** `error`: something will not work; `warning`: it will, but look at it. */
export type EditionIssue = {
  readonly code: EditionIssueCode;
  readonly severity: "error" | "warning";
  /** The milestone a date belongs to. */
  readonly milestone?: MilestoneId;
  /** The id of a checklist item, or the name of an area. */
  readonly item?: string;
};

export type EditionIssueFields = Omit<
  Edition,
  | "revision"
  | "id"
  | "closedDays"
  | "noneReason"
  | "mailSubject"
  | "programme"
  | "datesToConfirm"
>;

type Dated = { readonly id: MilestoneId; readonly date: IsoDate };

const datedMilestones = (
  { milestones }: Programme,
  edition: EditionIssueFields,
): Dated[] =>
  milestones.flatMap((milestone) => {
    const date = dateOf(edition, milestone);
    return date === null ? [] : { id: milestone.id, date };
  });

const missingDates = (
  { milestones }: Programme,
  edition: EditionIssueFields,
): EditionIssue[] =>
  milestones
    .filter((milestone) => dateOf(edition, milestone) === null)
    .map(({ id, optional }) => ({
      code: "dateMissing",
      severity: optional ? "warning" : "error",
      milestone: id,
    }));

const oddDates = (
  programme: Programme,
  edition: EditionIssueFields,
  closedDays: ClosedDays,
): EditionIssue[] => {
  const dated = datedMilestones(programme, edition);
  return dated.flatMap(({ id, date }, index) => {
    const before = dated[index - 1];
    const codes: EditionIssueCode[] = [];
    if (whyClosed(date, closedDays) !== null) {
      codes.push("dateOnClosedDay");
    }
    if (before !== undefined && date < before.date) {
      codes.push("datesOutOfOrder");
    }
    const { fiscalYear } = edition;
    if (fiscalYear !== null && fiscalYearOf(date) !== fiscalYear) {
      codes.push("dateOutsideFiscalYear");
    }
    return codes.map((code) => ({
      code,
      severity: "warning" as const,
      milestone: id,
    }));
  });
};

const isOver = (
  programme: Programme,
  edition: EditionIssueFields,
  today: IsoDate,
): boolean => {
  const dated = datedMilestones(programme, edition);
  return dated.length > 0 && dated.every(({ date }) => date < today);
};

const sumOf = (items: Edition["checklist"]): number =>
  sumDecimals(items.map(({ itemPoints }) => itemPoints ?? 0));

/** Areas whose items together give less than the area's own minimum. */
const areaIssues = (
  { areas }: Programme,
  { checklist }: EditionIssueFields,
): EditionIssue[] =>
  areas
    .filter(
      ({ name, minimum = 0 }) =>
        checklist.length > 0 &&
        sumOf(checklist.filter(({ itemArea }) => itemArea === name.ja)) <
          minimum,
    )
    .map(({ name }) => ({
      code: "areaOutOfReach",
      severity: "error",
      item: name.ja,
    }));

const checklistIssues = ({
  checklist,
  threshold,
}: EditionIssueFields): EditionIssue[] => {
  const seen = new Set<string>();
  const issues: EditionIssue[] = [];
  for (const { itemId, itemPoints } of checklist) {
    if (itemPoints === null || itemPoints <= 0) {
      issues.push({
        code: "itemWithoutPoints",
        severity: "warning",
        item: itemId,
      });
    }
    if (seen.has(itemId)) {
      issues.push({ code: "itemTwice", severity: "error", item: itemId });
    }
    seen.add(itemId);
  }
  const isShort = threshold !== null && sumOf(checklist) < threshold;
  if (isShort && checklist.length > 0) {
    issues.push({ code: "thresholdOutOfReach", severity: "error" });
  }
  return issues;
};

const isBlank = (text: string): boolean => text.trim() === "";

const WHOLE_CHECKS: ReadonlyArray<
  readonly [
    EditionIssueCode,
    EditionIssue["severity"],
    (edition: EditionIssueFields) => boolean,
  ]
> = [
  ["thresholdMissing", "error", ({ threshold }) => threshold === null],
  [
    "thresholdZero",
    "warning",
    ({ threshold }) => threshold !== null && threshold <= 0,
  ],
  // The field is required: null says that the user may not read it.
  ["targetMissing", "warning", ({ target }) => target !== null && target < 1],
  ["checklistEmpty", "error", ({ checklist }) => checklist.length === 0],
  [
    "sampleChecklist",
    "warning",
    ({ checklistStatus }) => checklistStatus !== "公式",
  ],
  ["formMissing", "warning", ({ formFile }) => formFile.length === 0],
  ["serviceDayMissing", "warning", ({ serviceDay }) => serviceDay === null],
  [
    "recipientMissing",
    "warning",
    ({ recipientEmail }) => isBlank(recipientEmail),
  ],
  ["senderMissing", "warning", ({ federationName }) => isBlank(federationName)],
  [
    "contactMissing",
    "warning",
    ({ contactUsers, contactGroups }) =>
      contactUsers.length + contactGroups.length === 0,
  ],
];

const ABOUT_THE_CHECKLIST: ReadonlySet<EditionIssueCode> = new Set([
  "thresholdMissing",
  "thresholdZero",
  "checklistEmpty",
  "sampleChecklist",
]);

const wholeChecks = (programme: Programme): typeof WHOLE_CHECKS =>
  WHOLE_CHECKS.filter(
    ([code]) =>
      (hasScore(programme) || !ABOUT_THE_CHECKLIST.has(code)) &&
      (hasPersons(programme) || code !== "serviceDayMissing"),
  );

/** Gaps and probable mistakes of an edition. */
export const editionIssues = (
  programme: Programme,
  edition: EditionIssueFields,
  today: IsoDate,
  closedDays: ClosedDays,
): EditionIssue[] => [
  ...missingDates(programme, edition),
  ...oddDates(programme, edition, closedDays),
  ...(edition.editionState === "募集中" && isOver(programme, edition, today)
    ? [{ code: "openButOver", severity: "warning" } as const]
    : []),
  ...wholeChecks(programme)
    .filter(([, , applies]) => applies(edition))
    .map(([code, severity]) => ({ code, severity })),
  ...(hasScore(programme)
    ? [...checklistIssues(edition), ...areaIssues(programme, edition)]
    : []),
];
