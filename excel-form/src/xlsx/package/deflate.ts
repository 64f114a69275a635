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
/** Bytes that are held: a window of what has been packed, and what comes next. */
const ROOM = 8 * WINDOW;
/** Symbols of a block, the end of the block not counted. */
const BLOCK = 65_536;
/** Bytes, the end of the block and lengths; distances are counted on from here. */
const LITERALS = 286;

/**
 * Lengths of Huffman's codes for symbols that occur so often, at least two of
 * them. Where a code would be too long, rare symbols are taken for less rare.
 */
const toLengths = (counts: Uint32Array): Uint8Array => {
  const countOf = (symbol: number): number => counts[symbol] ?? 0;
  const symbols: number[] = [];
  counts.forEach((count, one) => {
    if (count > 0) symbols.push(one);
  });
  symbols.sort((a, b) => countOf(a) - countOf(b));
  // Symbols, then pairs in the order in which they are made: both ascend.
  const weights = symbols.map(countOf);
  const parents: number[] = [];
  let symbol = 0;
  let pair = symbols.length;
  const takeLightest = (parent: number): number => {
    const isPair =
      symbol === symbols.length ||
      (weights[pair] ?? Infinity) < (weights[symbol] ?? 0);
    const node = isPair ? pair++ : symbol++;
    parents[node] = parent;
    return weights[node] ?? 0;
  };
  const root = 2 * symbols.length - 2;
  while (weights.length <= root) {
    const parent = weights.length;
    weights.push(takeLightest(parent) + takeLightest(parent));
  }
  const depths = new Uint16Array(root + 1);
  for (let node = root - 1; node >= 0; node -= 1) {
    depths[node] = (depths[parents[node] ?? root] ?? 0) + 1;
  }
  const lengths = new Uint8Array(counts.length);
  symbols.forEach((one, at) => {
    lengths[one] = depths[at] ?? 0;
  });
  return lengths.some((length) => length > MAX_BITS)
    ? toLengths(counts.map((count) => (count + 1) >> 1))
    : lengths;
};

/** Bits that follow a symbol, and the least value it means. */
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

/** Bytes that grow, and the bits that have not become bytes yet. */
const createBits = () => {
  let out = new Uint8Array(4_096);
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
  /** Makes room for so many bytes more. */
  const reserve = (bytes: number): void => {
    if (size + bytes <= out.length) return;
    const grown = new Uint8Array(Math.max(size + bytes, out.length * 2));
    grown.set(out);
    out = grown;
  };
  return { put, reserve, end: () => out.slice(0, size) };
};

type Bits = ReturnType<typeof createBits>;

/** One block with codes of its own. */
const writeBlock = (
  { put, reserve }: Bits,
  symbols: Uint16Array,
  extras: Uint16Array,
  counts: Uint32Array,
  isLast: boolean,
): void => {
  const lengths = new Uint8Array(counts.length);
  const codes = new Uint16Array(counts.length);
  for (const [from, to] of [[0, LITERALS], [LITERALS]]) {
    const own = toLengths(counts.subarray(from, to));
    lengths.set(own, from);
    codes.set(toCodes(own), from);
  }
  // No symbol takes more than 15 bits and 13 after them; the lengths come first.
  reserve(256 + symbols.length * 4);
  put(isLast ? 0b101 : 0b100, 3);
  // As many codes as there can be.
  put(LITERALS - 257, 5);
  put(DISTANCE_STEPS.length - 1, 5);
  // The lengths themselves in four bits each: a sixteenth symbol is never met.
  put(LENGTH_ORDER.length - 4, 4);
  for (const symbol of LENGTH_ORDER) put(symbol < 16 ? 4 : 0, 3);
  const ofLengths = toCodes(new Uint8Array(16).fill(4));
  lengths.forEach((length) => put(ofLengths[length] ?? 0, 4));
  for (let at = 0; at < symbols.length; at += 1) {
    const symbol = symbols[at] ?? 0;
    put(codes[symbol] ?? 0, lengths[symbol] ?? 0);
    const bits = EXTRA_BITS[symbol] ?? 0;
    if (bits > 0) put(extras[at] ?? 0, bits);
  }
  // The rest of the last byte.
  if (isLast) put(0, 7);
};

const createScratch = () => ({
  // Bytes, lengths and, from `LITERALS` on, distances.
  symbols: new Uint16Array(BLOCK + 1),
  extras: new Uint16Array(BLOCK + 1),
  content: new Uint8Array(ROOM),
  // Places count from 1, so that 0 is none.
  latest: new Int32Array(1 << HASH_BITS),
  earlier: new Int32Array(WINDOW),
});

/** Working memory that the next packed part takes over: a form has twenty small ones. */
let spare: ReturnType<typeof createScratch> | undefined;

/**
 * Packs bytes piece by piece; the same bytes always come out the same. Only a
 * window of them is held.
 *
 * @param tries - how many earlier places with the same beginning are compared
 */
export const createDeflater = (tries: number) => {
  const bits = createBits();
  const scratch = spare ?? createScratch();
  spare = undefined;
  const { symbols, extras, content, latest, earlier } = scratch;
  latest.fill(0);
  const counts = new Uint32Array(EXTRA_BITS.length);
  let count = 0;
  const endBlock = (isLast: boolean): void => {
    symbols[count] = END_OF_BLOCK;
    counts[END_OF_BLOCK] = 1;
    // A code needs two symbols, whether or not they come.
    for (const symbol of [0, 1, LITERALS, LITERALS + 1]) {
      counts[symbol] = (counts[symbol] ?? 0) + 1;
    }
    count += 1;
    writeBlock(bits, symbols.subarray(0, count), extras, counts, isLast);
    counts.fill(0);
    count = 0;
  };
  const add = (symbol: number, extra: number): void => {
    symbols[count] = symbol;
    extras[count] = extra;
    counts[symbol] = (counts[symbol] ?? 0) + 1;
    count += 1;
  };

  /** End of what is held, and the place of the next symbol. */
  let end = 0;
  let at = 0;
  const remember = (place: number): number => {
    const hash =
      Math.imul(
        ((content[place] ?? 0) << 16) |
          ((content[place + 1] ?? 0) << 8) |
          (content[place + 2] ?? 0),
        0x9e3779b1,
      ) >>>
      (32 - HASH_BITS);
    const before = latest[hash] ?? 0;
    earlier[place & LAST] = before;
    latest[hash] = place + 1;
    return before;
  };
  /** Drops what no match reaches any more. */
  const slide = (): void => {
    const by = (at - WINDOW) & ~LAST;
    if (by <= 0) return;
    content.copyWithin(0, by, end);
    end -= by;
    at -= by;
    for (const places of [latest, earlier]) {
      for (let index = 0; index < places.length; index += 1) {
        places[index] = Math.max((places[index] ?? 0) - by, 0);
      }
    }
  };

  /** Packs what is held up to a place. */
  const pack = (until: number): void => {
    while (at < until) {
      const most = Math.min(MAX_MATCH, end - at);
      let length = MIN_MATCH - 1;
      let distance = 0;
      let place = remember(at);
      for (let left = tries; left > 0 && length < most; left -= 1) {
        const away = at + 1 - place;
        if (place === 0 || away > WINDOW) break;
        const start = place - 1;
        // A longer match has the same byte where the best one so far ends.
        if (content[start + length] === content[at + length]) {
          let found = 0;
          while (found < most && content[start + found] === content[at + found])
            found += 1;
          if (found > length) {
            length = found;
            distance = away;
          }
        }
        place = earlier[start & LAST] ?? 0;
      }
      if (count >= BLOCK - 1) endBlock(false);
      if (distance === 0) {
        add(content[at] ?? 0, 0);
        at += 1;
      } else {
        const near = LENGTH_SYMBOLS[length] ?? 0;
        const far = DISTANCE_SYMBOLS[distance] ?? 0;
        add(near, length - (BASES[near] ?? 0));
        add(far, distance - (BASES[far] ?? 0));
        // Inside a long repetition little is found that its ends do not find.
        const after = at + length;
        if (length > 2 * tries) at = after - 2;
        while ((at += 1) < after) remember(at);
      }
    }
  };

  return {
    add: (bytes: Uint8Array): void => {
      for (let from = 0; from < bytes.length;) {
        if (end === ROOM) slide();
        const piece = bytes.subarray(from, from + ROOM - end);
        content.set(piece, end);
        end += piece.length;
        from += piece.length;
        // A match may still become longer than what is held, and the places in
        // it are known by the two bytes after them.
        pack(end - MAX_MATCH - MIN_MATCH);
      }
    },
    end: (): Uint8Array => {
      pack(end);
      endBlock(true);
      spare = scratch;
      return bits.end();
    },
  };
};

/** Packs bytes at one go. */
export const deflate = (content: Uint8Array, tries: number): Uint8Array => {
  const deflater = createDeflater(tries);
  deflater.add(content);
  return deflater.end();
};
