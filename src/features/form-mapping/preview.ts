import {
  fillForm,
  isAboutOneFirm,
  isLastOfChain,
  lastRowOf,
  parseAddress,
  readForm,
  recordsBefore,
  toAddress,
} from "excel-form";
import type { Form, Place, ReportData, ReportMap } from "excel-form";
import { listsOn } from "./edit-map.ts";
import { CATALOGUE } from "../../domain/value-catalogue.ts";

/** The form as it would be with these records: really filled, and read again. */
export type Preview =
  | {
      readonly kind: "filled";
      /** The filled form's text at this cell of the blank. */
      readonly textAt: (place: Place) => string;
      /** Records for which rows are added to the list. */
      readonly surplus: number;
      readonly records: number;
      /** A form about one firm shows the first of them. */
      readonly isOneOfThem: boolean;
    }
  | { readonly kind: "refused"; readonly error: unknown };

type Insertion = { readonly sheet: string; readonly count: number };

const toTextAt =
  (filled: Form, map: ReportMap, insertions: readonly Insertion[]) =>
  ({ sheet: name, cell }: Place): string => {
    const sheet = filled.sheets.find((one) => one.name === name);
    const at = parseAddress(cell);
    if (!sheet || !at) return "";
    const list = listsOn(map, name).at(-1);
    const added = insertions
      .filter((one) => one.sheet === name)
      .reduce((sum, { count }) => sum + count, 0);
    const isBelow = list !== undefined && at.row > lastRowOf(list);
    const address = toAddress(isBelow ? at.row + added : at.row, at.column);
    return sheet.cells.get(address)?.text ?? "";
  };

const surplusOf = ({ lists }: ReportMap, records: number): number =>
  Math.max(
    0,
    ...lists
      .filter((list) => isLastOfChain(lists, list))
      .map((list) => records - recordsBefore(lists, list) - list.rowsAvailable),
  );

/** Fills a copy of the form, so that what is shown is what would be written. */
export const previewMap = (
  bytes: Uint8Array,
  form: Form,
  map: ReportMap,
  data: ReportData,
): Preview => {
  const isOneOfThem = isAboutOneFirm(CATALOGUE, map) && data.rows.length > 1;
  const shown = isOneOfThem ? { ...data, rows: data.rows.slice(0, 1) } : data;
  try {
    const { bytes: filled, proof } = fillForm(CATALOGUE, bytes, map, shown, {
      form,
    });
    return {
      kind: "filled",
      textAt: toTextAt(readForm(filled), map, proof.insertedRows),
      surplus: surplusOf(map, data.rows.length),
      records: data.rows.length,
      isOneOfThem,
    };
  } catch (error) {
    return { kind: "refused", error };
  }
};
