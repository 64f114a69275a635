import type { FormWarning } from "../sheet/form-model.ts";
import type { FillSession } from "./session.ts";

/** From here on a page of equal rows becomes hard to read. */
const MANY_ROWS = 5;

const isOn = (value: string | null | undefined): boolean =>
  value === "1" || value === "true";

/** More rows on a sheet that is shrunk to one page: the print gets smaller. */
export const findPaperWarnings = ({
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
