import {
  DISTANCE_STEPS,
  END_OF_BLOCK,
  FIXED_LENGTHS,
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
type Table = { readonly entries: Uint16Array; readonly mask: number };

const toTable = (lengths: Uint8Array): Table => {
  const size = 1 << Math.max(...lengths);
  const entries = new Uint16Array(size);
  toCodes(lengths).forEach((code, symbol) => {
    const length = lengths[symbol] ?? 0;
    if (length === 0) return;
    for (let at = code; at < size; at += 1 << length) {
      entries[at] = (symbol << 4) | length;
    }
  });
  return { entries, mask: size - 1 };
};

class BitReader {
  readonly #data: Uint8Array;
  /** In bits. */
  #at = 0;

  constructor(data: Uint8Array) {
    this.#data = data;
  }

  /** The next bits, at least 17 of them; zeros after the end. */
  peek(): number {
    const data = this.#data;
    const byte = this.#at >> 3;
    const bits =
      (data[byte] ?? 0) |
      ((data[byte + 1] ?? 0) << 8) |
      ((data[byte + 2] ?? 0) << 16);
    return bits >> (this.#at & 7);
  }

  skip(bits: number): void {
    this.#at += bits;
    if (this.#at > this.#data.length * 8) bad();
  }

  take(bits: number): number {
    const value = this.peek() & ((1 << bits) - 1);
    this.skip(bits);
    return value;
  }

  symbol({ entries, mask }: Table): number {
    const entry = entries[this.peek() & mask] || bad();
    this.skip(entry & 15);
    return entry >> 4;
  }

  step(steps: readonly Step[], symbol: number): number {
    const { base, bits } = steps[symbol] ?? bad();
    return base + this.take(bits);
  }

  /** Whole bytes, from the next byte on. */
  bytes(): Uint8Array {
    this.#at = (this.#at + 7) & ~7;
    const length = this.take(16);
    if ((length ^ this.take(16)) !== 0xffff) bad();
    const start = this.#at >> 3;
    this.skip(length * 8);
    return this.#data.subarray(start, start + length);
  }
}

const readLengths = (
  reader: BitReader,
  table: Table,
  count: number,
): Uint8Array => {
  const lengths = new Uint8Array(count);
  for (let at = 0; at < count;) {
    let value = reader.symbol(table);
    let repeat = 1;
    if (value === 16) {
      value = lengths[at - 1] ?? bad();
      repeat = 3 + reader.take(2);
    } else if (value > 16) {
      repeat = value === 17 ? 3 + reader.take(3) : 11 + reader.take(7);
      value = 0;
    }
    lengths.fill(value, at, at + repeat);
    at += repeat;
  }
  return lengths;
};

/** For bytes with lengths, and for distances. */
type Tables = readonly [Table, Table];

const readTables = (reader: BitReader, kind: number): Tables => {
  if (kind !== 2) return [toTable(FIXED_LENGTHS), toTable(FIXED_DISTANCES)];
  const literals = reader.take(5) + 257;
  const count = literals + reader.take(5) + 1;
  const codes = LENGTH_ORDER.slice(0, reader.take(4) + 4);
  const ofLengths = new Uint8Array(LENGTH_ORDER.length);
  for (const symbol of codes) ofLengths[symbol] = reader.take(3);
  const lengths = readLengths(reader, toTable(ofLengths), count);
  return [
    toTable(lengths.subarray(0, literals)),
    toTable(lengths.subarray(literals)),
  ];
};

const FIXED_DISTANCES = new Uint8Array(30).fill(5);

/**
 * Fills `out` with what is packed in `data` and says how long that is. It stops
 * as soon as `out` is full, so what lies about its size costs no more than it
 * says; the length is then greater than that of `out`.
 *
 * @throws Error for data that is no DEFLATE
 */
export const inflate = (data: Uint8Array, out: Uint8Array): number => {
  const reader = new BitReader(data);
  let length = 0;
  const copy = (from: Uint8Array): void => {
    out.set(from.subarray(0, out.length - length), length);
    length += from.length;
  };
  const expand = ([literals, distances]: Tables): void => {
    while (length <= out.length) {
      const symbol = reader.symbol(literals);
      if (symbol === END_OF_BLOCK) return;
      if (symbol < END_OF_BLOCK) {
        out[length] = symbol;
        length += 1;
        continue;
      }
      const end = length + reader.step(LENGTH_STEPS, symbol - END_OF_BLOCK - 1);
      const distance = reader.step(DISTANCE_STEPS, reader.symbol(distances));
      if (distance > length) bad();
      // A match may reach into itself; what does not fit the array drops.
      for (; length < end; length += 1) {
        out[length] = out[length - distance] ?? 0;
      }
    }
  };
  for (let isLast = 0; !isLast && length <= out.length;) {
    isLast = reader.take(1);
    const kind = reader.take(2);
    if (kind === 3) bad();
    if (kind === 0) copy(reader.bytes());
    else expand(readTables(reader, kind));
  }
  return length;
};
