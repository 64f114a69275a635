import type { Message } from "../../i18n/message.ts";
import type { Known } from "./load-known.ts";

/** Reasons for which nobody can import, whatever the list says. */
export const obstacles = {
  noOrganizations: {
    ja: "cybozu.comに組織がありません。商工会ごとに組織をつくり、職員を入れてから取り込んでください。組織で、見られる人が決まります。",
    en: "The site has no organisations. Make one for each society, with its staff: they decide who sees what.",
  },
  cannotSee: {
    ja: "いまのログインでは、いまある商工会がすべては見えません。県連のグループ（商工会アプリを見られるグループ）に自分を加えてから、この画面を開き直してください。",
    en: "You do not see every society. Add yourself to the federation's group and open this page again.",
  },
} as const satisfies Record<string, Message>;

export const sightObstacle = ({ seesAll }: Known): Message | null =>
  seesAll ? null : obstacles.cannotSee;

export const labels = {
  name: { ja: "商工会名", en: "Name" },
  code: { ja: "コード", en: "Code" },
  kana: { ja: "フリガナ", en: "Kana" },
  sortOrder: { ja: "並び順", en: "Order" },
  organization: { ja: "組織", en: "Organisation" },
  contactUsers: { ja: "担当者", en: "Contacts" },
  active: { ja: "状態", en: "State" },
} as const satisfies Record<string, Message>;

export const unknownContacts = {
  ja: "担当者が分からない行があります。担当者なしで取り込みます。",
  en: "Some contacts are unknown and are left out.",
} as const satisfies Message;
