import { tokenize } from "../formula/tokenize.ts";
import type { InsertedRows, NewCell } from "../insert/inserted-rows.ts";
import type { Range } from "../sheet/address.ts";
import { toAddress } from "../sheet/address.ts";
import { encodeCellText } from "../sheet/cell-text.ts";
import type { CellFormula } from "../sheet/cell-formulas.ts";
import { listFormulas } from "../sheet/cell-formulas.ts";
import type { FormWarning } from "../sheet/form-model.ts";
import type { Grid } from "../sheet/grid.ts";
import { readStoredValue } from "../sheet/stored-value.ts";
import type { Workbook } from "../sheet/workbook.ts";
import type { XmlElement } from "../xml/element.ts";
import type { CellSource, FormulaCell } from "./calculator.ts";
import { Calculator } from "./calculator.ts";
import { readTables } from "./tables.ts";
import type { Scalar } from "./values.ts";
import { CellError, NotComputed } from "./values.ts";

export type ComputedCell = {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: Scalar;
  /** null when the old result was dropped because we cannot compute the new one. */
  readonly after: Scalar;
};

type Target = {
  readonly cell: FormulaCell;
  readonly write: (result: Scalar | NotComputed) => void;
  readonly before: () => Scalar;
};

const toScalar = (
  element: XmlElement | undefined,
  workbook: Workbook,
): Scalar => {
  if (!element) return null;
  const { strings, is1904 } = workbook;
  const value = readStoredValue(element, strings, is1904);
  return element.get("t") === "e" ? new CellError(String(value)) : value;
};

const findNewCell = (
  inserted: readonly InsertedRows[],
  row: number,
  column: number,
): NewCell | undefined => {
  for (const { rows } of inserted) {
    const found = rows.get(row)?.cells.find((cell) => cell.column === column);
    if (found) return found;
  }
  return undefined;
};

const createSource = (
  workbook: Workbook,
  grid: Grid,
  inserted: readonly InsertedRows[],
): CellSource => {
  const known = new Map<XmlElement, Scalar>();
  const readElement = (element: XmlElement): Scalar => {
    let value = known.get(element);
    if (value === undefined) {
      value = toScalar(element, workbook);
      known.set(element, value);
    }
    return value;
  };
  let lastColumn = 1;
  for (const { cells } of grid.rows.values()) {
    for (const column of cells.keys())
      lastColumn = Math.max(lastColumn, column);
  }
  return {
    lastColumn,
    lastRow: Math.max(
      grid.lastRow,
      ...inserted.map(({ top, count }) => top + count - 1),
    ),
    read: (row, column) => {
      const element = grid.cell(row, column);
      if (element) return readElement(element);
      return findNewCell(inserted, row, column)?.value ?? null;
    },
  };
};

const writeResult = (cell: XmlElement, result: Scalar | NotComputed): void => {
  const old = cell.child("v");
  if (result instanceof NotComputed || result === null) {
    cell.set("t", null);
    if (old) cell.remove(old);
    return;
  }
  cell.set("t", typeOf(result));
  const value = old ?? cell.create("v");
  if (!old) {
    const formula = cell.child("f");
    cell.insertAt(formula ? cell.children.indexOf(formula) + 1 : 0, value);
  }
  value.text = textOf(result);
};

const typeOf = (result: Scalar): string | null => {
  if (result instanceof CellError) return "e";
  if (typeof result === "boolean") return "b";
  return typeof result === "string" ? "str" : null;
};

const textOf = (result: Scalar): string => {
  if (result instanceof CellError) return result.code;
  if (typeof result === "boolean") return result ? "1" : "0";
  return typeof result === "string" ? encodeCellText(result) : String(result);
};

const isSpread = ({ element, row, column }: CellFormula): boolean => {
  const type = element.get("t");
  return (
    type === "dataTable" ||
    (type === "array" && element.get("ref") !== toAddress(row, column))
  );
};

const gridTargets = (
  workbook: Workbook,
  grid: Grid,
  newCells: ReadonlySet<XmlElement>,
): Target[] =>
  listFormulas(grid).map((item) => ({
    cell: {
      sheet: grid.sheet,
      row: item.row,
      column: item.column,
      formula: item.formula,
      isStale: newCells.has(item.cell),
      isSpread: isSpread(item) || item.formula === "",
    },
    before: () => toScalar(item.cell, workbook),
    write: (result) => writeResult(item.cell, result),
  }));

const newTargets = ({ sheet, rows }: InsertedRows): Target[] => {
  const targets: Target[] = [];
  for (const { row, cells } of rows.values()) {
    for (const cell of cells) {
      const { formula, column } = cell;
      if (formula === null) continue;
      targets.push({
        cell: {
          sheet,
          row,
          column,
          formula,
          isStale: true,
          isSpread: false,
        },
        before: () => null,
        write: (result) => writeNewResult(cell, result),
      });
    }
  }
  return targets;
};

const writeNewResult = (cell: NewCell, result: Scalar | NotComputed): void => {
  if (result instanceof NotComputed) cell.value = undefined;
  else if (result instanceof CellError) {
    cell.value = result.code;
    cell.isError = true;
  } else cell.value = result;
};

const readNames = (workbook: Workbook): Map<string, string> => {
  const names = new Map<string, string>();
  for (const element of workbook.definedNames) {
    // Names of one sheet are rare in formulas and may hide global ones.
    if (element.get("localSheetId") !== null) continue;
    names.set(element.get("name")?.toLowerCase() ?? "", element.text);
  }
  return names;
};

const isVolatile = (formula: string): boolean =>
  tokenize(formula).some(
    (token) =>
      token.kind === "function" && /^(TODAY|NOW|RAND)$/i.test(token.text),
  );

const isSame = (a: Scalar, b: Scalar): boolean =>
  a === b ||
  (a instanceof CellError && b instanceof CellError && a.code === b.code);

/**
 * Writes results into the formulas that see a change: a file from the net
 * opens without calculating, and so do previews and PDF converters.
 */
export const recalculate = (
  workbook: Workbook,
  changes: ReadonlyArray<Range & { readonly sheet: string }>,
  inserted: readonly InsertedRows[],
  newCells: ReadonlySet<XmlElement> = new Set(),
): { computed: ComputedCell[]; warnings: FormWarning[] } => {
  if (changes.length === 0 && inserted.length === 0 && newCells.size === 0) {
    return { computed: [], warnings: [] };
  }
  const sources = new Map<string, CellSource>();
  const targets: Target[] = [];
  for (const entry of workbook.worksheets) {
    const grid = workbook.grid(entry);
    const own = inserted.filter(({ sheet }) => sheet === entry.name);
    sources.set(entry.name.toLowerCase(), createSource(workbook, grid, own));
    targets.push(
      ...gridTargets(workbook, grid, newCells),
      ...own.flatMap(newTargets),
    );
  }
  const calculator = new Calculator({
    sources,
    names: readNames(workbook),
    tables: readTables(workbook),
    is1904: workbook.is1904,
    hasMovedRows: inserted.length > 0,
  });
  targets.sort((a, b) => a.cell.row - b.cell.row);
  for (const { cell } of targets) calculator.addFormula(cell);
  for (const area of changes) calculator.addChange(area.sheet, area);

  const stale = targets.filter(({ cell }) => calculator.isStale(cell));
  // Row by row first: a total above a long chain then finds it computed.
  for (const { cell } of stale) calculator.result(cell);

  const computed: ComputedCell[] = [];
  const warnings: FormWarning[] = [];
  // A column of copies says the same thing ten thousand times.
  const warned = new Set<string>();
  for (const { cell, write, before } of stale) {
    const result = calculator.result(cell);
    const { sheet, row, column } = cell;
    const isLost = result instanceof NotComputed;
    const warnedKey = `${sheet}:${column}`;
    if (isLost && !isVolatile(cell.formula) && !warned.has(warnedKey)) {
      warned.add(warnedKey);
      warnings.push({
        code: "report/warn-not-computed",
        sheet,
        address: toAddress(row, column),
        params: { formula: cell.formula },
      });
    }
    const old = before();
    const after = isLost ? null : result;
    if (isSame(old, after)) continue;
    write(result);
    computed.push({ sheet, row, column, before: old, after });
  }
  return { computed, warnings };
};
