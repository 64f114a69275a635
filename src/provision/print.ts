import type { AppKey } from "../apps/index.ts";
import type { Language } from "../i18n/message.ts";
import type { Progress, Refusal } from "./apply/apply-plan.ts";
import { describeStep, describeUndeclared } from "./plan/describe.ts";
import type { Loss } from "./apply/losses.ts";
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
  { steps, undeclared }: Plan,
  nameOf: (key: AppKey) => string,
  language: Language,
): string[] => [
  words[steps.length === 0 ? "nothing" : "planned"][language],
  ...steps.map(
    (step, index) =>
      `${String(index + 1).padStart(4)}. ${describeStep(step, nameOf)[language]}`,
  ),
  ...undeclared.map(
    (one) => `   - ${describeUndeclared(one, nameOf)[language]}`,
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

/** One line for each list or notice that is left out. */
export const formatRefusals = (
  refusals: readonly Refusal[],
  language: Language,
): string[] =>
  refusals.map(({ step, name, detail }) =>
    language === "ja"
      ? `   ! ${step.ja}：「${name}」はkintoneが受け付けなかったため、作っていません。ほかは設定しました。kintoneのメッセージ：${detail}`
      : `   ! ${step.en}: kintone did not take “${name}”, so it is left out; the rest is set. kintone says: ${detail}`,
  );

/** One line for each field that is to be deleted. */
export const formatLosses = (
  losses: readonly Loss[],
  nameOf: (key: AppKey) => string,
  language: Language,
): string[] =>
  losses.map(({ app, field, filled }) => {
    const name = nameOf(app);
    if (language === "ja")
      return filled === null
        ? `   ! ${name}：フィールド「${field}」を削除します。値の入ったレコードの件数は分かりません`
        : `   ! ${name}：フィールド「${field}」を削除します。あなたに見えるレコードのうち${filled}件の値が失われます`;
    return filled === null
      ? `   ! ${name}: field ${field} is deleted; nobody can tell how many records have a value`
      : `   ! ${name}: field ${field} is deleted; ${filled} of the records that you may see lose their value`;
  });
