import type { Change } from "../sheet/change.ts";
import { CellError } from "../sheet/scalar.ts";
import type { Scalar } from "../sheet/scalar.ts";
import { memo } from "../../ground/memo.ts";
import type { InsertedRows, NewRow } from "../insert/inserted-rows.ts";
import { containsCell, parseRange, toAddress } from "../formula/address.ts";
import type { Range } from "../formula/address.ts";
import { listFormulas } from "../sheet/cell-formulas.ts";
import type { FormWarning } from "../sheet/form-model.ts";
import type { Grid } from "../sheet/grid.ts";
import { readStoredValue } from "../sheet/stored-value.ts";
import type { Workbook } from "../sheet/workbook.ts";
import { putValue } from "../sheet/write-cell.ts";
import type { XmlElement } from "../xml/element.ts";
import type { CellSource, FormulaCell } from "./calculator.ts";
import { cellKey, createCalculator } from "./calculator.ts";
import { refreshCharts } from "./refresh-charts.ts";
import { readTables } from "./tables.ts";
import { NotComputed } from "./values.ts";
import { isOn } from "../xml/is-on.ts";

/** A formula, its old result and where the new one goes. */
type Target = FormulaCell & {
  /** null when we cannot know the result. */
  readonly write: (result: Scalar) => void;
  readonly before: Scalar;
};

const toScalar = (element: XmlElement, workbook: Workbook): Scalar => {
  const { strings, is1904 } = workbook;
  const value = readStoredValue(element, strings, is1904);
  return element.get("t") === "e" ? new CellError(String(value)) : value;
};

/** Our value, or that of the template's cell of which it is a copy. */
const readNewCell = (row: NewRow | undefined, column: number): Scalar => {
  const at = row?.layout.placeOf.get(column);
  if (!row || at === undefined) return null;
  const value = row.values[at];
  if (value !== undefined) return value;
  const cell = row.layout.slots[at]?.cell;
  return cell?.formula === null ? cell.value : null;
};

const createSource = (
  workbook: Workbook,
  grid: Grid,
  changes: readonly Change[],
  inserted: InsertedRows | undefined,
  targets: readonly Target[],
): CellSource => {
  const readElement = memo((element: XmlElement) =>
    toScalar(element, workbook),
  );
  const changed = new Set(
    changes.map(({ row, column }) => cellKey(row, column)),
  );
  let lastColumn = 1;
  for (const { cells } of grid.rows.values()) {
    for (const column of cells.keys())
      lastColumn = Math.max(lastColumn, column);
  }
  const newRow = (row: number) => inserted?.rows.get(row);
  return {
    lastColumn,
    lastRow: Math.max(
      grid.lastRow,
      inserted ? inserted.top + inserted.count - 1 : 0,
    ),
    formulas: new Map(
      targets.map((target) => [cellKey(target.row, target.column), target]),
    ),
    isHidden: (row) => isOn(grid.rows.get(row)?.element.get("hidden")),
    isChanged: (row, column) =>
      newRow(row) !== undefined || changed.has(cellKey(row, column)),
    read: (row, column) => {
      const element = grid.cell(row, column);
      if (element) return readElement(element);
      return readNewCell(newRow(row), column);
    },
  };
};

/** The other cells into which an array formula or a table operation writes. */
const cellsIn = (grid: Grid, ref: string) => {
  const range = parseRange(ref);
  return [...grid.rows.values()].flatMap(({ number: row, cells }) =>
    range && row >= range.top && row <= range.bottom
      ? [...cells]
          .filter(
            ([column, cell]) =>
              containsCell(range, row, column) && !cell.child("f"),
          )
          .map(([column, cell]) => ({ row, column, cell }))
      : [],
  );
};

/**
 * Inputs of a data table: the row above it and the column beside it,
 * which hold its formulas and values, and its one or two input cells.
 */
const inputsOf = (element: XmlElement): Range[] => {
  const body = parseRange(element.get("ref") ?? "");
  if (!body) return [];
  const { top, left, bottom, right } = body;
  const corner = { top: Math.max(top - 1, 1), left: Math.max(left - 1, 1) };
  const cells = ["r1", "r2"].map((name) => parseRange(element.get(name) ?? ""));
  return [
    ...(top > 1 ? [{ ...corner, bottom: top - 1, right }] : []),
    ...(left > 1 ? [{ top, left: left - 1, bottom, right: left - 1 }] : []),
    ...cells.filter((cell) => cell !== null),
  ];
};

/** Results that depend on the formula's own cell. */
const DEPENDS_ON_PLACE = /\b(ROW|ROWS|COLUMN)\s*\(/i;

const gridTargets = (
  workbook: Workbook,
  grid: Grid,
  newCells: ReadonlySet<XmlElement>,
  hasMovedRows: boolean,
): Target[] =>
  listFormulas(grid).flatMap(({ element, formula, row, column, cell }) => {
    const isTable = element.get("t") === "dataTable";
    const ref = element.get("ref") ?? "";
    const isArray = element.get("t") === "array";
    const isSpread = isTable || (isArray && ref !== toAddress(row, column));
    const place = { row, column, cell };
    const places = isSpread ? [place, ...cellsIn(grid, ref)] : [place];
    return places.map(({ cell: shown, ...at }) => ({
      ...at,
      sheet: grid.sheet,
      formula,
      ...(isTable && { inputs: inputsOf(element) }),
      isStale:
        newCells.has(shown) || (hasMovedRows && DEPENDS_ON_PLACE.test(formula)),
      isSpread: isSpread || formula === "",
      isArray,
      before: toScalar(shown, workbook),
      write: (result) => putValue(shown, result, null),
    }));
  });

const newTargets = ({ sheet, rows }: InsertedRows): Target[] =>
  [...rows.values()].flatMap(({ pieces }) =>
    pieces.flatMap((piece) =>
      typeof piece === "string"
        ? []
        : {
            sheet,
            row: piece.row,
            column: piece.column,
            formula: piece.formula,
            isStale: true,
            isSpread: false,
            before: null,
            write: (result: Scalar) => {
              piece.value = result;
            },
          },
    ),
  );

const readNames = (workbook: Workbook): Map<string, string> => {
  const names = new Map<string, string>();
  for (const element of workbook.definedNames) {
    const owner = workbook.sheetAt(element.get("localSheetId"));
    const prefix = owner ? `${owner.name}!` : "";
    names.set(`${prefix}${element.get("name")}`.toLowerCase(), element.text);
  }
  return names;
};

/** Results of these functions change by themselves. */
const VOLATILE = /\b(TODAY|NOW|RAND)\(/i;

const isSame = (a: Scalar, b: Scalar): boolean =>
  a === b ||
  (a instanceof CellError && b instanceof CellError && a.code === b.code);

/**
 * Writes results into the formulas that see a change: a file from the net
 * opens without calculating, and so do previews and PDF converters. The points
 * of charts follow.
 */
export const recalculate = (
  workbook: Workbook,
  changes: readonly Change[],
  inserted: readonly InsertedRows[],
  newCells: ReadonlySet<XmlElement>,
): { computed: Change[]; warnings: FormWarning[] } => {
  const computed: Change[] = [];
  const warnings: FormWarning[] = [];
  if (changes.length === 0 && inserted.length === 0) {
    return { computed, warnings };
  }
  const sources = new Map<string, CellSource>();
  const targets = workbook.worksheets.flatMap((entry) => {
    const grid = workbook.grid(entry);
    const isOwn = ({ sheet }: { sheet: string }) => sheet === entry.name;
    const own = inserted.find(isOwn);
    const found = [
      ...gridTargets(workbook, grid, newCells, inserted.length > 0),
      ...(own ? newTargets(own) : []),
    ];
    sources.set(
      entry.name.toLowerCase(),
      createSource(workbook, grid, changes.filter(isOwn), own, found),
    );
    return found;
  });
  const { outcomeOf, look } = createCalculator({
    sources,
    names: readNames(workbook),
    tables: readTables(workbook),
    is1904: workbook.is1904,
  });

  // A column of copies says the same thing ten thousand times, but for rows.
  const warned = new Set<string>();
  for (const target of targets) {
    const { value, isStale } = outcomeOf(target);
    if (!isStale) continue;
    const { sheet, row, column, formula, before, write } = target;
    const isLost = value instanceof NotComputed;
    const warnedKey = sheet + formula.replace(/\d+/g, "");
    if (isLost && !VOLATILE.test(formula) && !warned.has(warnedKey)) {
      warned.add(warnedKey);
      warnings.push({
        code: "report/warn-not-computed",
        sheet,
        address: toAddress(row, column),
        params: { formula },
      });
    }
    const after = isLost ? null : value;
    if (isSame(before, after)) continue;
    write(after);
    computed.push({ sheet, row, column, before, after });
  }
  refreshCharts(workbook, look);
  return { computed, warnings };
};
