import { mkdir, readdir, writeFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import ExcelJS from "exceljs";
import type { Borders, Cell, Worksheet } from "exceljs";
import { describeMap, parseMap, readForm } from "excel-form";
import type { ReportMap } from "excel-form";
import {
  growRows,
  SAMPLE_LIST,
  shrinkRows,
} from "../src/report/sample/list-rows.ts";
import { zipParts } from "../src/report/sample/zip-parts.ts";
import { VOCABULARY } from "../src/domain/vocabulary.ts";
import type { Field, FormPlan } from "./sample-form/plan.ts";

const FOLDER = new URL("../src/report/sample/", import.meta.url);
const PROGRAMMES = new URL("../src/programmes/", import.meta.url);
const PLANS = new URL("./sample-form/", import.meta.url);
const LIST = SAMPLE_LIST;
const FONT = "游ゴシック";
// A fixed day, so that a change of the form is a change of the form only.
const MADE_ON = new Date("2025-04-01T00:00:00Z");

/** One plan a file; a new one needs no list. */
const loadPlans = async (): Promise<FormPlan[]> => {
  const files = (await readdir(PLANS)).filter((name) => name !== "plan.ts");
  const modules: ReadonlyArray<Record<string, FormPlan>> = await Promise.all(
    files.map((name) => import(new URL(name, PLANS).href)),
  );
  return modules.flatMap((module) => Object.values(module));
};

/** Room in the title for the edition's name. */
const TITLE_ROOM = "　".repeat(10);

const lastColumn = ({ columns }: FormPlan): string =>
  columns.at(-1)?.letter ?? "A";

const LINES: Partial<Borders> = {
  top: { style: "thin" },
  left: { style: "thin" },
  bottom: { style: "thin" },
  right: { style: "thin" },
};

const tint = (argb: string) =>
  ({ type: "pattern", pattern: "solid", fgColor: { argb } }) as const;
const LABEL_TINT = tint("FFF2F2F2");
const INPUT_TINT = tint("FFFFFFCC");

const firstCell = (area: string): string => area.split(":")[0] ?? area;

const drawArea = (
  sheet: Worksheet,
  area: string,
  draw: (cell: Cell) => void,
): void => {
  const [from = area, to = from] = area.split(":");
  const first = sheet.getCell(from);
  const last = sheet.getCell(to);
  for (let row = Number(first.row); row <= Number(last.row); row += 1) {
    for (
      let column = Number(first.col);
      column <= Number(last.col);
      column += 1
    ) {
      const cell = sheet.getCell(row, column);
      cell.border = LINES;
      draw(cell);
    }
  }
  if (from !== to) sheet.mergeCells(area);
};

const drawField = (
  sheet: Worksheet,
  { label, labelArea, area, format, unitCell }: Field,
): void => {
  drawArea(sheet, labelArea, (cell) => {
    cell.fill = LABEL_TINT;
    cell.font = { name: FONT, size: 10 };
    cell.alignment = { horizontal: "center", vertical: "middle" };
  });
  sheet.getCell(firstCell(labelArea)).value = label;
  drawArea(sheet, area, (cell) => {
    cell.fill = INPUT_TINT;
    cell.font = { name: FONT, size: 10 };
    cell.alignment = { horizontal: "left", vertical: "middle", wrapText: true };
    if (format !== undefined) cell.numFmt = format;
  });
  if (unitCell !== undefined) {
    sheet.getCell(unitCell).value = "件";
    sheet.getCell(unitCell).font = { name: FONT, size: 10 };
  }
};

const drawList = (sheet: Worksheet, { columns }: FormPlan): void => {
  const header = LIST.firstRow - 1;
  sheet.getRow(header).height = 30;
  for (const {
    letter,
    heading,
    width,
    format,
    choices,
    align = "left",
  } of columns) {
    sheet.getColumn(letter).width = width;
    const head = sheet.getCell(`${letter}${header}`);
    head.value = heading;
    head.fill = LABEL_TINT;
    head.border = LINES;
    head.font = { name: FONT, size: 10 };
    head.alignment = {
      horizontal: "center",
      vertical: "middle",
      wrapText: true,
    };
    for (let i = 0; i < LIST.rows; i += 1) {
      const cell = sheet.getCell(`${letter}${LIST.firstRow + i}`);
      cell.border = LINES;
      cell.font = { name: FONT, size: 10 };
      cell.alignment = {
        horizontal: align,
        vertical: "middle",
        wrapText: letter !== "A",
      };
      if (letter === "A") cell.value = i + 1;
      else cell.fill = INPUT_TINT;
      if (format !== undefined) cell.numFmt = format;
      if (choices) {
        cell.dataValidation = {
          type: "list",
          allowBlank: true,
          formulae: [`"${choices.join(",")}"`],
        };
      }
    }
  }
  for (let i = 0; i < LIST.rows; i += 1)
    sheet.getRow(LIST.firstRow + i).height = 26;
};

const drawNotes = (sheet: Worksheet, { notes }: FormPlan): void => {
  notes.forEach((note, i) => {
    const cell = sheet.getCell(`A${LIST.firstRow + LIST.rows + i}`);
    cell.value = note;
    cell.font = { name: FONT, size: 9 };
  });
};

const drawForm = async (plan: FormPlan): Promise<Uint8Array> => {
  const last = lastColumn(plan);
  const book = new ExcelJS.Workbook();
  book.created = MADE_ON;
  book.modified = MADE_ON;
  const lastRow = LIST.firstRow + LIST.rows + plan.notes.length - 1;
  const sheet = book.addWorksheet(plan.sheet, {
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printArea: `A1:${last}${lastRow}`,
      printTitlesRow: `${LIST.firstRow - 1}:${LIST.firstRow - 1}`,
      margins: {
        left: 0.4,
        right: 0.4,
        top: 0.5,
        bottom: 0.5,
        header: 0.3,
        footer: 0.3,
      },
    },
    headerFooter: { oddFooter: "&C&P / &N" },
    views: [{ showGridLines: false }],
  });
  const sample = sheet.getCell(`${last}1`);
  sample.value = "サンプル";
  sample.font = { name: FONT, size: 10 };
  sample.alignment = { horizontal: "right" };
  sheet.mergeCells(`A2:${last}2`);
  const title = sheet.getCell("A2");
  title.value = `${TITLE_ROOM}${plan.title}`;
  title.font = { name: FONT, size: 14, bold: true };
  title.alignment = { horizontal: "center", vertical: "middle" };
  sheet.getRow(2).height = 26;
  for (const row of [4, 5, 6, 7, 9]) sheet.getRow(row).height = 21;
  sheet.getRow(10).height = 32;
  drawList(sheet, plan);
  for (const field of plan.fields) drawField(sheet, field);
  drawNotes(sheet, plan);
  return new Uint8Array(await book.xlsx.writeBuffer());
};

const mapFor = (
  bytes: Uint8Array,
  { sheet, title, columns, fields }: FormPlan,
): ReportMap => {
  const form = readForm(bytes);
  const map = parseMap(VOCABULARY, {
    version: 1,
    revision: 1,
    form: { fingerprint: form.fingerprint },
    cells: [
      {
        sheet,
        cell: "A2",
        key: "edition.name",
        text: `{edition.name}　${title}`,
      },
      ...fields.map(({ area, key }) => ({
        sheet,
        cell: firstCell(area),
        key,
      })),
    ],
    lists: [
      {
        sheet,
        firstRow: LIST.firstRow,
        rowsPerEntry: 1,
        rowsAvailable: LIST.rows,
        onSurplus: "insert",
        columns: columns.flatMap(({ letter, value }) =>
          value ? [{ column: letter, subrow: 0, ...value }] : [],
        ),
      },
    ],
  });
  return describeMap(VOCABULARY, form, map);
};

/** Parts that Excel does without; each byte of the form travels to every page. */
const NEEDLESS = /^(docProps\/|xl\/theme\/)|\/$/;

const dropMentions = (xml: string): string =>
  xml.replace(
    /<(Override|Relationship)\b[^>]*(docProps|theme)[^>]*?(\/>|><\/\1>)/g,
    "",
  );

/** Parts that exceljs writes for extensions that the form does not use. */
const dropExtensions = (xml: string): string =>
  xml
    .replace(
      / (spans|mc:Ignorable|x14ac:\w+|xmlns:(mc|x14ac|x15|x16r2)|(horizontal|vertical)Dpi|outlineLevel(Row|Col))="[^"]*"/g,
      "",
    )
    .replace(/<extLst>.*?<\/extLst>/g, "")
    .replace(/<(fileVersion|workbookPr|dxfs|tableStyles)\b[^>]*\/>/g, "");

/** Part name → XML, in the order of the package. */
const slim = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => !NEEDLESS.test(name))
      .map(([name, part]) => [
        name,
        dropExtensions(dropMentions(strFromU8(part))),
      ]),
  );

const assetsModule = (
  { title }: FormPlan,
  parts: Readonly<Record<string, string>>,
  mapJson: string,
): string =>
  [
    "// Written by scripts/sample-form.ts: the page has no files, so the form travels in its code.",
    'import type { SampleFormAsset } from "./programme.ts";',
    "",
    "export const form: SampleFormAsset = {",
    `name: ${JSON.stringify(`${title}（サンプル）.xlsx`)},`,
    `parts: ${JSON.stringify(parts)},`,
    `mapJson: ${JSON.stringify(mapJson)},`,
    "};",
    "",
  ].join("\n");

const shrinkParts = (
  parts: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parts).map(([name, xml]) => {
      const shrunk = shrinkRows(xml);
      if (growRows(shrunk) !== xml) {
        throw new Error(
          `The rows of ${name} differ in more than their numbers`,
        );
      }
      return [name, shrunk];
    }),
  );

/** The form and its map beside the code that fills them, and both as code. */
const write = async (plan: FormPlan): Promise<void> => {
  const parts = slim(await drawForm(plan));
  const bytes = zipParts(parts);
  const map = mapFor(bytes, plan);
  await writeFile(new URL(`${plan.fileName}.xlsx`, FOLDER), bytes);
  await writeFile(
    new URL(`${plan.fileName}.map.json`, FOLDER),
    `${JSON.stringify(map, null, 2)}\n`,
  );
  await writeFile(
    new URL(`${plan.programmeId}-form.ts`, PROGRAMMES),
    assetsModule(plan, shrinkParts(parts), JSON.stringify(map)),
  );
};

await mkdir(FOLDER, { recursive: true });
for (const plan of await loadPlans()) await write(plan);
