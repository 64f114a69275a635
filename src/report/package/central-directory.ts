import { AppError } from "../../errors/app-error.ts";
import { decode } from "../xml/encoding.ts";
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

type Header = Omit<ZipEntry, "compressed"> & {
  readonly flags: number;
  readonly compressedSize: number;
  readonly offset: number;
};

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
const FULL = 0xffffffff;
/** An end record has 22 bytes and a comment of at most 65,535. */
const END_BYTES = 22;

const truncated = (): never => {
  throw new AppError("report/zip-truncated");
};

const inconsistent = (name: string): never => {
  throw new AppError("report/zip-inconsistent", { part: name });
};

const read64 = (view: DataView, at: number): number =>
  view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;

const findEnd = (view: DataView): number => {
  const lowest = Math.max(0, view.byteLength - END_BYTES - 0xffff);
  for (let at = view.byteLength - END_BYTES; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return truncated();
};

const readEnd = (view: DataView): { count: number; offset: number } => {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const offset = view.getUint32(end + 16, true);
  if (count !== 0xffff && offset !== FULL) return { count, offset };
  if (end < 20 || view.getUint32(end - 20, true) !== END64_LOCATOR) {
    return { count, offset };
  }
  const end64 = read64(view, end - 12);
  if (end64 + 56 > end || view.getUint32(end64, true) !== END64) truncated();
  return { count: read64(view, end64 + 32), offset: read64(view, end64 + 48) };
};

/** ZIP64 keeps the numbers that did not fit in an extra field, in this order. */
const readZip64 = (
  view: DataView,
  from: number,
  length: number,
  numbers: readonly number[],
): number[] => {
  for (let at = from; at + 4 <= from + length;) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let next = at + 4;
      return numbers.map((number) => {
        if (number !== FULL || next + 8 > at + 4 + size) return number;
        next += 8;
        return read64(view, next - 8);
      });
    }
    at += 4 + size;
  }
  return [...numbers];
};

const isSafeName = (name: string): boolean =>
  // eslint-disable-next-line no-control-regex -- that is what is refused
  !/[\x00-\x1f\x7f\\:\ufffd]/.test(name) &&
  name.length <= 512 &&
  name
    .replace(/\/$/, "")
    .split("/")
    .every((segment) => !/^\.*$/.test(segment));

const refuseBomb = (size: number, packed: number, free: number): void => {
  const isTooDense = size > free && size > packed * MAX_RATIO;
  if (isTooDense || size > MAX_INFLATED_BYTES) {
    throw new AppError("report/zip-bomb");
  }
};

const checkHeader = (header: Header): void => {
  const { name, flags, method, size, compressedSize } = header;
  if (!isSafeName(name)) throw new AppError("report/zip-hostile-name");
  // Bit 0: encrypted, bit 6: strongly, bit 13: masked names.
  if (flags & 0x2041) throw new AppError("report/zip-encrypted");
  if (method !== 0 && method !== 8) {
    throw new AppError("report/zip-method", { part: name, method });
  }
  if (method === 0 && size !== compressedSize) inconsistent(name);
  refuseBomb(size, compressedSize, RATIO_FREE_BYTES);
};

const readHeader = (
  bytes: Uint8Array,
  view: DataView,
  at: number,
): { header: Header; next: number } => {
  if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) {
    truncated();
  }
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next =
    at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > bytes.length) truncated();
  const [size, compressedSize, offset] = readZip64(
    view,
    at + 46 + nameLength,
    extraLength,
    [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ],
  );
  const header = {
    name: decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    size: size ?? 0,
    compressedSize: compressedSize ?? 0,
    offset: offset ?? 0,
  };
  checkHeader(header);
  return { header, next };
};

/** Where the data lies; the local header must tell the same story. */
const locate = (
  bytes: Uint8Array,
  view: DataView,
  header: Header,
): { start: number; end: number } => {
  const { name, offset } = header;
  if (offset + 30 > bytes.length) truncated();
  if (view.getUint32(offset, true) !== LOCAL) inconsistent(name);
  const nameLength = view.getUint16(offset + 26, true);
  const start = offset + 30 + nameLength + view.getUint16(offset + 28, true);
  const end = start + header.compressedSize;
  if (end > bytes.length) truncated();
  const localName = decode(
    bytes.subarray(offset + 30, offset + 30 + nameLength),
  );
  const localSize = view.getUint32(offset + 22, true);
  const hasDescriptor = (view.getUint16(offset + 6, true) & 8) !== 0;
  const tellsSize = !hasDescriptor && localSize !== FULL;
  if (
    localName !== name ||
    view.getUint16(offset + 8, true) !== header.method ||
    (tellsSize && localSize !== header.size)
  ) {
    inconsistent(name);
  }
  return { start, end };
};

const refuseOverlaps = (
  places: ReadonlyArray<{ start: number; end: number; name: string }>,
): void => {
  let last = 0;
  for (const place of [...places].sort((a, b) => a.start - b.start)) {
    if (place.start < last) throw new AppError("report/zip-bomb");
    last = Math.max(last, place.end);
  }
};

/**
 * Reads and checks the table of contents before a single byte is inflated:
 * count, sizes, ratio, flags, names, duplicates, overlaps.
 *
 * @throws AppError `report/zip-…`
 */
export const readCentralDirectory = (bytes: Uint8Array): ZipEntry[] => {
  if (bytes.length < END_BYTES) truncated();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, offset } = readEnd(view);
  if (count > MAX_ENTRIES) throw new AppError("report/zip-too-many-parts");

  const entries: ZipEntry[] = [];
  const places: Array<{ start: number; end: number; name: string }> = [];
  const seen = new Set<string>();
  let total = 0;
  for (let index = 0, at = offset; index < count; index += 1) {
    const { header, next } = readHeader(bytes, view, at);
    at = next;
    total += header.size;
    refuseBomb(total, bytes.length, 10 * RATIO_FREE_BYTES);
    // Part names are compared without case (ECMA-376 part 2).
    const key = header.name.toLowerCase();
    if (seen.has(key)) {
      throw new AppError("report/zip-duplicate", { part: header.name });
    }
    seen.add(key);
    const { start, end } = locate(bytes, view, header);
    places.push({ start, end, name: header.name });
    entries.push({
      name: header.name,
      method: header.method,
      crc: header.crc,
      size: header.size,
      compressed: bytes.subarray(start, end),
    });
  }
  refuseOverlaps(places);
  return entries;
};
