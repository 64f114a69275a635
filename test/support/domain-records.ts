import type { FileValue } from "../../src/app-kit/record-type.ts";
import { parseAppRecord } from "../../src/apps/records.ts";
import { NO_CLOSED_DAYS } from "../../src/domain/business-days.ts";
import { toConfirmed } from "../../src/domain/confirmation.ts";
import { cloudPracticeAward } from "../../src/programmes/index.ts";
import type { DeadlineClock } from "../../src/domain/due-facts.ts";
import type {
  Answer,
  AnsweredItem,
  Delivery,
  Edition,
  Nomination,
  Society,
} from "../../src/domain/model.ts";

export const aFile = (name: string): FileValue => ({
  fileKey: name,
  name,
  contentType: "application/octet-stream",
  size: 1,
});

/** The edition of 2022 with its real dates; tests say what differs. */
export const anEdition = (changes: Partial<Edition> = {}): Edition => ({
  ...parseAppRecord("editions", {}),
  id: "1",
  revision: "1",
  name: "クラウド実践大賞 2022",
  programme: "cloud-practice-award",
  fiscalYear: 2022,
  editionState: "募集中",
  contactDate: "2022-07-27",
  registerDate: "2022-08-01",
  reportDate: "2022-08-01",
  caseDate: "2022-08-15",
  threshold: 12,
  target: 1,
  checklistStatus: "公式",
  federationName: "海山県商工会連合会",
  federationSection: "組織運営課",
  federationContactTitle: "主任",
  federationContactName: "海野花子",
  federationPhone: "000-000-0000",
  federationEmail: "soshiki@umiyama.example",
  federationAddress: "沖縄県海山市1-1",
  federationHeadName: "会長 山野一郎",
  recipientName: "全国の会 担当課",
  recipientEmail: "report@national.example",
  ...changes,
});

/** Ready in every respect, contacted in time and not yet registered. */
export const aNomination = (changes: Partial<Nomination> = {}): Nomination => {
  const nomination = bareNomination(changes);
  // Confirmed as it is, unless a test says what was confirmed.
  return {
    ...nomination,
    ...toConfirmed(cloudPracticeAward, nomination),
    ...changes,
  };
};

const bareNomination = (changes: Partial<Nomination>): Nomination => ({
  ...parseAppRecord("nominations", {}),
  id: "1",
  revision: "3",
  status: "県連へ連絡済",
  edition: "クラウド実践大賞 2022",
  society: "青浜商工会",
  contactDue: "2022-07-27",
  registerDue: "2022-08-01",
  reportDue: "2022-08-01",
  caseDue: "2022-08-15",
  contactDone: "2022-07-20",
  requiredScore: 12,
  checklistKind: "公式",
  societyCode: "S01",
  societyOrder: 1,
  nominationKind: "他薦",
  businessKind: "法人",
  registeredName: "株式会社青浜商店",
  nameKana: "アオハマショウテン",
  postalCode: "9000000",
  address: "沖縄県青浜町1-1",
  representativeTitle: "代表取締役",
  representativeName: "青浜太郎",
  representativeKana: "アオハマタロウ",
  industry: "小売業",
  employees: 5,
  capital: 3_000_000,
  foundedOn: "2001-04-01",
  phone: "098-000-0000",
  email: "info@aohama.example",
  contactPersonName: "青浜花子",
  nameCheck: "確認済",
  nameCheckedOn: "2022-07-21",
  nameCheckSource: "登記事項証明書",
  consentNominate: "同意あり",
  consentShare: "同意あり",
  consentPublish: "未確認",
  consentDate: "2022-07-10",
  consentPerson: "青浜太郎",
  consentStaff: "指導員",
  consentMethod: "書面",
  securityActionStars: "一つ星",
  securityActionId: "40000000001",
  securityActionDate: "2022-07-01",
  scoreTotal: 12,
  answeredCount: 20,
  verdict: "基準以上",
  registeredBy: "県連",
  receiptNumber: "T-0001",
  supporterName: "応援太郎",
  contest: "参加しない",
  priorDeclaration: "なし",
  result: "未定",
  ...changes,
});

export const aRegistered = (changes: Partial<Nomination> = {}): Nomination =>
  aNomination({
    status: "登録済",
    registerDone: "2022-07-28",
    ...changes,
  });

export const aSociety = (
  name: string,
  changes: Partial<Society> = {},
): Society => ({
  ...parseAppRecord("societies", {}),
  id: name,
  revision: "1",
  name,
  active: "有効",
  ...changes,
});

export const anAnswer = (
  society: string,
  answer: Answer["answer"],
  changes: Partial<Answer> = {},
): Answer => ({
  ...parseAppRecord("answers", {}),
  id: "1",
  revision: "1",
  edition: "クラウド実践大賞 2022",
  society,
  answer,
  answeredOn: "2022-07-10",
  ...changes,
});

export const aDelivery = (changes: Partial<Delivery> = {}): Delivery => ({
  ...parseAppRecord("deliveries", {}),
  id: "1",
  revision: "1",
  edition: "クラウド実践大賞 2022",
  deliveryKind: "本提出",
  madeAt: "2022-08-01T05:00:00Z",
  nominationCount: 0,
  caseCount: 0,
  deliveryState: "作成済",
  ...changes,
});

export const included = (
  nominationId: string,
  nominationRevision: string,
  nominationDigest = "",
): Delivery["included"][number] => ({
  id: nominationId,
  nominationId,
  nominationRevision,
  nominationDigest,
  nominationName: `事業所${nominationId}`,
  nominationSociety: "青浜商工会",
  stateBefore: "",
  reportedBefore: "",
});

export const clockOn = (
  today: string,
  changes: Partial<DeadlineClock> = {},
): DeadlineClock => ({
  today,
  warnDays: 5,
  closedDays: NO_CLOSED_DAYS,
  ...changes,
});

export const SAMPLE_AREAS = [
  "顧客満足度の向上",
  "従業員満足度の向上",
  "業務効率の改善",
  "セキュリティ",
  "マネジメントの積極的な参画",
] as const;

/** The sample checklist's 20 items, A1 to E4, with はい on those named. */
export const sampleChecklist = (...yes: string[]): AnsweredItem[] =>
  SAMPLE_AREAS.flatMap((itemArea, area) =>
    [1, 2, 3, 4].map((number) => {
      const itemId = `${"ABCDE".charAt(area)}${number}`;
      return {
        id: null,
        itemId,
        itemArea,
        itemText: itemId,
        itemPoints: 1,
        answer: yes.includes(itemId) ? ("はい" as const) : null,
        evidence: "",
      };
    }),
  );

/** `items("A", "B")` → A1 … A4, B1 … B4. */
export const itemsOf = (...areas: string[]): string[] =>
  areas.flatMap((area) => [1, 2, 3, 4].map((number) => `${area}${number}`));
