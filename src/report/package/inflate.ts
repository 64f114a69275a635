import { Inflate, inflateSync } from "fflate";
import { AppError } from "../../errors/app-error.ts";
import type { ZipEntry } from "./central-directory.ts";
import { crc32 } from "./crc32.ts";

/** Deflate grows at most 1,032 times, so a slice costs at most 8 MB before we look. */
const SLICE_BYTES = 8 * 1024;

const inflateInSlices = (data: Uint8Array, out: Uint8Array): number => {
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length <= out.length) out.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < data.length && length < out.length;) {
    const end = at + SLICE_BYTES;
    stream.push(data.subarray(at, end), end >= data.length);
    at = end;
  }
  return length;
};

const inflateEntry = (entry: ZipEntry): Uint8Array => {
  const { compressed, size } = entry;
  if (size === 0 && compressed.length === 0) return compressed;
  // One byte more than declared shows an entry that is longer than it says.
  const out = new Uint8Array(size + 1);
  const length =
    compressed.length > SLICE_BYTES
      ? inflateInSlices(compressed, out)
      : inflateSync(compressed, { out }).length;
  if (length !== size) {
    throw new AppError("report/zip-inconsistent", { part: entry.name });
  }
  return out.subarray(0, size);
};

/**
 * The entry's content, with length and CRC checked.
 *
 * @throws AppError `report/zip-inconsistent`, `report/zip-damaged`
 */
export const readEntry = (entry: ZipEntry): Uint8Array => {
  let content: Uint8Array;
  try {
    content = entry.method === 0 ? entry.compressed : inflateEntry(entry);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("report/zip-damaged", { part: entry.name }, { cause });
  }
  if (crc32(content) !== entry.crc) {
    throw new AppError("report/zip-damaged", { part: entry.name });
  }
  return content;
};
