import { byText } from "./by-text.ts";
import { loosely } from "../values/character-forms.ts";
import type { Concept } from "./vocabulary.ts";

/** Whose phone, name or address a label means. */
export type Scope =
  | "federation"
  | "society"
  | "business"
  | "representative"
  | "contact"
  | "receiver"
  | "office"
  /** Somebody or something else, of which we hold nothing. */
  | "other";

const SCOPES: ReadonlyArray<readonly [Scope, RegExp]> = [
  [
    "office",
    /(?:事務局|本部|全国連|主催者|受付|処理|整理|機構|本会|当会|支援機関|審査|選考|確認者|委員|部会).{0,5}(?:使用|記入|処理|整理|記載|確認|用|評価)(?:欄|$|\)|】)|(?:受付|処理|整理|決裁|審査|選考|採点者?|委員|使用)欄|^[^、。]{0,12}(?:記入|記載|入力)(?:しない|不要|なさらない|は不要)|受付印|^受付|^(?:審査|選考)(?:結果|委員会?|員|用)|officeuse|forofficial/,
  ],
  [
    "other",
    /前(?:年|年度|回|期)(?!比)(?:の|実績|分|度|$)|(?:昨|過|一昨|前々)年度?の?|過去の|(?:支援|導入|販売|紹介|仲介|委託|協力|金融|税務|保証)(?:機関|業者|事業者|会社|企業|店|先|者)|ベンダー|税理士|専門家|経営指導員|指導員|紹介者|(?:振込|請求|納品|配送|発送)先|参加者|出席者|同行者|代理人|保証人|随行者|審査員|委員長|(?:変更|訂正)前|^旧|競合|取引先|親会社|関連会社|保護者|家族|受講者/,
  ],
  [
    "receiver",
    /^(?:送信|送付|提出|返信|返送|申込|回答|届出|報告)先|^(?:宛|あて|宛て)先|^お?(?:問合|問い合わ|問合わ|照会)せ?先|^受信者|^事務局(?:連絡先)?$/,
  ],
  [
    "business",
    /被推薦|(?:候補|推薦対象|表彰対象|応募|受賞)(?:と?なる|の)?(?:企業|者|事業所|事業者|会社|先|法人)|推薦(?:する|した|を受ける)?(?:企業|事業所|事業者|会社|法人|対象|案件)|(?:企業|会社|事業所|事業者|法人|店舗)(?:等)?(?:の)?(?:概要|情報|基本|について|プロフィール|欄|データ|内容)|対象(?:企業|事業所|事業者)|(?:登録|宣言)(?:した|する)?(?:企業|事業所|事業者)|^(?:企業|会社|事業所|事業者|法人)側?$|^基本(?:情報|データ)$/,
  ],
  ["representative", /^(?:会社|企業|法人)?代表者?$|^事業主$|^経営者$/],
  [
    "federation",
    /^(?:団体|機関)$|推薦(?:者|団体|機関|元|する団体|組織)|(?:届出|通知|申込|申請)(?:団体|機関|元)|(?:報告|回[答報]|届出|提出|送付)(?:者|団体|機関|元)|送[信付](?:者|元)|発信(?:者|元)|提出(?:者|団体|元)|(?:記入|作成|記載)者|(?:商工会)?連合会|県連|貴会|取りまとめ|とりまとめ/,
  ],
  [
    "contact",
    /^(?:本件|ご|お)*(?:に関する|の)?(?:窓口|連絡|事務|実務)?(?:担当者?|責任者)(?:様|さま)?の?(?:ご?連絡先|情報)?$|^ご?連絡(?:先|担当)/,
  ],
  [
    "society",
    /^(?:推薦|所属|担当|管轄)?(?:商工会|単会)(?:の?(?:概要|情報|担当))?$/,
  ],
];

/** 「選考委員会 御中」: to whom the letter goes. */
const ADDRESSEE = /(?:御中|殿|宛て?|あて|[長事]様|行)$/;

/** Names to whom the form goes. */
export const isAddressee = (text: string): boolean =>
  ADDRESSEE.test(loosely(text));

/** The owner that a heading or a group label names; null when it names none. */
export const scopeOf = byText((text): Scope | null => {
  const words = loosely(text)
    .replace(/^[^\p{L}]*\d*[^\p{L}\d]*/u, "")
    .replace(/[【】:]/g, "")
    .replace(/^([^()]*)\)$/, "$1");
  if (ADDRESSEE.test(words)) return null;
  return SCOPES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
});

type Table = Readonly<Record<string, string>>;

const FEDERATION: Table = {
  "?name": "federation.name",
  "?person": "federation.contactName",
  "?title": "federation.contactTitle",
  "?titlePerson": "federation.contactTitle+federation.contactName",
  "?section": "federation.section",
  "?contact": "federation.contactName",
  "?contactTitle": "federation.contactTitle",
  "?contactTitlePerson": "federation.contactTitle+federation.contactName",
  "?contactPhone": "federation.phone",
  "?contactFax": "federation.fax",
  "?contactEmail": "federation.email",
  "?phone": "federation.phone",
  "?fax": "federation.fax",
  "?email": "federation.email",
  "?address": "federation.address",
  "?head": "federation.headName",
  "?headTitlePerson": "federation.headName",
};

const BUSINESS: Table = {
  "?applicant": "business.registeredName",
  "?name": "business.registeredName",
  "?head": "business.representativeName",
  "?headTitle": "business.representativeTitle",
  "?headTitlePerson":
    "business.representativeTitle+business.representativeName",
  "?headKana": "business.representativeKana",
  "?contact": "contact.name",
  "?phone": "business.phone",
  "?email": "business.email",
  "?address": "business.address",
  "?postal": "business.postalCode",
};

const PERSON_OF_BUSINESS: Table = {
  "?name": "business.representativeName",
  "?person": "business.representativeName",
  "?title": "business.representativeTitle",
  "?titlePerson": "business.representativeTitle+business.representativeName",
  "?kana": "business.representativeKana",
};

const CONTACT_OF_BUSINESS: Table = {
  "?name": "contact.name",
  "?person": "contact.name",
  "?contact": "contact.name",
};

const KEYS: Readonly<Record<Scope, Table>> = {
  federation: FEDERATION,
  business: BUSINESS,
  representative: { ...BUSINESS, ...PERSON_OF_BUSINESS },
  contact: CONTACT_OF_BUSINESS,
  society: { "?name": "society.name" },
  receiver: {},
  office: {},
  other: {},
};

/** Parts of a form in which nothing is ours, whatever the labels ask for. */
export const isForeign = (scope: Scope | null): boolean =>
  scope === "office" || scope === "receiver" || scope === "other";

/** The key that a concept means here: several joined by `+`; null when we hold no such value. */
export const keyFor = (concept: Concept, scope: Scope): string | null => {
  if (isForeign(scope)) return null;
  if (!concept.startsWith("?")) return concept;
  return KEYS[scope][concept] ?? null;
};
