const shift = (text: string, from: RegExp, by: number): string =>
  text.replace(from, (char) => String.fromCharCode(char.charCodeAt(0) + by));

/** ASCII to its full-width forms; kana and kanji stay. */
export const toFullWidth = (text: string): string =>
  shift(text, /[!-~]/g, 0xfee0).replace(/ /g, "　");

/** Full-width letters, digits and signs to ASCII; kana stay full-width. */
export const toHalfWidth = (text: string): string =>
  shift(text, /[！-～]/g, -0xfee0).replace(/\u3000/g, " ");

export const toHiragana = (text: string): string =>
  shift(text, /[ァ-ヶ]/g, -0x60);

export const toKatakana = (text: string): string =>
  shift(text, /[ぁ-ゖ]/g, 0x60);

/**
 * For comparing what is printed with what we know: compatibility forms made
 * one, every kind of hyphen and all blanks gone their own way.
 */
export const loosely = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/\s+/g, "")
    .toLowerCase();
