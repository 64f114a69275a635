import { tokenize } from "../formula/tokenize.ts";
import type { Range } from "../formula/address.ts";
import { parseRange } from "../formula/address.ts";
import type { SheetEntry, Workbook } from "./workbook.ts";

const findName = (
  workbook: Workbook,
  sheet: SheetEntry,
  name: string,
): string =>
  workbook.definedNames.find(
    (element) =>
      element.get("name")?.toLowerCase() === name.toLowerCase() &&
      element.get("localSheetId") === String(sheet.index),
  )?.text ?? "";

const rangesOf = (formula: string): Range[] =>
  tokenize(formula)
    .filter((token) => token.kind === "reference")
    .map((token) => parseRange(token.text.slice(token.prefix.length)))
    .filter((range) => range !== null);

export const readPrintSettings = (workbook: Workbook, sheet: SheetEntry) => {
  const area = rangesOf(findName(workbook, sheet, "_xlnm.Print_Area"))[0];
  const titles = tokenize(findName(workbook, sheet, "_xlnm.Print_Titles"))
    .filter((token) => token.kind === "reference")
    .map((token) => ({
      isRows: token.first.column === "",
      range: parseRange(token.text.slice(token.prefix.length)),
    }));
  const rows = titles.find((title) => title.isRows)?.range;
  const columns = titles.find((title) => !title.isRows)?.range;
  return {
    printArea: area ?? null,
    printTitleRows: rows ? { top: rows.top, bottom: rows.bottom } : null,
    printTitleColumns: columns
      ? { left: columns.left, right: columns.right }
      : null,
  };
};
