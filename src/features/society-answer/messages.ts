import { preselectMessages } from "../../feature-kit/preselect-messages.ts";
import type { Messages } from "../../i18n/message.ts";

export const messages = {
  ...preselectMessages,
  noOpenEdition: {
    ja: "募集中の募集回がありません。回答する募集回を選んでください。",
    en: "No edition is open. Choose the edition that you answer for.",
  },
  noneTitle: { ja: "該当なしの確認", en: "No candidate?" },
  noneBeside: (p: { name: string; count: number }) => ({
    ja: `「${p.name}」など、進んでいる推薦案件が${p.count}件あります。それでも「該当なし」と回答しますか。推薦をやめるときは、案件の「取り下げる」も必要です。`,
    en: `${p.count} nominations are still under way, “${p.name}” among them. Answer “no candidate” all the same? To end a nomination, withdraw it as well.`,
  }),
  noneGo: { ja: "該当なしと回答する", en: "Answer: no candidate" },
  cancel: { ja: "やめる", en: "Cancel" },
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
