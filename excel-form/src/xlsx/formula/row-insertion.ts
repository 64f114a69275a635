import { MAX_ROW } from "./address.ts";

/**
 * Rows inserted into a list that is made of equal entries (`entryRows` sheet
 * rows each). New rows always follow a whole entry, the template: the only
 * entry of the list, or the last but one, so that the last entry with its
 * closing border stays last and ranges over the list grow by themselves.
 */
export type RowInsertion = {
  readonly sheet: string;
  /** Old row numbers, as all others here. */
  readonly listTop: number;
  readonly listBottom: number;
  readonly entryRows: number;
  /** The first row that moves down. */
  readonly at: number;
  readonly count: number;
};

export type Span = { readonly top: number; readonly bottom: number };

export const planInsertion = (list: {
  sheet: string;
  firstRow: number;
  entryRows: number;
  entries: number;
  newEntries: number;
}): RowInsertion => {
  const listBottom = list.firstRow + list.entries * list.entryRows - 1;
  const isSingle = list.entries === 1;
  return {
    sheet: list.sheet,
    listTop: list.firstRow,
    listBottom,
    entryRows: list.entryRows,
    at: isSingle ? listBottom + 1 : listBottom - list.entryRows + 1,
    count: list.newEntries * list.entryRows,
  };
};

/** The list had one entry only, so it ends with the template. */
export const isSingleEntry = ({ at, listBottom }: RowInsertion): boolean =>
  at > listBottom;

export const templateTop = ({ at, entryRows }: RowInsertion): number =>
  at - entryRows;

const limit = (row: number): number => Math.min(row, MAX_ROW);

export const moveRow = (row: number, insertion: RowInsertion): number =>
  row >= insertion.at ? limit(row + insertion.count) : row;

/**
 * A range outside the list: below it moves, across it grows. One that ends
 * on the single pre-drawn entry grows too, as the clerk means the list.
 */
export const moveSpan = (
  { top, bottom }: Span,
  insertion: RowInsertion,
): Span => {
  const { at, count } = insertion;
  const endsOnList =
    isSingleEntry(insertion) && bottom >= templateTop(insertion) && bottom < at;
  return {
    top: moveRow(top, insertion),
    bottom: endsOnList ? limit(bottom + count) : moveRow(bottom, insertion),
  };
};

/**
 * A range that says where something applies (validation, conditional format):
 * what holds for the template entry holds for its copies. A part of an entry
 * with several rows is repeated per entry.
 */
export const moveArea = (span: Span, insertion: RowInsertion): Span[] => {
  const { at, count, entryRows } = insertion;
  const top = templateTop(insertion);
  const isAbove = span.bottom < top;
  if (isAbove || span.bottom >= at) {
    return [
      {
        top: moveRow(span.top, insertion),
        bottom: moveRow(span.bottom, insertion),
      },
    ];
  }
  if (span.top <= top && span.bottom === at - 1) {
    return [{ top: span.top, bottom: limit(span.bottom + count) }];
  }
  const first = Math.max(span.top, top);
  const areas = [span];
  for (let offset = entryRows; offset <= count; offset += entryRows) {
    areas.push({ top: first + offset, bottom: span.bottom + offset });
  }
  return areas;
};
