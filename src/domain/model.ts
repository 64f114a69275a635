/**
 * What the rules read. Property names are the field codes of the apps, values
 * are normalised: a blank date, number or choice is `null`, a blank text `""`,
 * a table an array of rows. A DATE is `YYYY-MM-DD`, a DATETIME ISO 8601.
 *
 * The rules take the part they need (`Pick<Nomination, …>`), so a page that
 * reads only some fields can use them too.
 */
import type { IsoDate } from "excel-form";

export type Entity = { readonly code: string; readonly name: string };
export type StoredFile = { readonly name: string };

/** `id` is null for a row that was never saved. */
export type TableRow = { readonly id: string | null };

export type SavedRecord = {
  /** `""` until the record was saved. */
  readonly id: string;
  readonly revision: string;
};

export type MilestoneId = "contact" | "register" | "report" | "case";

export type EditionState = "準備中" | "募集中" | "終了";
export type ChecklistStatus = "サンプル" | "公式";

export type ChecklistItem = TableRow & {
  readonly itemId: string;
  readonly itemArea: string | null;
  readonly itemText: string;
  readonly itemPoints: number | null;
};

export type Edition = SavedRecord & {
  readonly name: string;
  readonly programme: string;
  readonly fiscalYear: number | null;
  readonly editionState: EditionState | null;
  readonly contactDate: IsoDate | null;
  readonly registerDate: IsoDate | null;
  readonly reportDate: IsoDate | null;
  readonly caseDate: IsoDate | null;
  readonly threshold: number | null;
  readonly target: number | null;
  readonly checklistStatus: ChecklistStatus | null;
  readonly checklist: readonly ChecklistItem[];
  readonly federationName: string;
  readonly federationSection: string;
  readonly federationContactTitle: string;
  readonly federationContactName: string;
  readonly federationPhone: string;
  readonly federationFax: string;
  readonly federationEmail: string;
  readonly federationAddress: string;
  readonly federationHeadName: string;
  readonly recipientName: string;
  readonly recipientEmail: string;
  readonly mailSubject: string;
  readonly contactUsers: readonly Entity[];
  readonly contactGroups: readonly Entity[];
  readonly formFile: readonly StoredFile[];
  readonly formMap: string;
  readonly noneReason: string;
  readonly closedDays: ReadonlyArray<
    TableRow & {
      readonly closedDate: IsoDate | null;
      readonly closedReason: string;
    }
  >;
};

export type Society = SavedRecord & {
  readonly name: string;
  readonly code: string;
  readonly kana: string;
  readonly sortOrder: number | null;
  readonly organization: readonly Entity[];
  readonly contactUsers: readonly Entity[];
  readonly active: "有効" | "統合・廃止" | null;
};

export type NominationKind = "他薦" | "自薦";
export type BusinessKind = "法人" | "個人事業主";
export type Consent = "未確認" | "同意あり" | "同意なし" | "撤回";
export type SecurityActionStars = "未宣言" | "申請中" | "一つ星" | "二つ星";
export type ChecklistAnswer = "はい" | "いいえ" | "対象外";
/** The texts that kintone calculates into `verdict`. */
export type VerdictText = "未採点" | "基準未満" | "基準以上";
export type Contest = "未定" | "参加する" | "参加しない";

export type AnsweredItem = ChecklistItem & {
  readonly answer: ChecklistAnswer | null;
  readonly evidence: string;
};

export type Nomination = SavedRecord & {
  /** The process state; `""` until the record was saved. */
  readonly status: string;
  readonly edition: string;
  readonly society: string;
  readonly contactDue: IsoDate | null;
  readonly registerDue: IsoDate | null;
  readonly reportDue: IsoDate | null;
  readonly caseDue: IsoDate | null;
  readonly contactDone: IsoDate | null;
  readonly registerDone: IsoDate | null;
  readonly reportDone: IsoDate | null;
  readonly caseDone: IsoDate | null;
  readonly requiredScore: number | null;
  readonly checklistStatus: string;
  readonly societyCode: string;
  readonly societyOrder: number | null;
  readonly organization: readonly Entity[];
  readonly nominationKind: NominationKind | null;
  readonly businessKind: BusinessKind | null;
  readonly registeredName: string;
  readonly nameKana: string;
  readonly corporateNumber: string;
  readonly postalCode: string;
  readonly address: string;
  readonly representativeTitle: string;
  readonly representativeName: string;
  readonly representativeKana: string;
  readonly industry: string;
  readonly employees: number | null;
  readonly capital: number | null;
  readonly foundedOn: IsoDate | null;
  readonly phone: string;
  readonly email: string;
  readonly url: string;
  readonly contactPersonDepartment: string;
  readonly contactPersonName: string;
  readonly contactPersonPhone: string;
  readonly nameCheck: "未確認" | "確認済" | null;
  readonly nameCheckedBy: readonly Entity[];
  readonly nameCheckedOn: IsoDate | null;
  readonly nameCheckSource: string;
  readonly consentNominate: Consent | null;
  readonly consentShare: Consent | null;
  readonly consentPublish: Consent | null;
  readonly consentDate: IsoDate | null;
  readonly consentPerson: string;
  readonly consentStaff: string;
  readonly consentMethod: "書面" | "口頭" | "メール" | null;
  readonly securityActionStars: SecurityActionStars | null;
  readonly securityActionId: string;
  readonly securityActionDate: IsoDate | null;
  readonly checklist: readonly AnsweredItem[];
  readonly scoreTotal: number | null;
  readonly answeredCount: number | null;
  /** A text calculated by kintone; one of `VerdictText`. */
  readonly verdict: string;
  readonly registeredBy: "商工会" | "県連" | null;
  readonly receiptNumber: string;
  readonly supporterName: string;
  readonly supporterAffiliation: string;
  readonly supporterContact: string;
  readonly contest: Contest | null;
  readonly caseTitle: string;
  readonly caseFile: readonly StoredFile[];
  readonly cloudServices: string;
  readonly summary: string;
  readonly priorDeclaration: "なし" | "あり" | null;
  readonly priorDifference: string;
  readonly result: "未定" | "地方大会" | "全国大会" | "受賞" | "選外" | null;
  readonly withdrawnReason: string;
  readonly remarks: string;
};

export type Answer = SavedRecord & {
  readonly edition: string;
  readonly society: string;
  readonly societyCode: string;
  readonly answer: "候補あり" | "該当なし" | null;
  readonly reason: string;
  readonly answeredOn: IsoDate | null;
};

export type IncludedNomination = TableRow & {
  readonly nominationId: string;
  readonly nominationRevision: string;
  /** Of what the report said; blank in entries older than the field. */
  readonly nominationDigest: string;
  readonly nominationName: string;
  readonly nominationSociety: string;
};

export type Delivery = SavedRecord & {
  readonly edition: string;
  readonly deliveryKind: "本提出" | "追加提出" | null;
  /** An instant, ISO 8601 in UTC, as kintone stores a DATETIME. */
  readonly madeAt: string | null;
  readonly nominationCount: number | null;
  readonly caseCount: number | null;
  readonly included: readonly IncludedNomination[];
  readonly deliveryState: "作成済" | "送付済" | null;
  readonly sentAt: string | null;
};
