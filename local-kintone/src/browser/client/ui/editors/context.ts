import { nothing } from "lit";
import { uid } from "../../boot.ts";
import type { Cell, CellValue } from "../../record/types.ts";

/** Operations of an editor on its field. */
export type EditorHost = {
  /** Takes a value that is still being typed. */
  type(value: CellValue): void;
  /** The field has its new value. */
  commit(value: CellValue): void;
  pickEntities(): void;
  addFiles(files: File[]): void;
  fetchLookup(): void;
  clearLookup(): void;
};
export type EditorContext = {
  cell: Cell;
  host: EditorHost;
  id: string;
  label: string;
  /** In a table there is no visible label beside the field. */
  inTable: boolean;
};

export const ownName = ({ inTable, label }: EditorContext) =>
  inTable ? label : nothing;
export const isOff = ({ cell }: EditorContext): boolean =>
  cell.disabled || cell.isCopyTarget;
export const invalid = ({ cell }: EditorContext) =>
  cell.error ? "true" : nothing;
export const describedBy = ({ cell, id }: EditorContext) =>
  cell.error ? `${id}-error` : nothing;
export const required = ({ cell }: EditorContext) =>
  cell.property.required === true ? "true" : nothing;
export const valueOf = (event: Event): string =>
  // Only inputs, areas and selects carry these listeners.
  (event.target as HTMLInputElement).value;

const ids = new WeakMap<Cell, string>();
/** One id for the life of a cell, so that labels keep pointing at it. */
export const idOf = (cell: Cell): string => {
  const known = ids.get(cell);
  if (known) return known;
  const made = uid();
  ids.set(cell, made);
  return made;
};
