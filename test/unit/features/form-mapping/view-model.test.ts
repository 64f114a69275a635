import { describe, expect, test } from "vitest";
import {
  firstCell,
  firstSheet,
  shownSheets,
  toMarks,
} from "../../../../src/features/form-mapping/view-model.ts";
import { proposeMap, readForm } from "excel-form";
import type { ReportMap } from "excel-form";
import { readBlankForm } from "../../../support/blank-form.ts";
import { VOCABULARY } from "../../../../src/domain/vocabulary.ts";

const form = readForm(readBlankForm("b01-status-reply.xlsx"));
const map = proposeMap(VOCABULARY, form);
const SHEET = "回答シート";

describe("toMarks", () => {
  const marks = toMarks(map, SHEET);

  test("a single cell is placed, with its reason", () => {
    expect(marks.get("C5")).toMatchObject({
      kind: "placed",
      placement: { key: "federation.name" },
      entry: null,
    });
    expect(marks.get("C5")?.reason?.ja).toContain("都道府県連名");
  });

  test("a column is named in the first entry and repeated in the others", () => {
    expect(marks.get("C15")).toMatchObject({ kind: "placed", entry: 0 });
    expect(marks.get("C34")).toMatchObject({ kind: "repeat", entry: 19 });
    expect(marks.get("C35")).toBeUndefined();
  });

  test("what is not sure enough is marked to be looked at", () => {
    const doubtful: ReportMap = {
      ...map,
      cells: map.cells.map((entry) =>
        entry.cell === "C5" ? { ...entry, confidence: 0.65 } : entry,
      ),
      open: [
        {
          sheet: SHEET,
          cell: "M1",
          label: "別紙",
          reason: { ja: "決められません", en: "unclear" },
        },
      ],
    };
    const doubts = toMarks(doubtful, SHEET);
    expect(doubts.get("C5")?.kind).toBe("unsure");
    expect(doubts.get("M1")).toMatchObject({
      kind: "open",
      reason: { ja: "決められません" },
    });
  });

  test("another sheet has marks of its own", () => {
    expect(toMarks(map, "記入例").size).toBe(0);
  });
});

describe("where to begin", () => {
  test("hidden sheets are no tabs", () => {
    expect(shownSheets(form).map(({ name }) => name)).toEqual([
      SHEET,
      "記入例",
    ]);
  });

  test("on the sheet with most values, at the first of them", () => {
    expect(firstSheet(form, map)).toBe(SHEET);
    expect(firstCell(map, SHEET)).toBe("C5");
    expect(firstCell(map, "記入例")).toBe("A1");
  });
});
