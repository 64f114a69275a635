import { deflateSync, strToU8 } from "fflate";
import { crc32 } from "../../../src/xlsx/package/crc32.ts";

/** One entry as it shall stand in the archive, lies included. */
export type RawEntry = {
  readonly name: string;
  readonly content?: Uint8Array | string;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  /** Size given in both headers, instead of the real one. */
  readonly size?: number;
  readonly localName?: string;
  /** Data stored already, instead of deflating `content`. */
  readonly data?: Uint8Array;
  /** Points to the local header of that entry instead of its own. */
  readonly sharesDataOf?: number;
};

const header = (
  view: DataView,
  at: number,
  entry: RawEntry,
  data: Uint8Array,
  name: Uint8Array,
): void => {
  const content = entry.content ?? "";
  const bytes = typeof content === "string" ? strToU8(content) : content;
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, entry.flags ?? 0, true);
  view.setUint16(at + 4, entry.method ?? 8, true);
  view.setUint32(at + 10, entry.crc ?? crc32(bytes), true);
  view.setUint32(at + 14, data.length, true);
  view.setUint32(at + 18, entry.size ?? bytes.length, true);
  view.setUint16(at + 22, name.length, true);
};

const dataOf = (entry: RawEntry): Uint8Array => {
  if (entry.data) return entry.data;
  const content = entry.content ?? "";
  const bytes = typeof content === "string" ? strToU8(content) : content;
  return entry.method === 0 ? bytes : deflateSync(bytes);
};

/** A ZIP byte by byte, for archives that no honest program writes. */
export const rawZip = (
  entries: readonly RawEntry[],
  options: { readonly count?: number; readonly comment?: string } = {},
): Uint8Array => {
  const pieces: Uint8Array[] = [];
  const offsets: number[] = [];
  const datas = entries.map(dataOf);
  let at = 0;
  const put = (bytes: Uint8Array) => {
    pieces.push(bytes);
    at += bytes.length;
  };
  entries.forEach((entry, index) => {
    offsets.push(at);
    const data = datas[index] ?? new Uint8Array();
    const name = strToU8(entry.localName ?? entry.name);
    const local = new Uint8Array(30);
    const view = new DataView(local.buffer);
    view.setUint32(0, 0x04034b50, true);
    header(view, 4, entry, data, name);
    put(local);
    put(name);
    put(data);
  });
  const directory = at;
  entries.forEach((entry, index) => {
    const data = datas[index] ?? new Uint8Array();
    const name = strToU8(entry.name);
    const central = new Uint8Array(46);
    const view = new DataView(central.buffer);
    view.setUint32(0, 0x02014b50, true);
    view.setUint16(4, 20, true);
    header(view, 6, entry, data, name);
    view.setUint32(42, offsets[entry.sharesDataOf ?? index] ?? 0, true);
    put(central);
    put(name);
  });
  const comment = strToU8(options.comment ?? "");
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, options.count ?? entries.length, true);
  view.setUint16(10, options.count ?? entries.length, true);
  view.setUint32(12, at - directory, true);
  view.setUint32(16, directory, true);
  view.setUint16(20, comment.length, true);
  put(end);
  put(comment);
  const whole = new Uint8Array(at);
  pieces.reduce((offset, piece) => {
    whole.set(piece, offset);
    return offset + piece.length;
  }, 0);
  return whole;
};
