import {
  FULL_COMPANY_TYPES,
  abbreviatedTypeIn,
  companyTypesIn,
  isOtherBody,
} from "./company-type.ts";
import type { BusinessKind } from "./model.ts";

export type NameWarningCode =
  | "abbreviatedType"
  | "typeMissing"
  | "typeUnclear"
  | "halfWidthKana"
  | "edgeSpace"
  | "doubleSpace"
  | "spaceBesideJapanese"
  | "separatorAtEdge"
  | "forbiddenSymbol"
  | "similarGlyph"
  | "hiddenCharacter";

/** `found` is the piece of the name that the warning is about. */
export type NameWarning = {
  readonly code: NameWarningCode;
  readonly found: string;
};

type Check = (name: string) => string | null;

const firstMatch =
  (pattern: RegExp): Check =>
  (name) =>
    pattern.exec(name)?.[0] ?? null;

const JAPANESE = "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー々";
const SEPARATORS = "&＆'’＇,，\\-－‐‑–—.．・･";

const withoutType = (name: string): string =>
  FULL_COMPANY_TYPES.reduce((rest, type) => rest.replace(type, ""), name);

// A period may end a Roman abbreviation (「ABC Co.」).
const separatorAtEdge: Check = (name) => {
  const bare = withoutType(name).trim();
  const atStart = new RegExp(`^[${SEPARATORS}]`, "u").exec(bare)?.[0];
  const atEnd = new RegExp(`[${SEPARATORS}]$`, "u").exec(bare)?.[0];
  const isRomanPeriod = /[A-Za-zＡ-Ｚａ-ｚ][.．]$/u.test(bare);
  return atStart ?? (isRomanPeriod ? null : (atEnd ?? null));
};

const typeMissing: Check = (name) =>
  companyTypesIn(name).length === 0 && abbreviatedTypeIn(name) === null
    ? name
    : null;

/** Twice, alone, or in the middle: the register has the type before or after the name. */
const typeUnclear: Check = (name) => {
  const types = companyTypesIn(name);
  const [type] = types;
  if (type === undefined) {
    return null;
  }
  const bare = name.trim();
  const isAtOneEnd = bare.startsWith(type) !== bare.endsWith(type);
  return types.length === 1 && isAtOneEnd ? null : type;
};

const FORBIDDEN =
  /[@＠!！?？。、｡､#＃$＄%％*＊+＋=＝/／\\＼:：;；<>＜＞"“”_＿|｜~～^＾`｀★☆○●◎※♪♥〒Ⅰ-ⅿⅠ-Ⅿ①-⑳\p{sc=Greek}\p{Extended_Pictographic}()（）[\]［］{}｛｝「」『』【】〔〕〈〉《》]/u;

// (株) has its own warning; its brackets need no second one.
const forbiddenSymbol: Check = (name) => {
  const short = abbreviatedTypeIn(name)?.short ?? "";
  return FORBIDDEN.exec(name.replace(short, ""))?.[0] ?? null;
};

// Only the rarer of each pair: a warning for every 高橋 would teach people to look away.
const similarGlyph = firstMatch(
  /[ヶヵ髙﨑濵德黑栁槗𠮷]|(?<=\p{sc=Han})ケ(?=\p{sc=Han})|(?<=[\p{sc=Katakana}ー])[－‐‑–—−-]|(?<![\p{sc=Katakana}\p{sc=Hiragana}ー])ー|･/u,
);

const CHECKS: Readonly<Record<NameWarningCode, Check>> = {
  abbreviatedType: (name) => abbreviatedTypeIn(name)?.short ?? null,
  typeMissing,
  typeUnclear,
  halfWidthKana: firstMatch(/[ｦ-ﾟ]+/u),
  edgeSpace: firstMatch(/^\s+|\s+$/u),
  doubleSpace: firstMatch(/(?<=\S)\s{2,}(?=\S)/u),
  spaceBesideJapanese: firstMatch(
    new RegExp(`[${JAPANESE}]\\s+\\S|\\S\\s+[${JAPANESE}]`, "u"),
  ),
  separatorAtEdge,
  forbiddenSymbol,
  similarGlyph,
  // Tabs, line ends, zero-width and direction marks: pasted along, never meant.
  hiddenCharacter: firstMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u),
};

// No registered name is longer; what hostile input adds would only cost time.
const LONGEST_NAME = 500;

/**
 * Features of a name that the commercial register would not have. Warnings only: the
 * name is stored as typed, and a person who has seen the register decides.
 * Nothing for a blank, for the trade name of a sole proprietor and for bodies
 * that are no companies (医療法人, NPO法人 …).
 */
export const registeredNameWarnings = (
  name: string,
  kind: BusinessKind | null,
): NameWarning[] => {
  if (name.trim() === "" || kind === "個人事業主" || isOtherBody(name)) {
    return [];
  }
  const judged = name.slice(0, LONGEST_NAME);
  // The keys are the codes: `CHECKS` is a Record over exactly them.
  const codes = Object.keys(CHECKS) as NameWarningCode[];
  return codes.flatMap((code) => {
    const found = CHECKS[code](judged);
    return found === null ? [] : { code, found };
  });
};
