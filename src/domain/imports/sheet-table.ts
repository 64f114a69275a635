import type { FormCell, FormSheet } from "excel-form";
import { toListTable } from "./list-table.ts";
import type { ListTable } from "./list-table.ts";

/** `1.2E+12`, as Excel shows a long number in a narrow column. */
const SHORTENED = /^[-\d.]+E[+-]?\d+$|^#+$/iu;

/** Texts as shown, so that a code 001 keeps its zeros. */
const shownText = ({ text, value, date }: FormCell): string => {
  if (date !== undefined) return date.slice(0, 10);
  return typeof value === "number" && SHORTENED.test(text.trim())
    ? String(value)
    : text;
};

/** Numbers as stored, so that 0.5 shown as 1 stays 0.5. */
const storedText = (cell: FormCell): string =>
  typeof cell.value === "number" && !cell.isDate
    ? String(cell.value)
    : shownText(cell);

type Options = { readonly numbers: "shown" | "stored" };

/**
 * Rows of a sheet. A merged cell's text is in each of its places, so that a
 * heading over two columns names both and an area beside ten rows is known in
 * each. Hidden rows are part of the list, as they are when Excel saves a CSV.
 */
export const toSheetTable = (
  { cells, merges, dimension }: FormSheet,
  { numbers }: Options,
): ListTable => {
  if (dimension === null) return toListTable([]);
  const textOfCell = numbers === "shown" ? shownText : storedText;
  const rows = Array.from({ length: dimension.bottom }, (_, index) => ({
    number: index + 1,
    cells: [] as string[],
  }));
  const put = (row: number, column: number, text: string): void => {
    const target = rows[row - 1]?.cells;
    if (target === undefined) return;
    while (target.length < column) target.push("");
    target[column - 1] = text;
  };
  const shown = new Map<string, string>();
  for (const cell of cells.values()) {
    const text = textOfCell(cell);
    shown.set(`${cell.row},${cell.column}`, text);
    if (text.trim() !== "") put(cell.row, cell.column, text);
  }
  for (const { top, left, bottom, right } of merges) {
    const text = shown.get(`${top},${left}`) ?? "";
    if (text.trim() === "") continue;
    for (let row = top; row <= Math.min(bottom, dimension.bottom); row += 1)
      for (let column = left; column <= right; column += 1)
        put(row, column, text);
  }
  return toListTable(rows);
};
