import type { Message } from "../words/message.ts";
import type { Difference } from "./difference.ts";
import { keysOf } from "../map/key-list.ts";
import type {
  CellEntry,
  ColumnEntry,
  ListBlock,
  OpenCell,
  Placement,
  ReportMap,
} from "../map/schema.ts";
import { describeMap, nearTexts, nearWords, toIsFilled } from "../near/near.ts";
import type { Near } from "../near/near.ts";
import { mergeAt, sheetNamed } from "../plan/placed-cells.ts";
import { proposeMap } from "../propose/propose-map.ts";
import { toSlotGrid } from "../near/slot-grid.ts";
import type { SlotGrid } from "../near/slot-grid.ts";
import {
  parseAddress,
  toColumnLetters,
  toColumnNumber,
} from "../xlsx/formula/address.ts";
import type { Form } from "../xlsx/sheet/form-model.ts";
import { agreement, labelOf, nearest, joinNearTexts } from "./agreement.ts";
import { driftMessages as messages } from "./messages.ts";
import { findOtherEdition, findOtherForm } from "./whole-form.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

/** Another year's form beside a map. */
export type Comparison = {
  /** It is the form that the map was made for. */
  readonly isSame: boolean;
  readonly differences: readonly Difference[];
  /** The map carried over to this form, for a person to look over and save. */
  readonly proposed: ReportMap;
};

/** One comparison in progress. */
class Comparing {
  readonly differences: Difference[] = [];
  readonly open: OpenCell[] = [];
  readonly #vocabulary: Vocabulary;
  readonly #form: Form;
  readonly #map: ReportMap;
  readonly #fresh: ReportMap;
  readonly #grids: ReadonlyMap<string, SlotGrid>;
  readonly #taken = new Set<CellEntry | ListBlock>();

  constructor(
    vocabulary: Vocabulary,
    offered: Vocabulary,
    form: Form,
    map: ReportMap,
  ) {
    this.#vocabulary = vocabulary;
    this.#form = form;
    this.#map = map;
    this.#fresh = proposeMap(offered, form);
    this.#grids = new Map(form.sheets.map((s) => [s.name, toSlotGrid(s)]));
  }

  /** The sheet's name in this form: its own, or that of the only visible one that is new. */
  sheetNow(name: string): string | null {
    if (sheetNamed(this.#form, name)) return name;
    const known = new Set(this.#map.form.sheets ?? []);
    const added = this.#form.sheets.filter(
      (sheet) => sheet.state === "visible" && !known.has(sheet.name),
    );
    return added.length === 1 ? (added[0]?.name ?? null) : null;
  }

  noteSheets(): void {
    const names = new Set(
      [...this.#map.cells, ...this.#map.lists].map(({ sheet }) => sheet),
    );
    for (const sheet of names) {
      const to = this.sheetNow(sheet);
      if (to === null) {
        this.#note("sheet-gone", messages.sheetGone({ sheet }), { sheet });
      } else if (to !== sheet) {
        this.#note("sheet-renamed", messages.sheetRenamed({ sheet, to }), {
          sheet: to,
        });
      }
    }
  }

  cell(entry: CellEntry): CellEntry | null {
    const sheet = this.sheetNow(entry.sheet);
    const here = sheet === null ? null : { ...entry, sheet };
    const near = here && this.#nearAt(here.sheet, here.cell);
    const same =
      near && this.#isWritable(here.sheet, here.cell)
        ? agreement(entry.near ?? {}, near)
        : "none";
    if (here && same === "all") return here;
    const found = this.#freshFor(entry);
    const isThere = found?.sheet === sheet && found?.cell === entry.cell;
    // Under the same label in another part of the form is another value.
    const isMoved =
      found !== undefined &&
      !isThere &&
      (same === "none" || this.#agreesFully(entry, found));
    if (here && near && !isMoved && (same === "some" || isThere)) {
      this.#noteWords(entry, here.cell, near, here);
      return here;
    }
    if (found) {
      this.#taken.add(found);
      this.#note(
        "moved",
        messages.moved({
          label: labelOf(this.#vocabulary, entry),
          cell: entry.cell,
          to: found.cell,
        }),
        found,
      );
      return found;
    }
    this.#lose(entry.sheet, entry.cell, entry);
    return null;
  }

  /**
   * The cell that the labels propose now for the value; one with the same words
   * around it comes first.
   */
  #freshFor(entry: CellEntry): CellEntry | undefined {
    const all = this.#fresh.cells.filter(
      (one) =>
        one.key === entry.key &&
        one.part === entry.part &&
        !this.#taken.has(one),
    );
    return all.find((one) => this.#agreesFully(entry, one)) ?? all[0];
  }

  #agreesFully(entry: CellEntry, found: CellEntry): boolean {
    const near = this.#nearAt(found.sheet, found.cell);
    return near !== null && agreement(entry.near ?? {}, near) === "all";
  }

  #noteWords(
    entry: Placement,
    cell: string,
    near: Near,
    place: Partial<CellEntry>,
  ): void {
    const before = joinNearTexts(entry.near ?? {});
    const after = joinNearTexts(near);
    if (before === "" || before === after) return;
    const label = labelOf(this.#vocabulary, entry);
    const message = messages.relabelled({ label, cell, before, after });
    this.#note("relabelled", message, place);
  }

  list(list: ListBlock): ListBlock | null {
    const before = this.sheetNow(list.sheet);
    const own = this.#freshTwin(list, before);
    if (before !== null && !own && this.#isUnmoved(list, before)) {
      return { ...list, sheet: before };
    }
    const fresh = own ?? this.#listElsewhere(list);
    if (!fresh) return this.#loseList(list);
    this.#taken.add(fresh);
    const { sheet } = fresh;
    if (sheet !== before) {
      const label = { ja: "一覧", en: "list" };
      const message = messages.moved({ label, cell: list.sheet, to: sheet });
      this.#note("list-moved", message, { sheet });
    }
    const now = {
      ...list,
      sheet,
      firstRow: fresh.firstRow,
      rowsPerEntry: fresh.rowsPerEntry,
      rowsAvailable: fresh.rowsAvailable,
    };
    if (now.firstRow !== list.firstRow) {
      this.#note(
        "list-moved",
        messages.listMoved({ sheet, from: list.firstRow, to: now.firstRow }),
        { sheet },
      );
    }
    if (now.rowsAvailable !== list.rowsAvailable) {
      this.#note(
        "list-resized",
        messages.listResized({
          sheet,
          from: list.rowsAvailable,
          to: now.rowsAvailable,
        }),
        { sheet },
      );
    }
    const columns = list.columns.flatMap(
      (column) => this.#column(list, now, fresh, column) ?? [],
    );
    return { ...now, columns };
  }

  /** The list at the same position among those of its sheet. */
  #freshTwin(list: ListBlock, sheet: string | null): ListBlock | undefined {
    const at = this.#map.lists
      .filter((one) => one.sheet === list.sheet)
      .indexOf(list);
    return this.#fresh.lists.filter((one) => one.sheet === sheet)[at];
  }

  /** A list of the same values on a sheet that had none. */
  #listElsewhere(list: ListBlock): ListBlock | undefined {
    const sheets = this.#map.lists.map(({ sheet }) => this.sheetNow(sheet));
    const keys = new Set(list.columns.map(({ key }) => key));
    return this.#fresh.lists.find(
      (one) =>
        !sheets.includes(one.sheet) &&
        !this.#taken.has(one) &&
        one.columns.filter(({ key }) => keys.has(key)).length * 2 > keys.size,
    );
  }

  /** Notes cells that this form asks for and the map does not have. */
  noteAdded(map: ReportMap): void {
    const known = new Set(
      [...map.cells, ...map.lists.flatMap(({ columns }) => columns)].flatMap(
        (one) => keysOf(this.#vocabulary, one),
      ),
    );
    const columns = this.#fresh.lists.flatMap((list) =>
      list.columns.map((column) => ({
        ...column,
        sheet: list.sheet,
        cell: `${column.column}${list.firstRow + column.subrow}`,
      })),
    );
    for (const entry of [...this.#fresh.cells, ...columns]) {
      if (keysOf(this.#vocabulary, entry).some((key) => known.has(key)))
        continue;
      const label = labelOf(this.#vocabulary, entry);
      const { sheet, cell, key } = entry;
      const message = messages.added({ label, cell });
      this.#note("added", message, { sheet, cell, key });
      this.open.push({ sheet, cell, label: label.ja, key, reason: message });
    }
  }

  #note(
    code: Difference["code"],
    message: Message,
    place: Partial<CellEntry>,
  ): void {
    const { sheet, cell, key } = place;
    this.differences.push({
      code,
      message,
      ...(sheet !== undefined && { sheet }),
      ...(cell !== undefined && { cell }),
      ...(key !== undefined && { key }),
    });
  }

  #lose(sheet: string, cell: string, placement: Placement): void {
    const label = labelOf(this.#vocabulary, placement);
    const message = messages.gone({ label, cell });
    this.#note("gone", message, { sheet, cell, key: placement.key });
    this.open.push({
      sheet,
      cell,
      label: label.ja,
      key: placement.key,
      reason: message,
    });
  }

  #loseList(list: ListBlock): null {
    for (const { column, subrow, ...placement } of list.columns) {
      this.#lose(list.sheet, `${column}${list.firstRow + subrow}`, placement);
    }
    return null;
  }

  #nearAt(sheet: string, cell: string): Near | null {
    const grid = this.#grids.get(sheet);
    const at = parseAddress(cell);
    return grid && at
      ? nearTexts(grid, at.row, at.column, toIsFilled(this.#map, sheet))
      : null;
  }

  #isWritable(name: string, cell: string): boolean {
    const sheet = sheetNamed(this.#form, name);
    const at = parseAddress(cell);
    if (!sheet || !at || sheet.cells.get(cell)?.isFormula) return false;
    const merge = mergeAt(sheet, at.row, at.column);
    return !merge || (merge.top === at.row && merge.left === at.column);
  }

  /** Without a list that can be recognised: the words over every column and below the list are still the same. */
  #isUnmoved(list: ListBlock, sheet: string): boolean {
    const { below } = list;
    const words = sheetNamed(this.#form, sheet)?.cells.get(below?.cell ?? "");
    if (below && nearWords(words?.text ?? "") !== nearWords(below.text)) {
      return false;
    }
    return list.columns.every(({ column, subrow, near }) => {
      const now = this.#nearAt(sheet, `${column}${list.firstRow + subrow}`);
      return now !== null && agreement(near ?? {}, now) === "all";
    });
  }

  #column(
    before: ListBlock,
    now: ListBlock,
    fresh: ListBlock,
    entry: ColumnEntry,
  ): ColumnEntry | null {
    const cell = `${entry.column}${before.firstRow + entry.subrow}`;
    const known = this.#columnByHeading(now, entry);
    const found =
      known ??
      fresh.columns.find(
        ({ key, part }) => key === entry.key && part === entry.part,
      );
    if (!found) {
      this.#lose(before.sheet, cell, entry);
      return null;
    }
    const to = `${found.column}${now.firstRow + found.subrow}`;
    const isHere =
      found.column === entry.column && found.subrow === entry.subrow;
    const near = this.#nearAt(now.sheet, to);
    if (isHere && known === null && near) {
      const was = { ...entry, near: { above: nearest(entry.near) } };
      const { sheet } = now;
      const place = { sheet, cell: to, key: entry.key };
      this.#noteWords(was, to, { above: nearest(near) }, place);
    }
    if (!isHere) {
      this.#note(
        "moved",
        messages.moved({ label: labelOf(this.#vocabulary, entry), cell, to }),
        {
          sheet: now.sheet,
          cell: to,
          key: entry.key,
        },
      );
    }
    return { ...entry, column: found.column, subrow: found.subrow };
  }

  /** The same heading over the same column, or over just one other. */
  #columnByHeading(now: ListBlock, entry: ColumnEntry): ColumnEntry | null {
    const grid = this.#grids.get(now.sheet);
    const heading = entry.near?.above;
    if (!grid || heading === undefined || entry.subrow >= now.rowsPerEntry)
      return null;
    const isFilled = toIsFilled({ ...this.#map, lists: [now] }, now.sheet);
    const has = (column: number): boolean =>
      nearTexts(grid, now.firstRow + entry.subrow, column, isFilled).above ===
      heading;
    if (has(toColumnNumber(entry.column))) return entry;
    const columns = grid
      .inRow(now.firstRow + entry.subrow)
      .map(({ left }) => left)
      .filter(has);
    const [only] = columns;
    return columns.length === 1 && only !== undefined
      ? { ...entry, column: toColumnLetters(only) }
      : null;
  }
}

/**
 * Another year's form under this map: what is different, and the map carried
 * over as far as the labels show where things went. Nothing is carried over in
 * silence: `fillForm` refuses until the carried map has been saved.
 *
 * @param vocabulary - all values that the map may hold
 * @param offered - the values for cells that this form has anew
 */
export const compareForm = (
  vocabulary: Vocabulary,
  form: Form,
  map: ReportMap,
  offered: Vocabulary = vocabulary,
): Comparison => {
  if (form.fingerprint === map.form.fingerprint) {
    return { isSame: true, differences: [], proposed: map };
  }
  const comparing = new Comparing(vocabulary, offered, form, map);
  comparing.noteSheets();
  const cells = map.cells.flatMap((entry) => comparing.cell(entry) ?? []);
  const lists = map.lists.flatMap((list) => comparing.list(list) ?? []);
  const carried = { ...map, cells, lists, revision: map.revision + 1 };
  comparing.noteAdded(carried);
  const { differences, open } = comparing;
  return {
    isSame: false,
    differences: [
      ...findOtherForm(map, differences),
      ...findOtherEdition(form, map),
      ...differences,
      ...(differences.length > 0
        ? []
        : [{ code: "other" as const, message: messages.otherwise }]),
    ],
    proposed: describeMap(vocabulary, form, { ...carried, open }),
  };
};
