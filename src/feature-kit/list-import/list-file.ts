import { readForm } from "excel-form";
import type { ListTable } from "../../domain/imports/list-table.ts";
import { parseDelimited } from "../../domain/imports/parse-delimited.ts";
import { toSheetTable } from "../../domain/imports/sheet-table.ts";

export type ListSheet = { readonly name: string; readonly table: ListTable };

type Options = Parameters<typeof toSheetTable>[1];

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte);

/** Excel in Japan saves 「CSV (コンマ区切り)」 in the system's code page. */
const ENCODINGS = ["utf-8", "shift_jis"] as const;

const decodeText = (bytes: Uint8Array): string | null => {
  if (startsWith(bytes, 0xff, 0xfe))
    return new TextDecoder("utf-16le").decode(bytes);
  for (const encoding of ENCODINGS) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding is tried; null says that none fits.
    }
  }
  return null;
};

/** Files of other kinds hold control characters or markup. */
// eslint-disable-next-line no-control-regex -- binary files are known by them
const NOT_A_LIST = /[\0-\x08\x0e-\x1f]|^\s*(?:<|%PDF)/u;

/**
 * Reads a list as a clerk has it: an Excel workbook, or CSV in UTF-8 or
 * Shift_JIS.
 *
 * @returns the visible sheets that hold something
 * @throws FormError `report/file-…` for any other file, with advice
 */
export const readListFile = (
  file: { name: string; bytes: Uint8Array },
  options: Options,
): ListSheet[] => {
  const text = startsWith(file.bytes, 0x50, 0x4b)
    ? null
    : decodeText(file.bytes);
  const isText = text !== null && text !== "" && !NOT_A_LIST.test(text);
  const sheets = isText
    ? [{ name: file.name, table: parseDelimited(text) }]
    : readForm(file.bytes)
        .sheets.filter(({ state }) => state === "visible")
        .map((sheet) => ({
          name: sheet.name,
          table: toSheetTable(sheet, options),
        }));
  return sheets.filter(({ table }) => table.rows.length > 0);
};
