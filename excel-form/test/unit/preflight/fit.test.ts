import { expect, test } from "vitest";
import type { Drawing } from "../../support/forms/drawing.ts";
import { codesFor } from "../../support/forms/one-cell-form.ts";

test.each([
  [{ shrinkToFit: true }, 7, []],
  [{ shrinkToFit: true }, 60, ["warn too-wide"]],
  [{ shrinkToFit: true, wrapText: true }, 60, ["warn too-tall"]],
])("a cell with %j and %i letters: %j", async (alignment, length, expected) => {
  const draw = (d: Drawing) => {
    d.widths(12, 12).label("A2", "欄").text("B2", "");
    d.sheet.getCell("B2").alignment = alignment;
    d.sheet.getRow(2).height = 15;
  };
  const text = "あ".repeat(length);
  const entry = { cell: "B2", key: "federation.name" };
  expect(await codesFor(draw, entry, text)).toEqual(expected);
});
