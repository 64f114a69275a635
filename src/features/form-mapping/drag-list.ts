import type { ListBlock } from "excel-form";
import { lastRowOf } from "./edit-map.ts";
import type { ListChange } from "./edit-map.ts";
import type { Drag } from "./mapping-page.ts";

export type Edge = "first" | "last";

/** The rows of the list while one of its edges is at a row: whole entries, at least one. */
export const dragTo = (list: ListBlock, edge: Edge, row: number): Drag => {
  const { firstRow, rowsPerEntry } = list;
  const lastRow = lastRowOf(list);
  const wholeEntries = (rows: number, most = Infinity): number =>
    Math.min(Math.max(1, Math.round(rows / rowsPerEntry)), most) * rowsPerEntry;
  return edge === "last"
    ? { firstRow, lastRow: firstRow + wholeEntries(row - firstRow + 1) - 1 }
    : {
        firstRow:
          lastRow -
          wholeEntries(lastRow - row + 1, Math.floor(lastRow / rowsPerEntry)) +
          1,
        lastRow,
      };
};

export const toListChange = (
  { rowsPerEntry }: ListBlock,
  { firstRow, lastRow }: Drag,
): ListChange => ({
  firstRow,
  rowsAvailable: Math.floor((lastRow - firstRow + 1) / rowsPerEntry),
});

type Following = {
  readonly list: ListBlock;
  readonly edge: Edge;
  readonly rowUnder: (clientY: number) => number;
  readonly onMove: (rows: Drag) => void;
  readonly onEnd: (change: ListChange) => void;
};

/** Follows the pointer from the moment it was pressed on a handle until it lets go. */
export const followDrag = (
  event: PointerEvent,
  { list, edge, rowUnder, onMove, onEnd }: Following,
): void => {
  const handle = event.currentTarget;
  if (!(handle instanceof HTMLElement)) return;
  event.preventDefault();
  handle.setPointerCapture(event.pointerId);
  let rows: Drag = { firstRow: list.firstRow, lastRow: lastRowOf(list) };
  const move = ({ clientY }: PointerEvent): void => {
    rows = dragTo(list, edge, rowUnder(clientY));
    onMove(rows);
  };
  const end = (): void => {
    handle.removeEventListener("pointermove", move);
    handle.removeEventListener("lostpointercapture", end);
    onEnd(toListChange(list, rows));
  };
  handle.addEventListener("pointermove", move);
  handle.addEventListener("lostpointercapture", end);
};
