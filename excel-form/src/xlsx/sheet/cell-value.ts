/**
 * Value to write into a cell. Dates are `YYYY-MM-DD`, without a time zone.
 * `format` is a number format code, used only when the cell's own format cannot
 * show the value (General or text); the form's own format wins.
 */
export type CellValue =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "number";
      readonly number: number;
      readonly format?: string;
    }
  | { readonly kind: "date"; readonly iso: string; readonly format?: string }
  | { readonly kind: "boolean"; readonly boolean: boolean }
  | { readonly kind: "blank" };
