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
import { addedRows, movedRow } from "./added-rows.ts";

/** Share of the words around the mapped cells that must be found again. */
const MIN_AGREEMENT = 0.8;

const countAgreement = (form: Form, map: ReportMap) => {
  let wanted = 0;
  let found = 0;
  const grids = new Map(form.sheets.map((s) => [s.name, toSlotGrid(s)]));
  const look = (
    name: string,
    row: number,
    column: number,
    { near }: Placement,
  ): void => {
    const sheet = sheetNamed(form, name);
    const grid = grids.get(name);
    const words = [near?.left, near?.above].filter((w) => w !== undefined);
    wanted += words.length;
    if (!sheet || !grid) return;
    const list = map.lists.find((one) => one.sheet === name);
    const isFilled = toIsFilled(map, name, list && addedRows(sheet, list));
    const now = nearTexts(grid, movedRow(map, sheet, row), column, isFilled);
    found += words.filter(
      (word) => word === now.left || word === now.above,
    ).length;
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
  return { wanted, found };
};

/** @throws FormError `report/other-form` */
export const refuseOtherForm = (form: Form, map: ReportMap): void => {
  const { wanted, found } = countAgreement(form, map);
  if (found < wanted * MIN_AGREEMENT) {
    throw new FormError("report/other-form", { wanted, found });
  }
};

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
