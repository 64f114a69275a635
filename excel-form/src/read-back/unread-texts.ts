import type { ListBlock, ReportMap } from "../map/schema.ts";
import { lastRowOf, nearWords } from "../near/near.ts";
import { sheetNamed } from "../plan/placed-cells.ts";
import { loosely } from "../values/character-forms.ts";
import { toAddress, toColumnNumber } from "../xlsx/formula/address.ts";
import type { Form, FormCell, FormSheet } from "../xlsx/sheet/form-model.ts";
import { addedRows, growingList } from "./added-rows.ts";
import type { SheetDoubt } from "./finding.ts";
import { isBlankCell } from "./inspect-cell.ts";
import type { FindingKind } from "./messages.ts";
import { cellText } from "./read-cell.ts";

const wordsOf = (cell: FormCell): string => loosely(cellText(cell));

/** Findings of these kinds speak of a row as a whole. */
const OF_ROWS: ReadonlySet<FindingKind> = new Set([
  "totalRow",
  "noteRow",
  "exampleRow",
  "headingRow",
  "endMark",
  "beyondList",
]);

type Known = {
  readonly sheet: string;
  readonly cell: string;
  readonly kind: FindingKind;
};

/** Tells the cells that have a finding already. */
const toIsNoted = (known: readonly Known[]) => {
  const cells = new Set<string>();
  const rows = new Set<string>();
  for (const { sheet, cell, kind } of known) {
    cells.add(`${cell} ${sheet}`);
    if (OF_ROWS.has(kind)) rows.add(`${cell.replace(/\D+/, "")} ${sheet}`);
  }
  return (sheet: string, { address, row }: FormCell): boolean =>
    cells.has(`${address} ${sheet}`) || rows.has(`${row} ${sheet}`);
};

/** The blank's cell of each place, by where it is in the filled sheet. */
const printedCells = (
  map: ReportMap,
  sheet: FormSheet,
  blank: FormSheet,
): ReadonlyMap<string, FormCell> => {
  const list = growingList(map, sheet.name);
  const last = list ? lastRowOf(list) : Infinity;
  const added = list ? addedRows(sheet, list) : 0;
  return new Map(
    [...blank.cells.values()]
      .filter((cell) => !isBlankCell(cell))
      .map((cell) => [
        toAddress(cell.row > last ? cell.row + added : cell.row, cell.column),
        cell,
      ]),
  );
};

const isSamePrint = (
  cell: FormCell,
  printed: FormCell,
  words: (cell: FormCell) => string,
): boolean =>
  cell.isFormula ? printed.isFormula : words(cell) === words(printed);

/** A number counts on from entry to entry. */
const countedWords = (cell: FormCell): string => nearWords(cellText(cell));

/** The blank's cells in the rows of a list, by their place in an entry. */
const printedInList = (list: ListBlock, blank: FormSheet) => {
  const cells = new Map<string, FormCell[]>();
  for (const cell of blank.cells.values()) {
    const { row, column } = cell;
    const isOutside = row < list.firstRow || row > lastRowOf(list);
    if (isOutside || isBlankCell(cell)) continue;
    const place = `${(row - list.firstRow) % list.rowsPerEntry} ${column}`;
    const known = cells.get(place);
    if (known) known.push(cell);
    else cells.set(place, [cell]);
  }
  return cells;
};

/** Finds what the blank prints in that place of every entry; null for a value that the list reads. */
const createListLook = (
  map: ReportMap,
  sheet: FormSheet,
  list: ListBlock,
  blank: FormSheet,
) => {
  const printed = printedInList(list, blank);
  const read = new Set(
    list.columns.map(
      ({ subrow, column }) => `${subrow} ${toColumnNumber(column)}`,
    ),
  );
  const isGrowing = growingList(map, sheet.name) === list;
  const last = lastRowOf(list) + (isGrowing ? addedRows(sheet, list) : 0);
  return (cell: FormCell): FormCell | null | undefined => {
    const { row, column } = cell;
    if (row < list.firstRow || row > last) return undefined;
    const place = `${(row - list.firstRow) % list.rowsPerEntry} ${column}`;
    return read.has(place)
      ? null
      : printed.get(place)?.find((one) => isSamePrint(cell, one, countedWords));
  };
};

const countWords = (cells: Iterable<FormCell>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const words = wordsOf(cell);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return counts;
};

/** Findings about the cells of a sheet that the blank has too. */
const compareSheets = (
  map: ReportMap,
  sheet: FormSheet,
  blank: FormSheet,
  isMapped: (cell: FormCell) => boolean,
): ReadonlyArray<readonly [FormCell, FindingKind]> => {
  const printed = printedCells(map, sheet, blank);
  const looks = map.lists
    .filter((list) => list.sheet === sheet.name)
    .map((list) => createListLook(map, sheet, list, blank));
  const gone = new Map(printed);
  const written: FormCell[] = [];
  const found: Array<readonly [FormCell, FindingKind]> = [];
  for (const cell of sheet.cells.values()) {
    if (isBlankCell(cell)) continue;
    const own = printed.get(cell.address);
    const isKept = own !== undefined && isSamePrint(cell, own, wordsOf);
    const inList = looks.map((look) => look(cell));
    const print = isKept ? own : inList.find(Boolean);
    if (isKept) gone.delete(cell.address);
    if (print) {
      const isStruck = cell.style.font.strike && !print.style.font.strike;
      if (isStruck) found.push([cell, "struckOut"]);
    } else if (!isMapped(cell) && !inList.includes(null)) written.push(cell);
  }
  // Words of the blank that were moved are no words of the person.
  const moved = countWords(gone.values());
  for (const cell of written) {
    const left = moved.get(wordsOf(cell)) ?? 0;
    if (left > 0) moved.set(wordsOf(cell), left - 1);
    else found.push([cell, "unmapped"]);
  }
  return found;
};

/** A sheet that the blank does not have gives one finding. */
const firstText = (
  sheet: FormSheet,
): ReadonlyArray<readonly [FormCell, FindingKind]> => {
  const cell = [...sheet.cells.values()].find((one) => !isBlankCell(one));
  return cell ? [[cell, "unmapped"]] : [];
};

/**
 * Finds texts that the blank does not print and that nothing has read: a remark
 * below the list, another sheet; and printed words that were struck out.
 *
 * @param isMapped - tells the single cells that were read
 * @param known - findings so far; a cell that has one gets no other
 */
export const findUnreadTexts = (
  form: Form,
  map: ReportMap,
  blank: Form,
  isMapped: (sheet: string, cell: FormCell) => boolean,
  known: readonly Known[],
): readonly SheetDoubt[] => {
  const isNoted = toIsNoted(known);
  return form.sheets.flatMap((sheet) => {
    const { name } = sheet;
    const own = sheetNamed(blank, name);
    const found = own
      ? compareSheets(map, sheet, own, (cell) => isMapped(name, cell))
      : firstText(sheet);
    return found
      .filter(([cell]) => !isNoted(name, cell))
      .map(([cell, kind]) => ({
        kind,
        sheet: name,
        cell: cell.address,
        text: cellText(cell),
      }));
  });
};
