import { milestoneOf, requirementsOf } from "../domain/cycle.ts";
import { dateOf } from "../domain/milestone-dates.ts";
import type { EditionDates } from "../domain/milestone-dates.ts";
import type { Edition } from "../domain/model.ts";
import { formatDay, formatLongDay } from "../i18n/format-day.ts";
import type { Milestone, Programme, Requirement } from "../programmes/index.ts";

type NoticeEdition = Pick<
  Edition,
  | "name"
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
> &
  EditionDates;

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

/** A society answers by the first date whether it has a candidate or not. */
const dateLabel = ({ part, label }: Milestone): string =>
  part === "answer" ? "県連への回答・連絡" : label.ja;

const NEEDS: Readonly<Record<Requirement, (threshold: number) => string[]>> = {
  consent: () => ["事業者の同意"],
  securityAction: () => ["SECURITY ACTION の宣言"],
  score: (threshold) => [`チェックシート${threshold}点以上`],
  // The federation's own work.
  nameCheck: () => [],
};

const needsLine = (programme: Programme, edition: NoticeEdition): string[] => {
  const needs = requirementsOf(programme).flatMap((one) =>
    NEEDS[one](edition.threshold ?? 0),
  );
  return needs.length === 0
    ? []
    : [`登録には、${needs.join("、")}が必要です。`];
};

/** The request to the societies, made of the edition's own dates; a clerk changes it at will. */
export const draftNotice = (
  programme: Programme,
  edition: NoticeEdition,
): string =>
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
    ...programme.milestones
      .filter(({ scope }) => scope === "nomination")
      .flatMap((milestone) =>
        dateLine(dateLabel(milestone), dateOf(edition, milestone)),
      ),
    "",
    ...needsLine(programme, edition),
    ...contactLines(edition),
  ].join("\n");

/** A text that a society passes on to its firms. */
export const draftForFirms = (
  programme: Programme,
  edition: NoticeEdition,
  society: string,
): string => {
  const day = dateOf(edition, milestoneOf(programme, "answer"));
  const { title, text } = programme.invitation ?? {
    title: "応募しませんか",
    text: `「${programme.name}」の候補を募集しています。`,
  };
  return [
    `【${edition.name}】${title}`,
    "",
    "会員事業者の皆さま",
    "",
    text,
    `応募を希望される方は${
      day === null ? "" : `${formatDay(day, "ja")}までに`
    }${society}へご連絡ください。`,
    ...line("自薦の申込み", edition.selfFormUrl),
    ...(requirementsOf(programme).includes("securityAction")
      ? line("SECURITY ACTION", edition.securityActionUrl)
      : []),
    "",
    society,
  ].join("\n");
};
