import type { FormKind } from "../package/content-types.ts";
import { FormError } from "../../words/form-error.ts";
import { memo } from "../../ground/memo.ts";
import { parseWorkbookType } from "../package/content-types.ts";
import type { Steps } from "../../ground/steps.ts";
import { OfficePackage } from "../package/package.ts";
import type { XmlElement } from "../xml/element.ts";
import { isOn } from "../xml/is-on.ts";
import { SharedStrings } from "./shared-strings.ts";
import { Grid } from "./grid.ts";
import { Styles } from "./styles.ts";

export type SheetEntry = {
  readonly name: string;
  /** Among all tabs, chart sheets included: `localSheetId` counts so. */
  readonly index: number;
  readonly state: "visible" | "hidden" | "veryHidden";
  readonly part: string;
  /** Chart and dialog sheets have no cells. */
  readonly isWorksheet: boolean;
};

const XML_TYPE = /(\+xml|\/xml)$/;

/** Damage anywhere must be seen before the clerk relies on the file; custom data may be anything. */
function* allXmlSteps(pack: OfficePackage): Steps<void> {
  for (const name of pack.names) {
    const isMarkup =
      name.endsWith(".rels") || XML_TYPE.test(pack.contentType(name));
    if (isMarkup && !/^customXml\/item\d*\.xml$/i.test(name)) {
      yield* pack.xmlSteps(name);
    }
  }
}

/** Parts that Excel requires once a sheet refers to them. */
const NEEDED = new Set(["drawing", "vmlDrawing", "comments", "table"]);

/**
 * A part that Excel does without: it takes its own theme
 * (PHPOffice/PhpSpreadsheet tests/data/Reader/XLSX/issue.3770.xlsx).
 */
const SPARED = "theme";

/** Elements of a worksheet that name their part. */
const NAMING = ["drawing", "legacyDrawing", "legacyDrawingHF", "tableParts"];

const checkTargets = (pack: OfficePackage, source: string): void => {
  const relationships = pack.relationships(source);
  for (const { type, target } of relationships) {
    if (NEEDED.has(type) && target) pack.demand(target);
  }
  for (const child of pack.xml(source).elements) {
    if (!NAMING.includes(child.local)) continue;
    for (const element of child.withDescendants()) {
      const id = element.getNamespaced("id", "r");
      if (id && !relationships.some((relationship) => relationship.id === id)) {
        throw new FormError("report/part-missing", { part: source });
      }
    }
  }
};

const readSheets = (
  pack: OfficePackage,
  part: string,
  root: XmlElement,
): SheetEntry[] => {
  const targets = new Map(
    pack.relationships(part).map((relation) => [relation.id, relation]),
  );
  const sheets = root.child("sheets")?.childrenNamed("sheet") ?? [];
  return sheets.flatMap((sheet, index) => {
    const name = sheet.get("name") ?? "";
    const id = sheet.getNamespaced("id", "r") ?? "";
    // A macro module of Excel 5 is a sheet without a part.
    if (id === "") return [];
    const relation = targets.get(id);
    if (!relation?.part) {
      throw new FormError("report/part-missing", { part: name });
    }
    const state = sheet.get("state");
    return {
      name,
      index,
      state: state === "hidden" || state === "veryHidden" ? state : "visible",
      part: relation.part,
      isWorksheet: relation.type === "worksheet",
    };
  });
};

/** Rows that are checked between two looks at the clock. */
const ROWS_PER_STEP = 50;

/** The parts of a workbook, found by relationships, never by their usual names. */
export class Workbook {
  readonly pack: OfficePackage;
  readonly part: string;
  readonly root: XmlElement;
  readonly kind: FormKind;
  /** Content type under which the result is saved: templates become workbooks. */
  readonly savedType: string;
  readonly sheets: readonly SheetEntry[];
  readonly strings: SharedStrings;
  readonly styles: Styles;

  private constructor(
    pack: OfficePackage,
    part: string,
    { kind, becomes }: ReturnType<typeof parseWorkbookType>,
  ) {
    this.pack = pack;
    this.part = part;
    this.kind = kind;
    this.savedType = becomes;
    this.root = pack.xml(this.part);
    if (!this.root.is("workbook")) throw new FormError("report/file-unknown");
    this.sheets = readSheets(pack, this.part, this.root);
    if (!this.sheets.some((sheet) => sheet.isWorksheet)) {
      throw new FormError("report/no-sheets");
    }
    this.strings = new SharedStrings(this.related("sharedStrings"));
    this.styles = new Styles(this.related("styles"));
    for (const sheet of this.sheets) checkTargets(pack, sheet.part);
  }

  /** @throws FormError `report/file-…`, `report/zip-…`, `report/xml-…`, `report/part-missing` */
  static *open(bytes: Uint8Array): Steps<Workbook> {
    const pack = yield* OfficePackage.open(bytes);
    const part = findWorkbook(pack);
    const type = parseWorkbookType(pack.contentType(part));
    yield* allXmlSteps(pack);
    const workbook = new Workbook(pack, part, type);
    for (const sheet of workbook.worksheets) {
      const grid = workbook.grid(sheet);
      yield;
      yield* workbook.#checkSteps(grid);
    }
    return workbook;
  }

  /** A number that leads nowhere is damage, whether or not we need that cell. */
  *#checkSteps(grid: Grid): Steps<void> {
    for (const { number, cells } of grid.rows.values()) {
      if (number % ROWS_PER_STEP === 0) yield;
      for (const cell of cells.values()) {
        this.styles.check(cell.get("s") ?? "0");
        const shared = cell.get("t") === "s" && cell.child("v");
        if (shared) this.strings.check(shared.text);
      }
    }
  }

  /** Root of the part of that kind; null when the workbook has none. */
  related(type: string): XmlElement | null {
    const part = this.relatedPart(type);
    return part ? this.pack.xml(part) : null;
  }

  relatedPart(type: string): string | null {
    const found = this.pack
      .relationships(this.part)
      .find((relation) => relation.type === type)?.target;
    if (!found || (type === SPARED && !this.pack.has(found))) return null;
    return this.pack.demand(found);
  }

  /** Days count from 1904 in files that began on an old Macintosh. */
  get is1904(): boolean {
    return isOn(this.root.child("workbookPr")?.get("date1904"));
  }

  get worksheets(): SheetEntry[] {
    return this.sheets.filter((sheet) => sheet.isWorksheet);
  }

  /** Read once. */
  readonly grid = memo(
    (sheet: SheetEntry) => new Grid(this.pack.xml(sheet.part), sheet),
  );

  /** @throws FormError `report/sheet-missing` */
  gridOf(name: string): Grid {
    const sheet = this.worksheets.find((entry) => entry.name === name);
    if (!sheet) throw new FormError("report/sheet-missing", { sheet: name });
    return this.grid(sheet);
  }

  /** Sheet of a `localSheetId`; undefined for workbook-level names. */
  sheetAt(localSheetId: string | null): SheetEntry | undefined {
    return this.sheets.find(({ index }) => String(index) === localSheetId);
  }

  get definedNames(): XmlElement[] {
    return this.root.child("definedNames")?.childrenNamed("definedName") ?? [];
  }
}

const findWorkbook = (pack: OfficePackage): string => {
  if (!pack.has("[Content_Types].xml")) {
    throw new FormError(
      pack.has("mimetype") ? "report/file-is-ods" : "report/file-is-other-zip",
    );
  }
  const main = pack
    .relationships("")
    .find((relation) => relation.type === "officeDocument")?.target;
  if (!main) {
    throw new FormError("report/part-missing", { part: "xl/workbook.xml" });
  }
  return pack.demand(main);
};
