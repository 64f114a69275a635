import { viewOf } from "./bytes.ts";

/**
 * SHA-256 (FIPS 180-4). The page's own is asynchronous and a library for it
 * weighs a tenth of the engine; a test holds this one to such a library.
 *
 * @see https://csrc.nist.gov/pubs/fips/180-4/upd1/final
 */
const PRIMES: number[] = [];
for (let number = 2; PRIMES.length < 64; number += 1) {
  if (PRIMES.every((prime) => number % prime)) PRIMES.push(number);
}

/** The first 32 bits after the point. */
const fractionBits = (value: number): number => ((value % 1) * 2 ** 32) | 0;

const ROUND_WORDS = Int32Array.from(PRIMES, (prime) =>
  fractionBits(Math.cbrt(prime)),
);
const START_WORDS = PRIMES.slice(0, 8).map((prime) =>
  fractionBits(Math.sqrt(prime)),
);

const rotate = (word: number, by: number): number =>
  (word >>> by) | (word << (32 - by));

const schedule = new Int32Array(64);

const word = (index: number): number => schedule[index] ?? 0;

/**
 * The first sixteen words come from the block; later ones are computed from
 * earlier ones.
 */
const wordAt = (index: number, view: DataView, at: number): number => {
  if (index < 16) return view.getInt32(at + index * 4);
  const a = word(index - 15);
  const b = word(index - 2);
  return (
    word(index - 16) +
    word(index - 7) +
    (rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3)) +
    (rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10))
  );
};

const mixBlock = (state: Int32Array, view: DataView, at: number): void => {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < 64; index += 1) {
    schedule[index] = wordAt(index, view, at);
    const first =
      h +
      (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
      ((e & f) ^ (~e & g)) +
      (ROUND_WORDS[index] ?? 0) +
      word(index);
    const second =
      (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) +
      ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((value, index) => {
    state[index] = (state[index] ?? 0) + value;
  });
};

/** As 64 hexadecimal digits. */
export const sha256 = (bytes: Uint8Array): string => {
  const state = Int32Array.from(START_WORDS);
  const whole = bytes.length & ~63;
  const mixAll = (part: Uint8Array): void => {
    const view = viewOf(part);
    for (let at = 0; at < part.length; at += 64) mixBlock(state, view, at);
  };
  mixAll(bytes.subarray(0, whole));

  // The rest, one bit, and the length in bits at the end of a block.
  const rest = bytes.subarray(whole);
  const tail = new Uint8Array(rest.length < 56 ? 64 : 128);
  tail.set(rest);
  tail[rest.length] = 0x80;
  viewOf(tail).setBigUint64(tail.length - 8, BigInt(bytes.length) * 8n);
  mixAll(tail);
  return Array.from(state, (value) =>
    (value >>> 0).toString(16).padStart(8, "0"),
  ).join("");
};
