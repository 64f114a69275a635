import type { ReportMap } from "../../../src/map/schema.ts";
import {
  parseAddress,
  parseRange,
  toAddress,
  containsCell,
} from "../../../src/xlsx/formula/address.ts";

/**
 * Values that a form asks for, written down by hand; see the README of the
 * fixtures.
 */
export type Truth = {
  readonly form: string;
  readonly style: string;
  readonly cells: readonly TruthCell[];
  readonly list: TruthList | null;
  /** Lists in which it goes on. */
  readonly more?: readonly TruthList[];
  readonly mustNotTouch: ReadonlyArray<{
    readonly sheet: string;
    readonly range: string;
    readonly why: string;
  }>;
};

export type TruthCell = {
  readonly sheet: string;
  readonly cell: string;
  /** A key, several joined by `+`, or `none`. */
  readonly value: string;
  readonly note?: string;
  readonly accept?: readonly string[];
  readonly group?: string;
};

type Columns = Readonly<Record<string, string | readonly string[]>>;

type TruthList = {
  readonly sheet: string;
  readonly firstRow: number;
  readonly rowsPerEntry: number;
  readonly rowsAvailable: number;
  readonly lastRow: number;
  readonly columns: Columns;
  readonly subrows?: ReadonlyArray<{
    readonly offset: number;
    readonly columns: Columns;
  }>;
  /** By column: the same fixed words as in the note of a cell. */
  readonly notes?: Readonly<Record<string, string>>;
};

export type Score = {
  readonly targets: number;
  readonly right: number;
  readonly wrong: number;
  readonly details: readonly string[];
};

type Claim = { readonly key: string; readonly part: string | undefined };

const PART = /^part: ([^;]+)/;

const partOf = (note: string | undefined): string | undefined =>
  PART.exec(note ?? "")?.[1]?.trim();

/** `sheet!cell` → what is said about it; a list counts by its cells of every entry. */
const claimsOf = (map: ReportMap): ReadonlyMap<string, Claim> => {
  const claims = new Map<string, Claim>();
  for (const { sheet, cell, key, part } of map.cells) {
    claims.set(`${sheet}!${cell}`, { key, part });
  }
  for (const list of map.lists) {
    for (let entry = 0; entry < list.rowsAvailable; entry += 1) {
      for (const { column, subrow, key, part } of list.columns) {
        const row = list.firstRow + entry * list.rowsPerEntry + subrow;
        claims.set(`${list.sheet}!${column}${row}`, { key, part });
      }
    }
  }
  return claims;
};

type Want = {
  readonly keys: readonly string[];
  readonly part: string | undefined;
};

const wantsOf = (truth: Truth): ReadonlyMap<string, Want> => {
  const wants = new Map<string, Want>();
  for (const { sheet, cell, value, accept, note } of truth.cells) {
    wants.set(`${sheet}!${cell}`, {
      keys: [value, ...(accept ?? [])],
      part: partOf(note),
    });
  }
  for (const list of listsOf(truth)) addList(wants, list);
  return wants;
};

const listsOf = ({ list, more = [] }: Truth): readonly TruthList[] =>
  list ? [list, ...more] : more;

const addList = (wants: Map<string, Want>, list: TruthList): void => {
  const rows = [{ offset: 0, columns: list.columns }, ...(list.subrows ?? [])];
  for (let entry = 0; entry < list.rowsAvailable; entry += 1) {
    for (const { offset, columns } of rows) {
      for (const [column, value] of Object.entries(columns)) {
        const row = list.firstRow + entry * list.rowsPerEntry + offset;
        wants.set(`${list.sheet}!${column}${row}`, {
          keys: typeof value === "string" ? [value] : value,
          part: partOf(list.notes?.[column]),
        });
      }
    }
  }
};

/** One cell of the list represents its column: hundreds of rows must not outweigh the rest. */
const placeName = (truth: Truth, place: string): string => {
  const [sheet = "", cell = ""] = place.split("!");
  const at = parseAddress(cell);
  const list = listsOf(truth).find(
    (one) =>
      at !== null &&
      sheet === one.sheet &&
      at.row >= one.firstRow &&
      at.row <= one.lastRow,
  );
  if (!list || !at) return place;
  const subrow = (at.row - list.firstRow) % list.rowsPerEntry;
  return `${sheet}!${toAddress(list.firstRow + subrow, at.column)}`;
};

/** Precision and recall per cell, as the README of the fixtures defines them. */
export const judge = (map: ReportMap, truth: Truth): Score => {
  const claims = claimsOf(map);
  const wants = wantsOf(truth);
  const right = new Set<string>();
  const wrong = new Set<string>();
  const missed = new Set<string>();
  const details: string[] = [];
  const fail = (place: string, why: string): void => {
    const name = placeName(truth, place);
    if (!wrong.has(name)) details.push(`wrong ${name}: ${why}`);
    wrong.add(name);
  };
  for (const [place, { key, part }] of claims) {
    const want = wants.get(place);
    if (!want) fail(place, `${key} where nothing is wanted`);
    else if (!want.keys.includes(key))
      fail(place, `${key} instead of ${want.keys.join(" or ")}`);
    else if (want.part !== undefined && want.part !== part)
      fail(place, `part ${part} instead of ${want.part}`);
    else right.add(placeName(truth, place));
  }
  const targets = new Set<string>();
  for (const [place, { keys }] of wants) {
    if (keys[0] === "none") continue;
    const name = placeName(truth, place);
    targets.add(name);
    if (!claims.has(place) && !missed.has(name)) {
      missed.add(name);
      details.push(`missed ${name}: ${keys.join(" or ")}`);
    }
  }
  for (const { sheet, range, why } of truth.mustNotTouch) {
    const area = parseRange(range);
    for (const place of claims.keys()) {
      const [name, cell = ""] = place.split("!");
      const at = parseAddress(cell);
      if (
        name === sheet &&
        area &&
        at &&
        containsCell(area, at.row, at.column)
      ) {
        fail(place, `must not be touched: ${why}`);
      }
    }
  }
  const isRight = (name: string): boolean =>
    right.has(name) && !wrong.has(name) && !missed.has(name);
  return {
    targets: targets.size,
    right: [...targets].filter(isRight).length,
    wrong: wrong.size,
    details,
  };
};

export const precisionOf = ({ right, wrong }: Score): number =>
  right + wrong === 0 ? 1 : right / (right + 2 * wrong);

export const recallOf = ({ right, targets }: Score): number =>
  targets === 0 ? 1 : right / targets;
