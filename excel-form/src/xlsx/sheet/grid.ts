import { FormError } from "../../words/form-error.ts";
import type { XmlElement } from "../xml/element.ts";
import {
  MAX_COLUMN,
  MAX_ROW,
  parseAddress,
  toAddress,
} from "../formula/address.ts";
import { isOn } from "../xml/is-on.ts";
import { badIndex } from "./check-index.ts";

export type RowRecord = {
  readonly number: number;
  readonly element: XmlElement;
  /** By column, ascending. */
  readonly cells: Map<number, XmlElement>;
};

/** The number of a row or column, as written or else the next; each is greater than the one before. */
const readIndex = (
  written: string | null,
  read: (written: string) => number | undefined,
  previous: number,
  last: number,
): number => {
  const index = written === null ? previous + 1 : read(written);
  const isValid =
    Number.isInteger(index) &&
    Number(index) > previous &&
    Number(index) <= last;
  return isValid ? Number(index) : badIndex(written ?? previous + 1);
};

const readCells = (row: XmlElement): Map<number, XmlElement> => {
  const cells = new Map<number, XmlElement>();
  let column = 0;
  for (const cell of row.elements) {
    if (!cell.is("c")) continue;
    column = readIndex(
      cell.get("r"),
      (written) => parseAddress(written)?.column,
      column,
      MAX_COLUMN,
    );
    cells.set(column, cell);
  }
  return cells;
};

const isUsed = (cells: ReadonlyMap<number, XmlElement>): boolean => {
  for (const cell of cells.values()) if (cell.elements.length > 0) return true;
  return false;
};

/** Puts a value into its place in the order of the keys; returns the one after it. */
const insertSorted = <Value>(
  values: Map<number, Value>,
  key: number,
  value: Value,
): Value | undefined => {
  const later = [...values].filter(([other]) => other > key);
  for (const [other] of later) values.delete(other);
  for (const [other, one] of [[key, value] as const, ...later]) {
    values.set(other, one);
  }
  return later[0]?.[1];
};

/** Rows and cells of a worksheet part, whether or not they tell their address. */
export class Grid {
  readonly root: XmlElement;
  readonly data: XmlElement;
  /** Its name. */
  readonly sheet: string;
  /** Ascending by row number. */
  #rows = new Map<number, RowRecord>();
  #lastRow = 0;

  /** @throws FormError `report/index-out-of-range`, `report/xml-broken` */
  constructor(root: XmlElement, sheet: { name: string; part: string }) {
    const data = root.child("sheetData");
    if (!root.is("worksheet") || !data) {
      throw new FormError("report/sheet-broken", { sheet: sheet.name });
    }
    this.root = root;
    this.data = data;
    this.sheet = sheet.name;
    this.reload();
  }

  /** Reads the rows again, after their elements have changed. */
  reload(): void {
    this.#rows = new Map();
    this.#lastRow = 0;
    for (const element of this.data.elements) {
      if (!element.is("row")) continue;
      const written = element.get("r");
      const number = readIndex(written, Number, this.#lastRow, MAX_ROW);
      this.#rows.set(number, { number, element, cells: readCells(element) });
      this.#lastRow = number;
    }
  }

  get rows(): ReadonlyMap<number, RowRecord> {
    return this.#rows;
  }

  get lastRow(): number {
    return this.#lastRow;
  }

  /** Last row with a value or a formula; formats alone do not count. */
  get lastUsedRow(): number {
    let last = 0;
    for (const { number, cells } of this.#rows.values()) {
      if (isUsed(cells)) last = number;
    }
    return last;
  }

  cell(row: number, column: number): XmlElement | undefined {
    return this.#rows.get(row)?.cells.get(column);
  }

  /** The cell, made in its place when the form has none there. */
  ensureCell(row: number, column: number): XmlElement {
    const record = this.#rows.get(row) ?? this.#createRow(row);
    const existing = record.cells.get(column);
    if (existing) return existing;

    const cell = record.element.create("c", { r: toAddress(row, column) });
    const style = this.inheritedStyle(row, column);
    if (style !== null) cell.set("s", style);
    const next = insertSorted(record.cells, column, cell);
    insertBefore(record.element, cell, next);
    widenSpans(record.element, column);
    return cell;
  }

  /** A cell that is not there looks like its row or its column. */
  inheritedStyle(row: number, column: number): string | null {
    const element = this.#rows.get(row)?.element;
    const own = element?.get("s");
    if (own && isOn(element?.get("customFormat"))) {
      return own;
    }
    const columns = this.root.child("cols")?.childrenNamed("col") ?? [];
    const found = columns.find(
      (col) =>
        Number(col.get("min")) <= column && Number(col.get("max")) >= column,
    );
    return found?.get("style") ?? null;
  }

  #createRow(number: number): RowRecord {
    const element = this.data.create("row", { r: String(number) });
    const record = { number, element, cells: new Map<number, XmlElement>() };
    if (number > this.#lastRow) {
      this.#lastRow = number;
      this.#rows.set(number, record);
      this.data.append(element);
    } else {
      const next = insertSorted(this.#rows, number, record);
      insertBefore(this.data, element, next?.element);
    }
    return record;
  }
}

/** Before the sibling, else after the last element (`extLst` of a row must stay last). */
const insertBefore = (
  parent: XmlElement,
  child: XmlElement,
  sibling: XmlElement | undefined,
): void => {
  const before = sibling ?? parent.child("extLst");
  const at = before ? parent.children.indexOf(before) : parent.children.length;
  parent.insertAt(at, child);
};

/** `spans` is a hint about the columns used, but a wrong one confuses readers. */
const widenSpans = (row: XmlElement, column: number): void => {
  const match = /^(\d+):(\d+)$/.exec(row.get("spans") ?? "");
  if (!match) return;
  const [first, last] = [Number(match[1]), Number(match[2])];
  row.set("spans", `${Math.min(first, column)}:${Math.max(last, column)}`);
};
