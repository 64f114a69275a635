import type { CellValue } from "../../../src/xlsx/sheet/cell-value.ts";
import type { FillPlan, PlannedBlock } from "../../../src/plan/plan.ts";
import type { FormCell } from "../../../src/xlsx/sheet/form-model.ts";
import { readForm } from "../../../src/xlsx/sheet/read-form.ts";

export const text = (value: string): CellValue => ({
  kind: "text",
  text: value,
});
export const number = (value: number): CellValue => ({
  kind: "number",
  number: value,
});
export const date = (iso: string): CellValue => ({ kind: "date", iso });

/** A plan of single cells on one sheet. */
export const cellsPlan = (
  cells: Readonly<Record<string, CellValue>>,
  sheet = "様式",
): FillPlan => ({
  cells: Object.entries(cells).map(([address, value]) => ({
    sheet,
    address,
    value,
  })),
  blocks: [],
});

/** A list of one sheet row per entry by default. */
export const aBlock = (
  block: Partial<PlannedBlock> & Pick<PlannedBlock, "entries">,
): PlannedBlock => ({
  sheet: "様式",
  firstRow: 2,
  rowsPerEntry: 1,
  entriesAvailable: 1,
  onSurplus: "insert",
  ...block,
});

export const blockPlan = (
  block: Partial<PlannedBlock> & Pick<PlannedBlock, "entries">,
): FillPlan => ({ cells: [], blocks: [aBlock(block)] });

export const cellOf = (
  bytes: Uint8Array,
  address: string,
  sheet = "様式",
): FormCell | undefined =>
  readForm(bytes)
    .sheets.find(({ name }) => name === sheet)
    ?.cells.get(address);

/** Values of a column from one row to another, as text. */
export const columnTexts = (
  bytes: Uint8Array,
  column: string,
  from: number,
  to: number,
  sheet = "様式",
): string[] => {
  const cells = readForm(bytes).sheets.find(
    ({ name }) => name === sheet,
  )?.cells;
  return Array.from(
    { length: to - from + 1 },
    (_, index) => cells?.get(`${column}${from + index}`)?.text ?? "",
  );
};
