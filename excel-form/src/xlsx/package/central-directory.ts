import { FormError } from "../../words/form-error.ts";
import { decode } from "../xml/encoding.ts";
import { viewOf } from "./bytes.ts";
import {
  MAX_ENTRIES,
  MAX_INFLATED_BYTES,
  MAX_RATIO,
  RATIO_FREE_BYTES,
} from "./limits.ts";

/** One file of the ZIP, as the central directory (not the local header) has it. */
export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  /** As stored: a view of the input. */
  readonly compressed: Uint8Array;
};

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
const FULL = 0xffffffff;
/** An end record has 22 bytes and a comment of at most 65,535. */
const END_BYTES = 22;

const truncated = (cause?: unknown): never => {
  throw new FormError("report/zip-truncated", {}, { cause });
};

const isSafeName = (name: string): boolean =>
  // eslint-disable-next-line no-control-regex -- that is what is refused
  !/[\x00-\x1f\x7f:\ufffd]/.test(name) &&
  name.length <= 512 &&
  name
    .replace(/\/$/, "")
    .split("/")
    .every((segment) => !/^\.*$/.test(segment));

/** Writers on early .NET put backslashes between the folders. */
const toPartName = (written: string): string => written.replaceAll("\\", "/");

const refuseBomb = (size: number, packed: number, free: number): void => {
  const isTooDense = size > free && size > packed * MAX_RATIO;
  if (isTooDense || size > MAX_INFLATED_BYTES) {
    throw new FormError("report/zip-bomb");
  }
};

const refuseOverlaps = (entries: readonly ZipEntry[]): void => {
  const places = entries.map(({ compressed }) => compressed);
  places.sort((a, b) => a.byteOffset - b.byteOffset);
  let last = 0;
  for (const { byteOffset, length } of places) {
    if (byteOffset < last) throw new FormError("report/zip-bomb");
    last = byteOffset + length;
  }
};

/** Reading beyond the end throws a RangeError. */
const readEntries = (bytes: Uint8Array): ZipEntry[] => {
  const view = viewOf(bytes);
  const u16 = (at: number) => view.getUint16(at, true);
  const u32 = (at: number) => view.getUint32(at, true);
  const u64 = (at: number) => u32(at) + u32(at + 4) * 2 ** 32;
  const text = (at: number, length: number) =>
    decode(bytes.subarray(at, at + length));

  const findEnd = (): number => {
    const last = bytes.length - END_BYTES;
    for (let end = last; end >= last - 0xffff; end -= 1) {
      if (u32(end) === END) return end;
    }
    return truncated();
  };

  const readEnd = (): { count: number; offset: number } => {
    const end = findEnd();
    const count = u16(end + 10);
    const offset = u32(end + 16);
    const isFull = count === 0xffff || offset === FULL;
    if (!isFull || u32(end - 20) !== END64_LOCATOR) return { count, offset };
    const end64 = u64(end - 12);
    if (u32(end64) !== END64) truncated();
    return { count: u64(end64 + 32), offset: u64(end64 + 48) };
  };

  /** ZIP64 keeps the numbers that did not fit in an extra field, in the order they are asked for. */
  const toWiden = (extra: number, end: number) => {
    let at = extra;
    while (at < end && u16(at) !== 1) at += 4 + u16(at + 2);
    return (number: number): number => {
      if (number !== FULL || at >= end) return number;
      at += 8;
      return u64(at - 4);
    };
  };

  /** The local header must tell the same story. */
  const readEntry = (at: number): ZipEntry => {
    if (u32(at) !== CENTRAL) truncated();
    const nameLength = u16(at + 28);
    const written = text(at + 46, nameLength);
    const name = toPartName(written);
    const flags = u16(at + 8);
    const method = u16(at + 10);
    const extra = at + 46 + nameLength;
    const widen = toWiden(extra, extra + u16(at + 30));
    const size = widen(u32(at + 24));
    const packed = widen(u32(at + 20));
    const local = widen(u32(at + 42));
    if (!isSafeName(name)) throw new FormError("report/zip-hostile-name");
    // Bit 0: encrypted, bit 6: strongly, bit 13: masked names.
    if (flags & 0x2041) throw new FormError("report/zip-encrypted");
    if (method !== 0 && method !== 8) {
      throw new FormError("report/zip-method", { part: name });
    }
    refuseBomb(size, packed, RATIO_FREE_BYTES);

    const start = local + 30 + u16(local + 26) + u16(local + 28);
    if (start + packed > bytes.length) truncated();
    const localSize = u32(local + 22);
    const hasDescriptor = u16(local + 6) & 8;
    const isSame =
      u32(local) === LOCAL &&
      text(local + 30, u16(local + 26)) === written &&
      u16(local + 8) === method &&
      (hasDescriptor || localSize === FULL || localSize === size) &&
      (method !== 0 || size === packed);
    if (!isSame) throw new FormError("report/zip-inconsistent", { part: name });
    const compressed = bytes.subarray(start, start + packed);
    return { name, method, crc: u32(at + 16), size, compressed };
  };

  const { count, offset } = readEnd();
  if (count > MAX_ENTRIES) throw new FormError("report/zip-too-many-parts");
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  for (let at = offset; entries.size < count;) {
    const entry = readEntry(at);
    at += 46 + u16(at + 28) + u16(at + 30) + u16(at + 32);
    total += entry.size;
    refuseBomb(total, bytes.length, 10 * RATIO_FREE_BYTES);
    // Part names are compared without case (ECMA-376 part 2).
    const key = entry.name.toLowerCase();
    if (entries.has(key)) {
      throw new FormError("report/zip-duplicate", { part: entry.name });
    }
    entries.set(key, entry);
  }
  return [...entries.values()];
};

/**
 * Reads and checks the table of contents before a single byte is inflated:
 * count, sizes, ratio, flags, names, duplicates, overlaps.
 *
 * @throws FormError `report/zip-…`
 */
export const readCentralDirectory = (bytes: Uint8Array): ZipEntry[] => {
  try {
    const entries = readEntries(bytes);
    refuseOverlaps(entries);
    return entries;
  } catch (cause) {
    if (cause instanceof RangeError) truncated(cause);
    throw cause;
  }
};
