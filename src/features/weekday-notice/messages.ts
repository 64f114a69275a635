import type { Messages } from "../../i18n/message.ts";

export const messages = {
  differs: (p: { text: string; day: string }) => ({
    ja: `「${p.text}」の曜日が日付と合いません。${p.day}です。`,
    en: `The weekday of “${p.text}” is not the day's: ${p.day}.`,
  }),
} as const satisfies Messages;
