import {
  CONTENT_TYPES,
  setContentType,
} from "../xlsx/package/content-types.ts";
import { parseRange, toRangeText } from "../xlsx/formula/address.ts";
import { listFormulas } from "../xlsx/sheet/cell-formulas.ts";
import type { FormWarning } from "../xlsx/sheet/form-model.ts";
import type { Workbook } from "../xlsx/sheet/workbook.ts";
import type { FillSession } from "./session.ts";
import { visitNewRows } from "./settle-rows.ts";

/**
 * Elements allowed between the sheets and `calcPr` (ECMA-376 part 1, 18.2.27).
 */
const BEFORE_CALCULATION =
  /^(sheets|functionGroups|externalReferences|definedNames)$/;

const hasFormulas = (workbook: Workbook): boolean =>
  workbook.worksheets.some(
    (sheet) => listFormulas(workbook.grid(sheet)).length > 0,
  );

/** Has Excel calculate everything once it may; the list of its last order goes. */
export const requestCalculation = (workbook: Workbook): void => {
  const { pack, part, root } = workbook;
  const hadChain = pack.remove(part, "calcChain");
  if (!hadChain && !hasFormulas(workbook)) return;
  const existing = root.child("calcPr");
  if (existing) {
    existing.set("fullCalcOnLoad", "1");
    return;
  }
  const last = root.elements
    .filter((child) => BEFORE_CALCULATION.test(child.local))
    .at(-1);
  const at = last ? root.children.indexOf(last) + 1 : 0;
  root.insertAt(at, root.create("calcPr", { fullCalcOnLoad: "1" }));
};

/**
 * Pivot tables keep a copy of what they sum up: Excel is to make it anew, and
 * until then they show the old sums.
 */
export const refreshPivots = (session: FillSession): FormWarning[] => {
  const { pack, part } = session.workbook;
  const touched = new Set(
    [...session.changes, ...session.insertions].map(({ sheet }) => sheet),
  );
  return pack.partsOf(part, /^pivotCacheDefinition$/).flatMap((cache) => {
    const root = pack.xml(cache);
    for (const source of root.withDescendants()) {
      if (!/^(worksheetSource|rangeSet)$/.test(source.local)) continue;
      // A table or a name of the book tells no sheet.
      const sheet = source.get("sheet");
      const isSeen = sheet === null ? touched.size > 0 : touched.has(sheet);
      if (!isSeen || source.getNamespaced("id", "r") !== null) continue;
      root.set("refreshOnLoad", "1");
      return {
        code: "report/warn-pivot",
        sheet: sheet ?? "",
        address: source.get("ref") ?? source.get("name") ?? "",
        params: {},
      };
    }
    return [];
  });
};

/** A template is saved as the workbook that it describes. */
export const convertTemplateToWorkbook = ({
  pack,
  part,
  savedType,
}: Workbook): void => {
  if (pack.contentType(part) !== savedType) {
    setContentType(pack.xml(CONTENT_TYPES), part, savedType);
  }
};

type Edge = "top" | "left" | "bottom" | "right";

/** `dimension` must not be smaller than what is in the sheet. */
export const growDimensions = (session: FillSession): void => {
  const boxes = new Map<string, { -readonly [edge in Edge]: number } | null>();
  const dimensionOf = (sheet: string) =>
    session.workbook.gridOf(sheet).root.child("dimension");
  const boxOf = (sheet: string) => {
    let box = boxes.get(sheet);
    if (box === undefined) {
      box = parseRange(dimensionOf(sheet)?.get("ref") ?? "");
      boxes.set(sheet, box);
    }
    return box;
  };
  const grow = (sheet: string, row: number, column: number): void => {
    const box = boxOf(sheet);
    if (!box) return;
    box.top = Math.min(box.top, row);
    box.left = Math.min(box.left, column);
    box.bottom = Math.max(box.bottom, row);
    box.right = Math.max(box.right, column);
  };
  for (const { sheet, row, column } of session.changes)
    grow(sheet, row, column);
  for (const inserted of session.inserted) {
    visitNewRows(inserted, (row, column) => grow(inserted.sheet, row, column));
  }
  for (const [sheet, box] of boxes) {
    if (box) dimensionOf(sheet)?.set("ref", toRangeText(box));
  }
};
