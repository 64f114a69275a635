import {
  DISTANCE_STEPS,
  END_OF_BLOCK,
  LENGTH_ORDER,
  LENGTH_STEPS,
  toCodes,
} from "./deflate-codes.ts";
import type { Step } from "./deflate-codes.ts";

/** Thrown for what is no DEFLATE; who reads the entry names the part. */
const bad = (): never => {
  throw new Error("No DEFLATE");
};

/** Symbol and code length (the lower four bits) by the next bits of the data. */
const toTable = (lengths: Uint8Array): Uint16Array => {
  const table = new Uint16Array(
    1 << lengths.reduce((most, length) => Math.max(most, length)),
  );
  toCodes(lengths).forEach((code, symbol) => {
    const length = lengths[symbol] ?? 0;
    if (length === 0) return;
    for (let at = code; at < table.length; at += 1 << length) {
      table[at] = (symbol << 4) | length;
    }
  });
  return table;
};

/** The code lengths of blocks that bring none: of bytes with lengths, and of distances. */
const FIXED_LENGTHS = new Uint8Array(288)
  .fill(8)
  .fill(9, 144, 256)
  .fill(7, END_OF_BLOCK, 280);
const FIXED_DISTANCES = new Uint8Array(30).fill(5);

/**
 * Fills `out` with what is packed in `data` and says how long that is. It stops
 * as soon as `out` is full, so what lies about its size costs no more than it
 * says; the length is then greater than that of `out`.
 *
 * @throws Error for data that is no DEFLATE
 */
export const inflate = (data: Uint8Array, out: Uint8Array): number => {
  /** In bits. */
  let at = 0;
  let length = 0;

  /** The next bits, at least 17 of them; zeros after the end. */
  const peek = (): number => {
    const byte = at >> 3;
    const bits =
      (data[byte] ?? 0) |
      ((data[byte + 1] ?? 0) << 8) |
      ((data[byte + 2] ?? 0) << 16);
    return bits >> (at & 7);
  };
  const skip = (bits: number): void => {
    at += bits;
    if (at > data.length * 8) bad();
  };
  const take = (bits: number): number => {
    const value = peek() & ((1 << bits) - 1);
    skip(bits);
    return value;
  };
  const takeSymbol = (table: Uint16Array): number => {
    const entry = table[peek() & (table.length - 1)] || bad();
    skip(entry & 15);
    return entry >> 4;
  };
  const takeStep = (steps: readonly Step[], symbol: number): number => {
    const { base, bits } = steps[symbol] ?? bad();
    return base + take(bits);
  };

  const takeLengths = (count: number): Uint8Array => {
    const ofLengths = new Uint8Array(LENGTH_ORDER.length);
    const given = take(4) + 4;
    for (const symbol of LENGTH_ORDER.slice(0, given)) {
      ofLengths[symbol] = take(3);
    }
    const table = toTable(ofLengths);
    const lengths = new Uint8Array(count);
    for (let next = 0; next < count;) {
      let value = takeSymbol(table);
      let repeat = 1;
      if (value === 16) {
        value = lengths[next - 1] ?? bad();
        repeat = 3 + take(2);
      } else if (value > 16) {
        repeat = value === 17 ? 3 + take(3) : 11 + take(7);
        value = 0;
      }
      lengths.fill(value, next, next + repeat);
      next += repeat;
    }
    return lengths;
  };

  /** Whole bytes, from the next byte on. */
  const copy = (): void => {
    at = (at + 7) & ~7;
    const count = take(16);
    if ((count ^ take(16)) !== 0xffff) bad();
    const start = at >> 3;
    skip(count * 8);
    out.set(
      data.subarray(start, start + count).subarray(0, out.length - length),
      length,
    );
    length += count;
  };

  const expand = (literals: Uint16Array, distances: Uint16Array): void => {
    while (length <= out.length) {
      const symbol = takeSymbol(literals);
      if (symbol === END_OF_BLOCK) return;
      if (symbol < END_OF_BLOCK) {
        out[length] = symbol;
        length += 1;
        continue;
      }
      const end = length + takeStep(LENGTH_STEPS, symbol - END_OF_BLOCK - 1);
      const distance = takeStep(DISTANCE_STEPS, takeSymbol(distances));
      if (distance > length) bad();
      // A match may reach into itself; what does not fit the array drops.
      for (; length < end; length += 1) {
        out[length] = out[length - distance] ?? 0;
      }
    }
  };

  for (let isLast = 0; !isLast && length <= out.length;) {
    isLast = take(1);
    const kind = take(2);
    if (kind === 3) bad();
    if (kind === 0) copy();
    else if (kind === 1)
      expand(toTable(FIXED_LENGTHS), toTable(FIXED_DISTANCES));
    else {
      const literals = take(5) + 257;
      const lengths = takeLengths(literals + take(5) + 1);
      expand(
        toTable(lengths.subarray(0, literals)),
        toTable(lengths.subarray(literals)),
      );
    }
  }
  return length;
};
