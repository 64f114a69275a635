import type { Message } from "../words/message.ts";

/**
 * How a value is stored in the data of a report: dates `YYYY-MM-DD`, numbers as
 * numbers, digits and choices as text.
 */
export type KeyType = "text" | "number" | "date" | "digits" | "choice";

/** The three groups of the mapping screen: 送り状, 件数, 一覧. */
export type KeyGroup = "cover" | "counts" | "list";

export type KeyInfo = {
  readonly type: KeyType;
  readonly group: KeyGroup;
  readonly label: Message;
};

const info = (
  group: KeyGroup,
  type: KeyType,
  ja: string,
  en: string,
): KeyInfo => ({ type, group, label: { ja, en } });

/** Every value that a form can ask for: one vocabulary for map, data and screens. */
export const VALUE_KEYS = {
  "federation.name": info("cover", "text", "連合会名", "Federation"),
  "federation.section": info("cover", "text", "担当部署", "Section"),
  "federation.contactTitle": info("cover", "text", "担当者の職", "Title"),
  "federation.contactName": info("cover", "text", "担当者の氏名", "Contact"),
  "federation.phone": info("cover", "digits", "電話（連合会）", "Phone"),
  "federation.fax": info("cover", "digits", "FAX（連合会）", "Fax"),
  "federation.email": info("cover", "text", "E-mail（連合会）", "E-mail"),
  "federation.address": info("cover", "text", "所在地（連合会）", "Address"),
  "federation.headName": info("cover", "text", "会長名", "President"),
  "report.date": info("cover", "date", "報告日", "Date of report"),
  "edition.name": info("cover", "text", "募集回", "Edition"),
  "edition.fiscalYear": info("cover", "number", "年度", "Fiscal year"),
  "edition.deadline": info("cover", "date", "提出期限", "Deadline"),
  "report.count": info("counts", "number", "他薦件数", "Nominations"),
  "report.caseCount": info(
    "counts",
    "number",
    "うち実践事例",
    "With a practice case",
  ),
  "report.noneReason": info(
    "counts",
    "text",
    "0件の場合の理由",
    "Reason for none",
  ),
  "row.no": info("list", "number", "番号", "No."),
  "society.name": info("list", "text", "商工会名", "Society"),
  "society.code": info("list", "digits", "商工会コード", "Society code"),
  "business.registeredName": info("list", "text", "事業所名", "Business"),
  "business.nameKana": info(
    "list",
    "text",
    "事業所名フリガナ",
    "Business (kana)",
  ),
  "business.corporateNumber": info(
    "list",
    "digits",
    "法人番号",
    "Corporate number",
  ),
  "business.kind": info("list", "choice", "法人・個人の別", "Kind of business"),
  "business.address": info("list", "text", "所在地", "Address"),
  "business.postalCode": info("list", "digits", "郵便番号", "Postal code"),
  "business.representativeTitle": info(
    "list",
    "text",
    "代表者の職",
    "Representative's title",
  ),
  "business.representativeName": info(
    "list",
    "text",
    "代表者の氏名",
    "Representative",
  ),
  "business.representativeKana": info(
    "list",
    "text",
    "代表者フリガナ",
    "Representative (kana)",
  ),
  "business.industry": info("list", "text", "業種", "Industry"),
  "business.employees": info("list", "number", "従業員数", "Employees"),
  "business.capital": info("list", "number", "資本金（円）", "Capital (yen)"),
  "business.foundedOn": info("list", "date", "設立年月日", "Founded on"),
  "business.phone": info("list", "digits", "電話（事業所）", "Phone"),
  "business.email": info("list", "text", "E-mail（事業所）", "E-mail"),
  "business.url": info("list", "text", "URL", "URL"),
  "contact.name": info(
    "list",
    "text",
    "窓口担当者",
    "Contact person of the business",
  ),
  "securityAction.stars": info(
    "list",
    "choice",
    "SECURITY ACTION 星",
    "SECURITY ACTION stars",
  ),
  "securityAction.id": info(
    "list",
    "digits",
    "SECURITY ACTION 自己宣言ID",
    "SECURITY ACTION ID",
  ),
  "securityAction.declaredOn": info(
    "list",
    "date",
    "SECURITY ACTION 宣言日",
    "SECURITY ACTION declared on",
  ),
  "score.total": info("list", "number", "自己採点（合計）", "Score"),
  "score.area1": info(
    "list",
    "number",
    "顧客満足度の向上",
    "Score: customer satisfaction",
  ),
  "score.area2": info(
    "list",
    "number",
    "従業員満足度の向上",
    "Score: employee satisfaction",
  ),
  "score.area3": info(
    "list",
    "number",
    "業務効率の改善",
    "Score: operational efficiency",
  ),
  "score.area4": info("list", "number", "セキュリティ", "Score: security"),
  "score.area5": info(
    "list",
    "number",
    "マネジメントの積極的な参画",
    "Score: management engagement",
  ),
  "declaration.registeredOn": info(
    "list",
    "date",
    "他薦登録日",
    "Registered on",
  ),
  "declaration.registeredBy": info("list", "choice", "登録者", "Registered by"),
  "case.status": info("list", "choice", "実践事例", "Practice case"),
  "case.title": info("list", "text", "実践事例の題名", "Title of the case"),
  "consent.status": info("list", "choice", "同意", "Consent"),
  "nomination.kind": info(
    "list",
    "choice",
    "他薦・自薦の別",
    "Kind of nomination",
  ),
  remarks: info("list", "text", "備考", "Remarks"),
} as const satisfies Record<string, KeyInfo>;

export type ValueKey = keyof typeof VALUE_KEYS;

export const isValueKey = (key: string): key is ValueKey =>
  Object.hasOwn(VALUE_KEYS, key);

export const keyInfo = (key: ValueKey): KeyInfo => VALUE_KEYS[key];

/** Values of one nominated firm, as opposed to the report as a whole. */
export const isRowKey = (key: ValueKey): boolean =>
  VALUE_KEYS[key].group === "list";
