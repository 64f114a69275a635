import type { CellValue } from "./cell-value.ts";
import { FormError } from "../../words/form-error.ts";
import { toAddress } from "../formula/address.ts";
import { MAX_CELL_TEXT } from "./cell-text.ts";
import { isDateFormat, isGeneralFormat } from "./number-formats.ts";
import { toSerial } from "./serial-date.ts";
import type { StoredValue } from "./stored-value.ts";
import type { Styles } from "./styles.ts";

export type CellPlace = {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
};

/** As errors tell it. */
export const toErrorParams = ({ sheet, row, column }: CellPlace) => ({
  sheet,
  address: toAddress(row, column),
});

/** Content and style of a cell to write. */
export type EncodedValue = {
  readonly value: StoredValue;
  readonly style: number;
};

const DEFAULT_DATE_FORMAT = "yyyy/m/d";

/**
 * Turns a planned value into what the file stores. The form's own number
 * format stays unless it would show a date as a bare number.
 *
 * @throws FormError `report/text-too-long`, `report/date-not-in-calendar`
 */
export const encodeValue = (
  planned: CellValue,
  style: number,
  place: CellPlace,
  book: { readonly styles: Styles; readonly is1904: boolean },
): EncodedValue => {
  const own = book.styles.formatCode(style);
  const isPlain = isGeneralFormat(own) || own === "@";
  switch (planned.kind) {
    case "blank":
      return { value: null, style };
    case "text":
      if (planned.text.length > MAX_CELL_TEXT) {
        throw new FormError("report/text-too-long", {
          ...toErrorParams(place),
          length: planned.text.length,
          limit: MAX_CELL_TEXT,
        });
      }
      return { value: planned.text === "" ? null : planned.text, style };
    case "boolean":
      return { value: planned.boolean, style };
    case "number": {
      if (!Number.isFinite(planned.number)) {
        throw new Error(`${planned.number} is no number for a cell`);
      }
      const { number, format } = planned;
      return {
        value: number,
        style:
          format && isPlain ? book.styles.withFormat(style, format) : style,
      };
    }
    default: {
      const serial = toSerial(planned.iso, book.is1904);
      if (serial === null) {
        throw new FormError("report/date-not-in-calendar", {
          ...toErrorParams(place),
          date: planned.iso,
        });
      }
      if (isDateFormat(own)) return { value: serial, style };
      const format = planned.format ?? DEFAULT_DATE_FORMAT;
      const dated = book.styles.withFormat(style, format);
      // A workbook without formats would show the day as a bare number.
      return dated === style
        ? { value: planned.iso.replaceAll("-", "/"), style }
        : { value: serial, style: dated };
    }
  }
};
