import { preselectMessages } from "../../feature-kit/preselect-messages.ts";
import type { Messages } from "../../i18n/message.ts";

export const messages = {
  ...preselectMessages,
  noOpenEdition: {
    ja: "募集中の募集回がありません。募集回を選ぶか、県連の担当者に知らせてください。",
    en: "No edition is open. Choose an edition, or tell the federation.",
  },
} satisfies Messages;

export type StartMessages = typeof messages;
