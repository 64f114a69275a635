import type {
  ReportBlock,
  ReportIssue,
  ReportWarning,
} from "../domain/report-issues.ts";
import type { LeftOutReason } from "../domain/report-selection.ts";
import type { RecordFinding } from "../domain/record-findings.ts";
import type { Message } from "../i18n/message.ts";
import { fillWords } from "../i18n/translate.ts";
import type { Programme } from "../programmes/index.ts";
import { wordsOf } from "./programme-words.ts";
import { recordFindingSentence } from "./record-words.ts";

type Sentence = (amount: number) => Message;

const always =
  (ja: string, en: string): Sentence =>
  () => ({ ja, en });

/** Findings that block the sheet or need a decision first. */
export const reportIssueSentences: Readonly<
  Record<Exclude<ReportBlock | ReportWarning, RecordFinding["code"]>, Sentence>
> = {
  consentMissing: always(
    "推薦か情報提供の同意がありません。",
    "Consent to the nomination or to passing on the data is missing.",
  ),
  scoreBelow: always(
    "自己採点が基準の点に届いていません。",
    "The self score is below the threshold.",
  ),
  registrationDateMissing: always(
    "{entry}の登録日が入っていません。",
    "The date of registration is missing.",
  ),
  nameUnconfirmed: always(
    "登記上の名称が確認されていません。",
    "The registered name has not been confirmed.",
  ),
  noneReasonMissing: always(
    "載せる案件がありません。0件で提出する理由を募集回に入力してください。",
    "There is nothing to list. Enter the reason for a report of none in the edition.",
  ),
  personsMissing: always(
    "表彰する従業員が入っていません。",
    "No people are named who are to be honoured.",
  ),
  serviceTooShort: always(
    "基準日の勤続年数が、表彰の区分の年数に足りない人がいます。",
    "Somebody has served fewer years at the base date than the grade asks for.",
  ),
  serviceDayMissing: always(
    "勤続年数の基準日が募集回に入っていません。勤続年数は空欄になります。",
    "The edition has no base date. The years of service stay blank.",
  ),
  registeredLate: always(
    "登録期限の後に登録されています（備考に印を付けます）。",
    "Registered after the deadline (marked in the remarks).",
  ),
  securityActionMissing: always(
    "SECURITY ACTION の宣言か自己宣言IDが入っていません。",
    "The SECURITY ACTION declaration or its ID is missing.",
  ),
  securityActionIdOdd: always(
    "SECURITY ACTION 自己宣言IDの形が違います。",
    "The SECURITY ACTION ID has an unusual form.",
  ),
  nameOdd: always(
    "名称に、登記では使わない書き方があります。",
    "The name is written as the register would not.",
  ),
  corporateNumberMissing: always(
    "法人番号が入っていません。",
    "The corporate number is missing.",
  ),
  corporateNumberWrong: always(
    "法人番号が正しくありません。",
    "The corporate number is wrong.",
  ),
  kanaMissing: always(
    "フリガナが入っていません。",
    "The reading of the name is missing.",
  ),
  addressMissing: always("所在地が入っていません。", "The address is missing."),
  otherPrefecture: always(
    "所在地が連合会とは別の都道府県です。推薦してよいか確かめてください。",
    "The address is in another prefecture than the federation. Check whether it may be nominated.",
  ),
  representativeMissing: always(
    "代表者の氏名が入っていません。",
    "The representative's name is missing.",
  ),
  registrationDataMissing: always(
    "登録者{andSupporter}・受付番号のどれかが入っていません。",
    "Who registered it, the supporter or the receipt number is missing.",
  ),
  differenceMissing: always(
    "過去の宣言との違いが書かれていません。",
    "Nothing says how it differs from the earlier declaration.",
  ),
  enteredTwice: always(
    "同じ事業者と思われる案件がほかにもあります。",
    "Another nomination looks like the same firm.",
  ),
  notYetRegistered: (amount) => ({
    ja: `まだ登録されていない案件が${amount}件あり、載りません。`,
    en: `Not yet registered, and so not listed: ${amount}.`,
  }),
  targetMissed: (amount) => ({
    ja: `目標の件数まであと${amount}件です。`,
    en: `Still missing for the target: ${amount}.`,
  }),
  reportDatePassed: always(
    "提出期限を過ぎています。",
    "The report date has passed.",
  ),
  recipientMissing: always(
    "提出先のE-mailが募集回に入っていません。",
    "The recipient's e-mail address is missing in the edition.",
  ),
  senderMissing: always(
    "連合会名が募集回に入っていません。",
    "The federation's name is missing in the edition.",
  ),
  sampleChecklist: always(
    "チェックシートはサンプルです。公式の項目ではありません。",
    "The checklist is a sample, not the official one.",
  ),
};

/** The sentence of one finding. */
export const reportIssueSentence = (
  programme: Programme,
  {
    code,
    amount = 0,
    finding,
  }: Pick<ReportIssue, "code" | "amount" | "finding">,
): Message => {
  if (finding !== undefined) return recordFindingSentence(finding);
  // Only issues with a finding have the codes that the record lacks.
  const { ja, en } =
    reportIssueSentences[code as keyof typeof reportIssueSentences](amount);
  const words = wordsOf(programme);
  return { ja: fillWords(ja, words), en: fillWords(en, words) };
};

/** Why a nomination of the edition is not in the sheet. */
export const leftOutWords: Readonly<Record<LeftOutReason, Message>> = {
  selfNominated: { ja: "自薦", en: "Self-nominated" },
  withdrawn: { ja: "取下げ", en: "Withdrawn" },
  consentWithdrawn: { ja: "同意の撤回", en: "Consent taken back" },
  returned: { ja: "差戻し", en: "Sent back" },
  notRegistered: { ja: "未登録", en: "Not registered" },
  alreadySent: { ja: "送付済の回に掲載", en: "In a report sent before" },
};
