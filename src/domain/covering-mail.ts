import type { Edition } from "./model.ts";
import { entryWordOf, paperWordOf } from "../programmes/index.ts";
import type { Programme } from "../programmes/index.ts";
import { milestoneOf } from "./cycle.ts";
import type { DeliveryKind } from "./report-selection.ts";

export type MailFacts = {
  readonly programme: Programme;
  readonly edition: Pick<
    Edition,
    | "name"
    | "recipientName"
    | "recipientEmail"
    | "mailSubject"
    | "federationName"
    | "federationSection"
    | "federationContactTitle"
    | "federationContactName"
    | "federationPhone"
    | "federationEmail"
    | "noneReason"
  >;
  readonly kind: DeliveryKind;
  readonly count: number;
  readonly caseCount: number;
  readonly fileName: string;
};

export type CoveringMail = {
  readonly to: string;
  readonly subject: string;
  /** Lines end with `\n`. */
  readonly body: string;
  /** A mail program attaches nothing from a link: the file goes in by hand. */
  readonly mailto: string;
};

const oneLine = (text: string): string =>
  text.replace(/[\s\p{Cc}]+/gu, " ").trim();

const joinFilled = (parts: readonly string[], by: string): string =>
  parts
    .map(oneLine)
    .filter((part) => part !== "")
    .join(by);

const subjectOf = ({ programme, edition, kind }: MailFacts): string => {
  const supplement = kind === "追加提出" ? "（追加）" : "";
  const standard = `【${oneLine(edition.federationName)}】${oneLine(edition.name)} ${programme.sheet.title}の提出`;
  return `${oneLine(edition.mailSubject) || standard}${supplement}`;
};

const countLines = ({
  programme,
  count,
  caseCount,
  edition,
}: MailFacts): string[] =>
  count === 0
    ? [
        `・${entryWordOf(programme)}件数：0件（該当なし）`,
        `・理由：${oneLine(edition.noneReason)}`,
      ]
    : [
        `・${entryWordOf(programme)}件数：${count}件`,
        ...(milestoneOf(programme, "case") === undefined
          ? []
          : [`・うち${paperWordOf(programme)}：${caseCount}件`]),
      ];

const senderLines = ({ edition }: MailFacts): string[] => [
  joinFilled([edition.federationName, edition.federationSection], " "),
  joinFilled(
    [edition.federationContactTitle, edition.federationContactName],
    " ",
  ),
  ...(oneLine(edition.federationPhone) === ""
    ? []
    : [`TEL ${oneLine(edition.federationPhone)}`]),
  ...(oneLine(edition.federationEmail) === ""
    ? []
    : [`E-mail ${oneLine(edition.federationEmail)}`]),
];

/** 「自己宣言（他薦）の登録状況」; of an award without such a word its sheet, 「名簿（追加分）」. */
const topicOf = ({ programme, kind }: MailFacts): string => {
  const isSupplement = kind === "追加提出";
  const { reported } = programme.words ?? {};
  return reported === undefined
    ? `${programme.sheet.name}${isSupplement ? "（追加分）" : ""}`
    : `${reported}${isSupplement ? "追加分" : "状況"}`;
};

const bodyOf = (facts: MailFacts): string => {
  const { edition, fileName } = facts;
  const lines = [
    joinFilled([edition.recipientName], "") &&
      `${oneLine(edition.recipientName)} 御中`,
    "",
    "平素よりお世話になっております。",
    `${joinFilled([edition.federationName, edition.federationSection], " ")}です。`,
    "",
    `${oneLine(edition.name)} の${topicOf(facts)}について、添付のとおり提出いたします。`,
    "",
    ...countLines(facts),
    `・添付：${fileName}`,
    "",
    "ご査収くださいますようお願いいたします。",
    "",
    ...senderLines(facts),
  ];
  return `${lines.join("\n").trim()}\n`;
};

// encodeURIComponent throws on half of a surrogate pair.
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Cs}/gu, "\uFFFD"));

/** RFC 6068: line ends are CR LF, and the address keeps only its @ and commas. */
const mailtoOf = (to: string, subject: string, body: string): string => {
  const address = encode(to).replaceAll("%40", "@").replaceAll("%2C", ",");
  const crlf = body.replaceAll("\n", "\r\n");
  return `mailto:${address}?subject=${encode(subject)}&body=${encode(crlf)}`;
};

/**
 * The mail that takes the report to the national body, ready to send. It holds
 * counts and no firm's name: a mail is easily forwarded.
 */
export const coveringMail = (facts: MailFacts): CoveringMail => {
  const to = facts.edition.recipientEmail.replace(/[\s\p{Cc}]/gu, "");
  const subject = subjectOf(facts);
  const body = bodyOf(facts);
  return { to, subject, body, mailto: mailtoOf(to, subject, body) };
};
