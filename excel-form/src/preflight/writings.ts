import type { Message } from "../words/message.ts";
import { keyInfo } from "../map/vocabulary.ts";
import type { ValueKey, Vocabulary } from "../map/vocabulary.ts";
import type { IssuePlace } from "./issues.ts";
import type { ReportData, Value, Values } from "../map/report-data.ts";
import type { Placement, ReportMap } from "../map/schema.ts";
import { recordsBefore, recordsIn } from "../map/list-chain.ts";
import { rowValues, singleValues, writerFor } from "../plan/plan-cells.ts";
import {
  placeCell,
  placeColumn,
  sheetNamed,
  siblingsAmong,
} from "../plan/placed-cells.ts";
import type { PlacedCell, Siblings } from "../plan/placed-cells.ts";
import type { Form } from "../xlsx/sheet/form-model.ts";
import { keysOf } from "../map/key-list.ts";
import type { CellWriter } from "../values/cell-writer.ts";

/** A place of the form with the values it draws from. */
export type Writing = {
  readonly place: PlacedCell;
  readonly keys: readonly ValueKey[];
  readonly values: Values;
  readonly write: CellWriter;
  readonly siblings: Siblings;
  readonly is1904: boolean;
  readonly entry?: number | undefined;
};

/** A mapped cell, or a column of a list with one writing for each record. */
export type WritingColumn = {
  readonly keys: readonly ValueKey[];
  readonly count: number;
  readonly at: (entry: number) => Writing;
};

/** Which of the mapped places are looked at. */
type IsWanted = (placement: Placement) => boolean;

const singleColumns = (
  vocabulary: Vocabulary,
  form: Form,
  map: ReportMap,
  data: ReportData,
  isWanted: IsWanted,
): WritingColumn[] => {
  const values = singleValues(data);
  const siblingsOf = siblingsAmong(map.cells);
  return map.cells.filter(isWanted).flatMap((entry) => {
    const place = placeCell(form, entry);
    if (!place) return [];
    const keys = keysOf(vocabulary, entry);
    const siblings = siblingsOf(entry);
    const write = writerFor(vocabulary, place, siblings);
    const { is1904 } = form;
    const writing = { place, keys, values, write, siblings, is1904 };
    return [{ keys, count: 1, at: () => writing }];
  });
};

const listColumns = (
  vocabulary: Vocabulary,
  form: Form,
  map: ReportMap,
  data: ReportData,
  isWanted: IsWanted,
): WritingColumn[] => {
  const { is1904 } = form;
  const rows = data.rows.map((row, index) =>
    rowValues(vocabulary, data, row, index),
  );
  return map.lists.flatMap((list) => {
    const sheet = sheetNamed(form, list.sheet);
    if (!sheet) return [];
    const siblingsOf = siblingsAmong(list.columns);
    const before = recordsBefore(map.lists, list);
    const own = recordsIn(map.lists, list, rows);
    return list.columns.filter(isWanted).flatMap((column) => {
      const first = placeColumn(sheet, list, column, 0);
      if (!first) return [];
      const keys = keysOf(vocabulary, column);
      const siblings = siblingsOf(column);
      const write = writerFor(vocabulary, first, siblings);
      const drawn: PlacedCell[] = [];
      const placeAt = (entry: number): PlacedCell =>
        (drawn[entry] ??= placeColumn(sheet, list, column, entry) ?? first);
      const at = (entry: number): Writing => ({
        place: placeAt(Math.min(entry, list.rowsAvailable - 1)),
        keys,
        values: own[entry] ?? {},
        write,
        siblings,
        is1904,
        entry: before + entry,
      });
      return [{ keys, count: own.length, at }];
    });
  });
};

/** Mapped cells of the filled form; cells of added rows have the address of the last drawn row. */
export const listColumnsOf = (
  vocabulary: Vocabulary,
  form: Form,
  map: ReportMap,
  data: ReportData,
  isWanted: IsWanted = () => true,
): readonly WritingColumn[] => [
  ...singleColumns(vocabulary, form, map, data, isWanted),
  ...listColumns(vocabulary, form, map, data, isWanted),
];

export const placeOf = (
  { place, entry }: Writing,
  key: string,
): IssuePlace => ({
  sheet: place.sheet.name,
  cell: place.address,
  key,
  entry,
});

export const labelOf = (vocabulary: Vocabulary, key: ValueKey): Message =>
  keyInfo(vocabulary, key).label;

export const toWords = (value: Value | undefined): string =>
  value === undefined || value === null ? "" : String(value);
