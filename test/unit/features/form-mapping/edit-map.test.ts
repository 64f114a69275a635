import { describe, expect, test } from "vitest";
import {
  changeList,
  changePlacement,
  confirmPlace,
  createList,
  dropLost,
  freePlace,
  listOn,
  placeValue,
  placementAt,
  placesOf,
  removeList,
} from "../../../../src/features/form-mapping/edit-map.ts";
import { toMarks } from "../../../../src/features/form-mapping/view-model.ts";
import { proposeMap, readForm } from "excel-form";
import type { FormSheet, ReportMap } from "excel-form";
import { readBlankForm } from "../../../support/blank-form.ts";
import { VOCABULARY } from "../../../../src/domain/vocabulary.ts";

const open = (name: string) => {
  const form = readForm(readBlankForm(`${name}.xlsx`));
  return { form, map: proposeMap(VOCABULARY, form) };
};

/** 20 numbered rows from row 15 on the sheet 回答シート. */
const reply = open("b01-status-reply");
const SHEET = "回答シート";
/** No list; 「担当者：」 in the cell itself. */
const fax = open("b05-fax-reply");
/** Two sheet rows for a firm from row 10, totals below. */
const roster = open("b08-two-rows-portrait");

const sheetOf = ({ form }: typeof reply, name: string): FormSheet => {
  const sheet = form.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(name);
  return sheet;
};

const cellsOf = (map: ReportMap, key: string): string[] =>
  placesOf(map, key).map(({ cell }) => cell);

const placed = (outcome: ReturnType<typeof placeValue>): ReportMap => {
  if (outcome.kind !== "placed") throw new Error(outcome.kind);
  return outcome.map;
};

describe("placeValue", () => {
  test("a value leaves the cell it had", () => {
    const map = placed(
      placeValue(reply.form, reply.map, "federation.name", {
        sheet: SHEET,
        cell: "M1",
      }),
    );
    expect(cellsOf(map, "federation.name")).toEqual(["M1"]);
  });

  test("a value wanted in one more place stays where it was as well", () => {
    const place = { sheet: SHEET, cell: "M1" };
    const map = placed(
      placeValue(reply.form, reply.map, "federation.name", place, true),
    );
    expect(cellsOf(map, "federation.name")).toEqual(["C5", "M1"]);
  });

  test("what was in the cell gives way", () => {
    const map = placed(
      placeValue(reply.form, reply.map, "edition.name", {
        sheet: SHEET,
        cell: "C5",
      }),
    );
    expect(cellsOf(map, "federation.name")).toEqual([]);
    expect(cellsOf(map, "edition.name")).toEqual(["C5"]);
  });

  test("any cell of a merge means the merge", () => {
    const map = placed(
      placeValue(reply.form, reply.map, "edition.name", {
        sheet: SHEET,
        cell: "E5",
      }),
    );
    expect(cellsOf(map, "edition.name")).toEqual(["C5"]);
  });

  test("in the list any row stands for its column", () => {
    const map = placed(
      placeValue(reply.form, reply.map, "business.url", {
        sheet: SHEET,
        cell: "M22",
      }),
    );
    expect(cellsOf(map, "business.url")).toEqual(["M15"]);
    expect(cellsOf(map, "remarks")).toEqual([]);
  });

  test("in a list of two rows an entry the second row is the second row", () => {
    const [sheet] = roster.form.sheets;
    const map = placed(
      placeValue(roster.form, roster.map, "business.email", {
        sheet: sheet?.name ?? "",
        cell: "H13",
      }),
    );
    // The whole entry is merged in this column: its first row counts.
    expect(cellsOf(map, "business.email")).toEqual(["H10"]);
  });

  test("a value of a firm is refused outside the rows of the list", () => {
    const outcome = placeValue(reply.form, reply.map, "business.url", {
      sheet: SHEET,
      cell: "C5",
    });
    expect(outcome).toMatchObject({
      kind: "outsideList",
      list: { firstRow: 15 },
    });
  });

  test("words printed in the cell stay around the value", () => {
    const map = placed(
      placeValue(
        fax.form,
        freePlace(fax.map, { sheet: "回答票", cell: "F11" }),
        "federation.headName",
        {
          sheet: "回答票",
          cell: "F11",
        },
      ),
    );
    expect(map.cells.find(({ cell }) => cell === "F11")).toEqual({
      sheet: "回答票",
      cell: "F11",
      key: "federation.headName",
      text: "担当者：{federation.headName}",
    });
  });

  test("on a form without a list a value of a firm gets a single cell", () => {
    const map = placed(
      placeValue(fax.form, fax.map, "business.registeredName", {
        sheet: "回答票",
        cell: "E23",
      }),
    );
    expect(map.lists).toEqual([]);
    expect(cellsOf(map, "business.registeredName")).toEqual(["E23"]);
  });

  test("among equal rows the first value of a firm makes them a list", () => {
    const bare = { ...reply.map, lists: [], open: [] };
    const map = placed(
      placeValue(reply.form, bare, "society.name", {
        sheet: SHEET,
        cell: "B18",
      }),
    );
    expect(listOn(map, SHEET)).toMatchObject({
      firstRow: 15,
      rowsPerEntry: 1,
      rowsAvailable: 20,
    });
    expect(cellsOf(map, "society.name")).toEqual(["B15"]);
  });

  test("a cell that was open is open no longer", () => {
    const asked = (cell: string, key?: string) => ({
      sheet: SHEET,
      cell,
      label: cell,
      reason: { ja: "", en: "" },
      ...(key !== undefined && { key }),
    });
    const asking = {
      ...reply.map,
      open: [asked("M1"), asked("L1", "edition.name"), asked("K1")],
    };
    const map = placed(
      placeValue(reply.form, asking, "edition.name", {
        sheet: SHEET,
        cell: "M1",
      }),
    );
    // The guess for this value elsewhere is settled as well.
    expect(map.open?.map(({ cell }) => cell)).toEqual(["K1"]);
  });
});

describe("placements", () => {
  test("freeing a cell of the list frees its column", () => {
    const map = freePlace(reply.map, { sheet: SHEET, cell: "C30" });
    expect(cellsOf(map, "business.registeredName")).toEqual([]);
    expect(listOn(map, SHEET)?.columns).toHaveLength(
      (listOn(reply.map, SHEET)?.columns.length ?? 0) - 1,
    );
  });

  test("a confirmed cell is no longer a proposal", () => {
    const place = { sheet: SHEET, cell: "C5" };
    const placement = placementAt(confirmPlace(reply.map, place), place);
    expect(placement).not.toHaveProperty("confidence");
    expect(placement).not.toHaveProperty("reason");
    expect(placement).toHaveProperty("near");
  });

  test("a setting can be given and taken away", () => {
    const place = { sheet: SHEET, cell: "C15" };
    const given = changePlacement(reply.map, place, { required: true });
    expect(placementAt(given, place)).toHaveProperty("required", true);
    const taken = changePlacement(given, place, { required: undefined });
    expect(placementAt(taken, place)).not.toHaveProperty("required");
  });
});

describe("the list", () => {
  const sheet = sheetOf(reply, SHEET);

  test("its numbers are kept within the sheet", () => {
    const map = changeList(sheet, reply.map, "B15", {
      firstRow: 30,
      rowsAvailable: 500,
    });
    // The sheet ends with row 36.
    expect(listOn(map, SHEET)).toMatchObject({
      firstRow: 30,
      rowsAvailable: 7,
    });
    expect(
      listOn(changeList(sheet, reply.map, "B15", { rowsAvailable: 0 }), SHEET),
    ).toMatchObject({ rowsAvailable: 1 });
  });

  test("without it its columns become single cells, and come back as columns", () => {
    const without = removeList(reply.map, SHEET);
    expect(without.lists).toEqual([]);
    expect(without.cells).toContainEqual(
      expect.objectContaining({ cell: "C15", key: "business.registeredName" }),
    );
    const again = createList(sheet, without, 15);
    expect(listOn(again, SHEET)?.columns.map(({ key }) => key)).toEqual(
      listOn(reply.map, SHEET)?.columns.map(({ key }) => key),
    );
    expect(again.cells).toEqual(reply.map.cells);
  });

  test("rows that are not alike make a list of one", () => {
    const map = createList(sheet, { ...reply.map, lists: [] }, 2);
    expect(listOn(map, SHEET)).toMatchObject({ firstRow: 2, rowsAvailable: 1 });
  });
});

describe("a list that goes on beside itself", () => {
  /** The list of the form once more, with its name and its remarks to the right. */
  const beside: ReportMap = {
    ...reply.map,
    lists: reply.map.lists.flatMap((list) => [
      { ...list, columns: list.columns.slice(0, 2) },
      {
        ...list,
        goesOn: true as const,
        columns: list.columns
          .slice(0, 2)
          .map((one, i) => ({ ...one, column: i === 0 ? "H" : "I" })),
      },
    ]),
  };
  const at = (cell: string) => ({ sheet: SHEET, cell });
  const keysOf = (map: ReportMap) =>
    map.lists.map(({ columns }) => columns.map(({ column }) => column));

  test("a cell belongs to the part in whose columns it stands", () => {
    expect(listOn(beside, SHEET, "C20")).toBe(beside.lists[0]);
    expect(listOn(beside, SHEET, "I20")).toBe(beside.lists[1]);
    expect(placementAt(beside, at("I20"))?.key).toBe("business.registeredName");
    expect(keysOf(freePlace(beside, at("I20")))).toEqual([["B", "C"], ["H"]]);
  });

  test("how a value is written is settled for all parts at once", () => {
    const map = changePlacement(beside, at("C15"), { required: true });
    expect(placementAt(map, at("I18"))).toHaveProperty("required", true);
    expect(placementAt(map, at("H18"))).not.toHaveProperty("required");
  });

  test("a value moves within its part and stays in the other", () => {
    const map = placed(
      placeValue(reply.form, beside, "business.registeredName", at("J15")),
    );
    expect(keysOf(map)).toEqual([
      ["B", "C"],
      ["H", "J"],
    ]);
  });

  test("the rows of one part are changed for that part", () => {
    const sheet = sheetOf(reply, SHEET);
    const map = changeList(sheet, beside, "I16", { rowsAvailable: 5 });
    expect(map.lists.map(({ rowsAvailable }) => rowsAvailable)).toEqual([
      20, 5,
    ]);
  });

  test("its entries are counted on", () => {
    const marks = toMarks(beside, SHEET);
    expect(marks.get("C15")).toMatchObject({ kind: "placed", entry: 0 });
    // The first row of each part says what its columns hold.
    expect(marks.get("I15")).toMatchObject({ kind: "placed", entry: 20 });
    expect(marks.get("I16")).toMatchObject({ kind: "repeat", entry: 21 });
  });
});

describe("dropLost", () => {
  test("questions about a sheet that is no longer there are not asked", () => {
    const question = (sheet: string) => ({
      sheet,
      cell: "B2",
      label: "氏名",
      reason: { ja: "", en: "" },
    });
    const asked = { ...reply.map, open: [SHEET, "昨年の別紙"].map(question) };
    expect(dropLost(reply.form, asked).open).toEqual([question(SHEET)]);
  });
});
