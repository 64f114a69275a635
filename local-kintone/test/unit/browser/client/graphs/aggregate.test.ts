import { describe, expect, test } from "vitest";
import type { FieldRecord } from "../../../../../src/browser/client/record/types.ts";
import { aggregate } from "../../../../../src/browser/client/graphs/aggregate.ts";
import { groupKeys } from "../../../../../src/browser/client/graphs/group-keys.ts";
import type {
  Per,
  Report,
} from "../../../../../src/browser/client/graphs/graph.ts";
import {
  toPercent,
  toSeries,
} from "../../../../../src/browser/client/graphs/series.ts";

/** Nine hours ahead, as in Japan. */
const toWall = (iso: string): string =>
  new Date(Date.parse(iso) + 9 * 3_600_000).toISOString().slice(0, 16);

const report = (more: Partial<Report>): Report => ({
  id: "1",
  name: "件数",
  chartType: "TABLE",
  groups: [{ code: "kind" }],
  aggregations: [{ type: "COUNT" }],
  filterCond: "",
  sorts: [],
  ...more,
});

const record = (
  kind: string | string[],
  amount: string,
  more: FieldRecord = {},
): FieldRecord => ({
  kind: { type: Array.isArray(kind) ? "CHECK_BOX" : "DROP_DOWN", value: kind },
  amount: { type: "NUMBER", value: amount },
  ...more,
});

describe("groupKeys", () => {
  const at = { type: "DATETIME", value: "2026-12-31T15:30:00Z" };
  test.each<[Per, string]>([
    ["YEAR", "2027"],
    ["QUARTER", "2027 Q1"],
    ["MONTH", "2027-01"],
    ["WEEK", "2026-12-27"],
    ["DAY", "2027-01-01"],
    ["HOUR", "2027-01-01 00:00"],
    ["MINUTE", "2027-01-01 00:30"],
  ])("an instant by %s is that of the user's wall", (per, key) => {
    expect(groupKeys(at, per, toWall)).toEqual([key]);
  });

  test("a day has no zone; a time has its hour; nothing is one group", () => {
    const day = { type: "DATE", value: "2026-08-01" };
    expect(groupKeys(day, "WEEK", toWall)).toEqual(["2026-07-26"]);
    expect(groupKeys({ type: "TIME", value: "09:45" }, "HOUR", toWall)).toEqual(
      ["09:00"],
    );
    expect(groupKeys({ type: "DATE", value: null }, "DAY", toWall)).toEqual([
      "",
    ]);
  });

  test("people and choices stand in a group each", () => {
    const people = [
      { code: "a", name: "青木" },
      { code: "b", name: "馬場" },
    ];
    expect(
      groupKeys({ type: "USER_SELECT", value: people }, undefined, toWall),
    ).toEqual(["青木", "馬場"]);
    expect(
      groupKeys({ type: "CHECK_BOX", value: [] }, undefined, toWall),
    ).toEqual([""]);
  });
});

describe("aggregate", () => {
  test("counts, sums, averages and finds the ends; blanks are not zero", () => {
    const rows = aggregate(
      [
        record("甲", "0.1"),
        record("甲", "0.2"),
        record("甲", ""),
        record("乙", ""),
      ],
      report({
        aggregations: [
          { type: "COUNT" },
          { type: "SUM", code: "amount" },
          { type: "AVERAGE", code: "amount" },
          { type: "MAX", code: "amount" },
          { type: "MIN", code: "amount" },
        ],
      }),
      toWall,
    );
    expect(rows).toEqual([
      { keys: ["甲"], figures: [3, 0.3, 0.15, 0.2, 0.1] },
      { keys: ["乙"], figures: [1, 0, null, null, null] },
    ]);
  });

  test("a record with two choices counts in both", () => {
    const rows = aggregate([record(["赤", "青"], "1")], report({}), toWall);
    expect(rows).toEqual([
      { keys: ["赤"], figures: [1] },
      { keys: ["青"], figures: [1] },
    ]);
  });

  test("columns of a table count row by row", () => {
    const line = (item: string, count: string) => ({
      id: "1",
      value: {
        item: { type: "SINGLE_LINE_TEXT", value: item },
        count: { type: "NUMBER", value: count },
      },
    });
    const lines = {
      lines: {
        type: "SUBTABLE",
        value: [line("鉛筆", "2"), line("紙", "3"), line("鉛筆", "4")],
      },
    };
    const rows = aggregate(
      [record("甲", "1", lines)],
      report({
        groups: [{ code: "item" }],
        aggregations: [{ type: "SUM", code: "count" }],
        sorts: [{ by: "GROUP1", order: "ASC" }],
      }),
      toWall,
    );
    expect(rows.map(({ keys, figures }) => [...keys, ...figures])).toEqual(
      expect.arrayContaining([
        ["鉛筆", 6],
        ["紙", 3],
      ]),
    );
    expect(rows).toHaveLength(2);
  });

  test("is sorted by its figure or by a group, the other way round with DESC", () => {
    const records = [
      record("10月", "1"),
      record("9月", "1"),
      record("9月", "1"),
    ];
    const keys = (sorts: Report["sorts"]) =>
      aggregate(records, report({ sorts }), toWall).map((row) => row.keys[0]);
    expect(keys([{ by: "TOTAL", order: "DESC" }])).toEqual(["9月", "10月"]);
    expect(keys([{ by: "GROUP1", order: "ASC" }])).toEqual(["9月", "10月"]);
    expect(keys([{ by: "GROUP1", order: "DESC" }])).toEqual(["10月", "9月"]);
  });
});

describe("toSeries", () => {
  test("the second group gives the series; missing pairs have no figure", () => {
    const rows = [
      { keys: ["甲", "春"], figures: [1] },
      { keys: ["甲", "夏"], figures: [3] },
      { keys: ["乙", "春"], figures: [2] },
    ];
    const groups = [{ code: "kind" }, { code: "season" }];
    const data = toSeries(rows, report({ groups }), ["レコード数"]);
    expect(data).toEqual({
      categories: ["甲", "乙"],
      series: [
        { name: "春", figures: [1, 2] },
        { name: "夏", figures: [3, null] },
      ],
    });
    expect(toPercent(data).series.map(({ figures }) => figures)).toEqual([
      [25, 100],
      [75, null],
    ]);
  });
});
