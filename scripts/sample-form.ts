import { mkdir, writeFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import ExcelJS from "exceljs";
import type { Borders, Cell, Worksheet } from "exceljs";
import { describeMap, parseMap, readForm } from "excel-form";
import type { ColumnEntry, ReportMap } from "excel-form";
import {
  growRows,
  SAMPLE_LIST,
  shrinkRows,
} from "../src/report/sample/list-rows.ts";
import { zipParts } from "../src/report/sample/zip-parts.ts";
import { VOCABULARY } from "../src/domain/vocabulary.ts";

const FOLDER = new URL("../src/report/sample/", import.meta.url);
const SHEET = "状況回答シート";
const LIST = SAMPLE_LIST;
const WAREKI = '[$-411]ggge"年"m"月"d"日"';
const FONT = "游ゴシック";
// A fixed day, so that a change of the form is a change of the form only.
const MADE_ON = new Date("2025-04-01T00:00:00Z");

type Column = {
  readonly letter: string;
  readonly heading: string;
  readonly width: number;
  readonly format?: string;
  readonly choices?: readonly string[];
  readonly align?: "left" | "center";
  readonly value?: Omit<ColumnEntry, "column" | "subrow">;
};

const COLUMNS: readonly Column[] = [
  { letter: "A", heading: "No.", width: 5, align: "center" },
  {
    letter: "B",
    heading: "商工会名",
    width: 16,
    value: { key: "society.name" },
  },
  {
    letter: "C",
    heading: "事業所名\n（登記上の表記）",
    width: 26,
    value: { key: "business.registeredName", required: true },
  },
  {
    letter: "D",
    heading: "フリガナ",
    width: 22,
    value: { key: "business.nameKana" },
  },
  {
    letter: "E",
    heading: "法人番号",
    width: 16,
    format: "@",
    align: "center",
    value: { key: "business.corporateNumber" },
  },
  {
    letter: "F",
    heading: "所在地",
    width: 30,
    value: { key: "business.address" },
  },
  {
    letter: "G",
    heading: "代表者\n職・氏名",
    width: 22,
    value: {
      key: "business.representativeTitle+business.representativeName",
      text: "{business.representativeTitle}　{business.representativeName}",
    },
  },
  {
    letter: "H",
    heading: "業種",
    width: 14,
    value: { key: "business.industry" },
  },
  {
    letter: "I",
    heading: "SECURITY\nACTION",
    width: 10,
    align: "center",
    choices: ["★", "★★", "申請中"],
    value: { key: "securityAction.stars" },
  },
  {
    letter: "J",
    heading: "自己採点\n（点）",
    width: 9,
    align: "center",
    value: { key: "score.total" },
  },
  {
    letter: "K",
    heading: "他薦登録日",
    width: 17,
    format: WAREKI,
    align: "center",
    value: { key: "declaration.registeredOn" },
  },
  {
    letter: "L",
    heading: "登録者",
    width: 9,
    align: "center",
    choices: ["商工会", "県連"],
    value: { key: "declaration.registeredBy" },
  },
  {
    letter: "M",
    heading: "実践事例",
    width: 10,
    align: "center",
    choices: ["提出済", "予定", "なし"],
    value: { key: "case.status" },
  },
  { letter: "N", heading: "備考", width: 24, value: { key: "remarks" } },
];

type Field = {
  readonly label: string;
  readonly labelArea: string;
  readonly area: string;
  readonly key: string;
  readonly format?: string;
  readonly unitCell?: string;
};

const FIELDS: readonly Field[] = [
  {
    label: "連合会名",
    labelArea: "A4:B4",
    area: "C4:E4",
    key: "federation.name",
  },
  {
    label: "報告日",
    labelArea: "H4:I4",
    area: "J4:N4",
    key: "report.date",
    format: WAREKI,
  },
  {
    label: "担当部署",
    labelArea: "A5:B5",
    area: "C5:E5",
    key: "federation.section",
  },
  {
    label: "電話番号",
    labelArea: "H5:I5",
    area: "J5:N5",
    key: "federation.phone",
    format: "@",
  },
  {
    label: "担当者（職）",
    labelArea: "A6:B6",
    area: "C6:E6",
    key: "federation.contactTitle",
  },
  {
    label: "ＦＡＸ番号",
    labelArea: "H6:I6",
    area: "J6:N6",
    key: "federation.fax",
    format: "@",
  },
  {
    label: "担当者（氏名）",
    labelArea: "A7:B7",
    area: "C7:E7",
    key: "federation.contactName",
  },
  {
    label: "E-mail",
    labelArea: "H7:I7",
    area: "J7:N7",
    key: "federation.email",
  },
  {
    label: "他薦件数",
    labelArea: "A9:B9",
    area: "C9",
    key: "report.count",
    unitCell: "D9",
  },
  {
    label: "うち実践事例",
    labelArea: "E9",
    area: "F9",
    key: "report.caseCount",
    unitCell: "G9",
  },
  {
    label: "０件の場合の理由",
    labelArea: "A10:B10",
    area: "C10:N10",
    key: "report.noneReason",
  },
];

const TITLE_BLANK = "　　　　　　　　　　自己宣言の登録（他薦）状況回答シート";
const TITLE_TEXT = "{edition.name}　自己宣言の登録（他薦）状況回答シート";

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

const drawList = (sheet: Worksheet): void => {
  const header = LIST.firstRow - 1;
  sheet.getRow(header).height = 30;
  for (const {
    letter,
    heading,
    width,
    format,
    choices,
    align = "left",
  } of COLUMNS) {
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

const drawNotes = (sheet: Worksheet): void => {
  const notes = [
    "※本様式は標準サンプルです。提出先から指定された様式があるときは、そちらを募集回に登録してください。",
    "※「事業所名」は登記上の表記（空白や「・」を含む。）のとおりに、個人事業主は屋号を記入し、法人番号の欄は「個人」とします。",
  ];
  notes.forEach((note, i) => {
    const cell = sheet.getCell(`A${LIST.firstRow + LIST.rows + i}`);
    cell.value = note;
    cell.font = { name: FONT, size: 9 };
  });
};

const drawForm = async (): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  book.created = MADE_ON;
  book.modified = MADE_ON;
  const lastRow = LIST.firstRow + LIST.rows + 1;
  const sheet = book.addWorksheet(SHEET, {
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printArea: `A1:N${lastRow}`,
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
  const sample = sheet.getCell("N1");
  sample.value = "サンプル";
  sample.font = { name: FONT, size: 10 };
  sample.alignment = { horizontal: "right" };
  sheet.mergeCells("A2:N2");
  const title = sheet.getCell("A2");
  title.value = TITLE_BLANK;
  title.font = { name: FONT, size: 14, bold: true };
  title.alignment = { horizontal: "center", vertical: "middle" };
  sheet.getRow(2).height = 26;
  for (const row of [4, 5, 6, 7, 9]) sheet.getRow(row).height = 21;
  sheet.getRow(10).height = 32;
  drawList(sheet);
  for (const field of FIELDS) drawField(sheet, field);
  drawNotes(sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
};

const mapFor = (bytes: Uint8Array): ReportMap => {
  const form = readForm(bytes);
  const map = parseMap(VOCABULARY, {
    version: 1,
    revision: 1,
    form: { fingerprint: form.fingerprint },
    cells: [
      { sheet: SHEET, cell: "A2", key: "edition.name", text: TITLE_TEXT },
      ...FIELDS.map(({ area, key }) => ({
        sheet: SHEET,
        cell: firstCell(area),
        key,
      })),
    ],
    lists: [
      {
        sheet: SHEET,
        firstRow: LIST.firstRow,
        rowsPerEntry: 1,
        rowsAvailable: LIST.rows,
        onSurplus: "insert",
        columns: COLUMNS.flatMap(({ letter, value }) =>
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
  parts: Readonly<Record<string, string>>,
  mapJson: string,
): string =>
  [
    "// Written by scripts/sample-form.ts: the page has no files, so the form travels in its code.",
    `export const SAMPLE_PARTS: Readonly<Record<string, string>> = ${JSON.stringify(parts)};`,
    "",
    `export const SAMPLE_MAP_JSON =\n  ${JSON.stringify(mapJson)};`,
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

const parts = slim(await drawForm());
const bytes = zipParts(parts);
const map = mapFor(bytes);
await mkdir(FOLDER, { recursive: true });
await writeFile(new URL("status-report.xlsx", FOLDER), bytes);
await writeFile(
  new URL("status-report.map.json", FOLDER),
  `${JSON.stringify(map, null, 2)}\n`,
);
await writeFile(
  new URL("sample-assets.ts", FOLDER),
  assetsModule(shrinkParts(parts), JSON.stringify(map)),
);
