import { render } from "lit";
import { markCell } from "./list-cells.ts";

/** One cell of a list's table: its content and its look. */
export type ListCell = {
  content: unknown;
  style?: string;
  className?: string;
  /** Column whose value the cell shows. */
  code?: string;
};
export type ListRow = { id: string; cells: ListCell[] };

const shownStyles = new WeakMap<Element, string>();

/** A style is set when ours changes only: scripts of others colour cells, too. */
const styleCell = (cell: HTMLElement, style: string): void => {
  if ((shownStyles.get(cell) ?? "") === style) return;
  shownStyles.set(cell, style);
  cell.setAttribute("style", style);
};

const fillCell = (cell: HTMLElement, given: ListCell): void => {
  if (cell.className !== (given.className ?? ""))
    cell.className = given.className ?? "";
  styleCell(cell, given.style ?? "");
  if (given.code !== undefined) markCell(cell, given.code);
  render(given.content, cell);
};

const takeCells = (row: HTMLTableRowElement, count: number): HTMLElement[] => {
  while (row.cells.length > count) row.deleteCell(-1);
  while (row.cells.length < count) row.insertCell();
  return [...row.cells];
};

const rowsOf = new WeakMap<Element, Map<string, HTMLTableRowElement>>();

/**
 * Fills the body of a list's table. Rows and cells are made one beside the other, with no
 * nodes of a template between them: scripts walk from a documented cell to its neighbours.
 */
export const fillRows = (body: Element, rows: readonly ListRow[]): void => {
  const known = rowsOf.get(body) ?? new Map<string, HTMLTableRowElement>();
  const next = rows.map(({ id, cells }): [string, HTMLTableRowElement] => {
    const row = known.get(id) ?? document.createElement("tr");
    takeCells(row, cells.length).forEach((cell, i) => {
      const given = cells[i];
      if (given) fillCell(cell, given);
    });
    return [id, row];
  });
  rowsOf.set(body, new Map(next));
  const wanted = next.map(([, row]) => row);
  const isInPlace =
    wanted.length === body.children.length &&
    wanted.every((row, i) => row === body.children[i]);
  if (!isInPlace) body.replaceChildren(...wanted);
};
