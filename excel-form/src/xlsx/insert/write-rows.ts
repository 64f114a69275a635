import type { Scalar } from "../sheet/scalar.ts";
import { escapeText } from "../xml/entities.ts";
import { writeRichText } from "../sheet/cell-text.ts";
import type { SharedStrings } from "../sheet/shared-strings.ts";
import { toContent } from "../sheet/stored-value.ts";

/** A formula of a new row: written once its result is known. */
export type NewFormula = {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** Letters of its column. */
  readonly start: string;
  readonly attributes: string;
  readonly array: string;
  /** Undefined until it is computed, or when that cannot be done. */
  value: Scalar | undefined;
};

/**
 * Writes new rows as text: nodes for 200,000 cells cost a second, and an
 * object for each cell is kept and looked at by every collection of garbage.
 */
export const createRowWriter = (prefix: string, strings: SharedStrings) => {
  const open = `<${prefix}c r="`;
  const close = `</${prefix}c>`;
  const openValue = `<${prefix}v>`;
  const closeValue = `</${prefix}v>${close}`;
  /** Pieces of the current row. Joining them makes less garbage than adding text to text. */
  let texts: string[] = [];
  let pieces: Array<string | NewFormula> = [];
  let number = "";

  const startCell = (letters: string, attributes: string): void => {
    texts.push(open, letters, number, '"', attributes);
  };

  const flush = (): void => {
    pieces.push(texts.join(""));
    texts = [];
  };

  return {
    start: (row: number, attributes: string): void => {
      number = String(row);
      texts.push(`<${prefix}row r="${number}"${attributes}>`);
    },
    /** A cell with content as written. */
    addContent: (
      letters: string,
      attributes: string,
      type: string | null,
      inner: string,
    ): void => {
      startCell(letters, attributes);
      if (inner === "") texts.push("/>");
      else if (type === null) texts.push(">", inner, close);
      else texts.push(' t="', type, '">', inner, close);
    },
    addValue: (letters: string, attributes: string, value: Scalar): void => {
      startCell(letters, attributes);
      if (value === null) {
        texts.push("/>");
        return;
      }
      const { type, text } = toContent(value, strings);
      if (type !== null) texts.push(' t="', type, '"');
      if (type === "inlineStr") {
        texts.push(">", writeRichText(text, "is", prefix), close);
      } else texts.push(">", openValue, text, closeValue);
    },
    addFormula: (formula: NewFormula): void => {
      flush();
      pieces.push(formula);
    },
    end: (): ReadonlyArray<string | NewFormula> => {
      texts.push(`</${prefix}row>`);
      flush();
      const row = pieces;
      pieces = [];
      return row;
    },
  };
};

/** A formula as it is in its part, with its result. */
export const writeFormula = (
  { row, start, attributes, array, formula, value = null }: NewFormula,
  prefix: string,
): string => {
  const { type, text } = toContent(value, null);
  const result =
    value === null ? "" : `<${prefix}v>${escapeText(text)}</${prefix}v>`;
  const typed = value === null || type === null ? "" : ` t="${type}"`;
  return (
    `<${prefix}c r="${start}${row}"${attributes}${typed}>` +
    `<${prefix}f${array}>${escapeText(formula)}</${prefix}f>${result}</${prefix}c>`
  );
};
