import type { IsoDate } from "excel-form";
import {
  hasPersons,
  hasScore,
  hasSupporter,
} from "../apps/parts/programme-parts.ts";
import { corporateNumberProblem } from "./corporate-number.ts";
import type { DeadlineClock } from "./due-facts.ts";
import { findTwins } from "./firm-identity.ts";
import type { Programme } from "../programmes/index.ts";
import { cycleOf, isRequired, milestoneOf } from "./cycle.ts";
import { dateOf, doneOf } from "./milestone-dates.ts";
import type { EditionDates } from "./milestone-dates.ts";
import type { Edition, Nomination } from "./model.ts";
import { personsOf, personsTooShort } from "./person-years.ts";
import { isInAnotherPrefecture } from "./prefectures.ts";
import { leavingFindings, recordFindings } from "./record-findings.ts";
import type {
  CheckedFields,
  CheckingEdition,
  RecordFinding,
} from "./record-findings.ts";
import { registeredNameWarnings } from "./registered-name.ts";
import { consentFinding, scoreFinding } from "./readiness-items.ts";
import type { ReadinessFields } from "./readiness-items.ts";
import type {
  ReportEntry,
  ReportSelection,
  SelectionFields,
} from "./report-selection.ts";
import { isSecurityActionIdOdd } from "./security-action-id.ts";

export type ReportBlock =
  | "consentMissing"
  | "scoreBelow"
  | "registrationDateMissing"
  | "nameUnconfirmed"
  | "noneReasonMissing"
  | PersonBlock
  | RecordBlock;

type PersonBlock = "serviceTooShort" | "personsMissing";

export type ReportWarning =
  | "registeredLate"
  | "securityActionMissing"
  | "securityActionIdOdd"
  | "nameOdd"
  | "corporateNumberMissing"
  | "corporateNumberWrong"
  | "kanaMissing"
  | "addressMissing"
  | "otherPrefecture"
  | "representativeMissing"
  | "differenceMissing"
  | "enteredTwice"
  | "notYetRegistered"
  | "targetMissed"
  | "reportDatePassed"
  | "recipientMissing"
  | "senderMissing"
  | "registrationDataMissing"
  | "sampleChecklist"
  | "serviceDayMissing"
  | RecordWarning;

type RecordBlock = Extract<RecordFinding, { severity: "block" }>["code"];
type RecordWarning = Extract<RecordFinding, { severity: "warning" }>["code"];

/** `nominationId` is null for what concerns the report as a whole. */
export type ReportIssue = {
  readonly nominationId: string | null;
  /** The number concerned; only with `notYetRegistered` and `targetMissed`. */
  readonly amount?: number;
  /** The comparison that gives the codes of `recordFindings`. */
  readonly finding?: RecordFinding;
} & (
  | { readonly severity: "block"; readonly code: ReportBlock }
  | { readonly severity: "warning"; readonly code: ReportWarning }
);

export type IssueFields = SelectionFields &
  ReadinessFields &
  CheckedFields &
  Pick<
    Nomination,
    | "businessKind"
    | "registeredName"
    | "nameKana"
    | "corporateNumber"
    | "address"
    | "representativeName"
    | "priorDeclaration"
    | "priorDifference"
    | "receiptNumber"
    | "supporterName"
    | "persons"
  >;

type IssueEdition = CheckingEdition &
  Pick<
    Edition,
    | "noneReason"
    | "target"
    | "recipientEmail"
    | "federationName"
    | "federationAddress"
    | "checklistStatus"
    | "serviceDay"
  > &
  EditionDates;

const BLOCKS: Readonly<
  Record<
    Exclude<ReportBlock, "noneReasonMissing" | PersonBlock | RecordBlock>,
    (nomination: IssueFields, programme: Programme) => boolean
  >
> = {
  consentMissing: (one, programme) =>
    isRequired(programme, "consent") && consentFinding(one).state !== "ok",
  scoreBelow: (one, programme) =>
    isRequired(programme, "score") && scoreFinding(one).state !== "ok",
  registrationDateMissing: (one, programme) => {
    const { entry } = cycleOf(programme);
    return entry !== undefined && doneOf(one, entry) === null;
  },
  nameUnconfirmed: ({ nameCheck }, programme) =>
    isRequired(programme, "nameCheck") && nameCheck !== "確認済",
};

const isBlank = (text: string): boolean => text.trim() === "";
const isCorporation = ({ businessKind }: IssueFields): boolean =>
  businessKind !== "個人事業主";
const hasStar = ({ securityActionStars: stars }: IssueFields): boolean =>
  stars === "一つ星" || stars === "二つ星";

const WARNINGS: Readonly<
  Partial<
    Record<
      ReportWarning,
      (entry: ReportEntry<IssueFields>, programme: Programme) => boolean
    >
  >
> = {
  registeredLate: ({ isLate }) => isLate,
  securityActionMissing: ({ nomination }, programme) =>
    isRequired(programme, "securityAction") &&
    (!hasStar(nomination) || isBlank(nomination.securityActionId)),
  securityActionIdOdd: ({ nomination }, programme) =>
    isRequired(programme, "securityAction") &&
    isSecurityActionIdOdd(nomination.securityActionId),
  nameOdd: ({ nomination }) =>
    registeredNameWarnings(nomination.registeredName, nomination.businessKind)
      .length > 0,
  corporateNumberMissing: ({ nomination }) =>
    isCorporation(nomination) && isBlank(nomination.corporateNumber),
  corporateNumberWrong: ({ nomination }) =>
    isCorporation(nomination) &&
    corporateNumberProblem(nomination.corporateNumber) !== null,
  kanaMissing: ({ nomination }) => isBlank(nomination.nameKana),
  addressMissing: ({ nomination }) => isBlank(nomination.address),
  representativeMissing: ({ nomination }) =>
    isBlank(nomination.representativeName),
  registrationDataMissing: ({ nomination }, programme) =>
    milestoneOf(programme, "registration") !== undefined &&
    (nomination.registeredBy === null ||
      isBlank(nomination.receiptNumber) ||
      (hasSupporter(programme) && isBlank(nomination.supporterName))),
  differenceMissing: ({ nomination }) =>
    nomination.priorDeclaration === "あり" &&
    isBlank(nomination.priorDifference),
};

const toIssue = (finding: RecordFinding, nominationId: string): ReportIssue =>
  finding.severity === "block"
    ? { severity: "block", code: finding.code, nominationId, finding }
    : { severity: "warning", code: finding.code, nominationId, finding };

/** An award of people needs some, each with the years of their grade. */
const personBlocks = (
  programme: Programme,
  nomination: IssueFields,
  { serviceDay }: Pick<IssueEdition, "serviceDay">,
): PersonBlock[] => {
  if (programme.persons === undefined) return [];
  const persons = personsOf(programme, nomination);
  if (persons.length === 0) return ["personsMissing"];
  return personsTooShort(persons, serviceDay).length > 0
    ? ["serviceTooShort"]
    : [];
};

const issuesOfEntry = (
  programme: Programme,
  entry: ReportEntry<IssueFields>,
  edition: IssueEdition,
  today: IsoDate,
): ReportIssue[] => {
  const { nomination } = entry;
  const nominationId = nomination.id;
  // The keys are the codes: both tables are Records over exactly them.
  const blocks = Object.entries(BLOCKS) as Array<
    [ReportBlock, (one: IssueFields, programme: Programme) => boolean]
  >;
  const warnings = Object.entries(WARNINGS) as Array<
    [
      ReportWarning,
      (one: ReportEntry<IssueFields>, programme: Programme) => boolean,
    ]
  >;
  return [
    ...blocks
      .filter(([, applies]) => applies(nomination, programme))
      .map(([code]) => ({ severity: "block", code, nominationId }) as const),
    ...warnings
      .filter(([, applies]) => applies(entry, programme))
      .map(([code]) => ({ severity: "warning", code, nominationId }) as const),
    ...recordFindings(programme, nomination, edition, today).map((finding) =>
      toIssue(finding, nominationId),
    ),
    ...personBlocks(programme, nomination, edition).map(
      (code) => ({ severity: "block", code, nominationId }) as const,
    ),
    // No published rule says whether this is allowed, so a person decides.
    ...(isInAnotherPrefecture(nomination.address, edition.federationAddress)
      ? [
          {
            severity: "warning",
            code: "otherPrefecture",
            nominationId,
          } as const,
        ]
      : []),
  ];
};

const issuesOfTwins = (
  entries: ReadonlyArray<ReportEntry<IssueFields>>,
): ReportIssue[] =>
  findTwins(entries.map(({ nomination }) => nomination))
    .flat()
    .map(({ id }) => ({
      severity: "warning",
      code: "enteredTwice",
      nominationId: id,
    }));

const issuesOfReport = (
  programme: Programme,
  selection: ReportSelection<IssueFields>,
  edition: IssueEdition,
  clock: DeadlineClock,
): ReportIssue[] => {
  const warn = (code: ReportWarning, amount?: number): ReportIssue => ({
    severity: "warning",
    code,
    nominationId: null,
    ...(amount === undefined ? {} : { amount }),
  });
  const waiting = selection.leftOut.filter(
    ({ reason }) => reason === "notRegistered",
  ).length;
  const isMain = selection.kind === "本提出";
  // Null says that the user may not read it.
  const missing =
    edition.target === null ? 0 : Math.max(1, edition.target) - selection.count;
  const isNone = isMain && selection.count === 0;
  const reportDay = dateOf(edition, milestoneOf(programme, "report"));
  return [
    ...(isNone && isBlank(edition.noneReason)
      ? [
          {
            severity: "block",
            code: "noneReasonMissing",
            nominationId: null,
          } as const,
        ]
      : []),
    ...(isMain && missing > 0 ? [warn("targetMissed", missing)] : []),
    ...(waiting > 0 ? [warn("notYetRegistered", waiting)] : []),
    ...(reportDay !== null && reportDay < clock.today
      ? [warn("reportDatePassed")]
      : []),
    ...(isBlank(edition.recipientEmail) ? [warn("recipientMissing")] : []),
    ...(isBlank(edition.federationName) ? [warn("senderMissing")] : []),
    ...(hasPersons(programme) && edition.serviceDay === null
      ? [warn("serviceDayMissing")]
      : []),
    ...(hasScore(programme) && edition.checklistStatus === "サンプル"
      ? [warn("sampleChecklist")]
      : []),
  ];
};

/**
 * Findings that block the report, and findings that the maker should see.
 * Those about the report as a whole come first, then entry by entry.
 */
export const reportIssues = (
  programme: Programme,
  selection: ReportSelection<IssueFields>,
  edition: IssueEdition,
  clock: DeadlineClock,
): ReportIssue[] => [
  ...issuesOfReport(programme, selection, edition, clock),
  ...selection.entries.flatMap((entry) =>
    issuesOfEntry(programme, entry, edition, clock.today),
  ),
  ...issuesOfTwins(selection.entries),
];

/** Findings about nominations that left the edition's lists after their confirmation. */
export const leavingIssues = (
  programme: Programme,
  left: ReadonlyArray<CheckedFields & Pick<Nomination, "id">>,
): ReportIssue[] =>
  left.flatMap((one) =>
    leavingFindings(programme, one).map((finding) => toIssue(finding, one.id)),
  );

export const isBlocked = (issues: readonly ReportIssue[]): boolean =>
  issues.some(({ severity }) => severity === "block");
