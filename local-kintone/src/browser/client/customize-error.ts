import { t } from "./words.ts";
import { showNotification } from "./notification.ts";

/**
 * What kintone shows when a customisation hands it a record it cannot take. The caller
 * of `record.set` hears nothing of it.
 *
 * @see https://github.com/cy-takeuchi/monosashi/blob/main/docs/KINTONE.md (measured August 2026)
 */
export const showCustomizeError = (problems: string[]): void => {
  const lines = problems.map((problem) => `- ${problem}`);
  const message = [t("customizeError"), ...lines].join("\n");
  console.error(message);
  showNotification("ERROR", message);
};
