import { closeSync, openSync, readSync, writeSync } from "node:fs";

const CHUNK_BYTES = 1 << 20;
const LINE_BREAK = 0x0a;

/** Writes everything: one write may take less than it is given, as on a disk that fills up. */
export const writeAll = (file: number, bytes: Uint8Array): void => {
  let written = 0;
  while (written < bytes.byteLength)
    written += writeSync(file, bytes, written, bytes.byteLength - written);
};

/**
 * Reads a file line by line, so that its size is not limited by that of a string.
 * Bytes after the last line break are no line.
 *
 * @returns the length of all lines in bytes, and that of the rest after them
 */
export const readLines = (
  path: string,
  take: (line: string, number: number) => void,
): { lines: number; rest: number } => {
  const file = openSync(path, "r");
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  let length = 0;
  let number = 0;
  const endLine = (start: number, end: number) => {
    // Most lines lie within one chunk, and are read from it without a copy.
    const line =
      pendingBytes === 0
        ? chunk.toString("utf8", start, end)
        : Buffer.concat([...pending, chunk.subarray(start, end)]).toString();
    length += pendingBytes + end - start + 1;
    number += 1;
    pending = [];
    pendingBytes = 0;
    take(line, number);
  };
  try {
    for (;;) {
      const size = readSync(file, chunk, 0, CHUNK_BYTES, null);
      if (size === 0) break;
      let start = 0;
      for (;;) {
        const end = chunk.indexOf(LINE_BREAK, start);
        if (end < 0 || end >= size) break;
        endLine(start, end);
        start = end + 1;
      }
      if (start < size) pending.push(Buffer.from(chunk.subarray(start, size)));
      pendingBytes += size - start;
    }
  } finally {
    closeSync(file);
  }
  return { lines: length, rest: pendingBytes };
};
