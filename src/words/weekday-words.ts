import { findWeekdayMismatches } from "../domain/weekday-check.ts";
import { formatDay } from "../i18n/format-day.ts";
import type { Language } from "../i18n/message.ts";

const sentence = (text: string, day: string, language: Language): string =>
  language === "ja"
    ? `「${text}」の曜日が日付と合いません。${formatDay(day, language)}です。`
    : `The weekday of “${text}” is not the day's: ${formatDay(day, language)}.`;

/**
 * One sentence per date whose weekday is another day's, however often it was typed.
 *
 * @param year - of dates without one
 */
export const weekdaySentences = (
  texts: readonly string[],
  year: number,
  language: Language,
): string[] => [
  ...new Set(
    texts
      .flatMap((text) => findWeekdayMismatches(text, year))
      .map(({ text, day }) => sentence(text, day, language)),
  ),
];
