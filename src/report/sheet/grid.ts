import { AppError } from "../../errors/app-error.ts";
import { XmlElement } from "../xml/element.ts";
import { MAX_COLUMN, MAX_ROW, parseAddress, toAddress } from "./address.ts";
import { isOn } from "../xml/is-on.ts";

export type RowRecord = {
  readonly number: number;
  readonly element: XmlElement;
  /** By column, ascending. */
  readonly cells: Map<number, XmlElement>;
};

const badIndex = (index: string | number): never => {
  throw new AppError("report/index-out-of-range", {
    index: String(index).slice(0, 20),
  });
};

const readRowNumber = (element: XmlElement, previous: number): number => {
  const written = element.get("r");
  const number = written === null ? previous + 1 : Number(written);
  const isValid =
    Number.isInteger(number) && number > previous && number <= MAX_ROW;
  return isValid ? number : badIndex(written ?? number);
};

const readCells = (row: XmlElement): Map<number, XmlElement> => {
  const cells = new Map<number, XmlElement>();
  let previous = 0;
  for (const cell of row.elements) {
    if (!cell.is("c")) continue;
    const written = cell.get("r");
    const column =
      written === null
        ? previous + 1
        : (parseAddress(written)?.column ?? badIndex(written));
    if (column <= previous || column > MAX_COLUMN) badIndex(written ?? column);
    cells.set(column, cell);
    previous = column;
  }
  return cells;
};

/** Rows and cells of a worksheet part, whether or not they tell their address. */
export class Grid {
  readonly root: XmlElement;
  readonly data: XmlElement;
  /** Ascending by row number. */
  #rows = new Map<number, RowRecord>();
  #lastRow = 0;
  /** For errors. */
  readonly #sheet: string;

  /** @throws AppError `report/index-out-of-range`, `report/xml-broken` */
  constructor(root: XmlElement, sheet: { name: string; part: string }) {
    const data = root.child("sheetData");
    if (!root.is("worksheet") || !data) {
      throw new AppError("report/sheet-broken", { sheet: sheet.name });
    }
    this.root = root;
    this.data = data;
    this.#sheet = sheet.name;
    this.reload();
  }

  /** Reads the rows again, after their elements have changed. */
  reload(): void {
    this.#rows = new Map();
    let previous = 0;
    for (const element of this.data.elements) {
      if (!element.is("row")) continue;
      const number = readRowNumber(element, previous);
      this.#rows.set(number, { number, element, cells: readCells(element) });
      previous = number;
    }
    this.#lastRow = previous;
  }

  get sheet(): string {
    return this.#sheet;
  }

  get rows(): ReadonlyMap<number, RowRecord> {
    return this.#rows;
  }

  get lastRow(): number {
    return this.#lastRow;
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
    const next = [...record.cells].find(([other]) => other > column)?.[1];
    insertBefore(record.element, cell, next);
    const cells = [...record.cells, [column, cell] as const];
    record.cells.clear();
    cells
      .sort(([a], [b]) => a - b)
      .forEach(([key, element]) => record.cells.set(key, element));
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
      this.data.append(element);
      this.#rows.set(number, record);
      return record;
    }
    const next = [...this.#rows.values()].find((row) => row.number > number);
    insertBefore(this.data, element, next?.element);
    const rows = [...this.#rows.values(), record];
    this.#rows = new Map(
      rows.sort((a, b) => a.number - b.number).map((row) => [row.number, row]),
    );
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
