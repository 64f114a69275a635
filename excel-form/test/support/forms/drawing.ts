import ExcelJS from "exceljs";
import type { Borders, Cell, Workbook, Worksheet } from "exceljs";

type Look = {
  /** Borders: all four, or only those named by their first letters (`B`, `TB`). */
  readonly lines?: boolean | string;
  readonly fill?: string;
  readonly align?: "left" | "center" | "right" | "distributed";
  readonly size?: number;
  readonly wrap?: boolean;
  readonly format?: string;
  readonly choices?: readonly string[];
  readonly choicesFrom?: string;
  readonly isUnlocked?: boolean;
};

const EDGES = { T: "top", L: "left", B: "bottom", R: "right" } as const;

const toBorders = (lines: Look["lines"]): Partial<Borders> => {
  const letters = lines === true ? "TLBR" : lines || "";
  return Object.fromEntries(
    Object.entries(EDGES)
      .filter(([letter]) => letters.includes(letter))
      .map(([, edge]) => [edge, { style: "thin" }]),
  );
};

const applyLook = (cell: Cell, look: Look): void => {
  const {
    lines,
    fill,
    align,
    size = 10,
    wrap = true,
    format,
    choices,
    choicesFrom,
  } = look;
  cell.border = toBorders(lines);
  cell.font = { name: "ＭＳ ゴシック", size };
  cell.alignment = {
    vertical: "middle",
    wrapText: wrap,
    ...(align && { horizontal: align }),
  };
  if (fill !== undefined) {
    cell.fill = {
      type: "pattern",
      pattern: "solid",
      fgColor: { argb: `FF${fill}` },
    };
  }
  if (format !== undefined) cell.numFmt = format;
  if (look.isUnlocked) cell.protection = { locked: false };
  const formula = choicesFrom ?? (choices && `"${choices.join(",")}"`);
  if (formula !== undefined) {
    cell.dataValidation = {
      type: "list",
      allowBlank: true,
      formulae: [formula],
    };
  }
};

/** Draws a form the way clerks do: areas with lines, merged or not. */
export class Drawing {
  readonly sheet: Worksheet;

  constructor(sheet: Worksheet) {
    this.sheet = sheet;
  }

  widths(...widths: readonly number[]): this {
    widths.forEach((width, i) => {
      this.sheet.getColumn(i + 1).width = width;
    });
    return this;
  }

  /** Graph paper: many narrow columns. */
  paper(columns: number, width: number): this {
    return this.widths(...Array.from({ length: columns }, () => width));
  }

  text(address: string, text: string | number, look: Look = {}): this {
    return this.area(address, { wrap: false, ...look }, text);
  }

  label(area: string, text: string, look: Look = {}): this {
    return this.area(
      area,
      { lines: true, fill: "F2F2F2", align: "center", ...look },
      text,
    );
  }

  field(area: string, look: Look = {}): this {
    return this.area(area, { lines: true, ...look });
  }

  formula(address: string, formula: string, look: Look = {}): this {
    this.area(address, { lines: true, ...look });
    this.sheet.getCell(address.split(":")[0] ?? address).value = {
      formula,
      result: 0,
    };
    return this;
  }

  /** A box around cells that are not merged. */
  frame(area: string, look: Look = {}): this {
    const [from = area, to = from] = area.split(":");
    const [first, last] = [this.sheet.getCell(from), this.sheet.getCell(to)];
    for (let row = Number(first.row); row <= Number(last.row); row += 1) {
      for (
        let column = Number(first.col);
        column <= Number(last.col);
        column += 1
      ) {
        const letters = [
          row === Number(first.row) ? "T" : "",
          row === Number(last.row) ? "B" : "",
          column === Number(first.col) ? "L" : "",
          column === Number(last.col) ? "R" : "",
        ];
        applyLook(this.sheet.getCell(row, column), {
          ...look,
          lines: letters.join(""),
        });
      }
    }
    return this;
  }

  area(area: string, look: Look, value?: string | number): this {
    const [from = area, to = from] = area.split(":");
    const [first, last] = [this.sheet.getCell(from), this.sheet.getCell(to)];
    for (let row = Number(first.row); row <= Number(last.row); row += 1) {
      for (
        let column = Number(first.col);
        column <= Number(last.col);
        column += 1
      ) {
        applyLook(this.sheet.getCell(row, column), look);
      }
    }
    if (from !== to) this.sheet.mergeCells(area);
    if (value !== undefined) this.sheet.getCell(from).value = value;
    return this;
  }
}

export const WAREKI = '[$-411]ggge"年"m"月"d"日"';
export const YELLOW = "FFFFCC";

export const newBook = (): Workbook => new ExcelJS.Workbook();

export const addSheet = (book: Workbook, name: string): Drawing =>
  new Drawing(book.addWorksheet(name));

export const toBytes = async (book: Workbook): Promise<Uint8Array> =>
  new Uint8Array(await book.xlsx.writeBuffer());

export const letter = (column: number): string =>
  column > 26
    ? letter(Math.floor((column - 1) / 26)) + letter(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
