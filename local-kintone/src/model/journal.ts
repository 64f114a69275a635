import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { lockFolder } from "./folder-lock.ts";
import { decode, encode, toRow } from "./journal-codec.ts";
import type { Blobs, Row } from "./journal-codec.ts";
import type { Entry, StoreListener } from "./store.ts";

/*
 * DIR/journal.jsonl: one line per transaction, a list of [table, key, value?] rows,
 * a row without value meaning "gone"; `{"replace": true}` in front means that all
 * before it is void. DIR/files/SHA256: bytes of uploads and plugins.
 *
 * A line is handed to the operating system before the answer leaves, so that a
 * killed process loses nothing it acknowledged. A power cut may.
 */

export type Journal = {
  entries: Entry[];
  listener: StoreListener;
  close(): void;
};

const REPLACE = "replace";

const createBlobs = (dir: string): Blobs => {
  const folder = join(dir, "files");
  mkdirSync(folder, { recursive: true });
  return {
    save: (bytes) => {
      const name = createHash("sha256").update(bytes).digest("hex");
      const path = join(folder, name);
      if (existsSync(path)) return name;
      // A kill in the middle must not leave half a file under the real name.
      const draft = `${path}.${process.pid}.draft`;
      writeFileSync(draft, bytes);
      renameSync(draft, path);
      return name;
    },
    load: (name) => {
      if (!/^[0-9a-f]{64}$/.test(name))
        throw new Error(`Not a file name: ${name}`);
      return new Uint8Array(readFileSync(join(folder, name)));
    },
  };
};

const apply = (
  tables: Map<string, Map<string | number, unknown>>,
  line: unknown,
) => {
  if (!Array.isArray(line)) throw new Error("a line is not a list");
  // Lines are written by this file alone.
  const [head, ...rest] = line as [unknown, ...unknown[]];
  const isReplacing = head === REPLACE;
  if (isReplacing) tables.clear();
  const rows = (isReplacing ? rest : line) as Row[];
  for (const [name, key, ...value] of rows) {
    const table = tables.get(name) ?? new Map<string | number, unknown>();
    tables.set(name, table);
    if (value.length === 0) table.delete(key);
    else table.set(key, value[0]);
  }
};

const byKey = (
  [a]: [string | number, unknown],
  [b]: [string | number, unknown],
) => (typeof a === "number" && typeof b === "number" ? a - b : 0);

const readEntries = (path: string, blobs: Blobs): Entry[] => {
  if (!existsSync(path)) return [];
  const text = readFileSync(path, "utf8");
  // What follows the last line break was being written when the process died: nobody was told of it.
  const lines = text.slice(0, text.lastIndexOf("\n") + 1).split("\n");
  const tables = new Map<string, Map<string | number, unknown>>();
  lines.forEach((line, i) => {
    if (line === "") return;
    try {
      apply(tables, decode(line, blobs));
    } catch (cause) {
      throw new Error(`${path}, line ${i + 1} cannot be read`, { cause });
    }
  });
  return [...tables].flatMap(([table, rows]) =>
    [...rows].sort(byKey).map(([key, value]) => ({ table, key, value })),
  );
};

/** One line per entry, so that no line grows with the site. */
const writeCompacted = (
  path: string,
  entries: readonly Entry[],
  blobs: Blobs,
) => {
  const draft = `${path}.draft`;
  const file = openSync(draft, "w");
  writeSync(file, `${JSON.stringify([REPLACE])}\n`);
  for (const entry of entries)
    writeSync(file, `${encode([toRow(entry)], blobs)}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(draft, path);
};

const dropUnusedBlobs = (dir: string, path: string) => {
  const folder = join(dir, "files");
  const used = new Set(readFileSync(path, "utf8").match(/[0-9a-f]{64}/g) ?? []);
  for (const name of readdirSync(folder))
    if (!used.has(name)) rmSync(join(folder, name), { force: true });
};

/** Appends whole lines; a write that fails half-way leaves no half line behind. */
const createAppender = (path: string) => {
  const file = openSync(path, "a");
  let length = readFileSync(path).byteLength;
  return {
    append: (line: string) => {
      const bytes = Buffer.from(`${line}\n`, "utf8");
      try {
        let written = 0;
        while (written < bytes.byteLength)
          written += writeSync(file, bytes, written);
      } catch (error) {
        ftruncateSync(file, length);
        throw error;
      }
      length += bytes.byteLength;
    },
    close: () => closeSync(file),
  };
};

/**
 * Opens a data folder: reads what is there, writes it anew without what is void,
 * and takes every further change down.
 *
 * @throws Error when another process uses the folder or the journal is damaged
 */
export const openJournal = (dir: string): Journal => {
  mkdirSync(dir, { recursive: true });
  const unlock = lockFolder(dir);
  const blobs = createBlobs(dir);
  const path = join(dir, "journal.jsonl");
  const entries = readEntries(path, blobs);
  writeCompacted(path, entries, blobs);
  dropUnusedBlobs(dir, path);
  const journal = createAppender(path);
  return {
    entries,
    listener: {
      commit: (changes) => {
        const rows = changes.map(({ table, key, after }) =>
          toRow({ table, key, value: after }),
        );
        journal.append(encode(rows, blobs));
      },
      replace: (all) =>
        journal.append(encode([REPLACE, ...all.map(toRow)], blobs)),
    },
    close: () => {
      journal.close();
      unlock();
    },
  };
};
