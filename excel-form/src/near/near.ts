import type { ListBlock, Placement, ReportMap } from "../map/schema.ts";
import { printedUnit } from "../plan/printed-unit.ts";
import { toSlotGrid } from "./slot-grid.ts";
import type { Slot, SlotGrid } from "./slot-grid.ts";
import { parseAddress } from "../xlsx/formula/address.ts";
import type { Form } from "../xlsx/sheet/form-model.ts";
import { loosely } from "../values/character-forms.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

/** Printed text by which a mapped cell is known again. */
export type Near = NonNullable<Placement["near"]>;

/** Longer texts are cut. */
export const MAX_WORDS = 60;

/** Without blanks and with every number alike: 令和７年度 becomes 令和８年度 and the form is the same. */
export const nearWords = (text: string): string =>
  loosely(text).replace(/\d+/g, "#").slice(0, MAX_WORDS);

/** Cells that hold values once the form is filled. */
export type IsFilled = (row: number, column: number) => boolean;

export const lastRowOf = ({
  firstRow,
  rowsAvailable,
  rowsPerEntry,
}: ListBlock): number => firstRow + rowsAvailable * rowsPerEntry - 1;

export const toIsFilled = (
  { cells, lists }: ReportMap,
  sheet: string,
  addedRows = 0,
): IsFilled => {
  const own = lists.filter((one) => one.sheet === sheet);
  const last = Math.max(...own.map(lastRowOf), own.length > 0 ? 0 : Infinity);
  const singles = new Set(
    cells
      .filter((entry) => entry.sheet === sheet)
      .map(({ cell }) => parseAddress(cell))
      .map((at) =>
        at && at.row > last
          ? `${at.row + addedRows}/${at.column}`
          : `${at?.row}/${at?.column}`,
      ),
  );
  return (row, column) =>
    singles.has(`${row}/${column}`) ||
    own.some((list) => {
      const end = lastRowOf(list);
      // Rows are added to the list that ends last.
      return (
        row >= list.firstRow && row <= end + (end === last ? addedRows : 0)
      );
    });
};

const textsAbove = (
  grid: SlotGrid,
  slot: Slot,
  isPrinted: (other: Slot) => boolean,
  count: number,
): readonly Slot[] => {
  const found: Slot[] = [];
  for (let row = slot.top - 1; row >= 1 && found.length < count; row -= 1) {
    const over = grid.at(row, slot.left);
    if (isPrinted(over) && !found.includes(over)) found.push(over);
  }
  return found;
};

/** The nearest printed texts to the left and above; values that were filled in are looked through. */
export const nearTexts = (
  grid: SlotGrid,
  row: number,
  column: number,
  isFilled: IsFilled,
): Near => {
  const isInList = isFilled(row, 0);
  const slot = grid.at(row, column);
  const isPrinted = (other: Slot): boolean =>
    other.kind === "text" && !isFilled(other.top, other.left);
  const left = isInList
    ? undefined
    : grid
        .inRow(row)
        .findLast((other) => other.right < slot.left && isPrinted(other));
  // Between the heading of a column and its cells there may be an example.
  const above = textsAbove(grid, slot, isPrinted, isInList ? 2 : 1);
  return {
    ...(slot.kind === "text" && { own: nearWords(slot.text) }),
    ...(left && { left: nearWords(left.text) }),
    ...(above.length > 0 && {
      above: above.map(({ text }) => nearWords(text)).join(" / "),
    }),
  };
};

const firstBelow = (grid: SlotGrid, list: ListBlock) => {
  const slot = grid.texts.find(({ top }) => top > lastRowOf(list));
  return slot && { cell: slot.address, text: slot.text };
};

const EDITION =
  /(?:令和|平成|西暦|20)\s*(?:元|\d+)\s*年|\d年度|第\s*\d+\s*回|20\d\d/;
const MAX_EDITION_TEXTS = 5;

/** Titles and the like that say which year's form it is. */
const editionTexts = (grid: SlotGrid, isFilled: IsFilled) =>
  grid.texts
    .filter(
      ({ text, top, left }) =>
        EDITION.test(text.normalize("NFKC")) && !isFilled(top, left),
    )
    .slice(0, MAX_EDITION_TEXTS)
    .map(({ address, text }) => ({
      sheet: grid.sheet.name,
      cell: address,
      text,
    }));

/**
 * The map with everything by which the form is known again: its fingerprint,
 * the words around each cell, the text below the lists; and with the unit of
 * money that is printed, where the map has none. To be called
 * whenever a map is saved.
 */
export const describeMap = (
  vocabulary: Vocabulary,
  form: Form,
  map: ReportMap,
): ReportMap => {
  const mapped = new Set(
    [...map.cells, ...map.lists].map(({ sheet }) => sheet),
  );
  // Hidden sheets with lists of words may be long, and nothing of them is described.
  const grids = new Map(
    form.sheets
      .filter(({ name, state }) => state === "visible" || mapped.has(name))
      .map((sheet) => [sheet.name, toSlotGrid(sheet)]),
  );
  const near = (
    sheet: string,
    address: string,
    placement: Placement,
  ): Pick<Placement, "near" | "per"> => {
    const grid = grids.get(sheet);
    const at = parseAddress(address);
    if (!grid || !at) return {};
    const { row, column } = at;
    const found = nearTexts(grid, row, column, toIsFilled(map, sheet));
    const described = { ...placement, near: found };
    const unit = printedUnit(vocabulary, grid.sheet, row, column, described);
    return {
      near: found,
      // A unit that was chosen stays, for the checks to compare.
      ...(unit && unit.per !== 1 && { per: placement.per ?? unit.per }),
    };
  };
  return {
    ...map,
    form: {
      ...map.form,
      fingerprint: form.fingerprint,
      sheets: form.sheets.map(({ name }) => name),
      editionTexts: form.sheets.flatMap(({ name, state }) => {
        const grid = grids.get(name);
        return grid && state === "visible"
          ? editionTexts(grid, toIsFilled(map, name))
          : [];
      }),
    },
    cells: map.cells.map((entry) => ({
      ...entry,
      ...near(entry.sheet, entry.cell, entry),
    })),
    lists: map.lists.map((list) => {
      const grid = grids.get(list.sheet);
      const below = grid && firstBelow(grid, list);
      return {
        ...list,
        columns: list.columns.map((entry) => ({
          ...entry,
          ...near(
            list.sheet,
            `${entry.column}${list.firstRow + entry.subrow}`,
            entry,
          ),
        })),
        ...(below && { below }),
      };
    }),
  };
};
