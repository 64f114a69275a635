import { AppError } from "../../errors/app-error.ts";
import type { XmlElement } from "../xml/element.ts";
import { readColor, readThemeColors } from "./colors.ts";
import type { CellStyle } from "./form-model.ts";
import { builtinFormat, isDateFormat } from "./number-formats.ts";

/** Own formats start here; below are Excel's. */
const FIRST_OWN_FORMAT = 164;

const DEFAULT_STYLE: CellStyle = {
  numberFormat: "General",
  font: { name: "Calibri", size: 11, bold: false, color: null },
  fill: null,
  borders: { left: null, right: null, top: null, bottom: null },
  alignment: {
    horizontal: null,
    vertical: null,
    wrap: false,
    shrink: false,
    textRotation: 0,
  },
  locked: true,
};

const PARTS_OF_FORMAT = [
  ["fontId", "fonts", "font"],
  ["fillId", "fills", "fill"],
  ["borderId", "borders", "border"],
] as const;

const isOn = (value: string | null | undefined): boolean =>
  value === "1" || value === "true" || value === "on";

const isFlagOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && isOn(element.get("val") ?? "1");

const listOf = (root: XmlElement | null, list: string, item: string) =>
  root?.child(list)?.childrenNamed(item) ?? [];

/** Cell formats. Existing ones stay as they are; new ones are appended. */
export class Styles {
  readonly #root: XmlElement | null;
  readonly #theme: readonly string[];
  readonly #xfs: XmlElement[];
  readonly #formats = new Map<number, string>();
  readonly #styles: CellStyle[] = [];
  readonly #clones = new Map<string, number>();

  constructor(root: XmlElement | null, theme: XmlElement | null) {
    this.#root = root;
    this.#theme = readThemeColors(theme);
    this.#xfs = listOf(root, "cellXfs", "xf");
    for (const format of listOf(root, "numFmts", "numFmt")) {
      this.#formats.set(
        Number(format.get("numFmtId")),
        format.get("formatCode") ?? "",
      );
    }
  }

  /** @throws AppError `report/index-out-of-range` for fonts, fills and borders that are not there */
  checkAll(): void {
    for (const [attribute, list, item] of PARTS_OF_FORMAT) {
      const count = listOf(this.#root, list, item).length;
      for (const xf of this.#xfs) {
        const index = Number(xf.get(attribute) ?? 0);
        if (index > 0 && !(index < count)) {
          throw new AppError("report/index-out-of-range", { index });
        }
      }
    }
  }

  /** @throws AppError `report/index-out-of-range` */
  check(index: number): void {
    if (index > 0 && !this.#xfs[index]) {
      throw new AppError("report/index-out-of-range", { index });
    }
  }

  style(index: number): CellStyle {
    return (this.#styles[index] ??= this.#read(index));
  }

  numberFormat(index: number): string {
    return this.style(index).numberFormat;
  }

  isDate(index: number): boolean {
    return isDateFormat(this.numberFormat(index));
  }

  #read(index: number): CellStyle {
    const xf = this.#xfs[index];
    if (!xf) return DEFAULT_STYLE;
    const id = Number(xf.get("numFmtId") ?? 0);
    return {
      numberFormat: this.#formats.get(id) ?? builtinFormat(id),
      font: this.#readFont(Number(xf.get("fontId") ?? 0)),
      fill: this.#readFill(Number(xf.get("fillId") ?? 0)),
      borders: this.#readBorders(Number(xf.get("borderId") ?? 0)),
      alignment: readAlignment(xf.child("alignment")),
      locked: isOn(xf.child("protection")?.get("locked") ?? "1"),
    };
  }

  #readFont(index: number): CellStyle["font"] {
    const font = listOf(this.#root, "fonts", "font")[index];
    return {
      name: font?.child("name")?.get("val") ?? DEFAULT_STYLE.font.name,
      size: Number(font?.child("sz")?.get("val") ?? DEFAULT_STYLE.font.size),
      bold: isFlagOn(font?.child("b")),
      color: readColor(font?.child("color"), this.#theme),
    };
  }

  #readFill(index: number): string | null {
    const pattern = listOf(this.#root, "fills", "fill")[index]?.child(
      "patternFill",
    );
    return pattern?.get("patternType") === "solid"
      ? readColor(pattern.child("fgColor"), this.#theme)
      : null;
  }

  #readBorders(index: number): CellStyle["borders"] {
    const border = listOf(this.#root, "borders", "border")[index];
    const edge = (...names: string[]): string | null => {
      for (const name of names) {
        const style = border?.child(name)?.get("style");
        if (style && style !== "none") return style;
      }
      return null;
    };
    // Strict files may say start and end.
    return {
      left: edge("left", "start"),
      right: edge("right", "end"),
      top: edge("top"),
      bottom: edge("bottom"),
    };
  }

  /**
   * The same look with another number format; appended once per pair. Without
   * a styles part the format cannot be had and the index comes back.
   */
  withFormat(index: number, code: string): number {
    const source = this.#xfs[index];
    const list = this.#root?.child("cellXfs");
    if (!source || !list) return index;
    const key = `${index} ${code}`;
    const known = this.#clones.get(key);
    if (known !== undefined) return known;

    const clone = list.create("xf");
    for (const [, name, value] of source.tag.matchAll(
      /\s([\w:]+)\s*=\s*["']([^"']*)["']/g,
    )) {
      clone.set(name ?? "", value ?? "");
    }
    clone.set("numFmtId", String(this.#formatId(code)));
    clone.set("applyNumberFormat", "1");
    clone.replaceChildren(source.children.map(String));
    list.append(clone);
    this.#xfs.push(clone);
    list.set("count", String(this.#xfs.length));
    this.#clones.set(key, this.#xfs.length - 1);
    return this.#xfs.length - 1;
  }

  #formatId(code: string): number {
    for (const [id, known] of this.#formats) if (known === code) return id;
    const root = this.#root;
    const id = Math.max(FIRST_OWN_FORMAT - 1, ...this.#formats.keys()) + 1;
    let list = root?.child("numFmts");
    if (root && !list) {
      // The schema wants the formats before everything else.
      list = root.create("numFmts");
      root.insertAt(0, list);
    }
    list?.append(
      list.create("numFmt", { numFmtId: String(id), formatCode: code }),
    );
    this.#formats.set(id, code);
    list?.set("count", String(this.#formats.size));
    return id;
  }
}

const readAlignment = (
  alignment: XmlElement | undefined,
): CellStyle["alignment"] => ({
  horizontal: alignment?.get("horizontal") ?? null,
  vertical: alignment?.get("vertical") ?? null,
  wrap: isOn(alignment?.get("wrapText")),
  shrink: isOn(alignment?.get("shrinkToFit")),
  textRotation: Number(alignment?.get("textRotation") ?? 0),
});
