import type { Message } from "./message.ts";

/**
 * The words for ideas that several screens share, so that list, panel, board,
 * preview and notification say the same. Keys are those of `src/domain`.
 */
export const terms = {
  // States of a deadline.
  done: { ja: "完了", en: "Done" },
  doneLate: { ja: "期限後に完了", en: "Done late" },
  upcoming: { ja: "余裕あり", en: "Upcoming" },
  dueSoon: { ja: "まもなく", en: "Due soon" },
  dueToday: { ja: "本日", en: "Due today" },
  overdue: { ja: "期限超過", en: "Overdue" },
  notApplicable: { ja: "対象外", en: "Not applicable" },
  // Steps of a nomination that every programme has.
  preparing: { ja: "準備中", en: "Preparing" },
  returned: { ja: "差戻し", en: "Sent back" },
  withdrawn: { ja: "取下げ", en: "Withdrawn" },
  // The actors.
  society: { ja: "商工会", en: "Society" },
  societyOrFederation: { ja: "商工会または県連", en: "Society or federation" },
  federation: { ja: "県連", en: "Federation" },
  business: { ja: "事業者", en: "Firm" },
  societyStaff: { ja: "商工会の担当者", en: "Society staff" },
  federationStaff: { ja: "県連の担当者", en: "Federation staff" },
  // Answers of societies.
  candidate: { ja: "候補あり", en: "Has a candidate" },
  noCandidate: { ja: "該当なし", en: "No candidate" },
  noAnswer: { ja: "未回答", en: "No answer" },
  // Standing labels.
  sample: { ja: "サンプル", en: "Sample" },
} as const satisfies Record<string, Message>;
