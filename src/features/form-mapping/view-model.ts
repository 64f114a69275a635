import type { Message } from "../../i18n/message.ts";
import { checkMap } from "../../report/check-map.ts";
import type { FormIssue } from "../../report/issues.ts";
import { VALUE_KEYS, isValueKey, keyInfo } from "../../report/keys.ts";
import type { KeyGroup, ValueKey } from "../../report/keys.ts";
import { keysOf, toKeys } from "../../report/map/key-list.ts";
import type {
  OpenCell,
  Placement,
  ReportMap,
} from "../../report/map/schema.ts";
import {
  parseAddress,
  toAddress,
  toColumnNumber,
} from "../../report/sheet/address.ts";
import type { Form } from "../../report/sheet/form-model.ts";
import { listOn, placementAt } from "./edit-map.ts";
import type { Place } from "./edit-map.ts";

/** Below this a proposal is shown as one to look at. */
const CLEAR_ENOUGH = 0.75;

export type ValueState = "placed" | "unsure" | "notAsked";

export type ValueLine = {
  readonly key: ValueKey;
  readonly state: ValueState;
  /** Where it is, or where it might belong. */
  readonly places: readonly Place[];
  /** Why it is unsure. */
  readonly reason: Message | null;
};

export type ValueGroup = {
  readonly group: KeyGroup;
  readonly lines: readonly ValueLine[];
};

export const isUnsure = ({ confidence }: Placement): boolean =>
  confidence !== undefined && confidence < CLEAR_ENOUGH;

type Placed = Place & { readonly placement: Placement };

const listPlaced = (map: ReportMap): readonly Placed[] => [
  ...map.cells.map((entry) => ({
    sheet: entry.sheet,
    cell: entry.cell,
    placement: entry,
  })),
  ...map.lists.flatMap((list) =>
    list.columns.map((entry) => ({
      sheet: list.sheet,
      cell: `${entry.column}${list.firstRow + entry.subrow}`,
      placement: entry,
    })),
  ),
];

const toPlace = ({ sheet, cell }: Place): Place => ({ sheet, cell });

const asksFor = (open: OpenCell, key: ValueKey): boolean =>
  open.key !== undefined && (toKeys(open.key) ?? []).includes(key);

const toLine = (
  key: ValueKey,
  placed: readonly Placed[],
  open: readonly OpenCell[],
): ValueLine => {
  const own = placed.filter(({ placement }) => keysOf(placement).includes(key));
  const doubted = own.find(({ placement }) => isUnsure(placement));
  const asked = open.filter((one) => asksFor(one, key));
  const [first] = asked;
  if (own.length > 0) {
    return {
      key,
      state: doubted ? "unsure" : "placed",
      places: own.map(toPlace),
      reason: doubted?.placement.reason ?? null,
    };
  }
  return first
    ? { key, state: "unsure", places: asked.map(toPlace), reason: first.reason }
    : { key, state: "notAsked", places: [], reason: null };
};

const GROUPS: readonly KeyGroup[] = ["cover", "counts", "list"];

/** Every value there is, with where it stands on this form. */
export const toValueGroups = (map: ReportMap): readonly ValueGroup[] => {
  const placed = listPlaced(map);
  const keys = Object.keys(VALUE_KEYS).filter(isValueKey);
  return GROUPS.map((group) => ({
    group,
    lines: keys
      .filter((key) => keyInfo(key).group === group)
      .map((key) => toLine(key, placed, map.open ?? [])),
  }));
};

/** Cells that ask for something, and nobody knows for what. */
export const undecidedCells = (map: ReportMap): readonly OpenCell[] =>
  (map.open ?? []).filter(
    ({ key, sheet, cell }) =>
      key === undefined && placementAt(map, { sheet, cell }) === null,
  );

export type MapSummary = {
  readonly placed: number;
  readonly unsure: number;
  readonly problems: readonly FormIssue[];
};

/** The map at a glance. */
export const summarize = (form: Form, map: ReportMap): MapSummary => {
  const lines = toValueGroups(map).flatMap((group) => group.lines);
  return {
    placed: lines.filter(({ state }) => state === "placed").length,
    unsure:
      lines.filter(({ state }) => state === "unsure").length +
      undecidedCells(map).length,
    problems: checkMap(form, map),
  };
};

/** What a cell of the drawn form shows of the map. */
export type Mark = {
  /** `repeat`: a further entry of the list. */
  readonly kind: "placed" | "unsure" | "open" | "repeat";
  readonly placement: Placement | null;
  readonly reason: Message | null;
  /** Entry of the list, from 0. */
  readonly entry: number | null;
};

const kindOf = (placement: Placement, entry: number | null): Mark["kind"] => {
  if (entry !== null && entry > 0) return "repeat";
  return isUnsure(placement) ? "unsure" : "placed";
};

const markOf = (placement: Placement, entry: number | null): Mark => ({
  kind: kindOf(placement, entry),
  placement,
  reason: placement.reason ?? null,
  entry,
});

/** The marks of one sheet by the address of their cell. */
export const toMarks = (
  map: ReportMap,
  sheet: string,
): ReadonlyMap<string, Mark> => {
  const marks = new Map<string, Mark>();
  for (const open of map.open ?? []) {
    if (open.sheet !== sheet) continue;
    const { reason } = open;
    marks.set(open.cell, {
      kind: "open",
      placement: null,
      reason,
      entry: null,
    });
  }
  const list = listOn(map, sheet);
  for (const column of list?.columns ?? []) {
    if (!list) break;
    for (let entry = 0; entry < list.rowsAvailable; entry += 1) {
      const row = list.firstRow + entry * list.rowsPerEntry + column.subrow;
      marks.set(
        toAddress(row, toColumnNumber(column.column)),
        markOf(column, entry),
      );
    }
  }
  for (const entry of map.cells) {
    if (entry.sheet === sheet) marks.set(entry.cell, markOf(entry, null));
  }
  return marks;
};

/** Sheets that are shown as tabs: what nobody sees is not to be filled. */
export const shownSheets = (form: Form): Form["sheets"] =>
  form.sheets.filter(({ state }) => state === "visible");

/** The sheet to begin with: where the map has most to say. */
export const firstSheet = (form: Form, map: ReportMap): string => {
  const shown = shownSheets(form);
  const count = (name: string): number =>
    listPlaced(map).filter(({ sheet }) => sheet === name).length;
  const [best] = [...shown].sort((a, b) => count(b.name) - count(a.name));
  return best?.name ?? form.sheets[0]?.name ?? "";
};

/** The cell to begin with: the first mapped one in reading order, else the first of the sheet. */
export const firstCell = (map: ReportMap, sheet: string): string => {
  const [first] = listPlaced(map)
    .filter((place) => place.sheet === sheet)
    .flatMap(({ cell }) => parseAddress(cell) ?? [])
    .sort((a, b) => a.row - b.row || a.column - b.column);
  return first ? toAddress(first.row, first.column) : "A1";
};

/** What a saved map still leaves undone. */
export type Missing = {
  readonly values: readonly ValueKey[];
  readonly cells: readonly OpenCell[];
  readonly blocks: number;
  readonly warnings: number;
};

export const toMissing = (form: Form, map: ReportMap): Missing => {
  const problems = checkMap(form, map);
  const blocks = problems.filter(({ severity }) => severity === "block").length;
  return {
    values: toValueGroups(map)
      .flatMap(({ lines }) => lines)
      .filter(({ state }) => state === "unsure")
      .map(({ key }) => key),
    cells: undecidedCells(map),
    blocks,
    warnings: problems.length - blocks,
  };
};
