import type { IsoDate } from "excel-form";
import type { DeliveryKind } from "./report-selection.ts";

// Windows refuses these, and a name that only shows as harmless is worse.
const HOSTILE = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

// Together below the 255 bytes that file systems allow.
const TITLE_BYTES = 75;
const FEDERATION_BYTES = 60;
const FIRM_BYTES = 78;

/** Bytes of a character in UTF-8. */
const bytesOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
};

const shorten = (text: string, longestBytes: number): string => {
  let bytes = 0;
  let kept = "";
  for (const character of text) {
    bytes += bytesOf(character);
    if (bytes > longestBytes) break;
    kept += character;
  }
  return kept;
};

/** A part of a file name: without path separators, controls and dots at its ends. */
export const toFileNamePart = (
  text: string,
  longestBytes = FEDERATION_BYTES,
): string =>
  shorten(
    text.replace(HOSTILE, "").replace(/\s+/gu, " "),
    longestBytes,
  ).replace(/^[\s.]+|[\s.]+$/gu, "");

type NamedReport = {
  /** Used where the blank form has no name to go by. */
  readonly title: string;
  readonly federationName: string;
  readonly today: IsoDate;
  /** File of the blank form; "" when there is none. */
  readonly formName: string;
  readonly kind: DeliveryKind;
};

/**
 * 「様式第2号_追加_〇〇県連_20220801.xlsx」: the form that was filled, the
 * kind, the federation, the day. A form with macros keeps its extension, because
 * Excel opens it as such or not at all.
 */
export const reportFileName = ({
  title,
  federationName,
  today,
  formName,
  kind,
}: NamedReport): string => {
  const stem = formName.replace(/\.[^.]*$/u, "");
  const parts = [
    toFileNamePart(stem, TITLE_BYTES) || toFileNamePart(title, TITLE_BYTES),
    kind === "追加提出" ? "追加" : "",
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
    () => `_${toFileNamePart(firm, FIRM_BYTES) || "-"}_`,
  );
