// Half-width: ASCII, half-width katakana and the signs of that block.
const HALF = /[\u0020-\u007e\uff61-\uffdc\uffe8-\uffee]/u;
// Variation selectors and combining marks (half-width ﾞ is a letter of its own).
const ZERO = /[\ufe00-\ufe0f\u0300-\u036f\u3099\u309a\u{e0100}-\u{e01ef}]/u;

/** Width in half-width characters: a full-width one counts 2. */
export const textWidth = (text: string): number => {
  let width = 0;
  for (const char of text) {
    if (!ZERO.test(char)) width += HALF.test(char) ? 1 : 2;
  }
  return width;
};
