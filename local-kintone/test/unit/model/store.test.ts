import { describe, expect, test } from "vitest";
import type { Group, StoredRecord } from "../../../src/model/model.ts";
import { createStore } from "../../../src/model/store.ts";
import type { Change } from "../../../src/model/store.ts";

const group = (code: string): Group => ({ id: 1, code, name: code });
const record = (id: number): StoredRecord => ({
  id,
  revision: 1,
  values: {},
  creator: "a",
  createdAt: "",
  modifier: "a",
  updatedAt: "",
  status: null,
  assignees: [],
  statusHistory: [],
  comments: [],
  nextCommentId: 1,
});

const recording = () => {
  const commits: Change[][] = [];
  const store = createStore({
    commit: (changes) => commits.push([...changes]),
    replace: () => undefined,
  });
  return { store, commits };
};

describe("a transaction", () => {
  test("that throws leaves nothing behind, counters included", () => {
    const { store, commits } = recording();
    store.saveGroup(group("kept"));
    const work = () =>
      store.transaction(() => {
        store.nextId("record:1");
        store.saveGroup(group("lost"));
        store.removeGroup("kept");
        throw new Error("no");
      });
    expect(work).toThrow("no");
    expect([...store.groups.keys()]).toEqual(["kept"]);
    expect(store.nextId("record:1")).toBe(1);
    expect(commits.flat().map(({ key }) => key)).toEqual(["kept", "record:1"]);
  });

  test("inside another one is a savepoint", () => {
    const { store, commits } = recording();
    store.transaction(() => {
      store.saveGroup(group("outer"));
      try {
        store.transaction(() => {
          store.saveGroup(group("inner"));
          throw new Error("inner");
        });
      } catch {
        store.saveGroup(group("after"));
      }
    });
    expect([...store.groups.keys()]).toEqual(["outer", "after"]);
    expect(commits).toHaveLength(1);
    expect(commits[0]?.map(({ key }) => key)).toEqual(["outer", "after"]);
  });

  test("puts deleted records back in the order of their ids", () => {
    const { store } = recording();
    for (const id of [1, 2, 3]) store.saveRecord(7, record(id));
    const records = store.records(7);
    expect(() =>
      store.transaction(() => {
        store.removeRecord(7, 1);
        store.removeRecord(7, 2);
        throw new Error("no");
      }),
    ).toThrow();
    expect([...records.keys()]).toEqual([1, 2, 3]);
  });

  test("whose commit fails is undone", () => {
    const store = createStore({
      commit: () => {
        throw new Error("disk full");
      },
      replace: () => undefined,
    });
    expect(() => store.saveGroup(group("a"))).toThrow("disk full");
    expect(store.groups.size).toBe(0);
  });
});

test("an app is removed with its records, and comes back with them", () => {
  const { store } = recording();
  store.saveRecord(3, record(1));
  expect(() =>
    store.transaction(() => {
      store.removeApp(3);
      expect(store.records(3).size).toBe(0);
      throw new Error("no");
    }),
  ).toThrow();
  expect(store.records(3).size).toBe(1);
});

test("what entries gives, replaceAll takes", () => {
  const { store } = recording();
  store.saveGroup(group("a"));
  store.saveRecord(1, record(1));
  const entries = store.entries();
  store.removeGroup("a");
  store.removeRecord(1, 1);
  store.replaceAll(entries);
  expect(store.groups.has("a")).toBe(true);
  expect(store.records(1).has(1)).toBe(true);
});
