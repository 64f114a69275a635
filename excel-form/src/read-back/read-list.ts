import { keysOf } from "../map/key-list.ts";
import { keyOfRole } from "../map/vocabulary.ts";
import type { Vocabulary } from "../map/vocabulary.ts";
import type { ListBlock } from "../map/schema.ts";
import { chainOf, isLastOfChain, recordsBefore } from "../map/list-chain.ts";
import { lastRowOf } from "../near/near.ts";
import { optionsAt } from "../plan/placed-cells.ts";
import {
  containsCell,
  toAddress,
  toColumnNumber,
} from "../xlsx/formula/address.ts";
import type { Range } from "../xlsx/formula/address.ts";
import type { FormCell, FormSheet } from "../xlsx/sheet/form-model.ts";
import { addedRows } from "./added-rows.ts";
import { classifyRow } from "./classify-row.ts";
import type { Doubt, SheetDoubt } from "./finding.ts";
import { isHiddenCell } from "./hidden-cells.ts";
import { isBlankCell, isDitto, judgeLook } from "./inspect-cell.ts";
import { isNumberKey, cellAt, nameColumn } from "./list-context.ts";
import type { Column, ListContext, ReadEntry } from "./list-context.ts";
import { beyondList, blankRows, unmappedCells } from "./list-surroundings.ts";
import { cellText, isUntouched } from "./read-cell.ts";
import type { SheetIndex } from "./sheet-index.ts";
import { ValueReader } from "./value-reader.ts";

export type ReadListResult = {
  readonly sheet: string;
  readonly entries: readonly ReadEntry[];
  /** Doubts about rows that are no entries. */
  readonly doubts: readonly SheetDoubt[];
};

/** Tells if the text is one over several columns of the map. */
const isAcross = (context: ListContext, top: number): boolean =>
  context.columns.some(({ at, subrow }) => {
    const merge = context.index.mergeAt(top + subrow, at);
    return (
      merge !== undefined &&
      merge.left === at &&
      context.columns.some(
        (other) =>
          other.at > at && other.at <= merge.right && other.subrow === subrow,
      )
    );
  });

/** A number that the form prints, with or without its mark. */
const isNumbering = (cell: FormCell): boolean =>
  cell.isFormula || /\d/.test(cellText(cell).normalize("NFKC"));

/** The cells of an entry that hold something, without the words that the form prints. */
const filledCells = (
  context: ListContext,
  top: number,
): readonly FormCell[] => {
  const { list, index, columns } = context;
  const rows = Array.from({ length: list.rowsPerEntry }, (_, n) => top + n);
  return rows.flatMap((row) =>
    index.cellsIn(row).filter((cell) => {
      const column = columns.find(
        ({ at, subrow }) => at === cell.column && subrow === row - top,
      );
      return (
        !(column && isNumberKey(context, column.key) && isNumbering(cell)) &&
        !(column && isUntouched(cell, column))
      );
    }),
  );
};

const classify = (context: ListContext, top: number): Doubt | null => {
  const cells = filledCells(context, top);
  const [first] = cells;
  if (!first) return null;
  const name = nameColumn(context);
  const named = name && cellAt(context, top + name.subrow, name.at);
  const all = cells.map(cellText);
  const kind = classifyRow({
    all,
    name: named && !isBlankCell(named) ? cellText(named) : "",
    isAcross: isAcross(context, top),
  });
  return kind && { kind, cell: first.address, text: all.join(" ") };
};

/** The cell that holds the value of this place: above, when it is merged with the row above or says 「同上」. */
const addCell = (
  context: ListContext,
  reader: ValueReader,
  top: number,
  column: Column,
): void => {
  const { sheet, index, above } = context;
  const { column: _letters, subrow, at, ...placement } = column;
  const row = top + subrow;
  const own = cellAt(context, row, at);
  const address = toAddress(row, at);
  const options = optionsAt(sheet, row, at);
  const place = { sheet: sheet.name, address, placement, options };
  const merge = index.mergeAt(row, at);
  const isUnder = merge !== undefined && merge.top < top && merge.left === at;
  const source = isUnder ? cellAt(context, merge.top, at) : own;
  const before = above.get(column);
  const [key] = keysOf(context.vocabulary, placement);
  if (source && key && isUnder && !isBlankCell(source)) {
    const as = cellText(source);
    reader.doubt(sheet.name, {
      kind: "mergedAbove",
      cell: address,
      text: as,
      key,
      as,
    });
    reader.add({ ...place, cell: source });
    return;
  }
  if (own && before && key && isDitto(own)) {
    const [text, as] = [cellText(own), cellText(before)];
    reader.doubt(sheet.name, { kind: "ditto", cell: address, text, key, as });
    reader.add({ ...place, cell: before });
    return;
  }
  if (own && !isBlankCell(own) && !isNumberKey(context, column.key))
    above.set(column, own);
  reader.add({ ...place, cell: own });
  if (own && key && !isBlankCell(own) && !isUntouched(own, placement)) {
    judgePlace(context, reader, top, own, key);
  }
};

const judgePlace = (
  context: ListContext,
  reader: ValueReader,
  top: number,
  cell: FormCell,
  key: NonNullable<Doubt["key"]>,
): void => {
  const { row, column } = cell;
  const { sheet } = context;
  const about = { cell: cell.address, text: cellText(cell), key };
  const look = judgeLook(cell);
  if (isNumberKey(context, key)) {
    // A number that is struck out strikes its entry.
    if (look === "struckOut")
      reader.doubt(sheet.name, { ...about, kind: look });
    return;
  }
  if (isHiddenCell(sheet, row, column))
    reader.doubt(sheet.name, { ...about, kind: "hidden" });
  if (look) reader.doubt(sheet.name, { ...about, kind: look });
  const merge = context.index.mergeAt(row, column);
  const isOverOthers =
    merge !== undefined &&
    context.columns.some(
      ({ at, subrow }) => at > column && containsCell(merge, top + subrow, at),
    );
  if (isOverOthers) reader.doubt(sheet.name, { ...about, kind: "merged" });
};

const readEntry = (
  context: ListContext,
  position: number,
  top: number,
): ReadEntry | null => {
  const reader = new ValueReader(context.vocabulary);
  for (const column of context.columns) addCell(context, reader, top, column);
  const { values, doubts } = reader.read();
  const hasValue = Object.keys(values).some(
    (key) => !isNumberKey(context, key),
  );
  // A number alone is printed in advance; doubts alone are a row that somebody wrote in.
  if (!hasValue && doubts.every(({ key = "" }) => isNumberKey(context, key)))
    return null;
  const nameKey = keyOfRole(context.vocabulary, "firm.name") ?? "";
  const nameCell = reader.cellOf(nameKey) ?? toAddress(top, 1);
  const missing =
    nameColumn(context) && values[nameKey] === undefined
      ? [
          {
            kind: "nameMissing" as const,
            key: nameKey,
            sheet: context.sheet.name,
            cell: nameCell,
            text: "",
          },
        ]
      : reader.missing();
  return { position, values, doubts: [...doubts, ...missing], nameCell };
};

const areaOf = (list: ListBlock): Range => {
  const columns = list.columns.map(({ column }) => toColumnNumber(column));
  return {
    top: list.firstRow,
    bottom: lastRowOf(list),
    left: Math.min(...columns),
    right: Math.max(...columns),
  };
};

/** The area of another list: its whole rows, or in rows of both all on its side. */
const areaBeside = (own: Range, other: Range): Range => {
  const { top, bottom } = other;
  if (other.left > own.right)
    return { top, bottom, left: own.right + 1, right: Infinity };
  return other.right < own.left
    ? { top, bottom, left: 1, right: own.left - 1 }
    : { top, bottom, left: 1, right: Infinity };
};

const toIsElsewhere = (
  lists: readonly ListBlock[],
  list: ListBlock,
): ListContext["isElsewhere"] => {
  const own = areaOf(list);
  const areas = chainOf(lists, list)
    .filter((one) => one !== list)
    .map((one) => areaBeside(own, areaOf(one)));
  return (row, column) => areas.some((area) => containsCell(area, row, column));
};

/** Reads the entries of a list, and names every row and cell that is none. */
export const readList = (
  vocabulary: Vocabulary,
  sheet: FormSheet,
  index: SheetIndex,
  lists: readonly ListBlock[],
  list: ListBlock,
  isMapped: (cell: FormCell) => boolean,
): ReadListResult => {
  const columns = list.columns.map((one) => ({
    ...one,
    at: toColumnNumber(one.column),
  }));
  const before = recordsBefore(lists, list);
  const context: ListContext = {
    vocabulary,
    sheet,
    index,
    list,
    columns,
    before,
    isElsewhere: toIsElsewhere(lists, list),
    above: new Map(),
  };
  const isLast = isLastOfChain(lists, list);
  const added = isLast ? addedRows(sheet, list) : 0;
  const count = list.rowsAvailable + added / list.rowsPerEntry;
  const topOf = (position: number) =>
    list.firstRow + position * list.rowsPerEntry;
  const positions = Array.from({ length: Math.max(0, count) }, (_, n) => n);
  const doubts: Doubt[] = [];
  const entries: ReadEntry[] = [];
  const skipped = new Set<number>();
  for (const position of positions) {
    const top = topOf(position);
    const other = classify(context, top);
    if (other) {
      doubts.push(other);
      skipped.add(position);
      continue;
    }
    const entry = readEntry(context, position, top);
    if (entry) entries.push(entry);
  }
  const filled = new Set(entries.map(({ position }) => topOf(position)));
  doubts.push(
    ...blankRows(context, entries, skipped),
    ...unmappedCells(context, positions.map(topOf), filled, isMapped),
    // The next part reads the rows below an earlier one.
    ...(isLast
      ? beyondList(context, topOf(positions.length) - 1, isMapped)
      : []),
  );
  return {
    sheet: sheet.name,
    entries: entries.map((entry) => ({
      ...entry,
      position: before + entry.position,
    })),
    doubts: doubts.map((one) => ({ ...one, sheet: sheet.name })),
  };
};
