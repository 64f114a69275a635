import { intersects, toAddress } from "../xlsx/formula/address.ts";
import type { Range } from "../xlsx/formula/address.ts";
import type {
  FormCell,
  FormSheet,
  Validation,
} from "../xlsx/sheet/form-model.ts";
import { finish } from "../ground/steps.ts";
import type { Steps } from "../ground/steps.ts";

/** Beyond this no form is read: it would be a stray format, not a form. */
const MAX_ROWS = 3000;
const MAX_COLUMNS = 250;
/** 60 columns of 2,000 rows. */
const MAX_SLOTS = 120_000;
/** A form that large is as wide as its beginning; what lies beyond is stray. */
const FIRST_ROWS = 200;

/** Labels are shorter than this; longer texts would only cost time. */
const MAX_TEXT = 1_000;

type Edges = {
  readonly left: boolean;
  readonly right: boolean;
  readonly top: boolean;
  readonly bottom: boolean;
};

/** A cell as a person sees it: a merge is one, and a line belongs to both sides. */
export type Slot = Required<Omit<Range, "sheet">> & {
  readonly address: string;
  /** As printed; empty for blanks only. */
  readonly text: string;
  readonly kind: "blank" | "text" | "number" | "formula";
  readonly edges: Edges;
  /** Has lines of its own; the lines of its neighbours may still go all around it. */
  readonly isLined: boolean;
  readonly fill: string | null;
  readonly isMerged: boolean;
  /** Width in characters over all its columns. */
  readonly width: number;
  readonly isDate: boolean;
  readonly numberFormat: string;
  readonly horizontal: string | null;
  /** Cannot be typed into: the sheet is protected and the cell locked. */
  readonly isLocked: boolean;
  /** The cell's drop-down; empty when it has none or when it cannot be read. */
  readonly options: readonly string[];
  readonly hasValidation: boolean;
};

export type SlotGrid = {
  readonly sheet: FormSheet;
  readonly bottom: number;
  readonly right: number;
  readonly at: (row: number, column: number) => Slot;
  /** Slots that touch the row, left to right, each once; hidden columns left out. */
  readonly inRow: (row: number) => readonly Slot[];
  /** All slots with a text, in reading order. */
  readonly texts: readonly Slot[];
};

const kindOf = (cell: FormCell | undefined): Slot["kind"] => {
  if (cell?.isFormula) return "formula";
  if (!cell || cell.value === null || cell.text.trim() === "") return "blank";
  return typeof cell.value === "number" ? "number" : "text";
};

const shortTextOf = (cell: FormCell | undefined): string => {
  const text = cell?.text ?? "";
  return text.length > MAX_TEXT ? "…" : text;
};

/** A cell as one number: Excel has 16,384 columns. */
const placeOf = (row: number, column: number): number => row * 16_385 + column;

const mergeIndex = (
  sheet: FormSheet,
  extent: { bottom: number; right: number },
): ReadonlyMap<number, Range> => {
  const index = new Map<number, Range>();
  for (const merge of sheet.merges) {
    // Merges that overlap are damage; the first one counts.
    if (index.has(placeOf(merge.top, merge.left))) continue;
    const bottom = Math.min(merge.bottom, extent.bottom);
    const right = Math.min(merge.right, extent.right);
    for (let row = merge.top; row <= bottom; row += 1) {
      for (let column = merge.left; column <= right; column += 1) {
        index.set(placeOf(row, column), merge);
      }
    }
  }
  return index;
};

/** The first that applies, as in Excel: two on one cell are damage. */
const validationAt = (
  { validations }: FormSheet,
  range: Range,
  isMeant: (validation: Validation) => boolean,
): Validation | undefined =>
  validations.find(
    (one) =>
      one.type !== "none" &&
      isMeant(one) &&
      one.ranges.some((area) => intersects(area, range)),
  );

type CellAt = (row: number, column: number) => FormCell | undefined;

/** Numbers are found quicker than addresses: every slot looks around itself. */
const indexCells = (sheet: FormSheet): CellAt => {
  const index = new Map<number, FormCell>();
  for (const cell of sheet.cells.values()) {
    index.set(placeOf(cell.row, cell.column), cell);
  }
  return (row, column) => index.get(placeOf(row, column));
};

const edgesOf = (cellAt: CellAt, range: Range): Edges => {
  const { top, left, bottom, right } = range;
  const has = (row: number, column: number, edge: keyof Edges): boolean =>
    Boolean(cellAt(row, column)?.style.borders[edge]);
  return {
    left: has(top, left, "left") || (left > 1 && has(top, left - 1, "right")),
    right: has(top, right, "right") || has(top, right + 1, "left"),
    top: has(top, left, "top") || (top > 1 && has(top - 1, left, "bottom")),
    bottom: has(bottom, left, "bottom") || has(bottom + 1, left, "top"),
  };
};

const hasOwnLines = (cellAt: CellAt, range: Range): boolean => {
  const { top, left, bottom } = range;
  const first = cellAt(top, left)?.style.borders;
  const last = cellAt(bottom, left)?.style.borders;
  return Boolean(last?.bottom || (first?.top && (first.left || first.right)));
};

const toSlot = (
  sheet: FormSheet,
  cellAt: CellAt,
  range: Range,
  isMerged: boolean,
): Slot => {
  const cell = cellAt(range.top, range.left);
  const kind = kindOf(cell);
  let width = 0;
  for (let column = range.left; column <= range.right; column += 1) {
    width += sheet.columnWidth(column);
  }
  return {
    top: range.top,
    left: range.left,
    bottom: range.bottom,
    right: range.right,
    address: toAddress(range.top, range.left),
    text: kind === "blank" ? "" : shortTextOf(cell),
    kind,
    edges: edgesOf(cellAt, range),
    isLined: hasOwnLines(cellAt, range),
    fill: cell?.style.fill ?? null,
    isMerged,
    width,
    isDate: cell?.isDate ?? false,
    numberFormat: cell?.style.numberFormat ?? "General",
    horizontal: cell?.style.alignment.horizontal ?? null,
    isLocked: sheet.isProtected && (cell?.style.locked ?? true),
    options:
      validationAt(sheet, range, ({ list }) => list !== undefined)?.list ?? [],
    hasValidation: validationAt(sheet, range, () => true) !== undefined,
  };
};

/** In characters; a column has 8 to 9 where nobody set it. */
const WIDE = 15;

/** Limits of the part of the sheet that is read. */
const extentOf = (sheet: FormSheet): { bottom: number; right: number } => {
  const bottom = Math.min(sheet.dimension?.bottom ?? 0, MAX_ROWS);
  let right = Math.min(sheet.dimension?.right ?? 0, MAX_COLUMNS);
  // Labels alone in column A: the wide column beside them waits for the values.
  if (right === 1 && sheet.columnWidth(2) >= WIDE) right = 2;
  if (bottom * right <= MAX_SLOTS) return { bottom, right };
  let widest = 1;
  for (const { row, column } of sheet.cells.values()) {
    if (row <= FIRST_ROWS) widest = Math.max(widest, column);
  }
  right = Math.min(right, widest);
  return { bottom: Math.min(bottom, Math.floor(MAX_SLOTS / right)), right };
};

/** Sheets are never changed; each is read once. */
const grids = new WeakMap<FormSheet, SlotGrid>();

/** The sheet as slots, made when they are asked for. */
export const toSlotGrid = (sheet: FormSheet): SlotGrid =>
  finish(gridSteps(sheet));

/** The same row by row. */
export function* gridSteps(sheet: FormSheet): Steps<SlotGrid> {
  const known = grids.get(sheet);
  if (known) return known;
  const grid = yield* readGrid(sheet);
  grids.set(sheet, grid);
  return grid;
}

function* readGrid(sheet: FormSheet): Steps<SlotGrid> {
  const made = new Map<number, Slot>();
  const { bottom, right } = extentOf(sheet);
  const merges = mergeIndex(sheet, { bottom, right });
  const cellAt = indexCells(sheet);

  const at = (row: number, column: number): Slot => {
    const merge = merges.get(placeOf(row, column));
    const range = merge ?? {
      top: row,
      left: column,
      bottom: row,
      right: column,
    };
    const place = placeOf(range.top, range.left);
    const known = made.get(place);
    if (known) return known;
    const slot = toSlot(sheet, cellAt, range, merge !== undefined);
    made.set(place, slot);
    return slot;
  };

  const rows = new Map<number, readonly Slot[]>();
  const inRow = (row: number): readonly Slot[] => {
    const known = rows.get(row);
    if (known) return known;
    const slots: Slot[] = [];
    for (let column = 1; column <= right;) {
      const slot = at(row, column);
      if (slot.width > 0) slots.push(slot);
      column = slot.right + 1;
    }
    rows.set(row, slots);
    return slots;
  };

  const texts: Slot[] = [];
  for (let row = 1; row <= bottom; row += 1) {
    if (sheet.hiddenRows.has(row)) continue;
    yield;
    for (const slot of inRow(row)) {
      if (slot.top === row && slot.kind === "text") texts.push(slot);
    }
  }
  return { sheet, bottom, right, at, inRow, texts };
}

export const isBlank = (slot: Slot): boolean => slot.kind === "blank";

/** Something on the paper says that a value belongs here: lines, a tint, a drop-down, an unlocked cell. */
export const looksLikeField = (grid: SlotGrid, slot: Slot): boolean => {
  if (slot.isLocked) return false;
  return (
    grid.sheet.isProtected ||
    slot.isLined ||
    (slot.fill !== null && slot.fill !== "FFFFFF") ||
    slot.hasValidation
  );
};
