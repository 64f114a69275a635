import type { AppKey } from "../apps/index.ts";
import type { Language } from "../i18n/message.ts";
import type { Progress } from "./apply/apply-plan.ts";
import { describeStep, describeStranger } from "./plan/describe.ts";
import type { Plan } from "./plan/step.ts";

const words = {
  nothing: {
    ja: "変更はありません。すでに設定どおりです。",
    en: "Nothing to change: everything is as declared.",
  },
  planned: { ja: "次の順に設定します：", en: "To be done, in this order:" },
  done: { ja: "完了しました。", en: "Done." },
} as const;

/** A plan as lines for a terminal. */
export const formatPlan = (
  { steps, strangers }: Plan,
  nameOf: (key: AppKey) => string,
  language: Language,
): string[] => [
  words[steps.length === 0 ? "nothing" : "planned"][language],
  ...steps.map(
    (step, index) =>
      `${String(index + 1).padStart(4)}. ${describeStep(step, nameOf)[language]}`,
  ),
  ...strangers.map(
    (stranger) => `   - ${describeStranger(stranger, nameOf)[language]}`,
  ),
];

/** One line for each step as it begins; the last when all are done. */
export const formatProgress = (
  { done, total, text }: Progress,
  language: Language,
): string | null => {
  if (text !== null) return `[${done + 1}/${total}] ${text[language]}`;
  return total === 0 ? null : words.done[language];
};
