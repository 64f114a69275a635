import { escapeAttribute, escapeText, toColumnLetters } from "excel-form";
import type { SampleForm } from "../../programmes/programme.ts";
import { Drawing } from "./drawing.ts";
import type { Look } from "./drawing.ts";

/** The list of every sample form. */
export const SAMPLE_LIST = { firstRow: 13, rows: 20 } as const;

const HEADER_ROW = SAMPLE_LIST.firstRow - 1;
const NOTES_ROW = SAMPLE_LIST.firstRow + SAMPLE_LIST.rows;

const SAMPLE_NOTE =
  "※本様式は標準サンプルです。提出先から指定された様式があるときは、そちらを募集回に登録してください。";

/** Room in the title for the edition's name. */
const TITLE_ROOM = "　".repeat(10);

const LABEL: Look = {
  size: 10,
  fill: "label",
  isBoxed: true,
  align: "center",
};
const INPUT: Look = {
  size: 10,
  fill: "input",
  isBoxed: true,
  align: "left",
  wraps: true,
};

const HEIGHTS = new Map<number, number>([
  [2, 26],
  ...[4, 5, 6, 7, 9].map((row) => [row, 21] as const),
  [10, 32],
  [HEADER_ROW, 30],
  ...Array.from(
    { length: SAMPLE_LIST.rows },
    (_row, index) => [SAMPLE_LIST.firstRow + index, 26] as const,
  ),
]);

const drawHead = (drawing: Drawing, { fields }: SampleForm): void => {
  for (const { label, labelArea, area, format, unitCell } of fields) {
    drawing.draw(labelArea, LABEL, label);
    drawing.draw(area, { ...INPUT, ...(format && { format }) });
    if (unitCell !== undefined) drawing.draw(unitCell, { size: 10 }, "件");
  }
};

const drawList = (drawing: Drawing, { columns }: SampleForm): void =>
  columns.forEach(({ heading, format, isCentred, key }, index) => {
    const letter = toColumnLetters(index + 1);
    drawing.draw(`${letter}${HEADER_ROW}`, { ...LABEL, wraps: true }, heading);
    const look: Look =
      key === undefined
        ? { size: 10, isBoxed: true, align: "center" }
        : {
            ...INPUT,
            ...(isCentred && { align: "center" }),
            ...(format && { format }),
          };
    for (let i = 0; i < SAMPLE_LIST.rows; i += 1) {
      const number = key === undefined ? i + 1 : "";
      drawing.draw(`${letter}${SAMPLE_LIST.firstRow + i}`, look, number);
    }
  });

const validations = ({ columns }: SampleForm): string => {
  const own = columns.flatMap(({ choices }, index) => {
    if (choices === undefined) return [];
    const letter = toColumnLetters(index + 1);
    return `<dataValidation type="list" allowBlank="1" sqref="${letter}${SAMPLE_LIST.firstRow}:${letter}${NOTES_ROW - 1}"><formula1>&quot;${escapeText(choices.join(","))}&quot;</formula1></dataValidation>`;
  });
  return own.length === 0
    ? ""
    : `<dataValidations count="${own.length}">${own.join("")}</dataValidations>`;
};

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const FORMATS = "http://schemas.openxmlformats.org";
const MAIN = `${FORMATS}/spreadsheetml/2006/main`;
const RELATIONS = `${FORMATS}/officeDocument/2006/relationships`;
const TYPES = "application/vnd.openxmlformats-";
const SHEET_TYPE = `${TYPES}officedocument.spreadsheetml.`;

const relations = (targets: ReadonlyArray<readonly [string, string]>): string =>
  `<Relationships xmlns="${FORMATS}/package/2006/relationships">${targets
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

const sheetXml = (form: SampleForm, drawing: Drawing): string =>
  [
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    '<sheetViews><sheetView workbookViewId="0" showGridLines="0"/></sheetViews>',
    '<sheetFormatPr defaultRowHeight="15"/><cols>',
    ...form.columns.map(
      ({ width }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
    ),
    `</cols>${drawing.sheetData(HEIGHTS)}${validations(form)}`,
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>",
  ].join("");

const workbookXml = ({ sheet, notes }: SampleForm, last: string): string => {
  const quoted = escapeText(sheet.replaceAll("'", "''"));
  const define = (id: string, area: string): string =>
    `<definedName name="_xlnm.${id}" localSheetId="0">'${quoted}'!${area}</definedName>`;
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet sheetId="1" name="${escapeAttribute(sheet)}" r:id="rId1"/></sheets><definedNames>${define(
    "Print_Area",
    `$A$1:$${last}$${NOTES_ROW + notes.length}`,
  )}${define("Print_Titles", `$${HEADER_ROW}:$${HEADER_ROW}`)}</definedNames></workbook>`;
};

/** The XML of each part of the package. */
export const drawForm = (form: SampleForm): Record<string, string> => {
  const last = toColumnLetters(form.columns.length);
  const drawing = new Drawing();
  drawing.draw(`${last}1`, { size: 10, align: "right" }, "サンプル");
  const title = `${TITLE_ROOM}${form.title}`;
  drawing.draw(`A2:${last}2`, { size: 14, align: "center" }, title);
  drawHead(drawing, form);
  drawList(drawing, form);
  [SAMPLE_NOTE, ...form.notes].forEach((note, index) =>
    drawing.draw(`A${NOTES_ROW + index}`, { size: 9 }, note),
  );
  const parts = {
    "[Content_Types].xml": `<Types xmlns="${FORMATS}/package/2006/content-types"><Default Extension="rels" ContentType="${TYPES}package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}styles+xml"/></Types>`,
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbookXml(form, last),
    "xl/_rels/workbook.xml.rels": relations([
      ["worksheet", "worksheets/sheet1.xml"],
      ["styles", "styles.xml"],
    ]),
    "xl/worksheets/sheet1.xml": sheetXml(form, drawing),
    "xl/styles.xml": drawing.styles(),
  };
  return Object.fromEntries(
    Object.entries(parts).map(([name, xml]) => [name, HEADER + xml]),
  );
};
