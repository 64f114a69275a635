import type { Edition } from "../domain/model.ts";
import { formatDay, formatLongDay } from "../i18n/format-day.ts";

type NoticeEdition = Pick<
  Edition,
  | "name"
  | "contactDate"
  | "registerDate"
  | "caseDate"
  | "threshold"
  | "selfFormUrl"
  | "otherFormUrl"
  | "securityActionUrl"
  | "publicRegisterUrl"
  | "federationName"
  | "federationSection"
  | "federationContactName"
  | "federationPhone"
  | "federationEmail"
>;

const line = (label: string, value: string): string[] =>
  value.trim() === "" ? [] : [`${label}：${value}`];

const dateLine = (label: string, day: string | null): string[] =>
  day === null ? [] : [`・${label}：${formatLongDay(day, "ja")}まで`];

/** The section, person and numbers of the federation, as lines. */
export const contactLines = (edition: NoticeEdition): string[] => [
  ...line(
    "お問い合わせ",
    [
      edition.federationName,
      edition.federationSection,
      edition.federationContactName,
    ]
      .filter((part) => part !== "")
      .join(" "),
  ),
  ...line("電話", edition.federationPhone),
  ...line("E-mail", edition.federationEmail),
];

/** The request to the societies, made of the edition's own dates; a clerk changes it at will. */
export const draftNotice = (edition: NoticeEdition): string =>
  [
    "商工会事務局長 様",
    "",
    `「${edition.name}」の募集が始まりました。候補となる会員事業者の推薦をお願いいたします。`,
    "",
    "1. 会員事業者へ周知してください（この画面に案内文があります）。",
    "2. 候補があるときは「推薦案件をつくる」から登録してください。",
    "3. 候補がないときは「該当なし」と回答してください。",
    "",
    "期限",
    ...dateLine("県連への回答・連絡", edition.contactDate),
    ...dateLine("他薦登録", edition.registerDate),
    ...dateLine("実践事例の提出", edition.caseDate),
    "",
    `登録には、事業者の同意、SECURITY ACTION の宣言、チェックシート${String(edition.threshold ?? 0)}点以上が必要です。`,
    ...contactLines(edition),
  ].join("\n");

/** A text that a society passes on to its firms. */
export const draftForFirms = (
  edition: NoticeEdition,
  society: string,
): string =>
  [
    `【${edition.name}】クラウドの活用を応募しませんか`,
    "",
    "会員事業者の皆さま",
    "",
    "クラウドサービスを使って業務や売上をよくした取組を募集しています。",
    `応募を希望される方は${
      edition.contactDate === null
        ? ""
        : `${formatDay(edition.contactDate, "ja")}までに`
    }${society}へご連絡ください。`,
    ...line("自薦の申込み", edition.selfFormUrl),
    ...line("SECURITY ACTION", edition.securityActionUrl),
    "",
    society,
  ].join("\n");
