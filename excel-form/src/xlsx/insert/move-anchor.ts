import type { RowInsertion } from "../formula/row-insertion.ts";
import { moveRow } from "../formula/row-insertion.ts";
import type { XmlElement } from "../xml/element.ts";
import { isOn } from "../xml/is-on.ts";

/** Rows of anchors count from 0. */
const moveZeroBased = (row: number, insertion: RowInsertion): number =>
  moveRow(row + 1, insertion) - 1;

const findRow = (anchor: XmlElement, corner: string): XmlElement | undefined =>
  anchor.elements
    .find((element) => element.local === corner)
    ?.child("row", "xdr");

/**
 * An anchor of a drawing or of a control: what lies below moves, what lies
 * across grows unless it has to keep its size or its place on the paper.
 */
export const moveAnchor = (
  anchor: XmlElement,
  insertion: RowInsertion,
): void => {
  const from = findRow(anchor, "from");
  const editAs = anchor.get("editAs");
  // A form control names both when it resizes with its cells.
  const isRigid =
    editAs === "oneCell" ||
    (isOn(anchor.get("moveWithCells")) && !isOn(anchor.get("sizeWithCells")));
  if (!from || editAs === "absolute") return;
  const oldFrom = Number(from.text);
  const newFrom = moveZeroBased(oldFrom, insertion);
  // A value that is not a number stays unchanged.
  if (Number.isNaN(newFrom)) return;
  from.text = String(newFrom);
  const to = findRow(anchor, "to");
  const oldTo = Number(to?.text);
  if (!to || Number.isNaN(oldTo)) return;
  to.text = String(
    isRigid ? oldTo + newFrom - oldFrom : moveZeroBased(oldTo, insertion),
  );
};
