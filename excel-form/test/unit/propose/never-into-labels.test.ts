import { describe, expect, test } from "vitest";
import {
  finish,
  keyInfo,
  parseAddress,
  proposeMap,
  readForm,
} from "../../../src/index.ts";
import type { CellEntry } from "../../../src/index.ts";
import { gridSteps, isBlank } from "../../../src/near/slot-grid.ts";
import type { Slot, SlotGrid } from "../../../src/near/slot-grid.ts";
import { loosely } from "../../../src/values/character-forms.ts";
import { allBlankForms } from "../../support/forms/blank-forms.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

/** Each place of a proposal with its cell as a person sees it. */
const placesOf = (bytes: Uint8Array) => {
  const form = readForm(bytes);
  const grids = new Map<string, SlotGrid>(
    form.sheets.map((sheet) => [sheet.name, finish(gridSteps(sheet))]),
  );
  const { cells } = proposeMap(VOCABULARY, form, { isAnyway: true });
  return cells.flatMap((entry) => {
    const at = parseAddress(entry.cell);
    const grid = grids.get(entry.sheet);
    return at && grid
      ? [{ entry, grid, slot: grid.at(at.row, at.column) }]
      : [];
  });
};

const forms = (await allBlankForms()).map(({ name, bytes }) => ({
  name,
  places: placesOf(bytes),
}));

/** Printed in a place and completed or replaced by the value: signs of a date, units, words in brackets, the end of a name. */
const WAITING = new RegExp(
  [
    "令和|平成|昭和|明治|大正|西暦|年度?|月|日|〒|[（(][^（）()]*[)）]",
    "[百千万]*円|[件人名社点]|▼選択してください|https?://",
    ...VOCABULARY.parties.senderNameEnds.map((end) => `県?${end}`),
  ].join("|"),
  "g",
);

/** The words of a label in the place; empty where nothing is printed that says what it asks for. */
const labelWords = (slot: Slot): string =>
  /\p{L}{2,}/u.exec(slot.text.normalize("NFKC").replace(WAITING, " "))?.[0] ??
  "";

/** A mark beside a word keeps the words. */
const isMark = ({ part, choose }: CellEntry): boolean =>
  choose !== undefined || part?.startsWith("○") === true;

const isText = (key: string): boolean =>
  key.split("+").every((one) => keyInfo(VOCABULARY, one).type === "text");

const MARK_WIDTH = 5;

const isClosedBox = (grid: SlotGrid, slot: Slot): boolean => {
  const next = grid.at(slot.top, Math.min(slot.right + 1, grid.right));
  return slot.edges.right || (next !== slot && !isBlank(next));
};

describe("a proposal", () => {
  test("is made for more than a hundred forms", () => {
    const places = forms.flatMap((one) => one.places);
    expect(forms.length).toBeGreaterThan(100);
    expect(places.length).toBeGreaterThan(1000);
  });

  test.each(forms)("writes over no label of $name", ({ places }) => {
    const over = places.flatMap(({ entry, slot }) => {
      const words = isBlank(slot) || isMark(entry) ? "" : labelWords(slot);
      const isKept = loosely(entry.text ?? "").includes(loosely(words));
      return isKept ? [] : [`${entry.cell} ${slot.text} ${entry.text ?? ""}`];
    });
    expect(over).toEqual([]);
  });

  test.each(forms)(
    "puts no name into a box for a mark of $name",
    ({ places }) => {
      const narrow = places.filter(
        ({ entry, grid, slot }) =>
          entry.part === undefined &&
          !isMark(entry) &&
          isText(entry.key) &&
          slot.width < MARK_WIDTH &&
          isClosedBox(grid, slot),
      );
      expect(narrow.map(({ entry }) => `${entry.cell} ${entry.key}`)).toEqual(
        [],
      );
    },
  );
});
