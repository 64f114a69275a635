import {
  chainOf,
  isAboutOneFirm,
  isRowKey,
  keysOf,
  lastRowOf,
  listPlaced,
  mergeAt,
  parseAddress,
  placeByHand,
  repeatedRowsAt,
  sheetNamed,
  toAddress,
  toColumnLetters,
  toColumnNumber,
} from "excel-form";
import type {
  CellEntry,
  ColumnEntry,
  Form,
  FormSheet,
  HandPlacement,
  ListBlock,
  Place,
  Placement,
  ReportMap,
} from "excel-form";
import { VOCABULARY } from "../../domain/vocabulary.ts";

export type PlaceOutcome =
  | {
      readonly kind: "placed";
      readonly map: ReportMap;
      readonly cells: readonly string[];
    }
  | { readonly kind: "formula" }
  /** Values of a firm belong into the rows of the list. */
  | { readonly kind: "outsideList"; readonly list: ListBlock };

export { lastRowOf };

/** A list, and those in which it goes on. */
export const listsOn = (map: ReportMap, sheet: string): readonly ListBlock[] =>
  map.lists.filter((list) => list.sheet === sheet);

const firstColumnOf = ({ columns }: ListBlock): number =>
  Math.min(...columns.map(({ column }) => toColumnNumber(column)));

/** The list of a sheet at a cell; its first one where the cell is in none. */
export const listOn = (
  map: ReportMap,
  sheet: string,
  cell = "",
): ListBlock | null => {
  const lists = listsOn(map, sheet);
  const at = parseAddress(cell);
  const inRow = at ? lists.filter((one) => rowInList(one, at.row)) : [];
  const atColumn = inRow.findLast(
    (one) => at !== null && firstColumnOf(one) <= at.column,
  );
  return atColumn ?? inRow[0] ?? lists[0] ?? null;
};

/** The position of a sheet row within the list; null outside it. */
export const rowInList = (
  list: ListBlock,
  row: number,
): { readonly entry: number; readonly subrow: number } | null => {
  if (row < list.firstRow || row > lastRowOf(list)) return null;
  const offset = row - list.firstRow;
  return {
    entry: Math.floor(offset / list.rowsPerEntry),
    subrow: offset % list.rowsPerEntry,
  };
};

/** The top left cell of a merge, any other cell itself. */
export const topLeft = (sheet: FormSheet, cell: string): string => {
  const at = parseAddress(cell);
  const merge = at && mergeAt(sheet, at.row, at.column);
  return merge ? toAddress(merge.top, merge.left) : cell;
};

type ColumnPlace = {
  readonly list: ListBlock;
  /** Position of the list in the map. */
  readonly index: number;
  readonly column: string;
  readonly subrow: number;
};

const columnPlaceOf = (
  map: ReportMap,
  { sheet, cell }: Place,
): ColumnPlace | null => {
  const list = listOn(map, sheet, cell);
  const at = parseAddress(cell);
  const inside = list && at && rowInList(list, at.row);
  return inside
    ? {
        list,
        index: map.lists.indexOf(list),
        column: toColumnLetters(at.column),
        subrow: inside.subrow,
      }
    : null;
};

const isAt =
  ({ sheet, cell }: Place) =>
  (entry: CellEntry): boolean =>
    entry.sheet === sheet && entry.cell === cell;

const isInColumn =
  ({ column, subrow }: ColumnPlace) =>
  (entry: ColumnEntry): boolean =>
    entry.column === column && entry.subrow === subrow;

/** The placement of a cell; in the list the same for every entry. */
export const placementAt = (map: ReportMap, place: Place): Placement | null => {
  const single = map.cells.find(isAt(place));
  if (single) return single;
  const column = columnPlaceOf(map, place);
  return column?.list.columns.find(isInColumn(column)) ?? null;
};

const firstCellOf = (list: ListBlock, { column, subrow }: ColumnEntry) =>
  `${column}${list.firstRow + subrow}`;

/** Cells of a value; of a column of the list the one of the first entry. */
export const placesOf = (map: ReportMap, key: string): readonly Place[] =>
  listPlaced(map).filter(({ placement }) => placement.key === key);

const replaceList = (
  map: ReportMap,
  index: number,
  change: (list: ListBlock) => ListBlock,
): ReportMap => ({
  ...map,
  lists: map.lists.map((list, i) => (i === index ? change(list) : list)),
});

/** The map without what is in this cell or, inside the list, in this column. */
export const freePlace = (map: ReportMap, place: Place): ReportMap => {
  const column = columnPlaceOf(map, place);
  const freed = {
    ...map,
    cells: map.cells.filter((entry) => !isAt(place)(entry)),
  };
  return column
    ? replaceList(freed, column.index, (list) => ({
        ...list,
        columns: list.columns.filter((entry) => !isInColumn(column)(entry)),
      }))
    : freed;
};

const freeValue = (map: ReportMap, key: string): ReportMap => ({
  ...map,
  cells: map.cells.filter((entry) => entry.key !== key),
  lists: map.lists.map((list) => ({
    ...list,
    columns: list.columns.filter((entry) => entry.key !== key),
  })),
});

/** Marks a cell as not to be filled, so that it is no longer asked about. */
export const dismissOpen = (
  map: ReportMap,
  { sheet, cell }: Place,
): ReportMap => ({
  ...map,
  open: (map.open ?? []).filter(
    (open) => open.sheet !== sheet || open.cell !== cell,
  ),
});

/** Drops questions about sheets that the form no longer has; the differences list them. */
export const dropLost = (form: Form, map: ReportMap): ReportMap => ({
  ...map,
  open: (map.open ?? []).filter(({ sheet }) => sheetNamed(form, sheet)),
});

const dismissValue = (map: ReportMap, key: string): ReportMap => ({
  ...map,
  open: (map.open ?? []).filter((open) => open.key !== key),
});

/** Changes how a value is written in its cell; `undefined` takes a setting away. */
export const changePlacement = (
  map: ReportMap,
  place: Place,
  change: { [K in keyof Placement]?: Placement[K] | undefined },
): ReportMap => {
  const apply = <E extends Placement>(entry: E): E => {
    const next: Record<string, unknown> = { ...entry, ...change };
    for (const [name, value] of Object.entries(change)) {
      if (value === undefined) delete next[name];
    }
    // The same entry with some of its optional settings changed.
    return next as E;
  };
  const column = columnPlaceOf(map, place);
  const own = column?.list.columns.find(isInColumn(column));
  const chain = column ? chainOf(map.lists, column.list) : [];
  // All parts of a list write the same value the same way.
  const isMeant = (entry: ColumnEntry): boolean =>
    entry.key === own?.key &&
    entry.subrow === own.subrow &&
    entry.part === own.part;
  return {
    ...map,
    cells: map.cells.map((entry) =>
      isAt(place)(entry) ? apply(entry) : entry,
    ),
    lists: map.lists.map((list) =>
      chain.includes(list)
        ? {
            ...list,
            columns: list.columns.map((entry) =>
              isMeant(entry) ? apply(entry) : entry,
            ),
          }
        : list,
    ),
  };
};

/** A person has looked at it: no longer a mere proposal. */
export const confirmPlace = (map: ReportMap, place: Place): ReportMap =>
  changePlacement(map, place, { confidence: undefined, reason: undefined });

const addToList = (
  map: ReportMap,
  index: number,
  placed: readonly HandPlacement[],
): ReportMap =>
  replaceList(map, index, (block) => ({
    ...block,
    columns: [
      ...block.columns,
      ...placed.flatMap(({ cell, ...placement }) => {
        const at = parseAddress(cell);
        const inside = at && rowInList(block, at.row);
        return inside
          ? [
              {
                column: toColumnLetters(at.column),
                subrow: inside.subrow,
                ...placement,
              },
            ]
          : [];
      }),
    ],
  }));

const addPlaced = (
  map: ReportMap,
  sheet: FormSheet,
  cell: string,
  key: string,
): PlaceOutcome => {
  const inList = columnPlaceOf(map, { sheet: sheet.name, cell });
  const first = inList
    ? `${inList.column}${inList.list.firstRow + inList.subrow}`
    : cell;
  const placed = placeByHand(VOCABULARY, sheet, first, key);
  const cells = placed.map((one) => one.cell);
  const cleared = cells.reduce(
    (rest, address) =>
      dismissOpen(freePlace(rest, { sheet: sheet.name, cell: address }), {
        sheet: sheet.name,
        cell: address,
      }),
    dismissValue(map, key),
  );
  return {
    kind: "placed",
    cells,
    map: inList
      ? addToList(cleared, inList.index, placed)
      : {
          ...cleared,
          cells: [
            ...cleared.cells,
            ...placed.map((one) => ({ sheet: sheet.name, ...one })),
          ],
        },
  };
};

/** A list that begins in this row, with what was mapped to single cells of its first entry. */
export const createList = (
  sheet: FormSheet,
  map: ReportMap,
  row: number,
): ReportMap => {
  const body = repeatedRowsAt(VOCABULARY, sheet, row);
  const list: ListBlock = {
    sheet: sheet.name,
    firstRow: body?.firstRow ?? row,
    rowsPerEntry: body?.rowsPerEntry ?? 1,
    rowsAvailable: body?.entries ?? 1,
    onSurplus: "insert",
    columns: [],
  };
  const isInside = ({ sheet: name, cell }: CellEntry): boolean => {
    const at = parseAddress(cell);
    return name === sheet.name && at !== null && !!rowInList(list, at.row);
  };
  const moved = map.cells.filter(isInside).map(({ sheet: _, ...one }) => one);
  const others = map.lists.filter((one) => one.sheet !== sheet.name);
  return addToList(
    {
      ...map,
      cells: map.cells.filter((entry) => !isInside(entry)),
      lists: [...others, list],
    },
    others.length,
    moved,
  );
};

/** No list on this sheet: its columns become single cells, as on a form about one firm. */
export const removeList = (map: ReportMap, sheet: string): ReportMap => {
  const list = listOn(map, sheet);
  if (!list) return map;
  return {
    ...map,
    lists: map.lists.filter((one) => one.sheet !== sheet),
    cells: [
      ...map.cells,
      ...list.columns.map((entry) => {
        const { column: _, subrow: __, ...placement } = entry;
        return { sheet, cell: firstCellOf(list, entry), ...placement };
      }),
    ],
  };
};

export type ListChange = Partial<
  Pick<ListBlock, "firstRow" | "rowsPerEntry" | "rowsAvailable" | "onSurplus">
>;

const MAX_ROWS_PER_ENTRY = 100;

const within = (value: number, least: number, most: number): number =>
  Math.min(Math.max(Math.round(value), least), most);

/** Changes the list at a cell. Numbers outside what a sheet can have are brought back into it. */
export const changeList = (
  sheet: FormSheet,
  map: ReportMap,
  cell: string,
  change: ListChange,
): ReportMap => {
  const bottom = sheet.dimension?.bottom ?? 1;
  const changed = listOn(map, sheet.name, cell);
  if (!changed) return map;
  return replaceList(map, map.lists.indexOf(changed), (list) => {
    const next = { ...list, ...change };
    const rowsPerEntry = within(next.rowsPerEntry, 1, MAX_ROWS_PER_ENTRY);
    const firstRow = within(next.firstRow, 1, bottom);
    const room = Math.max(
      1,
      Math.floor((bottom - firstRow + 1) / rowsPerEntry),
    );
    return {
      ...next,
      firstRow,
      rowsPerEntry,
      rowsAvailable: within(next.rowsAvailable, 1, room),
    };
  });
};

/** A value in several places is there on purpose; one in a single place moves to the chosen cell. */
const makeRoom = (
  map: ReportMap,
  key: string,
  at: Place,
  isExtra: boolean,
): ReportMap => {
  const { length } = placesOf(map, key);
  const column = columnPlaceOf(map, at);
  const isOfChain = column && chainOf(map.lists, column.list).length > 1;
  // In each part of a list that goes on the value has a column of its own.
  if (!isExtra && isOfChain)
    return replaceList(map, column.index, (list) => ({
      ...list,
      columns: list.columns.filter((entry) => entry.key !== key),
    }));
  const hasParts = placesOf(map, key).some(
    (place) => placementAt(map, place)?.part !== undefined,
  );
  return isExtra || (length > 1 && !hasParts) ? map : freeValue(map, key);
};

/**
 * Puts a value into a cell. What was there before gives way, and the value
 * leaves the cell it had, unless it is wanted in one more place.
 *
 * @param key - a value key, or several joined by `+` for one cell
 */
export const placeValue = (
  form: Form,
  map: ReportMap,
  key: string,
  place: Place,
  isExtra = false,
): PlaceOutcome => {
  const sheet = sheetNamed(form, place.sheet);
  if (!sheet) throw new Error(`No sheet ${place.sheet}`);
  const cell = topLeft(sheet, place.cell);
  const at = parseAddress(cell);
  if (!at) throw new Error(`No cell ${place.cell}`);
  if (sheet.cells.get(cell)?.isFormula) return { kind: "formula" };
  const cleared = makeRoom(map, key, { sheet: sheet.name, cell }, isExtra);
  const list = listOn(cleared, sheet.name, cell);
  const isOutside =
    keysOf(VOCABULARY, { key }).some((one) => isRowKey(VOCABULARY, one)) &&
    !(list && rowInList(list, at.row));
  if (!isOutside || isAboutOneFirm(VOCABULARY, map)) {
    return addPlaced(cleared, sheet, cell, key);
  }
  if (list) return { kind: "outsideList", list };
  return addPlaced(
    repeatedRowsAt(VOCABULARY, sheet, at.row)
      ? createList(sheet, cleared, at.row)
      : cleared,
    sheet,
    cell,
    key,
  );
};
