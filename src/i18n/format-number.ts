import { numberFormatter } from "./formatters.ts";
import type { Language } from "./message.ts";

const format = (
  value: number,
  language: Language,
  maximumFractionDigits: number,
): string => numberFormatter(language, { maximumFractionDigits }).format(value);

/** `1,234`; at most four decimals, as kintone calculates them. */
export const formatNumber = (value: number, language: Language): string =>
  format(value, language, 4);

/** `11点`, `0.5点`; in English `11 points`, `1 point`. */
export const formatPoints = (points: number, language: Language): string => {
  const number = formatNumber(points, language);
  if (language === "ja") {
    return `${number}点`;
  }
  return `${number} ${points === 1 ? "point" : "points"}`;
};

/** `1 件`-like amounts without a space in Japanese: `3件`; in English `3`. */
export const formatAmount = (amount: number, language: Language): string =>
  language === "ja"
    ? `${formatNumber(amount, language)}件`
    : formatNumber(amount, language);

const SIZE_UNITS = ["KB", "MB", "GB"] as const;

/** `512 B`, `1.5 KB`, `12 MB`: in steps of 1,024, with a decimal below 10. */
export const formatFileSize = (bytes: number, language: Language): string => {
  if (bytes < 1024) {
    return `${formatNumber(bytes, language)} B`;
  }
  let size = bytes / 1024;
  let step = 0;
  while (size >= 1023.5 && step < SIZE_UNITS.length - 1) {
    size /= 1024;
    step += 1;
  }
  return `${format(size, language, size < 10 ? 1 : 0)} ${SIZE_UNITS[step]}`;
};
