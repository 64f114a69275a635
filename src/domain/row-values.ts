import type { Choice, KeyInfo } from "excel-form";
import {
  asksFor,
  hasContest,
  hasPersons,
  hasRegistration,
  hasScore,
} from "../apps/parts/programme-parts.ts";
import type { Programme } from "../programmes/index.ts";
import { AREA_VALUES } from "./area-values.ts";
import {
  CASE,
  CHOSEN,
  KANA,
  NAME,
  ORG,
  SA,
  SCORE,
  SELF,
} from "./label-words.ts";
import type { LabelsOf } from "./label-words.ts";
import { isCorporateNumber } from "./corporate-number.ts";
import { milestoneOf } from "./cycle.ts";
import { doneOf } from "./milestone-dates.ts";
import type { Nomination } from "./model.ts";
import { entersContest } from "./report-selection.ts";
import { remarksOf, toRemarks } from "./report-remarks.ts";
import {
  choice,
  day,
  derived,
  entryDay,
  number,
  text,
  toText,
} from "./value-source.ts";
import { personsOf, yearsOfService } from "./person-years.ts";
import type { Person } from "./person-years.ts";
import type { ReportValue, RowFacts, RowValue } from "./value-source.ts";

const STAR_MARKS: Readonly<Record<string, string>> = {
  一つ星: "★",
  二つ星: "★★",
  申請中: "申請中",
};

/** Printed instead of a corporate number, which a sole proprietor does not have. */
export const SOLE_MARK = "個人";

const isSole = ({ businessKind }: Nomination): boolean =>
  businessKind === "個人事業主";

const asksForSecurity = (programme: Programme): boolean =>
  asksFor(programme, "securityAction");

/** 提出済, 予定 or なし. */
const caseStatusOf = ({ programme, nomination }: RowFacts): string => {
  const milestone = milestoneOf(programme, "case");
  if (doneOf(nomination, milestone) !== null) {
    return "提出済";
  }
  return entersContest(programme, nomination) ? "予定" : "なし";
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

/** A value of the row's person; of all people of the firm where the row has none. */
const ofPerson = (
  readOne: (person: Person, facts: RowFacts) => ReportValue,
): RowValue =>
  derived("persons", (facts) => {
    const { programme, nomination, person } = facts;
    if (person !== undefined) return readOne(person, facts);
    return personsOf(programme, nomination)
      .map((one) => String(readOne(one, facts) ?? ""))
      .join("、");
  });

/** Words of each choice, on forms and in the records; the records use the first. */
const CHOICES = {
  "securityAction.stars": [
    { words: "未宣言 0", means: false },
    { words: "申請中", means: false },
    { words: "一つ星 ★ 1 一ツ星 1つ星 ひとつ星 一つ", means: true },
    { words: "二つ星 ★★ 2 二ツ星 2つ星 ふたつ星 二つ", means: true },
  ],
  "business.kind": [
    { words: "法人 会社" },
    { words: "個人事業主 個人 個人事業者" },
  ],
  "consent.status": [
    { words: "同意あり 同意有 同意する 同意済 同意", means: true },
    { words: "同意なし 同意無 同意しない 不同意", means: false },
    { words: "未確認", means: false },
    { words: "撤回", means: false },
  ],
  "declaration.registeredBy": [
    { words: "商工会 単会" },
    { words: "県連 連合会 県連合会 商工会連合会" },
  ],
  "case.status": [
    { words: "提出済 提出 提出済み 提出あり 提出有", means: true },
    { words: "予定 提出予定", means: true },
    { words: "なし 提出なし 提出無 提出しない 予定なし", means: false },
  ],
  "nomination.kind": [{ words: "他薦 他" }, { words: "自薦 自" }],
} as const satisfies Readonly<Record<string, readonly Choice[]>>;

/** The values of one nomination: what a form calls each, its field, and how to read and write it. */
export const ROW_VALUES = {
  "society.name": {
    type: "text",
    group: "list",
    label: { ja: "商工会名", en: "Society" },
    role: "member.name",
    shape: "orgName",
    ...derived("society", ({ nomination }) => nomination.society),
  },
  "society.code": {
    type: "digits",
    group: "list",
    label: { ja: "商工会コード", en: "Society code" },
    role: "member.code",
    ...derived("societyCode", ({ nomination }) => nomination.societyCode),
  },
  "business.registeredName": {
    type: "text",
    group: "list",
    label: { ja: "事業所名", en: "Business" },
    role: "firm.name",
    isOfFirm: true,
    isOnAnyForm: true,
    ...text("registeredName"),
  },
  "business.nameKana": {
    type: "text",
    group: "list",
    label: { ja: "事業所名フリガナ", en: "Business (kana)" },
    role: "firm.kana",
    shape: "kana",
    isOfFirm: true,
    isOnAnyForm: true,
    ...text("nameKana"),
  },
  "business.corporateNumber": {
    type: "digits",
    group: "list",
    label: { ja: "法人番号", en: "Corporate number" },
    role: "firm.number",
    boxes: [13],
    isValid: isCorporateNumber,
    isOfFirm: true,
    isOnAnyForm: true,
    ...corporateNumber,
  },
  "business.kind": {
    type: "choice",
    group: "list",
    label: { ja: "法人・個人の別", en: "Kind of business" },
    role: "firm.kind",
    choices: CHOICES["business.kind"],
    isOfFirm: true,
    isOnAnyForm: true,
    ...choice(CHOICES["business.kind"], "businessKind", ({ nomination }) =>
      isSole(nomination) ? SOLE_MARK : "法人",
    ),
  },
  "business.address": {
    type: "text",
    group: "list",
    label: { ja: "所在地", en: "Address" },
    role: "firm.address",
    shape: "address",
    isOfFirm: true,
    isOnAnyForm: true,
    ...text("address"),
  },
  "business.postalCode": {
    type: "digits",
    group: "list",
    label: { ja: "郵便番号", en: "Postal code" },
    role: "firm.postalCode",
    shape: "postalCode",
    boxes: [7],
    isOfFirm: true,
    isOnAnyForm: true,
    ...text("postalCode"),
  },
  "business.representativeTitle": {
    type: "text",
    group: "list",
    label: { ja: "代表者の職", en: "Representative's title" },
    role: "firm.headTitle",
    isOfFirm: true,
    isOnAnyForm: true,
    ...text("representativeTitle"),
  },
  "business.representativeName": {
    type: "text",
    group: "list",
    label: { ja: "代表者の氏名", en: "Representative" },
    role: "firm.headName",
    isOfFirm: true,
    isOnAnyForm: true,
    ...text("representativeName"),
  },
  "business.representativeKana": {
    type: "text",
    group: "list",
    label: { ja: "代表者フリガナ", en: "Representative (kana)" },
    role: "firm.headKana",
    shape: "kana",
    isOfFirm: true,
    isOnAnyForm: true,
    ...text("representativeKana"),
  },
  "business.industry": {
    type: "text",
    group: "list",
    label: { ja: "業種", en: "Industry" },
    role: "firm.industry",
    isOfFirm: true,
    isOnAnyForm: true,
    ...text("industry"),
  },
  "business.employees": {
    type: "number",
    group: "list",
    label: { ja: "従業員数", en: "Employees" },
    role: "firm.employees",
    isOfFirm: true,
    isOnAnyForm: true,
    ...number("employees"),
  },
  "business.capital": {
    type: "number",
    group: "list",
    label: { ja: "資本金（円）", en: "Capital (yen)" },
    role: "firm.capital",
    shape: "money",
    isOfFirm: true,
    isOnAnyForm: true,
    ...number("capital"),
  },
  "business.foundedOn": {
    type: "date",
    group: "list",
    label: { ja: "設立年月日", en: "Founded on" },
    role: "firm.foundedOn",
    isOfAnyEra: true,
    isOfFirm: true,
    isOnAnyForm: true,
    ...day("foundedOn"),
  },
  "business.phone": {
    type: "digits",
    group: "list",
    label: { ja: "電話（事業所）", en: "Phone" },
    role: "firm.phone",
    shape: "phone",
    boxes: [10, 11],
    isOfFirm: true,
    isOnAnyForm: true,
    ...text("phone"),
  },
  "business.email": {
    type: "text",
    group: "list",
    label: { ja: "E-mail（事業所）", en: "E-mail" },
    role: "firm.email",
    shape: "email",
    isOfFirm: true,
    isOnAnyForm: true,
    ...text("email"),
  },
  "business.url": {
    type: "text",
    group: "list",
    label: { ja: "URL", en: "URL" },
    role: "firm.url",
    shape: "url",
    isOfFirm: true,
    isOnAnyForm: true,
    ...text("url"),
  },
  "contact.name": {
    type: "text",
    group: "list",
    label: { ja: "窓口担当者", en: "Contact person of the business" },
    role: "firm.contactName",
    isOnAnyForm: true,
    ...text("contactPersonName"),
  },
  "securityAction.stars": {
    isOf: asksForSecurity,
    type: "choice",
    group: "list",
    label: { ja: "SECURITY ACTION 星", en: "SECURITY ACTION stars" },
    countMark: { mark: "★", most: 2 },
    choices: CHOICES["securityAction.stars"],
    isOfFirm: true,
    isOnAnyForm: true,
    ...choice(
      CHOICES["securityAction.stars"],
      "securityActionStars",
      ({ nomination }) =>
        STAR_MARKS[nomination.securityActionStars ?? ""] ?? "",
    ),
  },
  "securityAction.id": {
    isOf: asksForSecurity,
    type: "digits",
    group: "list",
    label: { ja: "SECURITY ACTION 自己宣言ID", en: "SECURITY ACTION ID" },
    boxes: [11],
    isOfFirm: true,
    isOnAnyForm: true,
    ...text("securityActionId"),
  },
  "securityAction.declaredOn": {
    isOf: asksForSecurity,
    type: "date",
    group: "list",
    label: { ja: "SECURITY ACTION 宣言日", en: "SECURITY ACTION declared on" },
    isOfFirm: true,
    isOnAnyForm: true,
    ...day("securityActionDate"),
  },
  "score.total": {
    isOf: hasScore,
    type: "number",
    group: "list",
    label: { ja: "自己採点（合計）", en: "Score" },
    isOfFirm: true,
    ...derived("scoreTotal", ({ nomination }) => nomination.scoreTotal),
  },
  ...AREA_VALUES,
  "declaration.registeredOn": {
    type: "date",
    group: "list",
    label: { ja: "他薦登録日", en: "Registered on" },
    isOfFirm: true,
    ...entryDay,
  },
  "declaration.registeredBy": {
    isOf: hasRegistration,
    type: "choice",
    group: "list",
    label: { ja: "登録者", en: "Registered by" },
    choices: CHOICES["declaration.registeredBy"],
    isOfFirm: true,
    ...choice(CHOICES["declaration.registeredBy"], "registeredBy"),
  },
  "case.status": {
    isOf: hasContest,
    type: "choice",
    group: "list",
    label: { ja: "実践事例", en: "Practice case" },
    choices: CHOICES["case.status"],
    isOfFirm: true,
    ...derived("contest", caseStatusOf),
  },
  "case.title": {
    isOf: hasContest,
    type: "text",
    group: "list",
    label: { ja: "実践事例の題名", en: "Title of the case" },
    narrows: "case.status",
    isOfFirm: true,
    ...text("caseTitle"),
  },
  "consent.status": {
    type: "choice",
    group: "list",
    label: { ja: "同意", en: "Consent" },
    choices: CHOICES["consent.status"],
    isOfFirm: true,
    ...derived("consentNominate", ({ nomination }) =>
      consentStatusOf(nomination),
    ),
  },
  "nomination.kind": {
    type: "choice",
    group: "list",
    label: { ja: "他薦・自薦の別", en: "Kind of nomination" },
    choices: CHOICES["nomination.kind"],
    ...choice(
      CHOICES["nomination.kind"],
      "nominationKind",
      ({ nomination }) => nomination.nominationKind ?? "他薦",
    ),
  },
  "person.name": {
    isOf: hasPersons,
    type: "text",
    group: "list",
    label: { ja: "表彰する従業員 氏名", en: "Person honoured" },
    ...ofPerson(({ personName }) => personName),
  },
  "person.kana": {
    isOf: hasPersons,
    needs: "person.name",
    type: "text",
    group: "list",
    label: {
      ja: "表彰する従業員 フリガナ",
      en: "Reading of the person's name",
    },
    ...ofPerson(({ personKana }) => personKana),
  },
  "person.hiredOn": {
    isOf: hasPersons,
    needs: "person.name",
    type: "date",
    group: "list",
    label: { ja: "入社年月日", en: "Hired on" },
    ...ofPerson(({ hiredOn }) => hiredOn),
  },
  "person.years": {
    isOf: hasPersons,
    needs: "person.name",
    type: "number",
    group: "list",
    label: { ja: "勤続年数", en: "Years of service" },
    ...ofPerson((person, { serviceDay }) =>
      yearsOfService(person, serviceDay ?? null),
    ),
  },
  "person.grade": {
    isOf: hasPersons,
    needs: "person.name",
    type: "text",
    group: "list",
    label: { ja: "表彰の区分", en: "Grade" },
    ...ofPerson(({ personGrade }) => personGrade),
  },
  remarks: {
    type: "text",
    group: "list",
    label: { ja: "備考", en: "Remarks" },
    ...text("remarks", toRemarks),
    read: remarksOf,
  },
} as const satisfies Readonly<Record<string, KeyInfo & RowValue>>;

const BY_KEY: Readonly<Record<string, RowValue | undefined>> = ROW_VALUES;

/** Undefined for a key of any other kind. */
export const rowValueOf = (key: string): RowValue | undefined => BY_KEY[key];

/**
 * The labels by which forms ask for these values, as patterns. Only a proposal
 * needs them: pages that propose nothing leave them out of their bundle.
 */
export const rowLabels = () =>
  ({
    "society.name": {
      asks: [
        `(?:所属|推薦|担当|管轄|所轄|加入|地元|会員|各|所管|推薦元|登録|回答|報告|提出)?の?(?:商工会|単会|地区商工会|市町村商工会)(?:等)?${NAME}?`,
      ],
    },
    "society.code": {
      asks: [
        "(?:所属|推薦|担当|管轄|会員)?の?(?:商工会|単会)の?(?:コード|番号|no|cd)",
      ],
    },
    "business.registeredName": {
      beside: { words: "事業の名称", keys: ["firm.industry", "?address"] },
      asks: [
        `${CHOSEN}(?:${ORG})${NAME}|${CHOSEN}(?:${ORG}|団体)(?:[・/]|または|又は)(?:${ORG}|団体|屋号)${NAME}|商号(?:又は|または|及び|・|/|、|名)?(?:屋号|名称)?|(?:商号・)?屋号(?:等|名)?|社名|店名|(?:雇用保険|労働保険)適用事業所の?名称?|${ORG}|登記(?:上の|簿上の|された)(?:名称|商号|表記)|(?:推薦|被推薦|候補|推薦する|推薦対象|他薦)の?(?:事業所|事業者|企業|会社|先)|候補者名|申請する.{0,8}法人名|被推薦者名?|(?:企業|事業所|会社)(?:名)?・?(?:団体|組合)(?:等)?名|名称(?:・|又は)?(?:商号|屋号)`,
      ],
    },
    "business.nameKana": {
      asks: [
        `(?:${CHOSEN}(?:${ORG}|商号|屋号|名称|社|企業・団体))(?:名|名称)?(?:(?:[・/]|又は|または|及び)(?:屋号|商号|名称)名?)?${KANA}`,
      ],
    },
    "business.corporateNumber": {
      asks: ["(?:国税庁)?法人番号(?:13桁)?|法人マイナンバー|企業法人番号"],
    },
    "business.kind": {
      asks: [
        "(?:法人|会社).{0,4}個人(?:事業主|事業者)?(?:等)?(?:の)?(?:別|区分|種別)?|個人.{0,4}法人(?:の)?(?:別|区分)?|(?:組織|経営|事業|企業)形態|事業者区分|法人区分|個人法人区分",
      ],
    },
    "business.industry": {
      asks: [
        "(?:主な|主たる|主要)?の?(?:業種・業態|業種|業態|産業分類|事業の種類|主たる事業(?:の内容)?|事業の業種|営業種目)(?:名|分類|区分|コード・名称)?|日本標準産業分類",
      ],
    },
    "business.employees": {
      asks: [
        "(?:企業全体の)?(?:常時(?:使用|雇用)(?:する)?|常用|常勤|総|全|現在の)?の?(?:従業員|従業者|社員|雇用者|職員)様?の?(?:数|人数|総数)|(?:企業全体(?:で|の)|.{2,8}における)?常時(?:使用|雇用)(?:する)?労働者の?(?:数|総数)",
      ],
    },
    "business.capital": {
      asks: [
        "(?:資本金(?:の?総?額|等)?|資本の額)(?:・?(?:又は)?出資金?(?:の?総?額)?)?|出資金",
      ],
    },
    "business.foundedOn": {
      asks: [
        "(?:会社)?(?:設立|創業|創立|開業|事業開始|営業開始)(?:・(?:設立|創業|開業))?の?(?:年月日|年月|日|時期|年)?|(?:設立|創業)\\/(?:設立|創業)年月日?|(?:法人|会社)設立(?:・|又は)?(?:個人)?(?:開業|創業)?(?:年月日|日)?|生年月日(?:又は|または|・|\\/)設立年月日|設立(?:・|\\/)生年月日",
      ],
    },
    "business.url": {
      asks: [
        "(?:企業|会社|事業所|自社|貴社|社)?の?(?:url|ホームページ|hp|webサイト|ウェブサイト|website|web|サイト)(?:の?(?:url|アドレス))?",
      ],
    },
    "securityAction.stars": {
      asks: [
        `(?:${SA})(?:自己宣言|宣言|取得|登録|の)*(?:区分|星|★|星の数|星数|★の?数|状況|段階|種別|ランク|の?別|有無|ロゴ)?|(?:自己)?宣言の?(?:段階|星|ランク|レベル|区分|種別)|星の?数?|★の?数?|(?:一つ星|★).{0,3}(?:二つ星|★★)(?:の別)?`,
      ],
    },
    "securityAction.id": {
      asks: [
        `(?:${SA})の?(?:自己宣言|宣言)?(?:id|登録)?(?:番号)|(?:${SA})の?(?:自己宣言|宣言)?id|自己宣言id(?:番号)?|宣言id(?:番号)?`,
      ],
    },
    "securityAction.declaredOn": {
      beside: {
        words: "(?:自己)?宣言(?:年月)?日",
        keys: [
          "securityAction.stars",
          "securityAction.id",
          "securityAction.declaredOn",
        ],
      },
      asks: [
        `(?:${SA})の?(?:自己)?宣言(?:年月)?日|(?:${SA})の?(?:年月日|日付|取得日|登録日)`,
      ],
    },
    "score.total": {
      asks: [
        `${SCORE}|総?合計点数?|点数の?(?:合計|計)|総?得点|総合点|点数|評価点|採点結果|合計得点|スコア`,
      ],
    },
    "declaration.registeredOn": {
      asks: [
        `(?:${SELF})(?:の)?(?:登録|入力)(?:完了)?の?(?:年月日|日付|日)|(?:宣言)?登録(?:完了|実施)?(?:年月)?日|他薦(?:完了|実施)?(?:年月)?日`,
      ],
    },
    "declaration.registeredBy": {
      asks: [
        `(?:${SELF}の?)?登録(?:した)?(?:者|機関|団体|元|主体|実施者|担当)(?:名|の?区分|の別)?|他薦者`,
      ],
    },
    "case.status": {
      asks: [
        `${CASE}(?:集)?(?:の)?(?:提出|応募|作成|登録)?(?:の)?(?:有無|状況|予定|可否|の別|・|区分)*`,
      ],
    },
    "case.title": {
      asks: [
        `${CASE}(?:の)?(?:題名|タイトル|名|名称|テーマ|表題|件名)|題名|事例名|取り?組み?の?(?:題名|タイトル|テーマ|件名)`,
      ],
    },
    "consent.status": {
      asks: [
        "(?:推薦について)?(?:本人|事業者|事業所|企業|会社|被推薦者|候補者|推薦|本人等|公表|代表者)?(?:の|へ?の)?(?:推薦)?(?:同意|承諾|了解|了承)(?:の|を|書の|書)?(?:有無|状況|取得|確認|取得状況|取得の有無|の有・無|済)?",
      ],
    },
    "nomination.kind": {
      asks: [
        "(?:自薦|他薦).{0,3}(?:他薦|自薦)(?:の)?(?:別|区分)?|自他薦(?:の?別|区分)?|推薦(?:の)?(?:区分|種別|の別)",
      ],
    },
    "person.name": {
      asks: [
        "(?:被表彰者|表彰対象者|被表彰従業員|表彰従業員)の?(?:氏名|名前|名)",
      ],
    },
    "person.kana": {
      asks: [
        "(?:被表彰者|表彰対象者|被表彰従業員|表彰従業員)の?(?:フリガナ|ふりがな)",
      ],
    },
    "person.hiredOn": {
      asks: ["(?:入社|入職|雇用|採用|勤続開始)(?:の)?年月日"],
    },
    "person.years": {
      asks: ["勤続(?:の)?年数"],
    },
    "person.grade": {
      asks: ["表彰(?:の)?(?:区分|種別)"],
    },
    remarks: {
      asks: ["備考(?:等)?|摘要|その他の?特記事項|特記事項|備考・特記事項"],
    },
  }) as const satisfies LabelsOf<keyof typeof ROW_VALUES>;
