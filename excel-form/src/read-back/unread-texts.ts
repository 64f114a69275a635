import type { ReportMap } from "../map/schema.ts";
import { sheetNamed } from "../plan/placed-cells.ts";
import { loosely } from "../values/character-forms.ts";
import type { Form, FormCell, FormSheet } from "../xlsx/sheet/form-model.ts";
import type { SheetDoubt } from "./finding.ts";
import { isBlankCell } from "./inspect-cell.ts";
import { cellText } from "./read-cell.ts";

const wordsOf = (cell: FormCell): string => loosely(cellText(cell));

/** Rows of a sheet from the first entry of a list to its last one. */
export type ReadRows = {
  readonly sheet: string;
  readonly top: number;
  readonly bottom: number;
};

const toDoubt = ({ name }: FormSheet, cell: FormCell): SheetDoubt => ({
  kind: "unmapped",
  sheet: name,
  cell: cell.address,
  text: cellText(cell),
});

/**
 * Finds texts that the blank does not print and that nothing has read: a remark
 * below the list, another sheet.
 *
 * @param isMapped - tells the single cells that were read
 * @param rows - rows that the reading of lists has looked at
 * @param known - findings so far; a row that has one gets no other
 */
export const findUnreadTexts = (
  form: Form,
  map: ReportMap,
  blank: Form,
  isMapped: (sheet: string, cell: FormCell) => boolean,
  rows: readonly ReadRows[],
  known: ReadonlyArray<{ readonly sheet: string; readonly cell: string }>,
): readonly SheetDoubt[] => {
  const rowOf = (address: string): string => address.replace(/\D+/, "");
  const noted = new Set(
    known.map(({ sheet, cell }) => `${rowOf(cell)} ${sheet}`),
  );
  const mapped = new Set([...map.cells, ...map.lists].map((one) => one.sheet));
  return form.sheets.flatMap((sheet) => {
    const printed = sheetNamed(blank, sheet.name);
    if (sheet.state !== "visible") return [];
    const words = new Set([...(printed?.cells.values() ?? [])].map(wordsOf));
    const isRead = ({ row }: FormCell): boolean =>
      rows.some(
        (one) =>
          one.sheet === sheet.name && row >= one.top && row <= one.bottom,
      );
    const unread = [...sheet.cells.values()].filter(
      (cell) =>
        !cell.isFormula &&
        !isBlankCell(cell) &&
        !words.has(wordsOf(cell)) &&
        !isRead(cell) &&
        !isMapped(sheet.name, cell) &&
        !noted.has(`${cell.row} ${sheet.name}`),
    );
    // A sheet without any place of ours gives one finding.
    const shown = mapped.has(sheet.name) ? unread : unread.slice(0, 1);
    return shown.map((cell) => toDoubt(sheet, cell));
  });
};
