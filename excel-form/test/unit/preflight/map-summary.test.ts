import { describe, expect, test } from "vitest";
import { proposeMap, readForm } from "../../../src/index.ts";
import type { ReportMap } from "../../../src/index.ts";
import {
  summarize,
  toMissing,
  toValueGroups,
  undecidedCells,
} from "../../../src/preflight/map-summary.ts";
import { readFormFixture } from "../../support/forms/fixture.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

const form = readForm(readFormFixture("b01-status-reply.xlsx"));
const map = proposeMap(VOCABULARY, form);
const SHEET = "回答シート";
const reason = { ja: "決められません", en: "unclear" };

const lineOf = (given: ReportMap, key: string) =>
  toValueGroups(VOCABULARY, given)
    .flatMap(({ lines }) => lines)
    .find((line) => line.key === key);

/** The date open with a guess, one cell without, one cell doubtful. */
const doubtful: ReportMap = {
  ...map,
  cells: map.cells
    .filter(({ key }) => key !== "report.date")
    .map((entry) =>
      entry.cell === "C5" ? { ...entry, confidence: 0.65 } : entry,
    ),
  open: [
    { sheet: SHEET, cell: "I8", label: "報告日", key: "report.date", reason },
    { sheet: SHEET, cell: "M1", label: "別紙", reason },
  ],
};

describe("toValueGroups", () => {
  test("every value has its group and its state", () => {
    expect(
      toValueGroups(VOCABULARY, map).map(({ group, lines }) => [
        group,
        lines.length,
      ]),
    ).toEqual([
      ["cover", 13],
      ["counts", 3],
      ["list", 36],
    ]);
    expect(lineOf(map, "federation.name")).toMatchObject({
      state: "placed",
      places: [{ sheet: SHEET, cell: "C5" }],
    });
    expect(lineOf(map, "remarks")?.places).toMatchObject([{ cell: "M15" }]);
    expect(lineOf(map, "business.url")).toMatchObject({ state: "notAsked" });
  });

  test("a doubtful cell and a mere guess are to be looked at", () => {
    expect(lineOf(doubtful, "federation.name")?.state).toBe("unsure");
    expect(lineOf(doubtful, "report.date")).toMatchObject({
      state: "unsure",
      places: [{ cell: "I8" }],
      reason,
    });
  });

  test("several values in one cell are all placed there", () => {
    const joined: ReportMap = {
      ...map,
      cells: [
        ...map.cells,
        {
          sheet: SHEET,
          cell: "M1",
          key: "federation.headName+federation.address",
        },
      ],
    };
    expect(lineOf(joined, "federation.headName")?.state).toBe("placed");
    expect(lineOf(joined, "federation.address")?.state).toBe("placed");
  });
});

describe("what is left to do", () => {
  test("a cell without a guess counts until a value is placed in it", () => {
    expect(undecidedCells(doubtful).map(({ cell }) => cell)).toEqual(["M1"]);
    const settled = {
      ...doubtful,
      cells: [
        ...doubtful.cells,
        { sheet: SHEET, cell: "M1", key: "edition.name" },
      ],
    };
    expect(undecidedCells(settled)).toEqual([]);
  });

  test("the summary counts values, not cells", () => {
    expect(summarize(VOCABULARY, form, map)).toEqual({
      placed: 23,
      unsure: 0,
      problems: [],
    });
    expect(summarize(VOCABULARY, form, doubtful)).toMatchObject({
      placed: 21,
      unsure: 3,
    });
  });

  test("what is missing is named", () => {
    expect(toMissing(VOCABULARY, form, doubtful)).toMatchObject({
      values: ["federation.name", "report.date"],
      cells: [{ cell: "M1" }],
      blocks: 0,
      warnings: 0,
    });
    const twice = {
      ...map,
      cells: [...map.cells, { sheet: SHEET, cell: "C5", key: "edition.name" }],
    };
    expect(toMissing(VOCABULARY, form, twice).blocks).toBe(1);
  });
});
