import type { FormKind } from "../package/content-types.ts";
import type { Range } from "../formula/address.ts";

/** A form as a person sees it: what is printed where, and how it looks. */
export type Form = {
  readonly kind: FormKind;
  /** SHA-256 (hex) over sheet names, labels, merges and formula places; a new save of the same form keeps it. */
  readonly fingerprint: string;
  readonly sheets: readonly FormSheet[];
  /** Days are counted from 1904, as Excel on the Mac used to. */
  readonly is1904: boolean;
  /**
   * Warnings to show on upload: parts that filling cannot keep correct by
   * itself.
   */
  readonly warnings: readonly FormWarning[];
};

/** `code` and `params` are for the catalogue in `report/errors.ts`. */
export type FormWarning = {
  readonly code: string;
  readonly sheet: string;
  /** A1 address, or empty when the warning is about the whole sheet. */
  readonly address: string;
  readonly params: Readonly<Record<string, string | number>>;
};

export type FormSheet = {
  readonly name: string;
  /** Position among the tabs, from 0. */
  readonly index: number;
  readonly state: "visible" | "hidden" | "veryHidden";
  /** By address (`B5`). Empty cells that have a style are in it too. */
  readonly cells: ReadonlyMap<string, FormCell>;
  readonly merges: readonly Range[];
  /** Width in characters of the default font, 0 when hidden. */
  readonly columnWidth: (column: number) => number;
  /** Height in points, 0 when hidden; `custom` heights do not follow the text. */
  readonly rowHeight: (row: number) => {
    readonly points: number;
    readonly custom: boolean;
  };
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly validations: readonly Validation[];
  readonly notes: readonly CellNote[];
  /** The first area when there are several. */
  readonly printArea: Range | null;
  readonly printTitleRows: {
    readonly top: number;
    readonly bottom: number;
  } | null;
  readonly printTitleColumns: {
    readonly left: number;
    readonly right: number;
  } | null;
  readonly isProtected: boolean;
  /** The box around all cells and merges; null for an empty sheet. */
  readonly dimension: Range | null;
};

/** Words that are on a sheet but in none of its cells: a comment, the text of a drawn box, the address of a link. */
export type CellNote = {
  readonly kind: "comment" | "shape" | "link";
  /** The cell that it is on; of a box the one under its corner. */
  readonly cell: string;
  readonly text: string;
};

export type Validation = {
  readonly ranges: readonly Range[];
  readonly type:
    | "none"
    | "whole"
    | "decimal"
    | "list"
    | "date"
    | "time"
    | "textLength"
    | "custom";
  readonly operator:
    | "between"
    | "notBetween"
    | "equal"
    | "notEqual"
    | "lessThan"
    | "lessThanOrEqual"
    | "greaterThan"
    | "greaterThanOrEqual";
  /** As stored, without `=`; empty when absent. */
  readonly formula1: string;
  readonly formula2: string;
  readonly allowBlank: boolean;
  /** Choices of a `list`, read from the formula, the cells or the name it points to; absent when it cannot be known (INDIRECT). */
  readonly list?: readonly string[];
  readonly promptTitle: string;
  readonly prompt: string;
};

export type FormCell = {
  readonly address: string;
  readonly row: number;
  readonly column: number;
  /** A formula's last result for formula cells; an error value (`#REF!`) is text. */
  readonly value: null | string | number | boolean;
  /** As displayed, without ruby; numbers by their format. */
  readonly text: string;
  readonly isFormula: boolean;
  /** Without `=`; shared formulas are written out. */
  readonly formula?: string;
  /** The number format shows a date. True for empty cells too. */
  readonly isDate: boolean;
  /** `YYYY-MM-DD`, with `THH:MM:SS` when there is a time; only when `isDate` and the value is a number. */
  readonly date?: string;
  /** Some letters of the text are struck out, and not the whole cell. */
  readonly hasStruckLetters?: true;
  readonly style: CellStyle;
};

export type CellStyle = {
  /** Format code, `General` when none; builtin ids are written out. */
  readonly numberFormat: string;
  readonly font: {
    readonly name: string;
    readonly size: number;
    readonly bold: boolean;
    readonly strike: boolean;
    /** `RRGGBB`, null for automatic. */
    readonly color: string | null;
  };
  /** `RRGGBB` of a solid fill, null when there is none. */
  readonly fill: string | null;
  /** Style name (`thin`, `medium` …) or null per edge. */
  readonly borders: {
    readonly left: string | null;
    readonly right: string | null;
    readonly top: string | null;
    readonly bottom: string | null;
  };
  readonly alignment: {
    readonly horizontal: string | null;
    readonly vertical: string | null;
    readonly wrap: boolean;
    readonly shrink: boolean;
    readonly indent: number;
    /** Degrees 0–180, 255 for stacked characters. */
    readonly textRotation: number;
  };
  /** Takes effect only while the sheet is protected. */
  readonly locked: boolean;
};
