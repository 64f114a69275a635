import type { WritableRecordOf } from "../../src/app-kit/record-type.ts";
import type { nominations } from "../../src/apps/index.ts";
import { listSteps } from "../../src/apps/nominations/states.ts";
import { addDays } from "excel-form";
import type { IsoDate } from "excel-form";
import {
  cloudPracticeAward,
  cloudPracticeChecklist,
} from "../../src/programmes/index.ts";
import type { DemoEdition } from "./editions.ts";
import { toDoneDates } from "./nomination-dates.ts";
import type { DemoState, NominationPlan } from "./nomination-plan.ts";
import { demoContact } from "./people.ts";
import type { DemoSociety } from "./societies.ts";

type NominationRecord = WritableRecordOf<typeof nominations>;

export type DemoNomination = {
  readonly record: NominationRecord;
  /** Process actions that lead to the state, in their order. */
  readonly actions: readonly string[];
};

const steps = listSteps(cloudPracticeAward);
const { areas } = cloudPracticeAward;
const { items } = cloudPracticeChecklist;

const actionsTo = (state: DemoState): string[] => {
  if (state === "取下げ") return ["取り下げる"];
  const reached = steps.findIndex((step) => step.state === state);
  if (state === "差戻し") return [steps[0]?.action ?? "", "差し戻す"];
  return steps.slice(0, reached + 1).map(({ action }) => action);
};

/** The first items are answered はい; a nomination later in the list starts elsewhere. */
const toChecklist = (score: number | null, index: number) =>
  items.map(({ id, area, text, points }, at, { length }) => {
    const place = (at + index * 3) % length;
    const answer = place < (score ?? 0) ? "はい" : "いいえ";
    return {
      itemId: id,
      itemArea: areas.find((known) => known.id === area)?.name.ja ?? "",
      itemText: text,
      itemPoints: points,
      answer: score === null ? null : answer,
      evidence: answer === "はい" && at === 0 ? "聞き取りで確認" : "",
    } as const;
  });

const toBusiness = (
  { firm, isAgain }: NominationPlan,
  society: DemoSociety,
  index: number,
): NominationRecord => {
  const isCompany = firm.corporateNumber !== "";
  const serial = String(index + 1).padStart(2, "0");
  return {
    nominationKind: "他薦",
    businessKind: isCompany ? "法人" : "個人事業主",
    registeredName: firm.name,
    nameKana: firm.kana,
    corporateNumber: firm.corporateNumber,
    postalCode: `000-00${serial.slice(-2)}`,
    address: `海原県${society.town}字中町${index + 1}番地`,
    representativeTitle: isCompany ? "代表取締役" : "代表",
    representativeName: firm.representative,
    representativeKana: firm.representativeKana,
    industry: firm.industry,
    employees: 2 + ((index * 7) % 18),
    ...(isCompany && { capital: (1 + (index % 10)) * 1_000_000 }),
    foundedOn: `${1975 + ((index * 3) % 45)}-04-01`,
    phone: `000-0000-${String(index + 1000).slice(-4)}`,
    email: `info${index + 1}@firm.example.jp`,
    url: `https://firm${index + 1}.example.jp/`,
    contactPersonDepartment: isCompany ? "総務" : "",
    contactPersonName: firm.representative,
    contactPersonPhone: `000-0000-${String(index + 1000).slice(-4)}`,
    cloudServices: "クラウド会計、予約受付、チャット",
    summary: `${firm.industry}の受付から会計までをクラウドにまとめ、二重入力をなくした。${isAgain ? "今回は在庫の共有と遠隔勤務を加えた。" : ""}`,
    priorDeclaration: isAgain ? "あり" : "なし",
    priorDifference: isAgain ? "在庫の共有と遠隔勤務が新しい取組です。" : "",
  };
};

const toReadiness = (
  plan: NominationPlan,
  { name: editionName }: Pick<DemoEdition, "name">,
  society: DemoSociety,
  agreedOn: IsoDate,
  index: number,
): NominationRecord => {
  const { hasConsent, stars, isNameChecked, firm, state } = plan;
  const withoutConsent = state === "取下げ" ? "撤回" : "未確認";
  const consent = hasConsent ? "同意あり" : withoutConsent;
  const hasStars = stars === "一つ星" || stars === "二つ星";
  return {
    consentNominate: consent,
    consentShare: consent,
    consentPublish: hasConsent && index % 3 !== 0 ? "同意あり" : "未確認",
    ...(hasConsent && {
      consentDate: agreedOn,
      consentPerson: firm.representative,
      consentStaff: `${society.name} 経営指導員`,
      consentMethod: index % 2 === 0 ? "書面" : "口頭",
    }),
    securityActionStars: stars,
    ...(hasStars && {
      // The numbering of SECURITY ACTION changed in April 2026.
      securityActionId: `${agreedOn >= "2026-04-01" ? "5" : "4"}${String(index + 1).padStart(10, "0")}`,
      securityActionDate: agreedOn,
    }),
    nameCheck: isNameChecked ? "確認済" : "未確認",
    ...(isNameChecked && {
      nameCheckedBy: [{ code: demoContact.code }],
      nameCheckedOn: addDays(agreedOn, 1),
      nameCheckSource:
        firm.corporateNumber === "" ? "開業届の写し" : "登記事項証明書",
      confirmedName: firm.name,
      confirmedNumber: firm.corporateNumber,
      confirmedKind: firm.corporateNumber === "" ? "個人事業主" : "法人",
      confirmedEdition: editionName,
      confirmedNomination: "他薦",
    }),
  };
};

const toRegistration = (
  society: DemoSociety,
  index: number,
): NominationRecord => ({
  registeredBy: index % 2 === 0 ? "商工会" : "県連",
  receiptNumber: `T-${String(index + 1).padStart(4, "0")}`,
  supporterName: `${society.town} 応援団員`,
  supporterAffiliation: society.name,
  supporterContact: `shien@${society.code}.example.jp`,
});

/** Agreement comes two weeks before the contact date, but not in the future. */
const agreedOnOf = ({ dates }: DemoEdition, today: IsoDate): IsoDate => {
  const planned = addDays(dates.contact, -14);
  return planned < today ? planned : addDays(today, -3);
};

export const toNomination = (
  plan: NominationPlan,
  edition: DemoEdition,
  society: DemoSociety,
  index: number,
  today: IsoDate,
): DemoNomination => {
  const done = toDoneDates(plan, edition, index, today);
  return {
    record: {
      edition: edition.name,
      society: society.name,
      ...toBusiness(plan, society, index),
      ...toReadiness(plan, edition, society, agreedOnOf(edition, today), index),
      ...done,
      ...(plan.isNameChecked && {
        confirmedDates: `contact=${done.contactDone ?? ""}`,
      }),
      checklist: toChecklist(plan.score, index),
      ...(done.registerDone !== null && toRegistration(society, index)),
      contest: plan.contest,
      ...(plan.contest === "参加する" && {
        caseTitle: `${plan.firm.industry}のクラウド化で残業を減らした取組`,
      }),
      ...(plan.state === "取下げ" && {
        withdrawnReason: plan.hasConsent
          ? "事業を休止したため"
          : "事業者が同意を取り消したため",
      }),
    },
    actions: actionsTo(plan.state),
  };
};
