import type { IsoDate } from "excel-form";

export const REPORT_TITLE = "自己宣言の登録（他薦）状況回答シート";

// Windows refuses these, and a name that only shows as harmless is worse.
const HOSTILE = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

// Together below the 255 bytes that file systems allow, of 4 bytes a character.
const LONGEST_PART = 20;
const LONGEST_FIRM = 26;

/** A part of a file name: without path separators, controls and dots at its ends. */
export const toFileNamePart = (text: string, longest = LONGEST_PART): string =>
  [...text.replace(HOSTILE, "").replace(/\s+/gu, " ")]
    .slice(0, longest)
    .join("")
    .replace(/^[\s.]+|[\s.]+$/gu, "");

/**
 * 「自己宣言の登録（他薦）状況回答シート_〇〇県連_20220801.xlsx」
 *
 * @param formName - a form with macros is opened as such or not at all
 */
export const reportFileName = (
  federationName: string,
  today: IsoDate,
  formName = "",
): string => {
  const parts = [
    REPORT_TITLE,
    toFileNamePart(federationName),
    today.replaceAll("-", ""),
  ];
  const extension = /\.xl.m$/i.test(formName) ? "xlsm" : "xlsx";
  return `${parts.filter((part) => part !== "").join("_")}.${extension}`;
};

/** The same for the sheet of one firm: its name precedes the day. */
export const firmFileName = (fileName: string, firm: string): string =>
  fileName.replace(
    /_(?=\d{8}\.\w+$)/,
    () => `_${toFileNamePart(firm, LONGEST_FIRM) || "-"}_`,
  );
