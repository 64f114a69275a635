import { escapeText, parseRange, toAddress } from "excel-form";

/** The look of a cell; black on white, size 11, when empty. */
export type Look = {
  /** 10 is that of most cells, 14 is bold. */
  readonly size?: 9 | 10 | 14;
  readonly fill?: "label" | "input";
  readonly isBoxed?: boolean;
  readonly align?: "left" | "center" | "right";
  readonly wraps?: boolean;
  readonly format?: "wareki" | "text";
};

/** Places in the lists of `styles.xml`. */
const FONTS = { 9: 3, 10: 1, 14: 2 } as const;
const FILLS = { label: 2, input: 3 } as const;
const FORMATS = { wareki: 164, text: 49 } as const;

const FONT = "游ゴシック";
const WAREKI = "[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;";

const toXf = (look: Look): string => {
  const font = look.size === undefined ? 0 : FONTS[look.size];
  const fill = look.fill === undefined ? 0 : FILLS[look.fill];
  const format = look.format === undefined ? 0 : FORMATS[look.format];
  const border = look.isBoxed ? 1 : 0;
  const align = look.align
    ? `<alignment horizontal="${look.align}" vertical="center"${look.wraps ? ' wrapText="1"' : ""}/>`
    : "";
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${align}</xf>`;
};

const list = (name: string, items: readonly string[]): string =>
  `<${name} count="${items.length}">${items.join("")}</${name}>`;

const font = (size: number, name = FONT): string =>
  `<font>${size === 14 ? "<b/>" : ""}<sz val="${size}"/><name val="${name}"/></font>`;

const solid = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/></patternFill></fill>`;

const SIDES = ["left", "right", "top", "bottom"];
const border = (style: string): string =>
  `<border>${SIDES.map((side) => `<${side}${style}/>`).join("")}<diagonal/></border>`;

/** The cells of a sheet that is drawn from nothing, and their styles. */
export class Drawing {
  readonly #looks = [toXf({})];
  readonly #rows = new Map<number, Map<number, string>>();
  readonly #merges: string[] = [];

  #styleOf(look: Look): number {
    const xf = toXf(look);
    const known = this.#looks.indexOf(xf);
    return known < 0 ? this.#looks.push(xf) - 1 : known;
  }

  /** Draws the cells of an area such as `A4:B4` as one, with the value in its first cell. */
  draw(area: string, look: Look, value: string | number = ""): void {
    const range = parseRange(area);
    if (range === null) throw new RangeError(`No area: ${area}`);
    const { top, bottom, left, right } = range;
    const style = this.#styleOf(look);
    for (let row = top; row <= bottom; row += 1) {
      const cells = this.#rows.get(row) ?? new Map<number, string>();
      this.#rows.set(row, cells);
      for (let column = left; column <= right; column += 1) {
        const own = row === top && column === left ? value : "";
        cells.set(column, toCell(toAddress(row, column), style, own));
      }
    }
    if (area.includes(":")) this.#merges.push(`<mergeCell ref="${area}"/>`);
  }

  /** @param heights - in points, by row; others are as high as Excel makes them */
  sheetData(heights: ReadonlyMap<number, number>): string {
    const byPlace = <T>([a]: [number, T], [b]: [number, T]): number => a - b;
    const rows = [...this.#rows].sort(byPlace).map(([row, cells]) => {
      const height = heights.get(row);
      const own = height ? ` ht="${height}" customHeight="1"` : "";
      const drawn = [...cells].sort(byPlace).map(([, xml]) => xml);
      return `<row r="${row}"${own}>${drawn.join("")}</row>`;
    });
    return `<sheetData>${rows.join("")}</sheetData>${list("mergeCells", this.#merges)}`;
  }

  styles(): string {
    return [
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      list("numFmts", [`<numFmt numFmtId="164" formatCode="${WAREKI}"/>`]),
      list("fonts", [font(11, "Calibri"), font(10), font(14), font(9)]),
      list("fills", [
        '<fill><patternFill patternType="none"/></fill>',
        '<fill><patternFill patternType="gray125"/></fill>',
        solid("FFF2F2F2"),
        solid("FFFFFFCC"),
      ]),
      list("borders", [border(""), border(' style="thin"')]),
      list("cellStyleXfs", [
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
      ]),
      list("cellXfs", this.#looks),
      list("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
      "</styleSheet>",
    ].join("");
  }
}

const toCell = (
  address: string,
  style: number,
  value: string | number,
): string => {
  const place = `<c r="${address}" s="${style}"`;
  if (value === "") return `${place}/>`;
  return typeof value === "number"
    ? `${place}><v>${value}</v></c>`
    : `${place} t="inlineStr"><is><t>${escapeText(value)}</t></is></c>`;
};
