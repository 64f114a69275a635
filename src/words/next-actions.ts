import type { NextAction, NextActionReason } from "../domain/next-action.ts";
import { milestoneOf } from "../domain/cycle.ts";
import type { Message } from "../i18n/message.ts";
import { fillWords } from "../i18n/translate.ts";
import type {
  Milestone,
  MilestonePart,
  Programme,
} from "../programmes/index.ts";
import { wordsOf } from "./programme-words.ts";

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
    ja: "{entry}の登録日を入力",
    en: "Enter the date of registration",
  },
  registrationDue: {
    ja: "「{entryAction}」を実行",
    en: "Press the button that enters it",
  },
  registrationWaits: {
    ja: "ほかの準備がそろうと登録できます",
    en: "Can be registered once the rest is ready",
  },
  selfNominated: {
    ja: "自薦のため{entry}の登録は不要です",
    en: "Self-nominated: no registration needed here",
  },
  withdraw: { ja: "取下げの手続き", en: "Withdraw the nomination" },
  contact: {
    ja: "「{contactAction}」を実行",
    en: "Tell the federation",
  },
  contactAgain: {
    ja: "差戻しの内容を直し、もう一度「{contactAction}」",
    en: "Mend what was sent back, then tell the federation again",
  },
  submitCase: {
    ja: "{paper}を提出",
    en: "Submit the practice case",
  },
  report: {
    ja: "{sheet}を提出",
    en: "Mail the sheet",
  },
};

/** Parts of the cycle for which a programme may have an instruction of its own. */
const PARTS: Readonly<Partial<Record<NextActionReason, MilestonePart>>> = {
  registrationDue: "registration",
  report: "report",
};

const ownInstruction = (
  programme: Programme,
  reason: NextActionReason,
): Message | undefined => {
  const part = PARTS[reason];
  return part && milestoneOf(programme, part)?.instruction;
};

/** A step that no other rule speaks of is named by its button. */
const stepInstruction = (milestone: Milestone | undefined): Message => {
  const label = milestone?.label ?? { ja: "", en: "" };
  const action = milestone?.step?.action;
  return action === undefined
    ? label
    : { ja: `「${action}」を実行`, en: `${label.en}: press 「${action}」` };
};

/** The instruction of a next action in the words of the programme. */
export const nextActionSentence = (
  programme: Programme,
  { reason, milestone }: Pick<NextAction, "reason" | "milestone">,
): Message => {
  if (reason === "milestone") return stepInstruction(milestone);
  const { ja, en } = ownInstruction(programme, reason) ?? nextActions[reason];
  const words = wordsOf(programme);
  return { ja: fillWords(ja, words), en: fillWords(en, words) };
};
