import type { Parts } from "./zip.ts";
import { zipParts } from "./zip.ts";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS =
  "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Styles of the simple form: 0 General, 1 bordered, 2 wareki date, 3 text, 4 yellow input. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="1"><font><sz val="11"/><name val="ＭＳ ゴシック"/><family val="3"/><charset val="128"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFFCC"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="2" borderId="1" xfId="0" applyFill="1"/></cellXfs></styleSheet>`;

type SimpleSheet = {
  readonly name: string;
  /** `<row>` elements. */
  readonly rows: string;
  /** XML after `sheetData`. */
  readonly after?: string;
  /** XML before `sheetData`. */
  readonly before?: string;
};

export type SimpleForm = {
  readonly sheets?: readonly SimpleSheet[];
  /** `<si>` elements; no part at all when null. */
  readonly strings?: readonly string[] | null;
  readonly workbookPr?: string;
  readonly definedNames?: string;
  readonly calcPr?: string;
  readonly mainType?: string;
  readonly more?: Parts;
};

/** The parts of a small form in which a test says only what it is about. */
export const simpleParts = ({
  sheets = [{ name: "様式", rows: "" }],
  strings = [],
  workbookPr = "",
  definedNames = "",
  calcPr = "",
  mainType = `${TYPE}.sheet.main+xml`,
  more = {},
}: SimpleForm = {}): Parts => {
  const sheetName = (index: number) => `xl/worksheets/sheet${index + 1}.xml`;
  const override = (part: string, type: string) =>
    `<Override PartName="/${part}" ContentType="${type}"/>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`;
  const parts: Parts = {
    "[Content_Types].xml": `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("xl/workbook.xml", mainType)}${sheets.map((_, index) => override(sheetName(index), `${TYPE}.worksheet+xml`)).join("")}${override("xl/styles.xml", `${TYPE}.styles+xml`)}${strings ? override("xl/sharedStrings.xml", `${TYPE}.sharedStrings+xml`) : ""}</Types>`,
    "_rels/.rels": `${DECLARATION}<Relationships xmlns="${RELATIONS}">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships">${workbookPr}<sheets>${sheets.map(({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets>${definedNames && `<definedNames>${definedNames}</definedNames>`}${calcPr}</workbook>`,
    "xl/_rels/workbook.xml.rels": `${DECLARATION}<Relationships xmlns="${RELATIONS}">${sheets.map((_, index) => relation(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`)).join("")}${relation("rIdS", "styles", "styles.xml")}${strings ? relation("rIdT", "sharedStrings", "sharedStrings.xml") : ""}</Relationships>`,
    "xl/styles.xml": DECLARATION + STYLES,
  };
  sheets.forEach(({ rows, before = "", after = "" }, index) => {
    parts[sheetName(index)] =
      `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
  });
  if (strings) {
    parts["xl/sharedStrings.xml"] =
      `${DECLARATION}<sst xmlns="${MAIN}" count="${strings.length}" uniqueCount="${strings.length}">${strings.join("")}</sst>`;
  }
  return { ...parts, ...more };
};

export const simpleForm = (form: SimpleForm = {}): Uint8Array =>
  zipParts(simpleParts(form));
