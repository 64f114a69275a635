import { isValueKey, keyOfRole, perVocabulary } from "../map/vocabulary.ts";
import type { Role, Vocabulary } from "../map/vocabulary.ts";
import { byText } from "./by-text.ts";
import { loosely } from "../values/character-forms.ts";
import type { Concept } from "./concepts.ts";

/** Owner of the phone, name or address that a label means. */
export type Scope =
  | "sender"
  | "member"
  | "firm"
  | "head"
  | "contact"
  | "receiver"
  | "office"
  /** Somebody or something else, of which we hold nothing. */
  | "other";

/** First match wins. */
const scopesOf = perVocabulary(
  ({ parties }): ReadonlyArray<readonly [Scope, RegExp]> => {
    const { act, sender, member, firm, office } = parties;
    return [
      [
        "office",
        new RegExp(
          String.raw`(?:事務局|本部|${office}|主催者|受付|処理|整理|機構|本会|当会|支援機関|審査|選考|確認者|委員|部会).{0,5}(?:使用|記入|処理|整理|記載|確認|用|評価)(?:欄|$|\)|】)|(?:受付|処理|整理|決裁|審査|選考|採点者?|委員|使用)欄|^[^、。]{0,12}(?:記入|記載|入力)(?:しない|不要|なさらない|は不要)|(?:会議所|[市町村県庁局署課]|センター|協会|公社|財団|金融機関)(?:記入|使用|処理|確認|記載|整理)欄|受付印|^受付|^(?:審査|選考)(?:結果|委員会?|員|用)|officeuse|forofficial`,
        ),
      ],
      [
        "other",
        /前(?:年|年度|回|期)(?!比)(?:の|実績|分|度|$)|(?:昨|過|一昨|前々)年度?の?|過去の|(?:支援|導入|販売|紹介|仲介|委託|協力|金融|税務|保証)(?:機関|業者|事業者|会社|企業|店|先|者)|ベンダー|税理士|専門家|経営指導員|指導員|紹介者|(?:振込|請求|納品|納入|設置|配送|発送)先|参加者|出席者|同行者|代理(?:人|者|申請者)|受任者|保証人|随行者|審査員|委員長|(?:変更|訂正)前|^旧|競合|取引先|親会社|関連会社|保護者|家族|受講者|建築主|施主|発注者|注文者|[買売貸借]主|所有者|連名者|(?:利用|委託|使用)する.{0,6}業者|(?:書類)?作成者$|共同(?:出展|申請|実施|事業)[者社]/,
      ],
      [
        "receiver",
        /^(?:送信|送付|提出|返信|返送|申込|回答|届出|報告)先|^(?:宛|あて|宛て)先|^お?(?:問合|問い合わ|問合わ|照会)せ?先|^受信者|^事務局(?:連絡先)?$/,
      ],
      [
        "firm",
        new RegExp(
          `被(?:${act})|(?:候補|(?:${act})対象|表彰対象|応募|受賞)(?:と?なる|の)?(?:企業|者|事業所|事業者|会社|先|法人)|(?:${act})(?:する|した|を受ける)?(?:企業|事業所|事業者|会社|法人|対象|案件)|(?:企業|会社|事業所|事業者|法人|店舗)(?:等)?(?:の)?(?:概要|情報|基本|について|プロフィール|欄|データ|内容)|対象(?:企業|事業所|事業者)|${firm}|(?:実施|当該|申請|適用)事業所$|^(?:企業|会社|事業所|事業者|法人)側?$|^基本(?:情報|データ)$`,
        ),
      ],
      ["head", /^(?:会社|企業|法人)?代表者?$|^事業主$|^経営者$|^使用者$/],
      [
        "sender",
        new RegExp(
          `^(?:団体|機関)$|(?:${act})(?:者|団体|機関|元|する団体|組織)|(?:届出|通知|申込|申請)(?:団体|機関|元)|(?:報告|回[答報]|届出|提出|送付)(?:者|団体|機関|元)|送[信付](?:者|元)|発信(?:者|元)|提出(?:者|団体|元)|(?:記入|作成|記載)者|${sender}|貴会|取りまとめ|とりまとめ`,
        ),
      ],
      [
        "contact",
        /^(?:本件|ご|お)*(?:に関する|の)?(?:申請|申込|出展|応募|登録|経理|推進|選考|採用)?(?:窓口|連絡|事務|実務)?(?:担当者?|責任者|窓口)(?:様|さま)?の?(?:ご?連絡先|情報)?$|^ご?連絡(?:先|担当)|(?:事業所|企業|会社|事業主)の担当者$/,
      ],
      [
        "member",
        new RegExp(
          `^(?:${act}|所属|担当|管轄)?(?:${member})(?:の?(?:概要|情報|担当))?$`,
        ),
      ],
    ];
  },
);

/** 「選考委員会 御中」, 「（あて先）みほん市長」: to whom the letter goes. */
const ADDRESSEE = /(?:御中|殿|宛て?|あて|[長事]様|行)$|^\(?(?:あて|宛て?)先\)./;

/** Names to whom the form goes. */
export const isAddressee = (text: string): boolean =>
  ADDRESSEE.test(loosely(text));

/** The owner that a heading or a group label names; null when it names none. */
export const scopeOf = byText((vocabulary, text): Scope | null => {
  const words = loosely(text)
    .replace(/^[^\p{L}]*\d*[^\p{L}\d]*/u, "")
    .replace(/[【】:]/g, "")
    .replace(/^([^()]*)\)$/, "$1");
  if (ADDRESSEE.test(words)) return null;
  return (
    scopesOf(vocabulary).find(([, pattern]) => pattern.test(words))?.[0] ?? null
  );
});

type Table = Readonly<Record<string, string>>;

const SENDER: Table = {
  "?name": "sender.name",
  "?person": "sender.contactName",
  "?firmPerson": "sender.contactName",
  "?title": "sender.contactTitle",
  "?titlePerson": "sender.contactTitle+sender.contactName",
  "?section": "sender.section",
  "?contact": "sender.contactName",
  "?contactTitle": "sender.contactTitle",
  "?contactTitlePerson": "sender.contactTitle+sender.contactName",
  "?contactPhone": "sender.phone",
  "?contactFax": "sender.fax",
  "?contactEmail": "sender.email",
  "?phone": "sender.phone",
  "?fax": "sender.fax",
  "?email": "sender.email",
  "?address": "sender.address",
  "?head": "sender.headName",
  "?headTitlePerson": "sender.headName",
};

const FIRM: Table = {
  "?firmPerson": "firm.headName",
  "?applicant": "firm.name",
  "?applicantKana": "firm.kana",
  "?applicantAddress": "firm.address",
  "?applicantPhone": "firm.phone",
  "?applicantEmail": "firm.email",
  "?applicantNumber": "firm.number",
  "?applicantHead": "firm.headName",
  "?name": "firm.name",
  "?head": "firm.headName",
  "?headTitle": "firm.headTitle",
  "?headTitlePerson": "firm.headTitle+firm.headName",
  "?headKana": "firm.headKana",
  "?contact": "firm.contactName",
  "?contactTitlePerson": "firm.contactName",
  "?phone": "firm.phone",
  "?email": "firm.email",
  "?address": "firm.address",
  "?postal": "firm.postalCode",
};

const HEAD_OF_FIRM: Table = {
  "?name": "firm.headName",
  "?person": "firm.headName",
  "?title": "firm.headTitle",
  "?titlePerson": "firm.headTitle+firm.headName",
  "?kana": "firm.headKana",
};

/** The title of a firm's contact is not known; his mail and phone are not those of the firm. */
const CONTACT_OF_FIRM: Table = {
  "?name": "firm.contactName",
  "?person": "firm.contactName",
  "?titlePerson": "firm.contactName",
  "?contact": "firm.contactName",
  "?contactTitlePerson": "firm.contactName",
};

const KEYS: Readonly<Record<Scope, Table>> = {
  sender: SENDER,
  firm: FIRM,
  head: { ...FIRM, ...HEAD_OF_FIRM },
  contact: CONTACT_OF_FIRM,
  member: { "?name": "member.name" },
  receiver: {},
  office: {},
  other: {},
};

/** Parts of a form in which nothing is ours, whatever the labels ask for. */
export const isForeign = (scope: Scope | null): boolean =>
  scope === "office" || scope === "receiver" || scope === "other";

/** The key of a role, or the key itself. */
const keyNamed = (vocabulary: Vocabulary, name: string): string | null =>
  isValueKey(vocabulary, name) ? name : keyOfRole(vocabulary, name as Role); // any other name has no key

/** The key that a concept means here: several joined by `+`; null when we hold no such value. */
export const keyFor = (
  vocabulary: Vocabulary,
  concept: Concept,
  scope: Scope,
): string | null => {
  if (isForeign(scope)) return null;
  const roles = concept.startsWith("?")
    ? (KEYS[scope][concept] ?? "")
    : concept;
  const keys = roles
    .split("+")
    .map((role) => keyNamed(vocabulary, role))
    .filter((key) => key !== null);
  return keys.length === roles.split("+").length ? keys.join("+") : null;
};
