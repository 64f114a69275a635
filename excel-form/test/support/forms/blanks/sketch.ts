import type { Workbook } from "exceljs";
import type { Drawing } from "../drawing.ts";
import { addSheet, newBook } from "../drawing.ts";
import type { Truth, TruthCell } from "../truth.ts";
import type { DrawnBlank } from "./drawn-blank.ts";

const LOOK: Readonly<Record<string, string | boolean>> = {
  L: true,
  X: true,
  F: true,
  Y: true,
  P: true,
  N: true,
  S: true,
  U: "B",
  V: "B",
  T: "",
  Q: "",
  E: "",
};

type Spec = {
  readonly sign: string;
  readonly text: string;
  readonly want: string;
  readonly format?: string;
  readonly choices?: readonly string[];
};

const toSpec = (words: string): Spec => {
  const [sign = "", ...rest] = words.split(" ");
  const choices = /\[([^\]]+)\]$/.exec(words)?.[1]?.split(",");
  const format = /<(.+)>$/.exec(words)?.[1];
  const plain = rest
    .join(" ")
    .replace(/\s*(?:\[[^\]]+\]|<.+>)$/, "")
    .replaceAll("\\n", "\n");
  const waits = "PQV".includes(sign);
  const [key = "", ...printed] = plain.split(" = ");
  const isText = "LXTNS".includes(sign);
  const text = isText ? plain : "";
  return {
    sign,
    text: waits ? printed.join(" = ") : text,
    want: waits || !isText ? key.trim() : "",
    ...(format !== undefined && { format }),
    ...(choices && { choices }),
  };
};

const splitWant = (want: string) => {
  const [values = "", part] = want.split("@");
  const [value = "", ...accept] = values.split("|");
  return { value, accept, part };
};

class Sketcher {
  readonly cells: TruthCell[] = [];
  readonly mustNotTouch: Array<Truth["mustNotTouch"][number]> = [];
  list: Truth["list"] = null;
  readonly more: Array<NonNullable<Truth["more"]>[number]> = [];
  readonly #book: Workbook;
  #drawing: Drawing | null = null;
  #sheet = "";
  #labelFill: string | undefined;
  #list: {
    first: number;
    height: number;
    count: number;
    columns: Map<number, Record<string, string | readonly string[]>>;
    notes: Record<string, string>;
  } | null = null;

  constructor(book: Workbook) {
    this.#book = book;
  }

  get drawing(): Drawing {
    if (!this.#drawing) throw new Error("a sketch begins with its sheet");
    return this.#drawing;
  }

  line(line: string): void {
    const [word = "", ...rest] = line.split(" ");
    const words = rest.join(" ");
    if (word === "sheet") {
      this.#sheet = words;
      this.#drawing = addSheet(this.#book, words);
    } else if (word === "widths") this.drawing.widths(...rest.map(Number));
    else if (word === "paper")
      this.drawing.paper(Number(rest[0]), Number(rest[1]));
    else if (word === "fill") this.#labelFill = words;
    else if (word === "hide") this.drawing.sheet.state = "hidden";
    else if (word === "list") {
      const [first = 0, height = 1, count = 1] = rest.map(Number);
      const [columns, notes] = [new Map(), {}];
      this.#list = { first, height, count, columns, notes };
    } else if (word === "end") this.#endList();
    else if (word === "never") {
      const [range = "", ...why] = rest;
      this.mustNotTouch.push({
        sheet: this.#sheet,
        range,
        why: why.join(" "),
      });
    } else
      for (const piece of line.split(" ; ")) {
        if (this.#list) this.#inList(piece.trim());
        else this.#cell(piece.trim());
      }
  }

  #endList(): void {
    const list = this.#list;
    this.#list = null;
    if (!list || list.columns.size === 0) return;
    const drawn: Truth["list"] = {
      sheet: this.#sheet,
      firstRow: list.first,
      rowsPerEntry: list.height,
      rowsAvailable: list.count,
      lastRow: list.first + list.height * list.count - 1,
      columns: list.columns.get(0) ?? {},
      subrows: [...list.columns]
        .filter(([offset]) => offset > 0)
        .map(([offset, columns]) => ({ offset, columns })),
      notes: list.notes,
    };
    if (this.list) this.more.push(drawn);
    else this.list = drawn;
  }

  #inList(piece: string): void {
    const list = this.#list;
    const match = /^(?:\+(\d+)(?:-(\d+))? )?([A-Z]+)(?::([A-Z]+))? (.*)$/.exec(
      piece,
    );
    if (!list || !match) throw new Error(`not a column: ${piece}`);
    const [, from = "0", to = from, left = "", right = left, words = ""] =
      match;
    const spec = toSpec(words);
    for (let i = 0; i < list.count; i += 1) {
      const top = list.first + i * list.height + Number(from);
      const bottom = top + Number(to) - Number(from);
      const area =
        top === bottom && left === right
          ? `${left}${top}`
          : `${left}${top}:${right}${bottom}`;
      const number = spec.text === "" ? i + 1 : `${spec.text}${i + 1}`;
      this.#draw(area, spec, spec.sign === "N" ? number : undefined);
    }
    if (spec.want === "" || spec.want === "-") return;
    const { value, accept, part } = splitWant(spec.want);
    const columns = list.columns.get(Number(from)) ?? {};
    columns[left] = accept.length > 0 ? [value, ...accept] : value;
    list.columns.set(Number(from), columns);
    if (part !== undefined) list.notes[left] = `part: ${part}`;
  }

  #cell(piece: string): void {
    const [area = "", ...rest] = piece.split(" ");
    const spec = toSpec(rest.join(" "));
    this.#draw(area, spec);
    if (spec.want === "" || spec.want === "-") return;
    const { value, accept, part } = splitWant(spec.want);
    this.cells.push({
      sheet: this.#sheet,
      cell: area.split(":")[0] ?? area,
      value,
      ...(accept.length > 0 && { accept }),
      ...(part !== undefined && { note: `part: ${part}` }),
    });
  }

  #draw(area: string, spec: Spec, number?: string | number): void {
    const { sign, text, format, choices } = spec;
    const lines = LOOK[sign];
    if (lines === undefined) throw new Error(`no sign: ${sign} in ${area}`);
    const look = {
      lines,
      ...(sign === "L" && this.#labelFill ? { fill: this.#labelFill } : {}),
      ...(sign === "Y" && { fill: "FFFFCC" }),
      ...(format !== undefined && { format }),
      ...(choices && { choices }),
    };
    if (sign === "S") this.drawing.formula(area, text || "SUM(A1:A1)", look);
    else {
      const value = number ?? (text === "" ? undefined : text);
      this.drawing.area(area, { wrap: sign === "L", ...look }, value);
    }
  }
}

/**
 * Blanks in a few lines each, its right answers beside the cells they belong to:
 *
 * ```
 * form nomination of one firm
 * sheet 推薦書
 * widths 5 14 22
 * A1:C1 T 推薦書                      plain paper
 * A3 L 推薦団体名 ; B3:C3 F federation.name    label, box with its value
 * A4 L 報告日 ; B4 P report.date = 令和 年 月 日
 * list 8 1 20                        first row, rows per entry, entries
 * A N ; B F society.name ; C F business.registeredName
 * end
 * never A30:C33 office
 * ```
 *
 * Signs: `T` text without lines, `L` label, `X` text with lines, `F` box, `Y` tinted
 * box, `U` underlined, `E` bare paper, `P` printed words that wait (`Q`: without lines, `V`: underlined),
 * `N` running number, `S` total by formula. A value may have alternatives (`a|b`) and a part
 * (`report.date@year`); `none` asks for something we do not hold, `-` for nothing.
 * `[a,b]` is a drop-down, `<#,##0>` a number format. In a list `+1 B` is the second
 * row of the entry, `+0-1 A` both merged.
 */
export const readSketches = (text: string): readonly DrawnBlank[] =>
  text
    .split(/^form /m)
    .slice(1)
    .map((sketch) => {
      const [name = "", ...lines] = sketch.split("\n");
      return toBlank(name, lines);
    });

/** The blank that a sketch describes. */
const toBlank = (name: string, lines: readonly string[]): DrawnBlank => {
  const run = (book: Workbook): Sketcher => {
    const sketcher = new Sketcher(book);
    for (const line of lines) {
      if (line.trim() !== "") sketcher.line(line.trim());
    }
    return sketcher;
  };
  const { cells, list, more, mustNotTouch } = run(newBook());
  return {
    draw: (book) => void run(book),
    truth: { form: name, style: name, cells, list, more, mustNotTouch },
  };
};
