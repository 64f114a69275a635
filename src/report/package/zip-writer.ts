import { encodeUtf8 } from "../xml/encoding.ts";
import type { ZipEntry } from "./central-directory.ts";
import { crc32 } from "./crc32.ts";
import { deflate } from "./deflate.ts";

/** 1 January 1980, the first day ZIP knows: same input, same bytes. */
const DOS_DATE = 0x0021;
const UTF8_NAME = 0x0800;
/** From here on a longer search takes much longer and hardly saves anything. */
const LONG_PART_BYTES = 512 * 1024;

export const deflateEntry = (name: string, content: Uint8Array): ZipEntry => ({
  name,
  method: 8,
  crc: crc32(content),
  size: content.length,
  compressed: deflate(content, content.length > LONG_PART_BYTES ? 4 : 32),
});

const writeHeader = (
  view: DataView,
  at: number,
  entry: ZipEntry,
  name: Uint8Array,
): void => {
  view.setUint16(at, 20, true);
  view.setUint16(
    at + 2,
    name.length === entry.name.length ? 0 : UTF8_NAME,
    true,
  );
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, DOS_DATE, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.compressed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, name.length, true);
};

/** Packs entries in the given order, with fixed time stamps and no extras. */
export const writeZip = (entries: readonly ZipEntry[]): Uint8Array => {
  const names = entries.map((entry) => encodeUtf8(entry.name));
  const total = entries.reduce(
    (sum, entry, index) =>
      sum + 76 + 2 * (names[index]?.length ?? 0) + entry.compressed.length,
    22,
  );
  const out = new Uint8Array(total);
  const view = new DataView(out.buffer);
  const offsets: number[] = [];
  let at = 0;
  entries.forEach((entry, index) => {
    const name = names[index] ?? new Uint8Array();
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    writeHeader(view, at + 4, entry, name);
    out.set(name, at + 30);
    out.set(entry.compressed, at + 30 + name.length);
    at += 30 + name.length + entry.compressed.length;
  });
  const directory = at;
  entries.forEach((entry, index) => {
    const name = names[index] ?? new Uint8Array();
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    writeHeader(view, at + 6, entry, name);
    view.setUint32(at + 42, offsets[index] ?? 0, true);
    out.set(name, at + 46);
    at += 46 + name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return out;
};
