import { describe, expect, test } from "vitest";
import type { LayoutRow } from "../../../src/app-kit/layout-rows.ts";
import {
  isLaidOut,
  mergeLayout,
} from "../../../src/provision/plan/merge-layout.ts";
import {
  hasDefaultStates,
  mergeProcess,
  mergeViews,
} from "../../../src/provision/plan/merge-settings.ts";

const text = (code: string) => ({ type: "SINGLE_LINE_TEXT", code });
const row = (...codes: string[]): LayoutRow => ({
  type: "ROW",
  fields: codes.map(text),
});
const space = (elementId: string) => ({ type: "SPACER", elementId });

const desired: LayoutRow[] = [
  { type: "ROW", fields: [space("top")] },
  row("a", "b"),
  { type: "SUBTABLE", code: "table", fields: [text("c")] },
  { type: "GROUP", code: "group", layout: [row("d")] },
];

describe("mergeLayout", () => {
  test("what others put on the form stands behind ours, nothing is lost", () => {
    const actual: LayoutRow[] = [
      { type: "ROW", fields: [text("a"), text("x"), space("theirs")] },
      {
        type: "SUBTABLE",
        code: "table",
        fields: [text("y"), text("c")],
      },
      { type: "GROUP", code: "group", layout: [row("d", "z"), row("b")] },
      { type: "GROUP", code: "other", layout: [row("w")] },
    ];
    expect(mergeLayout(desired, actual)).toEqual([
      { type: "ROW", fields: [space("top")] },
      row("a", "b"),
      { type: "SUBTABLE", code: "table", fields: [text("c"), text("y")] },
      { type: "GROUP", code: "group", layout: [row("d")] },
      { type: "ROW", fields: [text("x"), space("theirs")] },
      row("z"),
      { type: "GROUP", code: "other", layout: [row("w")] },
    ]);
  });

  test("what it makes is laid out as wanted", () => {
    const actual = [row("x", "b"), row("a")];
    expect(isLaidOut(desired, actual)).toBe(false);
    expect(isLaidOut(desired, mergeLayout(desired, actual))).toBe(true);
  });

  test("another width of ours is a difference", () => {
    const wide = [
      { type: "ROW", fields: [{ ...text("a"), size: { width: "9" } }] },
    ] as const;
    expect(isLaidOut(wide, [row("a")])).toBe(false);
  });
});

describe("mergeViews", () => {
  const ours = { 甲: { name: "甲", index: "0", type: "LIST" } };

  test("lists of others are sent back behind ours, without their ids", () => {
    const actual = {
      乙: { name: "乙", index: "4", type: "LIST", id: "7" },
      甲: { name: "甲", index: "1", type: "LIST", id: "6" },
      丙: { name: "丙", index: "0", type: "LIST", id: "8" },
    };
    expect(mergeViews(ours, actual)).toEqual({
      甲: { name: "甲", index: "0", type: "LIST" },
      丙: { name: "丙", index: "1", type: "LIST" },
      乙: { name: "乙", index: "2", type: "LIST" },
    });
  });

  test("a dropped list is left out", () => {
    const actual = { 乙: { name: "乙", index: "4", type: "LIST", id: "7" } };
    expect(mergeViews(ours, actual, (name) => name === "乙")).toEqual(ours);
  });
});

test("a state and an action that others added to the process stay", () => {
  const own = {
    enable: true,
    states: { 始: { name: "始", index: "0" } },
    actions: [{ name: "進む", from: "始", to: "終" }],
  };
  const actual = {
    enable: true,
    states: {
      始: { name: "始", index: "0" },
      保留: { name: "保留", index: "1" },
    },
    actions: [
      { name: "進む", from: "始", to: "保留" },
      { name: "止める", from: "始", to: "保留" },
    ],
  };
  expect(mergeProcess(own, actual)).toEqual({
    enable: true,
    states: {
      始: { name: "始", index: "0" },
      保留: { name: "保留", index: "1" },
    },
    actions: [
      { name: "進む", from: "始", to: "終" },
      { name: "止める", from: "始", to: "保留" },
    ],
  });
});

test.each([
  [["未処理", "処理中", "完了"], true],
  [["準備中", "処理中", "完了"], true],
  [["Not started", "In progress", "Completed"], true],
  [["未処理", "課長の確認", "完了"], false],
])("unpublished statuses %j may be dropped: %s", (names, expected) => {
  const states = Object.fromEntries(
    names.map((name, index) => [name, { name, index: String(index) }]),
  );
  expect(hasDefaultStates({ enable: true, states })).toBe(expected);
});
