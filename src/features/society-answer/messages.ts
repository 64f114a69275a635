import type { Messages } from "../../i18n/message.ts";

export const messages = {
  noOpenEdition: {
    ja: "募集中の募集回がありません。回答する募集回を選んでください。",
    en: "No edition is open. Choose the edition that you answer for.",
  },
} satisfies Messages;

export type AnswerMessages = typeof messages;
