import { expandCompanyTypes } from "./company-type.ts";

const GLYPHS: Readonly<Record<string, string>> = {
  ヶ: "ケ",
  ヵ: "カ",
  髙: "高",
  﨑: "崎",
  濵: "浜",
  濱: "浜",
  德: "徳",
  黑: "黒",
  栁: "柳",
  𠮷: "吉",
};

const glyphPattern = new RegExp(`[${Object.keys(GLYPHS).join("")}]`, "gu");

/** Only characters that no step below changes; most of thousands of names. */
const PLAIN = new RegExp(
  `^(?:(?![${Object.keys(GLYPHS).join("")}])[ぁ-ゖァ-ヴー々一-龠a-z0-9])*$`,
  "u",
);

const spellAlike = (name: string): string =>
  expandCompanyTypes(name.normalize("NFKC"))
    .toLowerCase()
    .replace(/[\s\p{Cf}]/gu, "")
    .replace(/[‐‑–—−―-]/gu, "ー")
    .replace(glyphPattern, (glyph) => GLYPHS[glyph] ?? glyph);

/**
 * A name for comparing only, never for storing or export: 「(株)山田商店」 and
 * 「株式会社 山田商店」 have one key. Width, case, spaces, company abbreviations,
 * dashes and common variants of characters do not matter.
 */
export const looseNameKey = (name: string): string =>
  PLAIN.test(name) ? name : spellAlike(name);
