import { describe, expect, test } from "vitest";
import {
  dragTo,
  toListChange,
} from "../../../../src/features/form-mapping/drag-list.ts";
import {
  boxOf,
  covers,
  drawnRows,
  layOutSheet,
  moveFrom,
  rowAt,
  windowOf,
} from "../../../../src/features/form-mapping/sheet-layout.ts";
import { parseRange } from "excel-form";
import type { FormCell, FormSheet, ListBlock } from "excel-form";

/** Columns of 75 and rows of 20 pixels. */
const aSheet = (changes: Partial<FormSheet> = {}): FormSheet => ({
  name: "様式",
  index: 0,
  state: "visible",
  cells: new Map(),
  merges: [],
  columnWidth: () => 10,
  rowHeight: () => ({ points: 15, custom: false }),
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  notes: [],
  validations: [],
  printArea: null,
  printTitleRows: null,
  printTitleColumns: null,
  isProtected: false,
  dimension: { top: 1, left: 1, bottom: 200, right: 60 },
  ...changes,
});

const merged = (...ranges: string[]) =>
  ranges.map((text) => {
    const range = parseRange(text);
    if (!range) throw new Error(text);
    return range;
  });

describe("layOutSheet", () => {
  test("widths and heights are those that Excel shows at 96 dpi", () => {
    const layout = layOutSheet(aSheet());
    expect([layout.width, layout.height]).toEqual([60 * 75, 200 * 20]);
    expect(boxOf(layout, { top: 3, left: 2, bottom: 4, right: 3 })).toEqual({
      x: 75,
      y: 40,
      width: 150,
      height: 40,
    });
  });

  test("a row without a height of its own is as high as its largest letters", () => {
    const cell = (size: number) =>
      ({ style: { font: { size } } }) as unknown as FormCell; // no more is looked at
    const sheet = aSheet({
      cells: new Map([
        ["A1", cell(20)],
        ["B2", cell(11)],
        ["C3", cell(20)],
        ["D4", cell(20)],
      ]),
      rowHeight: (row) => ({ points: row === 4 ? 0 : 15, custom: row === 3 }),
    });
    expect(layOutSheet(sheet).rows.starts.slice(0, 5)).toEqual([
      0, 32, 52, 72, 72,
    ]);
  });

  test("a place inside a merge is the merge", () => {
    const layout = layOutSheet(aSheet({ merges: merged("B2:D3") }));
    expect(layout.at(3, 4)).toMatchObject({ address: "B2" });
  });
});

describe("what is drawn", () => {
  const layout = layOutSheet(aSheet({ merges: merged("A1:A200", "B90:B92") }));
  const view = { x: 1000, y: 1800, width: 800, height: 400 };
  const window = windowOf(layout, view);
  const always = layout.at(1, 60);

  test("of 12,000 cells only those near the eye", () => {
    const cells = drawnRows(layout, window, always).flatMap((row) => row.cells);
    expect(cells.length).toBeLessThan(1200);
    expect(cells.map(({ address }) => address)).toContain("R95");
  });

  test("a merge that only reaches into sight, once", () => {
    const near = windowOf(layout, { ...view, x: 0, y: 3000 });
    const cells = drawnRows(layout, near, always).flatMap((row) => row.cells);
    expect(cells.filter(({ address }) => address === "A1")).toHaveLength(1);
  });

  test("the active cell wherever it is", () => {
    const cells = drawnRows(layout, window, always).flatMap((row) => row.cells);
    expect(cells.map(({ address }) => address)).toContain("BH1");
  });

  test("a small scroll needs nothing new, a large one does", () => {
    expect(covers(layout, window, { ...view, y: view.y + 100 })).toBe(true);
    expect(covers(layout, window, { ...view, y: view.y + 900 })).toBe(false);
  });

  test("hidden rows and columns are left out", () => {
    const some = layOutSheet(
      aSheet({
        columnWidth: (column) => (column === 2 ? 0 : 10),
        rowHeight: (row) => ({ points: row === 2 ? 0 : 15, custom: false }),
        dimension: { top: 1, left: 1, bottom: 3, right: 3 },
      }),
    );
    const all = { top: 1, bottom: 3, left: 1, right: 3 };
    const cells = drawnRows(some, all, some.at(1, 1)).flatMap(
      (row) => row.cells,
    );
    expect(cells.map(({ address }) => address)).toEqual([
      "A1",
      "C1",
      "A3",
      "C3",
    ]);
  });
});

describe("moveFrom", () => {
  const layout = layOutSheet(
    aSheet({
      merges: merged("B2:D3"),
      rowHeight: (row) => ({ points: row === 5 ? 0 : 15, custom: false }),
    }),
  );
  const from = (
    row: number,
    column: number,
    move: Parameters<typeof moveFrom>[2],
  ) => moveFrom(layout, layout.at(row, column), move).address;

  test.each([
    ["right", 2, 2, "E2"],
    ["down", 2, 2, "B4"],
    ["left", 2, 5, "B2"],
    ["up", 6, 1, "A4"],
    ["left", 7, 1, "A7"],
    ["pageDown", 1, 1, "A13"],
    ["rowEnd", 7, 1, "BH7"],
    ["last", 7, 1, "BH200"],
    ["first", 7, 9, "A1"],
  ] as const)(
    "%s from row %i, column %i leads to %s",
    (move, row, column, to) => {
      expect(from(row, column, move)).toBe(to);
    },
  );
});

describe("dragging the list", () => {
  const list: ListBlock = {
    sheet: "様式",
    firstRow: 11,
    rowsPerEntry: 2,
    rowsAvailable: 10,
    onSurplus: "insert",
    columns: [],
  };

  test("its last row follows the pointer in whole entries", () => {
    expect(dragTo(list, "last", 16)).toEqual({ firstRow: 11, lastRow: 16 });
    expect(toListChange(list, dragTo(list, "last", 16))).toEqual({
      firstRow: 11,
      rowsAvailable: 3,
    });
  });

  test("its first row moves while the last one stays", () => {
    expect(dragTo(list, "first", 15)).toEqual({ firstRow: 15, lastRow: 30 });
    expect(dragTo(list, "first", -50)).toEqual({ firstRow: 1, lastRow: 30 });
  });

  test("one entry is left at least", () => {
    expect(dragTo(list, "last", 1)).toEqual({ firstRow: 11, lastRow: 12 });
    expect(dragTo(list, "first", 99)).toEqual({ firstRow: 29, lastRow: 30 });
  });

  test("the row under the pointer is found by its place", () => {
    const layout = layOutSheet(aSheet());
    expect([rowAt(layout, 0), rowAt(layout, 19), rowAt(layout, 20)]).toEqual([
      1, 1, 2,
    ]);
    expect(rowAt(layout, 99_999)).toBe(200);
  });
});
