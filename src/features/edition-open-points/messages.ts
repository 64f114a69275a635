import type { Messages } from "../../i18n/message.ts";

export const messages = {
  title: { ja: "まだ確認していないこと", en: "Still to confirm" },
  nothing: {
    ja: "確認していないことはありません。",
    en: "Nothing is left to confirm.",
  },
  confirm: { ja: "この日で確認しました", en: "The date is confirmed" },
  copied: {
    ja: "前の募集回の写しです。状態を「準備中」に戻しました。日程を1つずつ確認してください。",
    en: "This is a copy of an earlier edition, set back to 準備中. Confirm its dates one by one.",
  },
  unconfirmed: (p: { names: string }) => ({
    ja: `まだ確認していない日程があるため、募集中にできません（${p.names}）。日付を要項と見比べて「この日で確認しました」を押してから、保存してください。`,
    en: `It cannot be opened while dates are not confirmed (${p.names}). Compare them with the notice and press “The date is confirmed”, then save.`,
  }),
  otherOpen: (p: { names: string }) => ({
    ja: `同じ制度の「${p.names}」が募集中です。同時に募集中にできるのは1つです。先にそちらを「終了」にしてください。`,
    en: `${p.names} of the same programme is open, and only one can be. Set it to 終了 first.`,
  }),
} as const satisfies Messages;

export type OpenPointMessages = typeof messages;
