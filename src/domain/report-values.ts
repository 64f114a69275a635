import { cloudPracticeAward } from "../programmes/index.ts";
import type { IsoDate } from "excel-form";
import type { Edition, Nomination } from "./model.ts";
import type { ReportEntry } from "./report-selection.ts";
import { scoreChecklist } from "./scoring.ts";

/** Dates as `YYYY-MM-DD`, numbers as numbers; null and `""` leave the cell as the form has it. */
export type ReportValue = string | number | null;
export type ReportValues = Readonly<Record<string, ReportValue>>;

/** Keys are the value keys of the report's map. */
export type ReportData = {
  readonly scalars: ReportValues;
  readonly rows: readonly ReportValues[];
};

type EditionFields = Omit<
  Edition,
  "closedDays" | "contactUsers" | "contactGroups" | "formFile"
>;

export type ReportFacts = {
  readonly edition: EditionFields;
  readonly entries: ReadonlyArray<ReportEntry<Nomination>>;
  readonly caseCount: number;
  /** The day of the report, in the user's time zone. */
  readonly today: IsoDate;
};

const AREAS = cloudPracticeAward.areas.map(({ name }) => name.ja);

const STAR_MARKS: Readonly<Record<string, string>> = {
  一つ星: "★",
  二つ星: "★★",
  申請中: "申請中",
};

const scalarsOf = (facts: ReportFacts): ReportValues => {
  const { edition, entries } = facts;
  return {
    "federation.name": edition.federationName,
    "federation.section": edition.federationSection,
    "federation.contactTitle": edition.federationContactTitle,
    "federation.contactName": edition.federationContactName,
    "federation.phone": edition.federationPhone,
    "federation.fax": edition.federationFax,
    "federation.email": edition.federationEmail,
    "federation.address": edition.federationAddress,
    "federation.headName": edition.federationHeadName,
    "report.date": facts.today,
    "report.count": entries.length,
    "report.caseCount": facts.caseCount,
    // With firms in the list, a reason for having none would contradict it.
    "report.noneReason": entries.length === 0 ? edition.noneReason : "",
    "edition.name": edition.name,
    "edition.fiscalYear": edition.fiscalYear,
    "edition.deadline": edition.reportDate,
  };
};

/** 提出済, 予定 or なし. */
export const caseStatusOf = ({
  contest,
  caseDone,
}: Pick<Nomination, "contest" | "caseDone">): string => {
  if (caseDone !== null) {
    return "提出済";
  }
  return contest === "参加する" ? "予定" : "なし";
};

const consentStatusOf = ({
  consentNominate,
  consentShare,
}: Nomination): string =>
  consentNominate === "同意あり" && consentShare === "同意あり"
    ? "同意あり"
    : "未確認";

const priorRemark = ({
  priorDeclaration,
  priorDifference,
}: Nomination): string => {
  if (priorDeclaration !== "あり") {
    return "";
  }
  return priorDifference.trim() === ""
    ? "過去宣言あり"
    : "過去宣言あり（別内容）";
};

/** What stands in 備考: an earlier declaration, a late registration, then the record's own words. */
export const remarksOf = ({
  nomination,
  isLate,
}: ReportEntry<Nomination>): string =>
  [
    priorRemark(nomination),
    isLate ? "期限後登録" : "",
    nomination.remarks.trim(),
  ]
    .filter((part) => part !== "")
    .join("、");

const areaValues = (nomination: Nomination): ReportValues => {
  const { areas } = scoreChecklist(nomination.checklist, []);
  return Object.fromEntries(
    AREAS.map((name, index) => [
      `score.area${index + 1}`,
      areas.find(({ area }) => area === name)?.earned ?? null,
    ]),
  );
};

const isSole = ({ businessKind }: Nomination): boolean =>
  businessKind === "個人事業主";

/** What a report says about one nomination, wherever in the list it stands. */
export const rowValues = (entry: ReportEntry<Nomination>): ReportValues => {
  const { nomination } = entry;
  return {
    "society.name": nomination.society,
    "society.code": nomination.societyCode,
    "business.registeredName": nomination.registeredName,
    "business.nameKana": nomination.nameKana,
    "business.corporateNumber": isSole(nomination)
      ? "個人"
      : nomination.corporateNumber,
    "business.kind": isSole(nomination) ? "個人" : "法人",
    "business.address": nomination.address,
    "business.postalCode": nomination.postalCode,
    "business.representativeTitle": nomination.representativeTitle,
    "business.representativeName": nomination.representativeName,
    "business.representativeKana": nomination.representativeKana,
    "business.industry": nomination.industry,
    "business.employees": nomination.employees,
    "business.capital": nomination.capital,
    "business.foundedOn": nomination.foundedOn,
    "business.phone": nomination.phone,
    "business.email": nomination.email,
    "business.url": nomination.url,
    "contact.name": nomination.contactPersonName,
    "securityAction.stars":
      STAR_MARKS[nomination.securityActionStars ?? ""] ?? "",
    "securityAction.id": nomination.securityActionId,
    "securityAction.declaredOn": nomination.securityActionDate,
    "score.total": nomination.scoreTotal,
    ...areaValues(nomination),
    "declaration.registeredOn": nomination.registerDone,
    "declaration.registeredBy": nomination.registeredBy ?? "",
    "case.status": caseStatusOf(nomination),
    "case.title": nomination.caseTitle,
    "consent.status": consentStatusOf(nomination),
    "nomination.kind": nomination.nominationKind ?? "他薦",
    remarks: remarksOf(entry),
  };
};

const rowOf = (
  entry: ReportEntry<Nomination>,
  index: number,
): ReportValues => ({
  "row.no": index + 1,
  ...rowValues(entry),
});

/** The values with which a form is filled, whichever of them it asks for. */
export const reportValues = (facts: ReportFacts): ReportData => ({
  scalars: scalarsOf(facts),
  rows: facts.entries.map(rowOf),
});
