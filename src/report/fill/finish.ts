import { CONTENT_TYPES, setContentType } from "../package/content-types.ts";
import type { Range } from "../sheet/address.ts";
import { parseRange, toRangeText } from "../sheet/address.ts";
import { listFormulas } from "../sheet/cell-formulas.ts";
import type { Workbook } from "../sheet/workbook.ts";
import type { Change } from "./session.ts";

/** What may stand between the sheets and `calcPr` (ECMA-376 part 1, 18.2.27). */
const BEFORE_CALCULATION =
  /^(sheets|functionGroups|externalReferences|definedNames)$/;

const hasFormulas = (workbook: Workbook): boolean =>
  workbook.worksheets.some(
    (sheet) => listFormulas(workbook.grid(sheet)).length > 0,
  );

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
    .filter((child) => BEFORE_CALCULATION.test(child.local))
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

/** `dimension` must not be smaller than what is in the sheet. */
export const growDimensions = (
  workbook: Workbook,
  changes: readonly Change[],
): void => {
  const boxes = new Map<string, Range | null>();
  for (const { sheet, row, column } of changes) {
    let box = boxes.get(sheet);
    if (box === undefined) {
      const written = workbook
        .gridOf(sheet)
        .root.child("dimension")
        ?.get("ref");
      box = parseRange(written ?? "");
    }
    boxes.set(
      sheet,
      box && {
        top: Math.min(box.top, row),
        left: Math.min(box.left, column),
        bottom: Math.max(box.bottom, row),
        right: Math.max(box.right, column),
      },
    );
  }
  for (const [sheet, box] of boxes) {
    if (box)
      workbook
        .gridOf(sheet)
        .root.child("dimension")
        ?.set("ref", toRangeText(box));
  }
};
