import type { NextAction, NextActionReason } from "../domain/next-action.ts";
import type { Message } from "../i18n/message.ts";

/**
 * The instruction for each gap, naming the thing. Panel, board
 * and process dialog say the same sentence. Reasons that need nothing done say so.
 */
export const nextActions: Readonly<
  Record<Exclude<NextActionReason, "milestone">, Message>
> = {
  consentGiven: { ja: "同意は得られています", en: "Consent is given" },
  consentUnasked: {
    ja: "事業者の同意を確認",
    en: "Ask the firm for its consent",
  },
  consentRefused: {
    ja: "同意が得られていないため、取下げを検討",
    en: "The firm does not consent: consider withdrawing",
  },
  consentWithdrawn: {
    ja: "同意が撤回されたため、取下げの手続き",
    en: "Consent was taken back: withdraw the nomination",
  },
  starDeclared: {
    ja: "SECURITY ACTION は宣言済みです",
    en: "SECURITY ACTION is declared",
  },
  starUndeclared: {
    ja: "SECURITY ACTION を宣言（事業者に依頼）",
    en: "Declare SECURITY ACTION (ask the firm)",
  },
  starApplied: {
    ja: "SECURITY ACTION の自己宣言IDの到着を待って入力",
    en: "Enter the SECURITY ACTION ID when it arrives",
  },
  starIdMissing: {
    ja: "SECURITY ACTION 自己宣言IDを入力（事業者に確認）",
    en: "Enter the SECURITY ACTION ID (ask the firm)",
  },
  scoreReached: { ja: "基準の点に届いています", en: "The score is reached" },
  scoreMissing: {
    ja: "チェックシートで自己採点",
    en: "Score with the checklist",
  },
  scoreBelow: {
    ja: "自己採点が基準の点に届いていません",
    en: "The self score is below the threshold",
  },
  areaBelow: {
    ja: "基準の点に届いていない分野があります",
    en: "An area is below its own minimum",
  },
  nameChecked: { ja: "名称は確認済みです", en: "The name is checked" },
  nameUnchecked: {
    ja: "登記上の名称を確認",
    en: "Check the registered name",
  },
  registered: { ja: "登録されています", en: "Registered" },
  registrationDateMissing: {
    ja: "他薦の登録日を入力",
    en: "Enter the date of registration",
  },
  registrationDue: {
    ja: "Webフォームで他薦を登録し、「登録済みにする」",
    en: "Register in the web form, then mark as registered",
  },
  registrationWaits: {
    ja: "ほかの準備がそろうと登録できます",
    en: "Can be registered once the rest is ready",
  },
  selfNominated: {
    ja: "自薦のため他薦の登録は不要です",
    en: "Self-nominated: no registration needed here",
  },
  withdraw: { ja: "取下げの手続き", en: "Withdraw the nomination" },
  contact: {
    ja: "「県連へ連絡する」を実行",
    en: "Tell the federation",
  },
  contactAgain: {
    ja: "差戻しの内容を直し、もう一度「県連へ連絡する」",
    en: "Mend what was sent back, then tell the federation again",
  },
  submitCase: {
    ja: "実践事例を提出",
    en: "Submit the practice case",
  },
  report: {
    ja: "状況回答シートで全国連へ報告",
    en: "Report to the national federation with the status sheet",
  },
};

/** The instruction of a next action; a step that no other rule speaks of is named by its button. */
export const nextActionSentence = ({
  reason,
  milestone,
}: Pick<NextAction, "reason" | "milestone">): Message => {
  if (reason !== "milestone") return nextActions[reason];
  const label = milestone?.label ?? { ja: "", en: "" };
  const action = milestone?.step?.action;
  return action === undefined
    ? label
    : { ja: `「${action}」を実行`, en: `${label.en}: press 「${action}」` };
};
