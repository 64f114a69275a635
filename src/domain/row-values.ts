import type { ValueKey } from "excel-form";
import { cloudPracticeAward } from "../programmes/index.ts";
import type { Nomination } from "./model.ts";
import { scoreChecklist } from "./scoring.ts";
import { remarksOf, toRemarks } from "./report-remarks.ts";
import { choice, day, derived, number, text, toText } from "./value-source.ts";
import type { RowValue } from "./value-source.ts";

const STAR_MARKS: Readonly<Record<string, string>> = {
  一つ星: "★",
  二つ星: "★★",
  申請中: "申請中",
};

/** Printed instead of a corporate number, which a sole proprietor does not have. */
export const SOLE_MARK = "個人";

const isSole = ({ businessKind }: Nomination): boolean =>
  businessKind === "個人事業主";

/** 提出済, 予定 or なし. */
const caseStatusOf = ({
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

const corporateNumber = {
  ...text("corporateNumber", (value) => {
    const given = toText(value);
    return given === SOLE_MARK ? null : given;
  }),
  read: ({ nomination }) =>
    isSole(nomination) ? SOLE_MARK : nomination.corporateNumber,
} satisfies RowValue;

const areaValue = (name: string): RowValue =>
  derived(null, ({ nomination: { checklist } }) => {
    const items = checklist.filter(({ itemArea }) => itemArea === name);
    return scoreChecklist(items, []).areas[0]?.earned ?? null;
  });

/** `score.area1` and so on, in the order of the programme's areas. */
const areaValues: Readonly<Record<string, RowValue>> = Object.fromEntries(
  cloudPracticeAward.areas.map(({ name }, index) => [
    `score.area${index + 1}`,
    areaValue(name.ja),
  ]),
);

/** The values of one nomination, each with its field and how to read and write it. */
export const ROW_VALUES: Readonly<Partial<Record<ValueKey, RowValue>>> = {
  "society.name": derived("society", ({ nomination }) => nomination.society),
  "society.code": derived(
    "societyCode",
    ({ nomination }) => nomination.societyCode,
  ),
  "business.registeredName": text("registeredName"),
  "business.nameKana": text("nameKana"),
  "business.corporateNumber": corporateNumber,
  "business.kind": choice("business.kind", "businessKind", ({ nomination }) =>
    isSole(nomination) ? SOLE_MARK : "法人",
  ),
  "business.address": text("address"),
  "business.postalCode": text("postalCode"),
  "business.representativeTitle": text("representativeTitle"),
  "business.representativeName": text("representativeName"),
  "business.representativeKana": text("representativeKana"),
  "business.industry": text("industry"),
  "business.employees": number("employees"),
  "business.capital": number("capital"),
  "business.foundedOn": day("foundedOn"),
  "business.phone": text("phone"),
  "business.email": text("email"),
  "business.url": text("url"),
  "contact.name": text("contactPersonName"),
  "securityAction.stars": choice(
    "securityAction.stars",
    "securityActionStars",
    ({ nomination }) => STAR_MARKS[nomination.securityActionStars ?? ""] ?? "",
  ),
  "securityAction.id": text("securityActionId"),
  "securityAction.declaredOn": day("securityActionDate"),
  "score.total": derived(
    "scoreTotal",
    ({ nomination }) => nomination.scoreTotal,
  ),
  ...areaValues,
  "declaration.registeredOn": day("registerDone"),
  "declaration.registeredBy": choice(
    "declaration.registeredBy",
    "registeredBy",
  ),
  "case.status": derived("contest", ({ nomination }) =>
    caseStatusOf(nomination),
  ),
  "case.title": text("caseTitle"),
  "consent.status": derived("consentNominate", ({ nomination }) =>
    consentStatusOf(nomination),
  ),
  "nomination.kind": choice(
    "nomination.kind",
    "nominationKind",
    ({ nomination }) => nomination.nominationKind ?? "他薦",
  ),
  remarks: { ...text("remarks", toRemarks), read: remarksOf },
};
