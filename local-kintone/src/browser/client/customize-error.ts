import { t } from "./words.ts";
import { showNotification } from "./notification.ts";

/**
 * Shows kintone's message for a record that a customisation set and kintone
 * refuses. The caller of `record.set` gets no error.
 *
 * @see https://github.com/cy-takeuchi/monosashi/blob/main/docs/KINTONE.md (measured August 2026)
 */
export const showCustomizeError = (problems: string[]): void => {
  const lines = problems.map((problem) => `- ${problem}`);
  const message = [t("customizeError"), ...lines].join("\n");
  console.error(message);
  showNotification("ERROR", message);
};
