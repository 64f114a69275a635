import { FormError } from "../words/form-error.ts";
import type { Placement, ReportMap } from "../map/schema.ts";
import { nearTexts, toIsFilled } from "../near/near.ts";
import { sheetNamed } from "../plan/placed-cells.ts";
import { toSlotGrid } from "../near/slot-grid.ts";
import {
  parseAddress,
  toAddress,
  toColumnNumber,
} from "../xlsx/formula/address.ts";
import type { Form } from "../xlsx/sheet/form-model.ts";
import { loosely } from "../values/character-forms.ts";
import { addedRows, growingList, movedRow } from "./added-rows.ts";

/** Share of the words around the mapped cells that must be found again. */
const MIN_AGREEMENT = 0.8;

/** A mapped cell with as many of the words around it as were found again. */
type Agreement = {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly key: string;
  readonly wanted: number;
  readonly found: number;
};

/** Looks for the words around each mapped cell; of a list, around its first entry. */
export const listAgreements = (
  form: Form,
  map: ReportMap,
): readonly Agreement[] => {
  const agreements: Agreement[] = [];
  const grids = new Map(form.sheets.map((s) => [s.name, toSlotGrid(s)]));
  const look = (
    name: string,
    row: number,
    column: number,
    { near, key }: Placement,
  ): void => {
    const sheet = sheetNamed(form, name);
    const grid = grids.get(name);
    const words = [near?.left, near?.above].filter((w) => w !== undefined);
    const wanted = words.length;
    const about = { sheet: name, row, column, key, wanted };
    if (!sheet || !grid) {
      agreements.push({ ...about, found: 0 });
      return;
    }
    const list = growingList(map, name);
    const isFilled = toIsFilled(map, name, list && addedRows(sheet, list));
    const moved = movedRow(map, sheet, row);
    const now = nearTexts(grid, moved, column, isFilled);
    const found = words.filter(
      (word) => word === now.left || word === now.above,
    ).length;
    agreements.push({ ...about, row: moved, found });
  };
  for (const entry of map.cells) {
    const at = parseAddress(entry.cell);
    if (at) look(entry.sheet, at.row, at.column, entry);
  }
  for (const list of map.lists) {
    for (const { column, subrow, ...placement } of list.columns) {
      look(
        list.sheet,
        list.firstRow + subrow,
        toColumnNumber(column),
        placement,
      );
    }
  }
  return agreements;
};

/** @throws FormError `report/other-form` */
export const refuseOtherForm = (agreements: readonly Agreement[]): void => {
  const sum = (count: (one: Agreement) => number): number =>
    agreements.reduce((total, one) => total + count(one), 0);
  const wanted = sum((one) => one.wanted);
  const found = sum((one) => one.found);
  if (found < wanted * MIN_AGREEMENT) {
    throw new FormError("report/other-form", { wanted, found });
  }
};

/** Cells of which none of the words around is found again. */
export const changedLabels = (
  agreements: readonly Agreement[],
): readonly Agreement[] =>
  agreements.filter(({ wanted, found }) => wanted > 0 && found === 0);

/**
 * Last year's form has the same labels; its title says which year it is.
 *
 * @throws FormError `report/other-edition`
 */
export const refuseOtherEdition = (form: Form, map: ReportMap): void => {
  for (const { sheet: name, cell, text } of map.form.editionTexts ?? []) {
    const sheet = sheetNamed(form, name);
    const at = parseAddress(cell);
    if (!sheet || !at) continue;
    const row = movedRow(map, sheet, at.row);
    const found = sheet.cells.get(toAddress(row, at.column))?.text ?? "";
    if (loosely(found) !== loosely(text)) {
      throw new FormError("report/other-edition", { wanted: text, found });
    }
  }
};
