import type { Messages } from "../../i18n/message.ts";

export const messages = {
  noOpenEdition: {
    ja: "募集中の募集回がありません。回答する募集回を選んでください。",
    en: "No edition is open. Choose the edition that you answer for.",
  },
  dueReasonNeeded: {
    ja: "回答期限を変えるときは「期限をのばした理由」を入れてください。商工会にも見えます。",
    en: "Enter the reason for the other date. The society sees it.",
  },
  dueInPast: {
    ja: "回答期限が過ぎた日になっています。本日以降の日を入れてください。",
    en: "The answer date lies in the past. Enter today or later.",
  },
} satisfies Messages;

export type AnswerMessages = typeof messages;
