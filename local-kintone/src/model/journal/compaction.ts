import {
  closeSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from "node:fs";
import type { Entry } from "../store.ts";
import { encode, toRow } from "./codec.ts";
import type { Blobs } from "./codec.ts";
import { writeAll } from "./lines.ts";
import { REPLACE } from "./read-journal.ts";

/** Entries written at a time while requests wait: some milliseconds of work. */
const SLICE = 500;
const COPY_BYTES = 1 << 20;

const toLine = (value: unknown, blobs: Blobs): Buffer =>
  Buffer.from(`${encode(value, blobs)}\n`, "utf8");

/** A journal written anew beside the old one, which stays in force until `finish`. */
export type Compaction = {
  /** Writes some entries; true when all of them are written. */
  step(): boolean;
  /** Adds what the old journal received since `from`, and takes its place. */
  finish(from: number, to: number): void;
  cancel(): void;
};

/** One line per entry, so that no line grows with the site. */
export const startCompaction = (
  path: string,
  entries: readonly Entry[],
  blobs: Blobs,
): Compaction => {
  const draft = `${path}.draft`;
  const file = openSync(draft, "w");
  let isOpen = true;
  let next = 0;
  const end = () => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  const cancel = () => {
    end();
    rmSync(draft, { force: true });
  };
  /** A draft that cannot be finished takes no room on a disk that may be full. */
  const orCancel = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      cancel();
      throw error;
    }
  };
  const copyLines = (from: number, to: number) => {
    if (from === to) return;
    const old = openSync(path, "r");
    try {
      const buffer = Buffer.allocUnsafe(COPY_BYTES);
      for (let at = from; at < to;) {
        const wanted = Math.min(COPY_BYTES, to - at);
        const got = readSync(old, buffer, 0, wanted, at);
        if (got === 0) throw new Error(`${path} is shorter than it was`);
        writeAll(file, buffer.subarray(0, got));
        at += got;
      }
    } finally {
      closeSync(old);
    }
  };
  orCancel(() => writeAll(file, toLine([REPLACE], blobs)));
  return {
    cancel,
    step: () =>
      orCancel(() => {
        const slice = entries.slice(next, next + SLICE);
        next += slice.length;
        const lines = slice.map((entry) => toLine([toRow(entry)], blobs));
        writeAll(file, Buffer.concat(lines));
        return next >= entries.length;
      }),
    finish: (from, to) =>
      orCancel(() => {
        copyLines(from, to);
        fsyncSync(file);
        end();
        renameSync(draft, path);
      }),
  };
};

/** Writes a whole journal at once. */
export const writeCompacted = (
  path: string,
  entries: readonly Entry[],
  blobs: Blobs,
): void => {
  const compaction = startCompaction(path, entries, blobs);
  while (!compaction.step());
  compaction.finish(0, 0);
};
