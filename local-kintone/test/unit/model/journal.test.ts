import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { decode, encode } from "../../../src/model/journal/codec.ts";
import { openJournal } from "../../../src/model/journal/journal.ts";
import { createStore } from "../../../src/model/store.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "local-kintone-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const open = () => {
  const journal = openJournal(dir);
  const store = createStore(journal.listener, journal.entries);
  return { store, close: journal.close };
};

const file = (key: string, text: string) => ({
  key,
  name: `${key}.txt`,
  contentType: "text/plain",
  bytes: new TextEncoder().encode(text),
  uploadedBy: "a",
  uploadedAt: "2022-07-20T00:00:00Z",
  kind: "temporary" as const,
});

describe("a data folder", () => {
  test("gives back what was saved, bytes and counters included", () => {
    const first = open();
    first.store.saveGroup({ id: 1, code: "g", name: "G" });
    first.store.nextId("x");
    first.store.saveFile(file("f", "hello"));
    first.store.savePlugin({
      id: "p",
      version: "1",
      manifest: {},
      files: new Map([["a.js", new Uint8Array([1, 2, 3])]]),
      installedAt: "",
    });
    first.store.saveGroup({ id: 2, code: "gone", name: "" });
    first.store.removeGroup("gone");
    first.close();

    const { store, close } = open();
    expect([...store.groups.values()]).toEqual([
      { id: 1, code: "g", name: "G" },
    ]);
    expect(store.nextId("x")).toBe(2);
    expect(store.files.get("f")).toEqual(file("f", "hello"));
    expect(store.plugins.get("p")?.files.get("a.js")).toEqual(
      new Uint8Array([1, 2, 3]),
    );
    close();
  });

  test("forgets a line that was cut off, and nothing before it", () => {
    const first = open();
    first.store.saveGroup({ id: 1, code: "g", name: "G" });
    first.close();
    appendFileSync(join(dir, "journal.jsonl"), '[["groups","half",{"id":');
    const { store, close } = open();
    expect([...store.groups.keys()]).toEqual(["g"]);
    close();
  });

  test("with a damaged line in the middle is refused, not half read", () => {
    const first = open();
    first.store.saveGroup({ id: 1, code: "g", name: "G" });
    first.close();
    const path = join(dir, "journal.jsonl");
    writeFileSync(path, `{broken\n${readFileSync(path, "utf8")}`);
    expect(open).toThrow("line 1 cannot be read (and others follow)");
  });

  test("with a damaged tail says how to go on without it, and touches nothing", () => {
    const first = open();
    first.store.saveGroup({ id: 1, code: "g", name: "G" });
    first.close();
    const path = join(dir, "journal.jsonl");
    appendFileSync(path, "\0\0\0\n");
    const before = readFileSync(path, "utf8");
    const lines = before.split("\n").length - 2;
    expect(open).toThrow(
      `line ${lines + 1} cannot be read (the last one). Nothing was changed. ` +
        `To go on with the ${lines} lines before it: cp ${path} ${path}.damaged && head -n ${lines} ${path}.damaged > ${path}`,
    );
    expect(readFileSync(path, "utf8")).toBe(before);
    writeFileSync(path, `${before.split("\n").slice(0, lines).join("\n")}\n`);
    const { store, close } = open();
    expect([...store.groups.keys()]).toEqual(["g"]);
    close();
  });

  test("with a lock that a full disk left empty is opened", () => {
    writeFileSync(join(dir, "lock"), "");
    open().close();
  });

  test("drops bytes that nothing names any more", () => {
    const first = open();
    first.store.saveFile(file("a", "one"));
    first.store.saveFile(file("b", "two"));
    first.store.removeFile("a");
    first.close();
    expect(readdirSync(join(dir, "files"))).toHaveLength(2);
    open().close();
    expect(readdirSync(join(dir, "files"))).toHaveLength(1);
  });

  test("in use by a running process is refused", () => {
    // Process 1 always runs and is never this one.
    writeFileSync(join(dir, "lock"), "1");
    expect(open).toThrow("in use by process 1");
  });

  test("whose process was killed is taken over", () => {
    // Beyond the largest process id there is.
    writeFileSync(join(dir, "lock"), "4194999");
    const { close } = open();
    close();
  });
});

test("any JSON value survives the journal, also one that looks like the journal's own marks", () => {
  const blobs = {
    save: () => {
      throw new Error("no bytes here");
    },
    load: () => {
      throw new Error("no bytes here");
    },
  };
  const tricky = fc.constantFrom("$blob", "$map", "$plain", "__proto__", "a");
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.jsonValue(),
      fc.dictionary(tricky, tie("value"), {
        maxKeys: 2,
        noNullPrototype: true,
      }),
      fc.array(tie("value"), { maxLength: 3 }),
    ),
  }));
  fc.assert(
    fc.property(value, (it) => {
      const plain: unknown = JSON.parse(JSON.stringify(it));
      expect(decode(encode(plain, blobs), blobs)).toEqual(plain);
    }),
  );
});
