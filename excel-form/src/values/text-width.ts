// Half-width: ASCII, half-width katakana and the signs of that block.
const HALF = /[\u0020-\u007e\uff61-\uffdc\uffe8-\uffee]/u;
// Variation selectors and combining marks (half-width ﾞ is a letter of its own).
const ZERO = /[\ufe00-\ufe0f\u0300-\u036f\u3099\u309a\u{e0100}-\u{e01ef}]/u;

/** Width in half-width characters: a full-width one counts 2. */
export const textWidth = (text: string): number => {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Signs, kana and the usual kanji, which is nearly all there is.
    const isWide = code >= 0x3000 && code < 0xd800 && !isMark(code);
    if (code < 0x20 || code > 0x7e) {
      if (!isWide) return width + widthOfRare(text.slice(at));
      width += 2;
    } else width += 1;
  }
  return width;
};

const isMark = (code: number): boolean => code === 0x3099 || code === 0x309a;

const widthOfRare = (text: string): number => {
  let width = 0;
  for (const char of text) {
    if (!ZERO.test(char)) width += HALF.test(char) ? 1 : 2;
  }
  return width;
};
