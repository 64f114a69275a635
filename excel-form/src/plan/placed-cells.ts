import type {
  CellEntry,
  ColumnEntry,
  ListBlock,
  Placement,
  ReportMap,
} from "../map/schema.ts";
import {
  containsCell,
  parseAddress,
  toAddress,
} from "../xlsx/formula/address.ts";
import type { Range } from "../xlsx/formula/address.ts";
import type { Form, FormCell, FormSheet } from "../xlsx/sheet/form-model.ts";

/** A mapped cell in the form at hand. */
export type PlacedCell = {
  readonly sheet: FormSheet;
  readonly address: string;
  readonly row: number;
  readonly column: number;
  /** Undefined for a cell that the file does not even mention: empty, without a look. */
  readonly cell: FormCell | undefined;
  readonly placement: Placement;
};

export const sheetNamed = (form: Form, name: string): FormSheet | undefined =>
  form.sheets.find((sheet) => sheet.name === name);

export const mergeAt = (
  sheet: FormSheet,
  row: number,
  column: number,
): Range | undefined =>
  sheet.merges.find((merge) => containsCell(merge, row, column));

/** The words of the cell's own drop-down; undefined when it has none, or one that cannot be known. */
export const optionsAt = (
  sheet: FormSheet,
  row: number,
  column: number,
): readonly string[] | undefined =>
  sheet.validations.find(
    ({ list, ranges }) =>
      list !== undefined &&
      ranges.some((range) => containsCell(range, row, column)),
  )?.list;

const placed = (
  sheet: FormSheet,
  row: number,
  column: number,
  placement: Placement,
): PlacedCell => {
  const address = toAddress(row, column);
  return {
    sheet,
    address,
    row,
    column,
    cell: sheet.cells.get(address),
    placement,
  };
};

/** Other cells of the same value in the same row. */
export type Siblings = {
  /** Boxes that share its digits. */
  readonly boxes: number;
  readonly hasEra: boolean;
};

const lineOf = (entry: CellEntry | ColumnEntry): string =>
  "cell" in entry
    ? `${entry.key} ${entry.cell.replace(/\D+/, "")} ${entry.sheet}`
    : `${entry.key} ${entry.subrow}`;

/** Looks an entry's siblings up. */
export const siblingsAmong = <Entry extends CellEntry | ColumnEntry>(
  entries: readonly Entry[],
): ((entry: Entry) => Siblings) => {
  const lines = new Map<string, Siblings>();
  const of = (entry: Entry): Siblings =>
    lines.get(lineOf(entry)) ?? { boxes: 0, hasEra: false };
  for (const entry of entries) {
    const { part = "" } = entry;
    const { boxes, hasEra } = of(entry);
    const box = Number(/^digit (\d+)/.exec(part)?.[1] ?? 0);
    lines.set(lineOf(entry), {
      boxes: Math.max(boxes, box),
      hasEra: hasEra || part === "era",
    });
  }
  return of;
};

/** Null when the sheet or the address does not exist. */
export const placeCell = (form: Form, entry: CellEntry): PlacedCell | null => {
  const sheet = sheetNamed(form, entry.sheet);
  const at = parseAddress(entry.cell);
  return sheet && at ? placed(sheet, at.row, at.column, entry) : null;
};

/** A column's cell in one entry; entries count from 0, beyond the pre-drawn ones the last one gives their address. */
export const placeColumn = (
  sheet: FormSheet,
  list: ListBlock,
  { column, subrow, ...placement }: ColumnEntry,
  entry: number,
): PlacedCell | null => {
  const drawn = Math.min(entry, list.rowsAvailable - 1);
  const row = list.firstRow + drawn * list.rowsPerEntry + subrow;
  const at = parseAddress(`${column}${row}`);
  return at ? placed(sheet, at.row, at.column, placement) : null;
};

/** Entries that the form has room for; one more, when the map says more, for the checks to find. */
const entriesInForm = (
  { dimension }: FormSheet,
  { firstRow, rowsPerEntry, rowsAvailable }: ListBlock,
): number => {
  const rows = (dimension?.bottom ?? 0) - firstRow + 1;
  return Math.min(
    rowsAvailable,
    Math.max(0, Math.floor(rows / rowsPerEntry)) + 1,
  );
};

/** Every mapped cell of the blank form, those of all pre-drawn entries included. */
export const listPlacedCells = (
  form: Form,
  map: ReportMap,
): readonly PlacedCell[] => {
  const cells = map.cells.map((entry) => placeCell(form, entry));
  for (const list of map.lists) {
    const sheet = sheetNamed(form, list.sheet);
    if (!sheet) continue;
    for (let entry = 0; entry < entriesInForm(sheet, list); entry += 1) {
      for (const column of list.columns) {
        cells.push(placeColumn(sheet, list, column, entry));
      }
    }
  }
  return cells.filter((cell) => cell !== null);
};
