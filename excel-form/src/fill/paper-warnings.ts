import type { FormWarning } from "../xlsx/sheet/form-model.ts";
import { toAddress } from "../xlsx/formula/address.ts";
import type { FillSession } from "./session.ts";
import { isOn } from "../xlsx/xml/is-on.ts";

/** From here on a page of equal rows becomes hard to read. */
const MANY_ROWS = 5;

/** Rows hidden on the blank, by a filter or by hand: what is filled into them is not printed. */
const findHidden = ({ workbook, changes }: FillSession): FormWarning[] => {
  const found = new Map<string, FormWarning>();
  for (const { sheet, row, column } of changes) {
    const record = workbook.gridOf(sheet).rows.get(row);
    if (found.has(sheet) || !isOn(record?.element.get("hidden"))) continue;
    const address = toAddress(row, column);
    const code = "report/warn-hidden-row";
    found.set(sheet, { code, sheet, address, params: {} });
  }
  return [...found.values()];
};

/** More rows on a sheet that is shrunk to one page: the print gets smaller. */
const findScaledSheets = ({
  workbook,
  insertions,
}: FillSession): FormWarning[] =>
  insertions.flatMap(({ sheet, count }) => {
    const { root } = workbook.gridOf(sheet);
    const fits = root.child("sheetPr")?.child("pageSetUpPr")?.get("fitToPage");
    const pages = root.child("pageSetup")?.get("fitToHeight") ?? "1";
    const isShrunk = isOn(fits) && pages === "1" && count >= MANY_ROWS;
    return isShrunk
      ? [
          {
            code: "report/warn-one-page",
            sheet,
            address: "",
            params: { rows: count },
          },
        ]
      : [];
  });

/** Warns of content that the printed page cuts off. */
export const findPaperWarnings = (session: FillSession): FormWarning[] => [
  ...findScaledSheets(session),
  ...findHidden(session),
];
