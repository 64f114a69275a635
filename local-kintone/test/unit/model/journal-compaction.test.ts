import {
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openJournal } from "../../../src/model/journal/journal.ts";
import { createStore } from "../../../src/model/store.ts";

const { limit } = vi.hoisted(() => ({ limit: { bytes: Infinity } }));
vi.mock("node:fs", async (load) => {
  const fs = await load<typeof import("node:fs")>();
  return {
    ...fs,
    /** A disk that takes at most some bytes at a time. */
    writeSync: (file: number, bytes: Uint8Array, offset = 0, length?: number) =>
      fs.writeSync(
        file,
        bytes,
        offset,
        Math.min(limit.bytes, length ?? bytes.byteLength - offset),
      ),
  };
});

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "local-kintone-"));
});
afterEach(() => {
  limit.bytes = Infinity;
  rmSync(dir, { recursive: true, force: true });
});

const path = () => join(dir, "journal.jsonl");

const open = (compactAboveBytes?: number) => {
  const journal = openJournal(
    dir,
    compactAboveBytes === undefined ? {} : { compactAboveBytes },
  );
  const store = createStore(journal.listener, journal.entries);
  journal.compactFrom(store.entries);
  return { store, close: journal.close };
};

const namesAfterReopening = (): string[] => {
  const { store, close } = open();
  close();
  return [...store.groups.values()].map(({ name }) => name);
};

const nameOf = (round: number) => `${round} ${"名前".repeat(50)}`;

test("a write that takes less than it is given loses nothing", () => {
  limit.bytes = 7;
  const first = open();
  for (let id = 1; id <= 20; id += 1)
    first.store.saveGroup({ id, code: `g${id}`, name: nameOf(id) });
  first.close();
  const wanted = Array.from({ length: 20 }, (_, i) => nameOf(i + 1));
  expect(namesAfterReopening()).toEqual(wanted);
  expect(namesAfterReopening()).toEqual(wanted);
});

describe("a long journal", () => {
  test("is compacted while requests go on, and loses none of them", async () => {
    const { store, close } = open(20_000);
    for (let id = 1; id <= 3000; id += 1)
      store.saveGroup({ id, code: `g${id}`, name: "" });
    let longest = 0;
    for (let round = 1; round <= 3000; round += 1) {
      store.saveGroup({ id: 1, code: "g1", name: nameOf(round) });
      longest = Math.max(longest, statSync(path()).size);
      if (round % 20 === 0) await turn();
    }
    const { size } = statSync(path());
    close();
    // All rounds together are some 1.1 MB.
    expect(longest).toBeLessThan(700_000);
    expect(size).toBeLessThan(700_000);
    const names = namesAfterReopening();
    expect(names).toHaveLength(3000);
    expect(names[0]).toBe(nameOf(3000));
  });

  test("that is replaced in the middle of a compaction holds the replacement", async () => {
    const { store, close } = open(1000);
    for (let id = 1; id <= 2000; id += 1)
      store.saveGroup({ id, code: `g${id}`, name: "old" });
    await turn();
    store.replaceAll([
      { table: "groups", key: "g", value: { id: 1, code: "g", name: "new" } },
    ]);
    await turn();
    store.saveGroup({ id: 2, code: "h", name: "newer" });
    close();
    expect(namesAfterReopening()).toEqual(["new", "newer"]);
  });

  test("of more bytes than a string can hold is read", () => {
    const { store, close } = open();
    store.saveGroup({ id: 1, code: "g", name: "G" });
    close();
    const line = '[["groups","g",{"id":1,"code":"g","name":"last"}]]';
    const megabyte = Buffer.from(`${line.padEnd((1 << 16) - 1)}\n`.repeat(16));
    const file = openSync(path(), "a");
    for (let written = 0; written < 540; written += 1)
      writeSync(file, megabyte);
    closeSync(file);
    expect(statSync(path()).size).toBeGreaterThan(512 * 1024 * 1024);
    expect(namesAfterReopening()).toEqual(["last"]);
  }, 60_000);
});
