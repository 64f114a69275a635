import {
  DISTANCE_STEPS,
  END_OF_BLOCK,
  LENGTH_ORDER,
  LENGTH_STEPS,
  MAX_BITS,
  MAX_MATCH,
  MIN_MATCH,
  toCodes,
  WINDOW,
} from "./deflate-codes.ts";
import type { Step } from "./deflate-codes.ts";

const HASH_BITS = 15;
const LAST = WINDOW - 1;
/** Bytes, the end of the block and lengths; distances are counted on from here. */
const LITERALS = 286;

/** One round of package-merge: weights ascending, and which of them are pairs of the round before. */
type Round = {
  readonly weights: readonly number[];
  readonly isPair: readonly boolean[];
};

/** Sums of two neighbours each; one that is left over is dropped. */
const pairUp = ({ weights }: Round): number[] => {
  const pairs: number[] = [];
  for (let at = 1; at < weights.length; at += 2) {
    pairs.push((weights[at - 1] ?? 0) + (weights[at] ?? 0));
  }
  return pairs;
};

/** Both ascending; a leaf comes before a pair of the same weight. */
const mergeIn = (
  leaves: readonly number[],
  pairs: readonly number[],
): Round => {
  const weights: number[] = [];
  const isPair: boolean[] = [];
  let leaf = 0;
  let pair = 0;
  while (leaf < leaves.length || pair < pairs.length) {
    const takesPair = (leaves[leaf] ?? Infinity) > (pairs[pair] ?? Infinity);
    weights.push((takesPair ? pairs[pair] : leaves[leaf]) ?? 0);
    isPair.push(takesPair);
    if (takesPair) pair += 1;
    else leaf += 1;
  }
  return { weights, isPair };
};

/**
 * Lengths of the best codes for symbols that occur so often (package-merge).
 * A round keeps no symbols: its leaves are always the rarest ones.
 */
const toLengths = (counts: Uint32Array): Uint8Array => {
  const symbols = Array.from(counts.keys())
    .filter((symbol) => (counts[symbol] ?? 0) > 0)
    .sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0));
  const leaves = symbols.map((symbol) => counts[symbol] ?? 0);
  const rounds: Round[] = [mergeIn(leaves, [])];
  while (rounds.length < MAX_BITS) {
    const [last = mergeIn(leaves, [])] = rounds.slice(-1);
    rounds.push(mergeIn(leaves, pairUp(last)));
  }
  const lengths = new Uint8Array(counts.length);
  let taken = 2 * leaves.length - 2;
  for (const { isPair } of rounds.reverse()) {
    const pairs = isPair.slice(0, taken).filter(Boolean).length;
    for (const symbol of symbols.slice(0, taken - pairs)) {
      lengths[symbol] = (lengths[symbol] ?? 0) + 1;
    }
    taken = 2 * pairs;
  }
  return lengths;
};

/** Bits that follow a symbol, and the least of what it stands for. */
const EXTRA_BITS = new Uint8Array(LITERALS + DISTANCE_STEPS.length);
const BASES = new Uint16Array(EXTRA_BITS.length);
/** The symbol of each length and distance. */
const toSymbols = (
  steps: readonly Step[],
  first: number,
  most: number,
): Uint16Array => {
  const symbols = new Uint16Array(most + 1);
  steps.forEach(({ base, bits }, step) => {
    symbols.fill(first + step, base);
    EXTRA_BITS[first + step] = bits;
    BASES[first + step] = base;
  });
  return symbols;
};
const LENGTH_SYMBOLS = toSymbols(LENGTH_STEPS, END_OF_BLOCK + 1, MAX_MATCH);
const DISTANCE_SYMBOLS = toSymbols(DISTANCE_STEPS, LITERALS, WINDOW);

/** One block, the last, with codes of its own. */
const writeBlock = (
  symbols: Uint16Array,
  extras: Uint16Array,
  counts: Uint32Array,
): Uint8Array => {
  const literals = toLengths(counts.subarray(0, LITERALS));
  const distances = toLengths(counts.subarray(LITERALS));
  const lengths = [...literals, ...distances];
  const codes = [...toCodes(literals), ...toCodes(distances)];
  // No symbol takes more than 15 bits and 13 behind them; the lengths come first.
  const out = new Uint8Array(256 + symbols.length * 4);
  let size = 0;
  let hold = 0;
  let held = 0;
  /** At most 16 bits. */
  const put = (value: number, bits: number): void => {
    hold |= value << held;
    for (held += bits; held >= 8; held -= 8) {
      out[size] = hold;
      size += 1;
      hold >>>= 8;
    }
  };
  // As many codes as there can be.
  put(0b101, 3);
  put(LITERALS - 257, 5);
  put(DISTANCE_STEPS.length - 1, 5);
  // The lengths themselves in four bits each: a sixteenth symbol is never met.
  put(LENGTH_ORDER.length - 4, 4);
  for (const symbol of LENGTH_ORDER) put(symbol < 16 ? 4 : 0, 3);
  const ofLengths = toCodes(new Uint8Array(16).fill(4));
  for (const length of lengths) put(ofLengths[length] ?? 0, 4);
  symbols.forEach((symbol, at) => {
    put(codes[symbol] ?? 0, lengths[symbol] ?? 0);
    put(extras[at] ?? 0, EXTRA_BITS[symbol] ?? 0);
  });
  // The rest of the last byte.
  put(0, 7);
  return out.slice(0, size);
};

/**
 * Packs bytes into one block; the same bytes always come out the same.
 *
 * @param tries - how many earlier places with the same beginning are compared
 */
export const deflate = (content: Uint8Array, tries: number): Uint8Array => {
  // Bytes, lengths and, from `LITERALS` on, distances.
  const symbols = new Uint16Array(content.length + 1);
  const extras = new Uint16Array(content.length + 1);
  // A code needs two symbols, whether or not they come.
  const counts = new Uint32Array(EXTRA_BITS.length)
    .fill(1, 0, 2)
    .fill(1, LITERALS, LITERALS + 2);
  let count = 0;
  const add = (symbol: number, extra = 0): void => {
    symbols[count] = symbol;
    extras[count] = extra;
    counts[symbol] = (counts[symbol] ?? 0) + 1;
    count += 1;
  };

  // Places count from 1, so that 0 is none.
  const latest = new Int32Array(1 << HASH_BITS);
  const earlier = new Int32Array(WINDOW);
  const remember = (at: number): number => {
    const hash =
      Math.imul(
        ((content[at] ?? 0) << 16) |
          ((content[at + 1] ?? 0) << 8) |
          (content[at + 2] ?? 0),
        0x9e3779b1,
      ) >>>
      (32 - HASH_BITS);
    const place = latest[hash] ?? 0;
    earlier[at & LAST] = place;
    latest[hash] = at + 1;
    return place;
  };
  const lengthFrom = (place: number, at: number, most: number): number => {
    let length = 0;
    while (length < most && content[place + length] === content[at + length]) {
      length += 1;
    }
    return length;
  };

  for (let at = 0; at < content.length;) {
    const most = Math.min(MAX_MATCH, content.length - at);
    let length = MIN_MATCH - 1;
    let distance = 0;
    let place = remember(at);
    for (let left = tries; left > 0 && length < most; left -= 1) {
      const away = at + 1 - place;
      if (place === 0 || away > WINDOW) break;
      const found = lengthFrom(place - 1, at, most);
      if (found > length) [length, distance] = [found, away];
      place = earlier[(place - 1) & LAST] ?? 0;
    }
    if (distance === 0) {
      add(content[at] ?? 0);
      at += 1;
    } else {
      const near = LENGTH_SYMBOLS[length] ?? 0;
      const far = DISTANCE_SYMBOLS[distance] ?? 0;
      add(near, length - (BASES[near] ?? 0));
      add(far, distance - (BASES[far] ?? 0));
      // Inside a long repetition little is found that its ends do not find.
      const end = at + length;
      if (length > 2 * tries) at = end - 2;
      while ((at += 1) < end) remember(at);
    }
  }
  add(END_OF_BLOCK);
  return writeBlock(symbols.subarray(0, count), extras, counts);
};
