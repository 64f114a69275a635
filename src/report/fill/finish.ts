import { CONTENT_TYPES, setContentType } from "../package/content-types.ts";
import type { Range } from "../sheet/address.ts";
import { parseRange, toRangeText } from "../sheet/address.ts";
import type { ChangedArea } from "./session.ts";
import type { Workbook } from "../sheet/workbook.ts";

/** What stands before `calcPr` in a workbook part (ECMA-376 part 1, 18.2.27), and what others put there. */
const BEFORE_CALCULATION = new Set([
  "fileVersion",
  "fileSharing",
  "workbookPr",
  "AlternateContent",
  "revisionPtr",
  "workbookProtection",
  "bookViews",
  "sheets",
  "functionGroups",
  "externalReferences",
  "definedNames",
]);

const hasFormulas = (workbook: Workbook): boolean =>
  workbook.worksheets.some((sheet) => {
    for (const { cells } of workbook.grid(sheet).rows.values()) {
      for (const cell of cells.values()) if (cell.child("f")) return true;
    }
    return false;
  });

/** Has Excel calculate everything once it may; the list of its last order goes. */
export const demandCalculation = (workbook: Workbook): void => {
  const { pack, part, root } = workbook;
  const chain = workbook.relatedPart("calcChain");
  if (chain) pack.remove(chain, part);
  if (!chain && !hasFormulas(workbook)) return;
  const existing = root.child("calcPr");
  if (existing) {
    existing.set("fullCalcOnLoad", "1");
    return;
  }
  const last = root.elements
    .filter((child) => BEFORE_CALCULATION.has(child.local))
    .at(-1);
  const at = last ? root.children.indexOf(last) + 1 : 0;
  root.insertAt(at, root.create("calcPr", { fullCalcOnLoad: "1" }));
};

/** A template is saved as the workbook that it stands for. */
export const becomeWorkbook = ({ pack, part, savedType }: Workbook): void => {
  if (pack.contentType(part) !== savedType) {
    setContentType(pack.xml(CONTENT_TYPES), part, savedType);
  }
};

const union = (a: Range, b: Range): Range => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

/** `dimension` must not be smaller than what is in the sheet. */
export const growDimensions = (
  workbook: Workbook,
  areas: readonly ChangedArea[],
): void => {
  const boxes = new Map<string, Range>();
  for (const area of areas) {
    const box = boxes.get(area.sheet);
    boxes.set(area.sheet, box ? union(box, area) : area);
  }
  for (const [sheet, box] of boxes) {
    const dimension = workbook.gridOf(sheet).root.child("dimension");
    const range = parseRange(dimension?.get("ref") ?? "");
    if (range) dimension?.set("ref", toRangeText(union(range, box)));
  }
};
