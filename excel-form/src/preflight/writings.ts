import type { Message } from "../words/message.ts";
import { keyInfo } from "../map/vocabulary.ts";
import type { ValueKey, Vocabulary } from "../map/vocabulary.ts";
import type { IssuePlace } from "./issues.ts";
import type { ReportData, Value, Values } from "../map/report-data.ts";
import type { Placement, ReportMap } from "../map/schema.ts";
import { rowValues, singleValues, writerFor } from "../plan/plan-cells.ts";
import {
  placeCell,
  placeColumn,
  sheetNamed,
  siblingsAmong,
} from "../plan/placed-cells.ts";
import type { PlacedCell, Siblings } from "../plan/placed-cells.ts";
import type { Form } from "../xlsx/sheet/form-model.ts";
import type { CellWriter } from "../values/cell-writer.ts";

/** A place of the form with the values it draws from. */
export type Writing = {
  readonly place: PlacedCell;
  readonly values: Values;
  readonly write: CellWriter;
  readonly siblings: Siblings;
  readonly is1904: boolean;
  readonly entry?: number;
};

/** Which of the mapped places are looked at. */
type IsWanted = (placement: Placement) => boolean;

const singleWritings = (
  vocabulary: Vocabulary,
  form: Form,
  map: ReportMap,
  data: ReportData,
  isWanted: IsWanted,
): Writing[] => {
  const values = singleValues(data);
  const siblingsOf = siblingsAmong(map.cells);
  return map.cells.filter(isWanted).flatMap((entry) => {
    const place = placeCell(form, entry);
    if (!place) return [];
    const siblings = siblingsOf(entry);
    const write = writerFor(vocabulary, place, siblings);
    return [{ place, values, write, siblings, is1904: form.is1904 }];
  });
};

const listWritings = (
  vocabulary: Vocabulary,
  form: Form,
  map: ReportMap,
  data: ReportData,
  isWanted: IsWanted,
): Writing[] => {
  const rows = data.rows.map((row, index) =>
    rowValues(vocabulary, data, row, index),
  );
  return map.lists.flatMap((list) => {
    const sheet = sheetNamed(form, list.sheet);
    if (!sheet) return [];
    const siblingsOf = siblingsAmong(list.columns);
    return list.columns.filter(isWanted).flatMap((column) => {
      const first = placeColumn(sheet, list, column, 0);
      if (!first) return [];
      const siblings = siblingsOf(column);
      const write = writerFor(vocabulary, first, siblings);
      return rows.map((values, entry) => ({
        place: placeColumn(sheet, list, column, entry) ?? first,
        values,
        write,
        siblings,
        is1904: form.is1904,
        entry,
      }));
    });
  });
};

/** Mapped cells of the filled form; those of added rows stand where the last drawn row stands. */
export const listWritingsOf = (
  vocabulary: Vocabulary,
  form: Form,
  map: ReportMap,
  data: ReportData,
  isWanted: IsWanted = () => true,
): readonly Writing[] => [
  ...singleWritings(vocabulary, form, map, data, isWanted),
  ...listWritings(vocabulary, form, map, data, isWanted),
];

export const placeOf = (
  { place, entry }: Writing,
  key: string,
): IssuePlace => ({
  sheet: place.sheet.name,
  cell: place.address,
  key,
  ...(entry !== undefined && { entry }),
});

export const labelOf = (vocabulary: Vocabulary, key: ValueKey): Message =>
  keyInfo(vocabulary, key).label;

export const wordsOf = (value: Value | undefined): string =>
  value === undefined || value === null ? "" : String(value);
