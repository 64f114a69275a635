import type { Messages } from "../../i18n/message.ts";

export const messages = {
  title: { ja: "下書き", en: "Draft" },
  offer: (p: { when: string; count: number }) => ({
    ja: `保存していない入力があります（${p.when}、${p.count}か所）。`,
    en: `There is unsaved input (${p.when}, ${p.count} places).`,
  }),
  restore: { ja: "入力を戻す", en: "Bring it back" },
  discard: { ja: "捨てる", en: "Discard" },
  restored: {
    ja: "入力を戻しました。保存するまでは確定しません。",
    en: "The input is back. It is not saved yet.",
  },
  discarded: { ja: "下書きを捨てました。", en: "The draft is gone." },
  older: (p: { when: string }) => ({
    ja: `${p.when}の下書きは、この案件が保存される前のものなので使えません。`,
    en: `The draft of ${p.when} was made before this record was saved, so it cannot be used.`,
  }),
  foreign: {
    ja: "別の案件の下書きなので使えません。",
    en: "The draft belongs to another record, so it cannot be used.",
  },
  notKept: {
    ja: "このブラウザーには下書きを残せません。こまめに保存してください。",
    en: "This browser keeps no draft. Please save often.",
  },
} satisfies Messages;

export type DraftMessages = typeof messages;
