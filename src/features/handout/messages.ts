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
    ja: "県連への連絡の期限が空です。回答期限とお知らせのない周知になります。",
    en: "The date for contacting the federation is blank: no answer date, no reminders.",
  },
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
