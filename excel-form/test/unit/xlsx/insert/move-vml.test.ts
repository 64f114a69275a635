import { expect, test } from "vitest";
import { planInsertion } from "../../../../src/xlsx/formula/row-insertion.ts";
import { moveVml } from "../../../../src/xlsx/insert/move-vml.ts";

const insertion = planInsertion({
  sheet: "様式",
  firstRow: 10,
  entryRows: 1,
  entries: 5,
  newEntries: 50,
});

const shape = (kind: string, anchor: string, row: string): string =>
  `<v:shape><x:ClientData ObjectType="${kind}"><x:Anchor>${anchor}</x:Anchor>${row}</x:ClientData></v:shape>`;
const note = (anchor: string, row: number): string =>
  shape("Note", anchor, `<x:Row>${row}</x:Row><x:Column>1</x:Column>`);

test("a note stays as large as it is and beside its cell", () => {
  // Rows count from 0; the box of the last row's note begins one row above it.
  const moved = moveVml(
    note("2, 15, 8, 10, 3, 12, 11, 6", 9) +
      note("2, 15, 12, 10, 3, 12, 15, 6", 13),
    "様式",
    insertion,
  );
  expect(moved).toBe(
    note("2, 15, 8, 10, 3, 12, 11, 6", 9) +
      note("2, 15, 62, 10, 3, 12, 65, 6", 63),
  );
});

test("a control across the list grows with it, one below moves", () => {
  expect(
    moveVml(
      shape("Checkbox", "1, 0, 8, 0, 2, 0, 20, 0", "") +
        shape("Checkbox", "1, 0, 20, 0, 2, 0, 21, 0", ""),
      "様式",
      insertion,
    ),
  ).toBe(
    shape("Checkbox", "1, 0, 8, 0, 2, 0, 70, 0", "") +
      shape("Checkbox", "1, 0, 70, 0, 2, 0, 71, 0", ""),
  );
});

test("a control that is not to grow keeps its size", () => {
  const fixed = (anchor: string) =>
    shape("Checkbox", anchor, "<x:SizeWithCells/>");
  expect(
    moveVml(
      fixed("1, 0, 8, 0, 2, 0, 20, 0") + fixed("1, 0, 13, 5, 2, 0, 15, 0"),
      "様式",
      insertion,
    ),
  ).toBe(fixed("1, 0, 8, 0, 2, 0, 20, 0") + fixed("1, 0, 63, 5, 2, 0, 65, 0"));
});

test("shapes of other sheets stay", () => {
  const vml = note("2, 15, 12, 10, 3, 12, 15, 6", 13);
  expect(moveVml(vml, "別", insertion)).toBe(vml);
});
