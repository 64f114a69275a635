import { closeSync, fstatSync, ftruncateSync, openSync } from "node:fs";
import { writeAll } from "./lines.ts";

/** Appends whole lines to a file. */
export type Appender = {
  append(line: string): void;
  /** Bytes of the file. */
  length(): number;
  close(): void;
};

/**
 * A write that fails half-way leaves no half line. Where even that fails,
 * further lines are refused: they would be glued to the half one.
 */
export const createAppender = (path: string): Appender => {
  const file = openSync(path, "a");
  let { size: length } = fstatSync(file);
  let isTorn = false;
  return {
    length: () => length,
    append: (line) => {
      if (isTorn) throw new Error(`${path} ends with half a line; start anew`);
      const bytes = Buffer.from(`${line}\n`, "utf8");
      try {
        writeAll(file, bytes);
      } catch (error) {
        isTorn = true;
        ftruncateSync(file, length);
        isTorn = false;
        throw error;
      }
      length += bytes.byteLength;
    },
    close: () => closeSync(file),
  };
};
