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
/** Bytes, the end of the block and lengths; distances are counted on from here. */
const LITERALS = 286;

class BitWriter {
  readonly #bytes: Uint8Array;
  #length = 0;
  #hold = 0;
  #count = 0;

  constructor(size: number) {
    this.#bytes = new Uint8Array(size);
  }

  /** At most 16 bits. */
  put(value: number, bits: number): void {
    this.#hold |= value << this.#count;
    this.#count += bits;
    for (; this.#count >= 8; this.#count -= 8) this.#putByte();
  }

  #putByte(): void {
    this.#bytes[this.#length] = this.#hold;
    this.#length += 1;
    this.#hold >>>= 8;
  }

  end(): Uint8Array {
    this.#putByte();
    return this.#bytes.slice(0, this.#length);
  }
}

type Pack = { readonly weight: number; readonly symbols: readonly number[] };

const joinPairs = (packs: readonly Pack[]): Pack[] =>
  packs.flatMap((first, at) => {
    const second = at % 2 === 0 && packs[at + 1];
    return second
      ? {
          weight: first.weight + second.weight,
          symbols: [...first.symbols, ...second.symbols],
        }
      : [];
  });

/** Lengths of the best codes for symbols that occur so often (package-merge). */
const toLengths = (counts: Uint32Array): Uint8Array => {
  const leaves = Array.from(counts, (weight, symbol) => ({
    weight,
    symbols: [symbol],
  })).filter(({ weight }) => weight > 0);
  let packs: readonly Pack[] = [];
  for (let bit = 0; bit < MAX_BITS; bit += 1) {
    packs = [...leaves, ...joinPairs(packs)].sort(
      (a, b) => a.weight - b.weight,
    );
  }
  const lengths = new Uint8Array(counts.length);
  for (const { symbols } of packs.slice(0, 2 * leaves.length - 2)) {
    for (const symbol of symbols) lengths[symbol] = (lengths[symbol] ?? 0) + 1;
  }
  return lengths;
};

/** Bits that follow a symbol, by symbol. */
const EXTRA_BITS = new Uint8Array(LITERALS + DISTANCE_STEPS.length);
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
  });
  return symbols;
};
const LENGTH_SYMBOLS = toSymbols(LENGTH_STEPS, END_OF_BLOCK + 1, MAX_MATCH);
const DISTANCE_SYMBOLS = toSymbols(DISTANCE_STEPS, LITERALS, WINDOW);

/** Everything in one block; distances are symbols from `LITERALS` on. */
class Block {
  readonly #symbols: Uint16Array;
  readonly #extras: Uint16Array;
  readonly #counts = new Uint32Array(EXTRA_BITS.length);
  #length = 0;

  constructor(size: number) {
    this.#symbols = new Uint16Array(size + 1);
    this.#extras = new Uint16Array(size + 1);
    // A code needs two symbols, whether or not they come.
    this.#counts.fill(1, 0, 2).fill(1, LITERALS, LITERALS + 2);
  }

  add(symbol: number, extra = 0): void {
    this.#symbols[this.#length] = symbol;
    this.#extras[this.#length] = extra;
    this.#counts[symbol] = (this.#counts[symbol] ?? 0) + 1;
    this.#length += 1;
  }

  addMatch(length: number, distance: number): void {
    const symbol = LENGTH_SYMBOLS[length] ?? 0;
    const step = LENGTH_STEPS[symbol - END_OF_BLOCK - 1];
    this.add(symbol, length - (step?.base ?? 0));
    const far = DISTANCE_SYMBOLS[distance] ?? 0;
    this.add(far, distance - (DISTANCE_STEPS[far - LITERALS]?.base ?? 0));
  }

  toBytes(): Uint8Array {
    this.add(END_OF_BLOCK);
    const literals = toLengths(this.#counts.subarray(0, LITERALS));
    const distances = toLengths(this.#counts.subarray(LITERALS));
    const lengths = [...literals, ...distances];
    const codes = [...toCodes(literals), ...toCodes(distances)];
    // No symbol takes more than 15 bits and 13 behind them; the lengths come first.
    const out = new BitWriter(256 + this.#length * 4);
    // The last block, with codes of its own: as many as there can be.
    out.put(0b101, 3);
    out.put(LITERALS - 257, 5);
    out.put(DISTANCE_STEPS.length - 1, 5);
    // The lengths themselves in four bits each: a sixteenth symbol is never met.
    out.put(LENGTH_ORDER.length - 4, 4);
    for (const symbol of LENGTH_ORDER) out.put(symbol < 16 ? 4 : 0, 3);
    const ofLengths = toCodes(new Uint8Array(16).fill(4));
    for (const length of lengths) out.put(ofLengths[length] ?? 0, 4);
    for (let at = 0; at < this.#length; at += 1) {
      const symbol = this.#symbols[at] ?? 0;
      out.put(codes[symbol] ?? 0, lengths[symbol] ?? 0);
      out.put(this.#extras[at] ?? 0, EXTRA_BITS[symbol] ?? 0);
    }
    return out.end();
  }
}

/**
 * Packs bytes; the same bytes always come out the same.
 *
 * @param tries - how many earlier places with the same beginning are compared
 */
export const deflate = (content: Uint8Array, tries: number): Uint8Array => {
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
    earlier[at % WINDOW] = place;
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

  const block = new Block(content.length);
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
      place = earlier[(place - 1) % WINDOW] ?? 0;
    }
    if (distance === 0) {
      block.add(content[at] ?? 0);
      at += 1;
    } else {
      block.addMatch(length, distance);
      for (const end = at + length; (at += 1) < end;) remember(at);
    }
  }
  return block.toBytes();
};
