import { finish } from "../../ground/steps.ts";
import type { Steps } from "../../ground/steps.ts";
import { encodeUtf8 } from "../xml/encoding.ts";
import { viewOf } from "./bytes.ts";
import type { ZipEntry } from "./central-directory.ts";
import { crc32 } from "./crc32.ts";
import { createDeflater } from "./deflate.ts";

/** 1 January 1980, the first day ZIP knows: same input, same bytes. */
const DOS_DATE = 0x0021;
const UTF8_NAME = 0x0800;
/** From here on a longer search takes much longer and hardly saves anything. */
const LONG_PART_BYTES = 512 * 1024;

/**
 * Packs an entry as its pieces come, because a part of 200,000 cells is long as
 * one text and longer as bytes.
 *
 * @param length - about how many bytes they are together
 */
export function* packEntry(
  name: string,
  pieces: Iterable<Uint8Array>,
  length: number,
): Steps<ZipEntry> {
  const deflater = createDeflater(length > LONG_PART_BYTES ? 4 : 32);
  let crc = 0;
  let size = 0;
  for (const piece of pieces) {
    deflater.add(piece);
    crc = crc32(piece, crc);
    size += piece.length;
    yield;
  }
  return { name, method: 8, crc, size, compressed: deflater.end() };
}

export const deflateEntry = (name: string, content: Uint8Array): ZipEntry =>
  finish(packEntry(name, [content], content.length));

/** Packs entries in the given order, with fixed time stamps and no extras. */
export const writeZip = (entries: readonly ZipEntry[]): Uint8Array => {
  const named = entries.map((entry) => ({
    ...entry,
    stored: encodeUtf8(entry.name),
  }));
  const out = new Uint8Array(
    named.reduce(
      (sum, { stored, compressed }) =>
        sum + 76 + 2 * stored.length + compressed.length,
      22,
    ),
  );
  const view = viewOf(out);
  let at = 0;
  const put16 = (...values: readonly number[]): void => {
    for (const value of values) {
      view.setUint16(at, value, true);
      at += 2;
    }
  };
  const put32 = (...values: readonly number[]): void => {
    for (const value of values) put16(value & 0xffff, value >>> 16);
  };
  const put = (bytes: Uint8Array): void => {
    out.set(bytes, at);
    at += bytes.length;
  };
  const putHeader = ({
    name,
    stored,
    method,
    crc,
    compressed,
    size,
  }: (typeof named)[number]): void => {
    const flags = stored.length === name.length ? 0 : UTF8_NAME;
    put16(20, flags, method, 0, DOS_DATE);
    put32(crc, compressed.length, size);
    put16(stored.length, 0);
  };

  const starts = named.map((entry) => {
    const start = at;
    put32(0x04034b50);
    putHeader(entry);
    put(entry.stored);
    put(entry.compressed);
    return start;
  });
  const directory = at;
  named.forEach((entry, index) => {
    put32(0x02014b50);
    put16(20);
    putHeader(entry);
    put16(0, 0, 0);
    put32(0, starts[index] ?? 0);
    put(entry.stored);
  });
  const length = at - directory;
  put32(0x06054b50, 0);
  put16(entries.length, entries.length);
  put32(length, directory);
  return out;
};
