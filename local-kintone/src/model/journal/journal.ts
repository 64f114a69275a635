import { existsSync, mkdirSync, truncateSync } from "node:fs";
import { join } from "node:path";
import type { Entry, StoreListener } from "../store.ts";
import { createAppender } from "./appender.ts";
import { createBlobs } from "./blobs.ts";
import type { BlobFolder } from "./blobs.ts";
import { encode, toRow } from "./codec.ts";
import { startCompaction, writeCompacted } from "./compaction.ts";
import type { Compaction } from "./compaction.ts";
import { lockFolder } from "./folder-lock.ts";
import { readJournal } from "./read-journal.ts";

/*
 * DIR/journal.jsonl: one line per transaction, a list of [table, key, value?] rows,
 * a row without value meaning "gone"; `["replace"]` voids everything before it.
 * DIR/files/SHA256: bytes of uploads and plugins.
 *
 * A line is handed to the operating system before the answer leaves, so that a
 * killed process loses nothing it acknowledged. A power cut may.
 */

export type Journal = {
  entries: Entry[];
  listener: StoreListener;
  /** Lets the journal compact itself while running; `read` gives every value of the store. */
  compactFrom(read: () => readonly Entry[]): void;
  close(): void;
};

export type JournalOptions = {
  /** A journal is written anew once it is this long, and twice as long as it was after the last time. */
  compactAboveBytes?: number;
};

const COMPACT_ABOVE_BYTES = 64 * 1024 * 1024;

const explain = (what: string, error: unknown): void =>
  console.error(
    `local-kintone: ${what}: ${error instanceof Error ? error.message : String(error)}`,
  );

/**
 * Writes the journal anew without what is void. Where that fails, as on a full disk,
 * the old one stays as it is, without the half line at its end.
 */
const tidy = (
  path: string,
  contents: { entries: readonly Entry[]; length: number },
  blobs: BlobFolder,
): void => {
  const used = new Set<string>();
  const noting: BlobFolder = {
    ...blobs,
    save: (bytes) => {
      const name = blobs.save(bytes);
      used.add(name);
      return name;
    },
  };
  try {
    writeCompacted(path, contents.entries, noting);
  } catch (error) {
    if (!existsSync(path)) throw error;
    explain(`${path} could not be compacted and is used as it is`, error);
    truncateSync(path, contents.length);
    return;
  }
  blobs.keepOnly(used);
};

const unlockOnError = <T>(unlock: () => void, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    unlock();
    throw error;
  }
};

/**
 * Opens a data folder: reads what is there, writes it anew without what is void,
 * and takes every further change down.
 *
 * @throws Error when another process uses the folder or the journal is damaged
 */
export const openJournal = (
  dir: string,
  { compactAboveBytes = COMPACT_ABOVE_BYTES }: JournalOptions = {},
): Journal => {
  mkdirSync(dir, { recursive: true });
  const unlock = lockFolder(dir);
  const blobs = createBlobs(dir);
  const path = join(dir, "journal.jsonl");
  const contents = unlockOnError(unlock, () => {
    const read = readJournal(path, blobs);
    tidy(path, read, blobs);
    return read;
  });
  let journal = createAppender(path);
  let compactedLength = journal.length();
  let readStore: (() => readonly Entry[]) | null = null;
  let running: { compaction: Compaction; from: number } | null = null;

  const stopCompaction = () => {
    running?.compaction.cancel();
    running = null;
  };
  const reopen = () => {
    journal.close();
    journal = createAppender(path);
    compactedLength = journal.length();
  };
  const step = () => {
    if (!running) return;
    const { compaction, from } = running;
    try {
      if (!compaction.step()) {
        setImmediate(step);
        return;
      }
      compaction.finish(from, journal.length());
      reopen();
    } catch (error) {
      // Tried again when the journal has doubled.
      compactedLength = journal.length();
      explain(`${path} could not be compacted`, error);
    }
    running = null;
  };
  const startWhenLong = () => {
    const limit = Math.max(compactAboveBytes, 2 * compactedLength);
    if (running || !readStore || journal.length() < limit) return;
    const from = journal.length();
    try {
      running = {
        compaction: startCompaction(path, readStore(), blobs),
        from,
      };
      setImmediate(step);
    } catch (error) {
      compactedLength = from;
      explain(`${path} could not be compacted`, error);
    }
  };

  return {
    entries: contents.entries,
    compactFrom: (read) => {
      readStore = read;
    },
    listener: {
      commit: (changes) => {
        const rows = changes.map(({ table, key, after }) =>
          toRow({ table, key, value: after }),
        );
        journal.append(encode(rows, blobs));
        // After the transaction, when the store and the journal say the same.
        setImmediate(startWhenLong);
      },
      replace: (all) => {
        stopCompaction();
        writeCompacted(path, all, blobs);
        reopen();
      },
    },
    close: () => {
      stopCompaction();
      readStore = null;
      journal.close();
      unlock();
    },
  };
};
