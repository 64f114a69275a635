/** Tables that both directions of DEFLATE share (RFC 1951, section 3.2). */
export const END_OF_BLOCK = 256;
export const MIN_MATCH = 3;
export const MAX_MATCH = 258;
export const WINDOW = 32_768;
export const MAX_BITS = 15;
/** The last length code means the longest match alone. */
const LONGEST_CODE = 28;

/** In this order come the lengths of the codes for code lengths. */
export const LENGTH_ORDER = [
  16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
];

export type Step = { readonly base: number; readonly bits: number };

/** First value and extra bits of each code, from groups of codes of equal width. */
const toSteps = (codes: number, groupBits: number, first: number): Step[] =>
  Array.from({ length: codes }, (_, code) => {
    const bits = Math.max(0, (code >> groupBits) - 1);
    const group = 1 << groupBits;
    const base = bits ? (group + (code & (group - 1))) << bits : code;
    return { base: base + first, bits };
  });

export const LENGTH_STEPS = toSteps(LONGEST_CODE, 2, MIN_MATCH);
LENGTH_STEPS.push({ base: MAX_MATCH, bits: 0 });
export const DISTANCE_STEPS = toSteps(30, 1, 1);

const reverse = (code: number, length: number): number => {
  let reversed = 0;
  for (let bit = 0; bit < length; bit += 1) {
    reversed = (reversed << 1) | ((code >> bit) & 1);
  }
  return reversed;
};

/** The code of each symbol from their lengths, last bit first as it is stored. */
export const toCodes = (lengths: Uint8Array): Uint16Array => {
  const codes = new Uint16Array(lengths.length);
  let next = 0;
  for (let length = 1; length <= MAX_BITS; length += 1) {
    for (let symbol = 0; symbol < lengths.length; symbol += 1) {
      if (lengths[symbol] !== length) continue;
      codes[symbol] = reverse(next, length);
      next += 1;
    }
    next <<= 1;
  }
  return codes;
};
