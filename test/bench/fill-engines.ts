import exceljs from "exceljs";
import populate from "xlsx-populate";
import { fillPlan } from "excel-form";
import type { CellValue } from "excel-form";
import { isIsoDate } from "./fill-task.ts";
import type { FillTask } from "./fill-task.ts";

/** From the blank form's bytes to the filled form's bytes. */
export type FillEngine = (task: FillTask) => Promise<Uint8Array>;

const toCell = (value: string | number): CellValue => {
  if (typeof value === "number") {
    return { kind: "number", number: value };
  }
  return isIsoDate(value)
    ? { kind: "date", iso: value }
    : { kind: "text", text: value };
};

const fillOurs: FillEngine = async ({ form, sheet, firstRow, rows }) =>
  fillPlan(form, {
    cells: [],
    blocks: [
      {
        sheet,
        firstRow,
        rowsPerEntry: 1,
        entriesAvailable: 1,
        onSurplus: "insert",
        entries: rows.map((row) => [
          Object.fromEntries(
            Object.entries(row).map(([column, value]) => [
              column,
              toCell(value),
            ]),
          ),
        ]),
      },
    ],
  }).bytes;

const toPeerValue = (value: string | number): string | number | Date =>
  isIsoDate(value) ? new Date(`${value}T00:00:00Z`) : value;

const fillExceljs: FillEngine = async ({ form, sheet, firstRow, rows }) => {
  const workbook = new exceljs.Workbook();
  // Its types ask for an ArrayBuffer of its own making; a Buffer is what it reads.
  await workbook.xlsx.load(
    Buffer.from(form) as unknown as Parameters<typeof workbook.xlsx.load>[0],
  );
  const worksheet = workbook.getWorksheet(sheet);
  if (worksheet === undefined) {
    throw new Error(`exceljs finds no sheet ${sheet}`);
  }
  worksheet.duplicateRow(firstRow, rows.length - 1, true);
  rows.forEach((row, index) => {
    for (const [column, value] of Object.entries(row)) {
      worksheet.getCell(`${column}${firstRow + index}`).value =
        toPeerValue(value);
    }
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

// It cannot insert rows, so it is given less to do: it writes over what follows.
const fillPopulate: FillEngine = async ({ form, sheet, firstRow, rows }) => {
  const workbook = await populate.fromDataAsync(form);
  const worksheet = workbook.sheet(sheet);
  rows.forEach((row, index) => {
    for (const [column, value] of Object.entries(row)) {
      worksheet.cell(`${column}${firstRow + index}`).value(toPeerValue(value));
    }
  });
  return workbook.outputAsync();
};

export const fillEngines = {
  suisen: fillOurs,
  exceljs: fillExceljs,
  "xlsx-populate": fillPopulate,
} as const satisfies Record<string, FillEngine>;

export type EngineName = keyof typeof fillEngines;
export const PEERS = ["exceljs", "xlsx-populate"] as const;

export const isEngineName = (name: string): name is EngineName =>
  name in fillEngines;
