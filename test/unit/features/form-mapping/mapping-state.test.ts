import { describe, expect, test } from "vitest";
import {
  activePlacement,
  confirmActive,
  freeActive,
  goTo,
  isDirty,
  leaveUndecided,
  clearPick,
  pressCell,
  pressValue,
  showSheet,
  startMapping,
  undo,
} from "../../../../src/features/form-mapping/mapping-state.ts";
import type { MappingState } from "../../../../src/features/form-mapping/mapping-state.ts";
import { proposeMap, readForm } from "excel-form";
import { readBlankForm } from "../../../support/blank-form.ts";
import { VOCABULARY } from "../../../../src/domain/vocabulary.ts";

const form = readForm(readBlankForm("b01-status-reply.xlsx"));
const map = proposeMap(VOCABULARY, form);
const begin = (): MappingState => startMapping(form, map, null);
const keyAt = (state: MappingState, cell: string): string | undefined =>
  activePlacement(goTo(state, { sheet: "回答シート", cell }))?.key;

test("it begins on the mapped sheet, at its first mapped cell", () => {
  expect(begin()).toMatchObject({ sheet: "回答シート", active: "C5" });
});

describe("value first", () => {
  test("a value waits for the cell that is pressed next", () => {
    const armed = pressValue(begin(), "edition.name");
    expect(armed).toMatchObject({
      armed: { key: "edition.name" },
      said: { kind: "armed" },
    });
    const done = pressCell(armed, "M1");
    expect(keyAt(done, "M1")).toBe("edition.name");
    expect(done).toMatchObject({ armed: null, active: "M1" });
  });

  test("pressed again it waits no longer", () => {
    const once = pressValue(begin(), "edition.name");
    expect(pressValue(once, "edition.name").armed).toBeNull();
  });

  test("a refused cell lets it wait on", () => {
    const armed = pressValue(begin(), "business.url");
    const refused = pressCell(armed, "C5");
    expect(refused.armed).toEqual(armed.armed);
    expect(refused.said).toMatchObject({ kind: "outsideList" });
    expect(refused.map).toBe(armed.map);
  });
});

describe("cell first", () => {
  test("a cell waits for the value that is pressed next", () => {
    const picked = pressCell(begin(), "M1");
    expect(picked).toMatchObject({ isPicked: true, active: "M1" });
    const done = pressValue(picked, "edition.name");
    expect(keyAt(done, "M1")).toBe("edition.name");
    expect(done.isPicked).toBe(false);
  });

  test("pressed again it waits no longer", () => {
    const once = pressCell(begin(), "M1");
    expect(pressCell(once, "M1").isPicked).toBe(false);
  });

  test("one more place of a value is asked for, not put into the cell at hand", () => {
    const picked = pressCell(begin(), "C5");
    const armed = pressValue(picked, "federation.name", true);
    expect(armed.armed).toEqual({ key: "federation.name", isExtra: true });
    const done = pressCell(armed, "M1");
    expect([keyAt(done, "C5"), keyAt(done, "M1")]).toEqual([
      "federation.name",
      "federation.name",
    ]);
  });
});

describe("taking back", () => {
  test("a freed cell can be had back", () => {
    const freed = freeActive(begin());
    expect(keyAt(freed, "C5")).toBeUndefined();
    expect(keyAt(undo(freed), "C5")).toBe("federation.name");
  });

  test("freeing an empty cell says so and changes nothing", () => {
    const empty = goTo(begin(), { sheet: "回答シート", cell: "M1" });
    const freed = freeActive(empty);
    expect(freed.said).toEqual({ kind: "nothingThere", cell: "M1" });
    expect(freed.past).toEqual([]);
  });

  test("all cells that nobody knows a value for can be left alone at once", () => {
    const question = (cell: string, key?: string) => ({
      sheet: "回答シート",
      cell,
      label: cell,
      reason: { ja: "", en: "" },
      ...(key !== undefined && { key }),
    });
    const guessed = question("M3", "edition.name");
    const open = [question("M1"), question("M2"), guessed];
    const asked = startMapping(form, { ...map, open }, null);
    const left = leaveUndecided(asked);
    expect(left.map.open).toEqual([guessed]);
    expect(undo(left).map.open).toEqual(open);
  });

  test("letting go leaves neither cell nor value waiting", () => {
    const state = clearPick(pressCell(begin(), "M1"));
    expect(state).toMatchObject({ isPicked: false, armed: null, said: null });
  });

  test("with nothing done there is nothing to take back", () => {
    const state = begin();
    expect(undo(state)).toBe(state);
  });
});

test("a proposal that nobody saved counts as a change", () => {
  expect(isDirty(begin())).toBe(true);
  const stored = startMapping(form, map, map);
  expect(isDirty(stored)).toBe(false);
  expect(isDirty(confirmActive(stored))).toBe(true);
});

test("another sheet begins at its own first mapped cell, or at A1", () => {
  expect(showSheet(begin(), "記入例")).toMatchObject({
    sheet: "記入例",
    active: "A1",
  });
});
