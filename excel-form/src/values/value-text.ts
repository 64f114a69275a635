import { isIsoDate } from "../calendar/calendar-day.ts";
import { keyInfo } from "../map/vocabulary.ts";
import type { ValueKey, Vocabulary } from "../map/vocabulary.ts";
import { isEmpty } from "../map/is-empty.ts";
import type { Value } from "../map/report-data.ts";
import {
  toFullWidth,
  toHalfWidth,
  toHiragana,
  toKatakana,
} from "./character-forms.ts";
import { formatDate, isDatePattern } from "./date-pattern.ts";

const DEFAULT_DATE_PATTERN = "ggge年M月d日";

const LETTER_FORMS: Readonly<Record<string, (text: string) => string>> = {
  full: toFullWidth,
  half: toHalfWidth,
  hiragana: toHiragana,
  katakana: toKatakana,
};

const plainText = (value: Value): string =>
  Array.isArray(value) ? value.join("、") : String(value);

const dateText = (value: string, format: string | undefined): string =>
  isIsoDate(value)
    ? formatDate(
        value,
        format !== undefined && isDatePattern(format)
          ? format
          : DEFAULT_DATE_PATTERN,
      )
    : value;

/** 「令和4年」 wants only a piece of the date, so any date token makes it one. */
const isPieceOfDate = (format: string | undefined): format is string =>
  format !== undefined && /[gey]|^[Md]{1,2}$/.test(format);

/** The value as words; empty for an empty value. */
export const valueText = (
  vocabulary: Vocabulary,
  key: ValueKey,
  value: Value | undefined,
  format?: string,
): string => {
  if (value === undefined || value === null || isEmpty(value)) return "";
  const text = plainText(value);
  const letters = format === undefined ? undefined : LETTER_FORMS[format];
  if (letters) return letters(text);
  if (keyInfo(vocabulary, key).shape === "fiscalYear" && format !== undefined) {
    return fiscalYearText(text, format);
  }
  if (keyInfo(vocabulary, key).type !== "date") return text;
  return isPieceOfDate(format) && isIsoDate(text)
    ? formatDate(text, format)
    : dateText(text, format);
};

/** A fiscal year is named by the era of its first day, 1 April, except that 2019 is 令和元年度. */
const fiscalYearText = (text: string, format: string): string =>
  /^\d{4}$/.test(text) ? formatDate(`${text}-05-01`, format) : text;
