// C0 and C1 apart from tab and line breaks.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/; // eslint-disable-line no-control-regex

// Outside the basic plane (𠮷, emoji), variation selectors, private use (外字),
// invisible spaces and directions, half-width katakana, half a surrogate pair.
const RARE =
  /[\u{10000}-\u{10ffff}\ue000-\uf8ff\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\uff61-\uff9f\ufffd]|\p{Variation_Selector}|\p{Surrogate}/gu;

export const hasControlCharacters = (text: string): boolean =>
  CONTROL.test(text);

const shown = (char: string): string =>
  /[\p{L}\p{N}\p{S}\p{P}]/u.test(char)
    ? char
    : `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** Characters that older systems, fax and fonts lose, each once, as a person can read them. */
export const rareCharacters = (text: string): readonly string[] => [
  ...new Set((text.match(RARE) ?? []).map(shown)),
];
