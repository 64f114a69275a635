import type { Message } from "../../i18n/message.ts";
import {
  isUnsure,
  listPlaced,
  parseAddress,
  recordsBefore,
  toAddress,
  toColumnNumber,
} from "excel-form";
import type { Form, Placement, ReportMap } from "excel-form";
import { listsOn } from "./edit-map.ts";

/** The mapping state that a cell of the drawn form shows. */
export type Mark = {
  /** `repeat`: a further entry of the list. */
  readonly kind: "placed" | "unsure" | "open" | "repeat";
  readonly placement: Placement | null;
  readonly reason: Message | null;
  /** The value that an open cell probably asks for. */
  readonly guess: string | null;
  /** Entry of the list, from 0. */
  readonly entry: number | null;
};

const kindOf = (placement: Placement, isRepeated: boolean): Mark["kind"] => {
  if (isRepeated) return "repeat";
  return isUnsure(placement) ? "unsure" : "placed";
};

const markOf = (
  placement: Placement,
  entry: number | null,
  isRepeated = false,
): Mark => ({
  kind: kindOf(placement, isRepeated),
  placement,
  reason: placement.reason ?? null,
  guess: null,
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
    marks.set(open.cell, {
      kind: "open",
      placement: null,
      reason: open.reason,
      guess: open.key ?? null,
      entry: null,
    });
  }
  const columns = listsOn(map, sheet).flatMap((list) =>
    list.columns.map((column) => ({ list, column })),
  );
  for (const { list, column } of columns) {
    const before = recordsBefore(map.lists, list);
    for (let entry = 0; entry < list.rowsAvailable; entry += 1) {
      const row = list.firstRow + entry * list.rowsPerEntry + column.subrow;
      marks.set(
        toAddress(row, toColumnNumber(column.column)),
        markOf(column, before + entry, entry > 0),
      );
    }
  }
  for (const entry of map.cells) {
    if (entry.sheet === sheet) marks.set(entry.cell, markOf(entry, null));
  }
  return marks;
};

/** Sheets that are shown as tabs; hidden sheets are not filled. */
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
