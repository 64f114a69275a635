import type { XmlElement } from "../xml/element.ts";
import { builtinFormat } from "./builtin-formats.ts";
import { readColor, readThemeColors } from "./colors.ts";
import type { CellStyle } from "./form-model.ts";
import { listOf, readFormatCodes } from "./styles.ts";
import { isOn } from "../xml/is-on.ts";

const DEFAULT_STYLE: CellStyle = {
  numberFormat: "General",
  font: { name: "Calibri", size: 11, bold: false, strike: false, color: null },
  fill: null,
  borders: { left: null, right: null, top: null, bottom: null },
  alignment: {
    horizontal: null,
    vertical: null,
    wrap: false,
    shrink: false,
    indent: 0,
    textRotation: 0,
  },
  locked: true,
};

const isFlagOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && isOn(element.get("val") ?? "1");

/** Appearance of cells, for a person to recognise the form. */
export class Looks {
  readonly #root: XmlElement | null;
  readonly #theme: readonly string[];
  readonly #xfs: readonly XmlElement[];
  readonly #codes: ReadonlyMap<number, string>;
  readonly #styles: CellStyle[] = [];

  constructor(root: XmlElement | null, theme: XmlElement | null) {
    this.#root = root;
    this.#theme = readThemeColors(theme);
    this.#xfs = listOf(root, "cellXfs", "xf");
    this.#codes = readFormatCodes(root);
  }

  style(index: number): CellStyle {
    return (this.#styles[index] ??= this.#read(index));
  }

  #read(index: number): CellStyle {
    const xf = this.#xfs[index];
    if (!xf) return DEFAULT_STYLE;
    const id = Number(xf.get("numFmtId") ?? 0);
    return {
      numberFormat: this.#codes.get(id) ?? builtinFormat(id),
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
      strike: isFlagOn(font?.child("strike")),
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
}

const readAlignment = (
  alignment: XmlElement | undefined,
): CellStyle["alignment"] => ({
  horizontal: alignment?.get("horizontal") ?? null,
  vertical: alignment?.get("vertical") ?? null,
  wrap: isOn(alignment?.get("wrapText")),
  shrink: isOn(alignment?.get("shrinkToFit")),
  indent: Number(alignment?.get("indent") ?? 0),
  textRotation: Number(alignment?.get("textRotation") ?? 0),
});
