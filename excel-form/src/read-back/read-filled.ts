import { keysOf } from "../map/key-list.ts";
import { hasRole, isRowKey, isValueKey } from "../map/vocabulary.ts";
import type { ValueKey, Vocabulary } from "../map/vocabulary.ts";
import { isEmpty } from "../map/is-empty.ts";
import type { ReportData, Value, Values } from "../map/report-data.ts";
import type { ListBlock, Placement, ReportMap } from "../map/schema.ts";
import { sheetNamed } from "../plan/placed-cells.ts";
import {
  parseAddress,
  toAddress,
  toColumnNumber,
} from "../xlsx/formula/address.ts";
import type { Form, FormCell, FormSheet } from "../xlsx/sheet/form-model.ts";
import { addedRows, movedRow } from "./added-rows.ts";
import { refuseOtherEdition, refuseOtherForm } from "./recognise.ts";
import { readCell } from "./read-cell.ts";
import { readParts } from "./read-parts.ts";
import type { PartCell } from "./read-parts.ts";

/** Values by key, in the order of the map. */
class Reader {
  readonly #vocabulary: Vocabulary;
  readonly #values: Record<string, Value> = {};
  readonly #parts = new Map<ValueKey, PartCell[]>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  add(cell: FormCell | undefined, placement: Placement): void {
    const [key] = keysOf(this.#vocabulary, placement);
    if (placement.part !== undefined && key !== undefined) {
      this.#parts.set(key, [
        ...(this.#parts.get(key) ?? []),
        { placement, cell },
      ]);
      return;
    }
    for (const [name, value] of readCell(this.#vocabulary, cell, placement)) {
      if (!isEmpty(value)) this.#values[name] ??= value;
    }
  }

  read(): Values {
    for (const [key, cells] of this.#parts) {
      const value = readParts(this.#vocabulary, key, cells);
      if (!isEmpty(value)) this.#values[key] ??= value;
    }
    return this.#values;
  }
}

const readEntry = (
  vocabulary: Vocabulary,
  sheet: FormSheet,
  list: ListBlock,
  top: number,
): Values | null => {
  const reader = new Reader(vocabulary);
  for (const { column, subrow, ...placement } of list.columns) {
    const address = toAddress(top + subrow, toColumnNumber(column));
    reader.add(sheet.cells.get(address), placement);
  }
  const values = reader.read();
  const keys = Object.keys(values);
  // A number alone is printed in advance; nobody stands in that row.
  return keys.some((key) => !hasRole(vocabulary, key, "list.number"))
    ? values
    : null;
};

const readList = (
  vocabulary: Vocabulary,
  form: Form,
  list: ListBlock,
): Values[] => {
  const sheet = sheetNamed(form, list.sheet);
  if (!sheet) return [];
  const entries =
    list.rowsAvailable + addedRows(sheet, list) / list.rowsPerEntry;
  const rows: Values[] = [];
  for (let entry = 0; entry < entries; entry += 1) {
    const top = list.firstRow + entry * list.rowsPerEntry;
    const values = readEntry(vocabulary, sheet, list, top);
    if (values) rows.push(values);
  }
  return rows;
};

const readSingles = (
  vocabulary: Vocabulary,
  form: Form,
  map: ReportMap,
): Values => {
  const reader = new Reader(vocabulary);
  for (const { sheet: name, cell, ...placement } of map.cells) {
    const sheet = sheetNamed(form, name);
    const at = parseAddress(cell);
    if (!sheet || !at) continue;
    const row = movedRow(map, sheet, at.row);
    reader.add(sheet.cells.get(toAddress(row, at.column)), placement);
  }
  return reader.read();
};

const pick = (
  vocabulary: Vocabulary,
  values: Values,
  isWanted: (key: ValueKey) => boolean,
): Values =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([key]) => isValueKey(vocabulary, key) && isWanted(key),
    ),
  );

/**
 * Reads a filled form through the map it was filled by into the data that
 * `fillForm` takes. Leaves out empty cells and unfilled rows.
 *
 * @throws FormError `report/other-form` when the labels are not those of the map's form, `report/other-edition` when its title names another year
 */
export const readFilled = (
  vocabulary: Vocabulary,
  form: Form,
  map: ReportMap,
): ReportData => {
  refuseOtherForm(form, map);
  refuseOtherEdition(form, map);
  const singles = readSingles(vocabulary, form, map);
  const rows: Values[] = [];
  // Several sheets may list the same records, each with other values of them.
  for (const list of map.lists) {
    readList(vocabulary, form, list).forEach((values, index) => {
      rows[index] = { ...rows[index], ...values };
    });
  }
  const shared = rows.map((row) =>
    pick(vocabulary, row, (key) => !isRowKey(vocabulary, key)),
  );
  return {
    scalars: Object.assign({}, ...shared, singles),
    rows: rows.map((row) =>
      pick(vocabulary, row, (one) => isRowKey(vocabulary, one)),
    ),
  };
};
