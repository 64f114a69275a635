import { parseAddress } from "excel-form";
import type { FormSheet } from "excel-form";
import { boxOf, covers, layOutSheet, rowAt, windowOf } from "./sheet-layout.ts";
import type {
  Box,
  DrawnCell,
  SheetLayout,
  SheetWindow,
} from "./sheet-layout.ts";

/** Space for column names and row numbers. */
export const HEAD_HEIGHT = 20;
export const HEAD_WIDTH = 36;

/** The form is unreadable below this scale. */
const LEAST_SCALE = 0.6;
/** Room that the scroll bar and the last line need. */
const SPARE_PIXELS = 4;

/** Before anything is drawn, its size is not known. */
const FIRST_VIEW: Box = { x: 0, y: 0, width: 900, height: 500 };

/** The start of a stretch that fits into the room, moved as little as possible. */
const nearest = (
  start: number,
  size: number,
  from: number,
  room: number,
): number => {
  if (start < from) return start;
  return start + size > from + room
    ? Math.min(start, start + size - room)
    : from;
};

/** Which part of a sheet is drawn, how large, and where the eye is. */
export type SheetView = {
  readonly layout: SheetLayout;
  readonly window: SheetWindow;
  readonly scale: number;
  readonly isFitted: boolean;
  /** Another sheet, from its upper left corner. */
  show(sheet: FormSheet): void;
  fit(isFitted: boolean): void;
  /** Looks again what is in sight; true when more must be drawn. */
  look(): boolean;
  cellAt(address: string): DrawnCell;
  /** Scrolls so that the cell is in sight. */
  reveal(address: string): void;
  rowUnder(clientY: number): number;
};

/** @param root - what the screen is drawn into; the scrolling element is found in it once it is there */
export const createSheetView = (
  root: HTMLElement,
  first: FormSheet,
): SheetView => {
  let layout = layOutSheet(first);
  let window = windowOf(layout, FIRST_VIEW);
  let isFitted = true;

  const scroller = (): HTMLElement | null =>
    root.querySelector<HTMLElement>(".suisen-map-scroll");

  const scaleNow = (): number => {
    if (!isFitted) return 1;
    const room =
      (scroller()?.clientWidth || FIRST_VIEW.width) - HEAD_WIDTH - SPARE_PIXELS;
    const fitting = room / Math.max(1, layout.width);
    return Math.min(1, Math.max(LEAST_SCALE, fitting));
  };

  /** The part of the sheet that is in sight, in the sheet's own pixels. */
  const viewNow = (): Box => {
    const area = scroller();
    if (area === null || area.clientWidth === 0) return FIRST_VIEW;
    const scale = scaleNow();
    return {
      x: area.scrollLeft / scale,
      y: area.scrollTop / scale,
      width: (area.clientWidth - HEAD_WIDTH) / scale,
      height: (area.clientHeight - HEAD_HEIGHT) / scale,
    };
  };

  const cellAt = (address: string): DrawnCell => {
    const at = parseAddress(address);
    return layout.at(at?.row ?? 1, at?.column ?? 1);
  };

  return {
    get layout() {
      return layout;
    },
    get window() {
      return window;
    },
    get scale() {
      return scaleNow();
    },
    get isFitted() {
      return isFitted;
    },
    show: (sheet) => {
      if (sheet === layout.sheet) return;
      layout = layOutSheet(sheet);
      scroller()?.scrollTo(0, 0);
      window = windowOf(layout, viewNow());
    },
    fit: (chosen) => {
      isFitted = chosen;
      window = windowOf(layout, viewNow());
    },
    look: () => {
      const view = viewNow();
      if (covers(layout, window, view)) return false;
      window = windowOf(layout, view);
      return true;
    },
    cellAt,
    reveal: (address) => {
      const area = scroller();
      if (area === null) return;
      const box = boxOf(layout, cellAt(address).area);
      const view = viewNow();
      const scale = scaleNow();
      area.scrollTo(
        nearest(box.x, box.width, view.x, view.width) * scale,
        nearest(box.y, box.height, view.y, view.height) * scale,
      );
      window = windowOf(layout, viewNow());
    },
    rowUnder: (clientY) => {
      const area = scroller();
      if (area === null) return 1;
      const top = area.getBoundingClientRect().top + HEAD_HEIGHT;
      return rowAt(layout, (clientY - top + area.scrollTop) / scaleNow());
    },
  };
};
