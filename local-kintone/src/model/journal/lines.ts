import { closeSync, openSync, readSync, writeSync } from "node:fs";

const CHUNK_BYTES = 1 << 20;
const LINE_BREAK = 0x0a;

/** Writes everything: one write may take less than it is given, as on a disk that fills up. */
export const writeAll = (file: number, bytes: Uint8Array): void => {
  let written = 0;
  while (written < bytes.byteLength)
    written += writeSync(file, bytes, written, bytes.byteLength - written);
};

const readChunk = (file: number): Buffer => {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  return chunk.subarray(0, readSync(file, chunk, 0, CHUNK_BYTES, null));
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
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  let length = 0;
  let number = 0;
  try {
    for (let chunk = readChunk(file); chunk.byteLength > 0;) {
      let start = 0;
      for (;;) {
        const end = chunk.indexOf(LINE_BREAK, start);
        if (end < 0) break;
        const line = Buffer.concat([...pending, chunk.subarray(start, end)]);
        pending = [];
        pendingBytes = 0;
        number += 1;
        length += line.byteLength + 1;
        start = end + 1;
        take(line.toString("utf8"), number);
      }
      pending.push(chunk.subarray(start));
      pendingBytes += chunk.byteLength - start;
      chunk = readChunk(file);
    }
  } finally {
    closeSync(file);
  }
  return { lines: length, rest: pendingBytes };
};
