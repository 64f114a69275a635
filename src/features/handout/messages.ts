import type { Messages } from "../../i18n/message.ts";

export const messages = {
  title: { ja: "周知", en: "Request to the societies" },
  loading: {
    ja: "商工会と回答を読み取っています",
    en: "Reading societies and answers",
  },
  notOpen: {
    ja: "状態を「募集中」にして保存すると、ここから商工会への周知をはじめられます。",
    en: "Set the state to 募集中 and save; the request goes out from here.",
  },
  closed: {
    ja: "この募集回は終了しています。返事のない商工会と終わっていない案件には、kintoneのお知らせがそれぞれの期限の翌日まで続きます。要らないときは、回答の「回答期限」を空にして保存し、案件を取り下げてください。",
    en: "This edition is over. kintone goes on reminding of open answers and nominations until the day after their dates; blank 回答期限 of the answers and withdraw the nominations to end that.",
  },
  done: (p: { present: number }) => ({
    ja: `${p.present}商工会に周知済みです。`,
    en: `${p.present} societies have the request.`,
  }),
  toAdd: (p: { count: number; names: string }) => ({
    ja: `これから届く商工会（${p.count}）：${p.names}`,
    en: `Will get it now (${p.count}): ${p.names}`,
  }),
  toUpdate: (p: { count: number; names: string }) => ({
    ja: `期限などを今の募集回に合わせる回答（${p.count}）：${p.names}`,
    en: `Answers brought in line with the edition (${p.count}): ${p.names}`,
  }),
  unreachable: (p: { count: number; names: string }) => ({
    ja: `「組織」が空のため届けられない商工会（${p.count}）：${p.names}。商工会アプリで「組織」を入れてから、もう一度押してください。`,
    en: `Cannot be reached, no organisation (${p.count}): ${p.names}. Fill in their organisation and press again.`,
  }),
  noDate: {
    ja: "{contact}の期限が空です。回答期限とお知らせのない周知になります。",
    en: "The date for contacting the federation is blank: no answer date, no reminders.",
  },
  noticeText: { ja: "案内文を確かめる", en: "Check the text" },
  noticeDraft: {
    ja: "案内文が空のため、次の下書きを保存して届けます。直すときは「やめる」を押し、編集で「案内文の下書きを入れる」を使ってください。",
    en: "The text is blank; this draft is saved and sent. Cancel and edit to change it.",
  },
  draftHint: {
    ja: "入力した期限から、商工会への案内文の下書きをつくれます。",
    en: "A draft of the notice can be made of the dates entered.",
  },
  draft: { ja: "案内文の下書きを入れる", en: "Enter a draft of the notice" },
  wrongWeekday: (p: { text: string; day: string }) => ({
    ja: `案内文の「${p.text}」は曜日が合いません。${p.day}です。`,
    en: `The weekday in “${p.text}” is wrong: it is ${p.day}.`,
  }),
  start: { ja: "周知を始める", en: "Start" },
  more: { ja: "届いていない商工会に送る", en: "Send to the others" },
  renew: { ja: "回答に今の期限を写す", en: "Copy the date to the answers" },
  send: (p: { count: number }) => ({
    ja: `${p.count}件を保存して知らせる`,
    en: `Save ${p.count} records and notify`,
  }),
  cancel: { ja: "やめる", en: "Cancel" },
  sending: { ja: "保存しています", en: "Saving" },
  retry: { ja: "もう一度読み取る", en: "Read again" },
} as const satisfies Messages;

export type HandoutMessages = typeof messages;
