import type { IsoDate } from "./calendar-day.ts";

export const REPORT_TITLE = "自己宣言の登録（他薦）状況回答シート";

// Windows refuses these, and a name that only shows as harmless is worse.
const HOSTILE = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

// Far below the 255 bytes that file systems allow; Japanese takes 3 bytes a character.
const LONGEST_PART = 40;

/** A part of a file name: without path separators, controls and dots at its ends. */
export const toFileNamePart = (text: string): string =>
  [...text.replace(HOSTILE, "").replace(/\s+/gu, " ")]
    .slice(0, LONGEST_PART)
    .join("")
    .replace(/^[\s.]+|[\s.]+$/gu, "");

/** 「自己宣言の登録（他薦）状況回答シート_〇〇県連_20220801.xlsx」 */
export const reportFileName = (
  federationName: string,
  today: IsoDate,
  extension: "xlsx" | "xlsm" = "xlsx",
): string => {
  const parts = [
    REPORT_TITLE,
    toFileNamePart(federationName),
    today.replaceAll("-", ""),
  ];
  return `${parts.filter((part) => part !== "").join("_")}.${extension}`;
};
