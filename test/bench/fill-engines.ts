import exceljs from "exceljs";
import populate from "xlsx-populate";
import {
  defineVocabulary,
  describeMap,
  fillForm,
  fillPlan,
  preflight,
  readForm,
} from "excel-form";
import type { CellValue, KeyInfo } from "excel-form";
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

const keyOf = (column: string): string => `column.${column}`;

const typeOf = (value: string | number): KeyInfo["type"] => {
  if (typeof value === "number") return "number";
  return isIsoDate(value) ? "date" : "text";
};

const infoOf = (value: string | number): KeyInfo => ({
  type: typeOf(value),
  group: "list",
  label: { ja: "値", en: "Value" },
});

/** Does the work of the dialog: reads the form, checks every value and fills. */
const fillChecked: FillEngine = async ({ form: bytes, ...task }) => {
  const { sheet, firstRow, rows } = task;
  const columns = Object.entries(rows[0] ?? {});
  const vocabulary = defineVocabulary({
    keys: Object.fromEntries(
      columns.map(([column, value]) => [keyOf(column), infoOf(value)]),
    ),
  });
  const form = readForm(bytes);
  const map = describeMap(vocabulary, form, {
    version: 1,
    revision: 1,
    form: { fingerprint: form.fingerprint },
    cells: [],
    lists: [
      {
        sheet,
        firstRow,
        rowsPerEntry: 1,
        rowsAvailable: 1,
        onSurplus: "insert",
        columns: columns.map(([column]) => ({
          column,
          subrow: 0,
          key: keyOf(column),
        })),
      },
    ],
  });
  const data = {
    scalars: {},
    rows: rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [keyOf(column), value]),
      ),
    ),
  };
  const findings = preflight(vocabulary, form, map, data);
  return fillForm(vocabulary, bytes, map, data, { form, findings }).bytes;
};

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
  "suisen-checked": fillChecked,
  exceljs: fillExceljs,
  "xlsx-populate": fillPopulate,
} as const satisfies Record<string, FillEngine>;

export type EngineName = keyof typeof fillEngines;
export const PEERS = ["exceljs", "xlsx-populate"] as const;

export const isEngineName = (name: string): name is EngineName =>
  name in fillEngines;
