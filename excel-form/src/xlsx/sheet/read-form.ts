import { tokenize } from "../formula/tokenize.ts";
import { containsCell, parseRange, toAddress } from "../formula/address.ts";
import type { Range } from "../formula/address.ts";
import { formulasByAddress, listFormulas } from "./cell-formulas.ts";
import { readDimensions } from "./dimensions.ts";
import { displayText } from "./display-text.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { Form, FormCell, FormSheet } from "./form-model.ts";
import { findFormulaWarnings } from "./form-warnings.ts";
import type { Grid } from "./grid.ts";
import { isDateFormat } from "./number-formats.ts";
import { Looks } from "./looks.ts";
import { readNotes } from "./read-notes.ts";
import { readPrintSettings } from "./print-settings.ts";
import { fromSerial } from "./serial-date.ts";
import { hasStruckLetters, readStoredValue } from "./stored-value.ts";
import type { ListLookup } from "./validations.ts";
import { readValidations } from "./validations.ts";
import type { SheetEntry } from "./workbook.ts";
import { Workbook } from "./workbook.ts";
import { finish, withProgress } from "../../ground/steps.ts";
import type { Progress, Steps } from "../../ground/steps.ts";
import { isOn } from "../xml/is-on.ts";

type Cells = Map<string, FormCell>;

/** Cells of array formulas and table operations, of which only the first holds the formula. */
const listSpread = (grid: Grid): ReadonlySet<string> => {
  const spread = new Set<string>();
  for (const { element, group } of listFormulas(grid)) {
    const range = group === null && parseRange(element.get("ref") ?? "");
    if (!range) continue;
    const last = Math.min(range.bottom, grid.lastRow);
    for (let row = range.top; row <= last; row += 1) {
      for (const column of grid.rows.get(row)?.cells.keys() ?? []) {
        if (containsCell(range, row, column)) {
          spread.add(toAddress(row, column));
        }
      }
    }
  }
  return spread;
};

/** Rows that are read between two looks at the clock. */
const ROWS_PER_STEP = 50;

function* cellSteps(
  workbook: Workbook,
  grid: Grid,
  looks: Looks,
): Steps<Cells> {
  const { strings, is1904 } = workbook;
  const formulas = formulasByAddress(grid);
  const spread = listSpread(grid);
  const cells: Cells = new Map();
  for (const { number: row, cells: inRow } of grid.rows.values()) {
    if (row % ROWS_PER_STEP === 0) yield;
    for (const [column, element] of inRow) {
      const address = toAddress(row, column);
      const style = looks.style(Number(element.get("s") ?? 0));
      const value = readStoredValue(element, strings, is1904);
      const formula = formulas.get(address);
      const isDate = isDateFormat(style.numberFormat);
      const date =
        isDate && typeof value === "number" ? fromSerial(value, is1904) : null;
      cells.set(address, {
        address,
        row,
        column,
        value,
        text: displayText(value, style.numberFormat, is1904),
        isFormula: formula !== undefined || spread.has(address),
        ...(formula !== undefined && { formula }),
        isDate,
        ...(date !== null && { date }),
        ...(typeof value === "string" &&
          hasStruckLetters(element, strings) && {
            hasStruckLetters: true as const,
          }),
        style,
      });
    }
  }
  return cells;
}

/** Limit of a merge beyond the used cells; more of it is never shown. */
const MARGIN = 200;

/** A merge of whole rows and columns ends a little after the last cell. */
const readMerges = (grid: Grid): Range[] => {
  let lastColumn = 0;
  for (const { cells } of grid.rows.values()) {
    for (const column of cells.keys()) {
      lastColumn = Math.max(lastColumn, column);
    }
  }
  const merges = new Map<string, Range>();
  for (const merge of grid.root.child("mergeCells")?.elements ?? []) {
    const range = parseRange(merge.get("ref") ?? "");
    if (!range) continue;
    const { top, left, bottom, right } = range;
    merges.set(toAddress(top, left), {
      ...range,
      bottom: Math.min(bottom, Math.max(top, grid.lastRow) + MARGIN),
      right: Math.min(right, Math.max(left, lastColumn) + MARGIN),
    });
  }
  return [...merges.values()];
};

const boxAround = (cells: Cells, merges: readonly Range[]): Range | null => {
  if (cells.size + merges.length === 0) return null;
  let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
  const include = (box: Range): void => {
    top = Math.min(top, box.top);
    left = Math.min(left, box.left);
    bottom = Math.max(bottom, box.bottom);
    right = Math.max(right, box.right);
  };
  merges.forEach(include);
  for (const { row, column } of cells.values()) {
    include({ top: row, left: column, bottom: row, right: column });
  }
  return { top, left, bottom, right };
};

/** Lists of a drop-down: a range here or elsewhere, or a name for one. */
const createLookup = (
  workbook: Workbook,
  cellsOf: ReadonlyMap<string, Cells>,
  own: SheetEntry,
): ListLookup => {
  const lookup = (formula: string, depth: number): string[] | null => {
    const tokens = tokenize(formula.trim());
    const [token] = tokens;
    if (!token || tokens.length > 1 || depth > 5) return null;
    if (token.kind === "name") {
      const name = workbook.definedNames.find(
        (element) =>
          element.get("name")?.toLowerCase() === token.text.toLowerCase(),
      );
      return name ? lookup(name.text, depth + 1) : null;
    }
    if (token.kind !== "reference" || token.isForeign) return null;
    const range = parseRange(token.text.slice(token.prefix.length));
    const cells = cellsOf.get((token.sheet ?? own.name).toLowerCase());
    if (!range || !cells) return null;
    return [...cells.values()]
      .filter((cell) => containsCell(range, cell.row, cell.column))
      .map((cell) => cell.text)
      .filter((text) => text !== "");
  };
  return (formula) => lookup(formula, 0);
};

const readSheet = (
  workbook: Workbook,
  entry: SheetEntry,
  cellsOf: ReadonlyMap<string, Cells>,
): FormSheet => {
  const grid = workbook.grid(entry);
  const cells = cellsOf.get(entry.name.toLowerCase()) ?? new Map();
  const merges = readMerges(grid);
  const protection = grid.root.child("sheetProtection");
  return {
    name: entry.name,
    index: entry.index,
    state: entry.state,
    cells,
    merges,
    ...readDimensions(grid),
    ...readPrintSettings(workbook, entry),
    validations: readValidations(
      grid.root,
      createLookup(workbook, cellsOf, entry),
    ),
    notes: readNotes(workbook, entry),
    isProtected: isOn(protection?.get("sheet")),
    dimension: boxAround(cells, merges),
  };
};

/** The form in an opened workbook. */
function* formSteps(workbook: Workbook): Steps<Form> {
  const entries = workbook.worksheets;
  const looks = new Looks(
    workbook.related("styles"),
    workbook.related("theme"),
  );
  const cellsOf = new Map<string, Cells>();
  for (const entry of entries) {
    const cells = yield* cellSteps(workbook, workbook.grid(entry), looks);
    cellsOf.set(entry.name.toLowerCase(), cells);
  }
  const sheets: FormSheet[] = [];
  for (const entry of entries) {
    sheets.push(readSheet(workbook, entry, cellsOf));
    yield;
  }
  const warnings = sheets.flatMap((sheet) =>
    [...sheet.cells.values()].flatMap((cell) =>
      cell.formula
        ? findFormulaWarnings(cell.formula, {
            sheet: sheet.name,
            address: cell.address,
          })
        : [],
    ),
  );
  return {
    kind: workbook.kind,
    fingerprint: fingerprintOf(sheets),
    sheets,
    is1904: workbook.is1904,
    warnings,
  };
}

/**
 * Opens a form as received.
 *
 * @throws FormError `report/file-…` (no Excel form), `report/zip-…` (damaged or hostile archive), `report/xml-…`, `report/part-missing`, `report/sheet-broken`, `report/index-out-of-range`
 */
export const readForm = (bytes: Uint8Array): Form =>
  finish(readFormSteps(bytes));

/** Opening the file comes before reading its cells. */
const STAGES = 2;

/** The same in steps, for a page that must not stand still meanwhile. */
export function* readFormSteps(bytes: Uint8Array): Steps<Form, Progress> {
  const workbook = yield* withProgress(Workbook.open(bytes), {
    done: 0,
    total: STAGES,
  });
  return yield* withProgress(formSteps(workbook), {
    done: 1,
    total: STAGES,
  });
}
