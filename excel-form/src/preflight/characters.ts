// C0 and C1 apart from tab and line breaks.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/; // eslint-disable-line no-control-regex

// Outside the basic plane (𠮷, emoji), variation selectors, private use (外字),
// invisible spaces and directions, half-width katakana, half a surrogate pair;
// 〜 ‖ − ¢ £ ¬ and hyphens that Shift_JIS has in another place or not at all,
// accents, kana in two pieces as the Mac writes them, Hangul, rare kanji; ① ㈱ Ⅲ
// ㎡ ㍿ № ℡ and the kanji of names that makers added to JIS X 0208, each their way.
const RARE =
  /[\u{10000}-\u{10ffff}\ue000-\uf8ff\u1100-\u11ff\u200b-\u200f\u2011-\u2014\u2016\u2028-\u202e\u2060\u2116\u2121\u2160-\u217f\u2212\u2460-\u24ff\u301c\u3200-\u4dbf\uac00-\ud7a3\uf900-\ufaff\ufeff\uff61-\uff9f\ufffd髙德瀨濵栁增緖靑黑橫寬敎薰郞鄕淸綠悅賴]|(?![§¨°±´¶×÷])[\u00a0-\u024f]|\u3099|\u309a|\p{Variation_Selector}|\p{Surrogate}/gu;

export const hasControlCharacters = (text: string): boolean =>
  CONTROL.test(text);

/** Holds no control character and no rare one. */
export const isPlain = (text: string): boolean =>
  text.search(RARE) < 0 && !CONTROL.test(text);

const shown = (char: string): string =>
  /[\p{L}\p{N}\p{S}\p{P}]/u.test(char)
    ? char
    : `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** Characters that older systems, fax and fonts lose, each once, as a person can read them. */
export const rareCharacters = (text: string): readonly string[] => [
  ...new Set((text.match(RARE) ?? []).map(shown)),
];
