import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { repeat } from "lit/directives/repeat.js";
import {
  parseAddress,
  recordsBefore,
  toColumnLetters,
  toColumnNumber,
} from "excel-form";
import type { ListBlock } from "excel-form";
import { lookOf, positionOf } from "./cell-look.ts";
import { lastRowOf, listOn, listsOn, rowInList } from "./edit-map.ts";
import type { MappingPage } from "./mapping-page.ts";
import { HEAD_HEIGHT, HEAD_WIDTH } from "./sheet-view.ts";
import { boxOf, drawnRows } from "./sheet-layout.ts";
import type { DrawnCell, Move, SheetLayout } from "./sheet-layout.ts";
import type { Mark } from "./view-model.ts";
import { labelsOf, placementName, placementText } from "./words.ts";

// The looks of a sheet's cells do not change while it is open.
const looks = new WeakMap<SheetLayout, Map<string, string>>();

const lookOnce = (layout: SheetLayout, drawn: DrawnCell): string => {
  const known = looks.get(layout) ?? new Map<string, string>();
  looks.set(layout, known);
  const look =
    known.get(drawn.address) ??
    positionOf(boxOf(layout, drawn.area)) + lookOf(layout.sheet, drawn);
  known.set(drawn.address, look);
  return look;
};

const printedOf = ({ cell }: DrawnCell): string => cell?.text ?? "";

/** The text of a cell: the value with real records, else its name, else the printed words. */
const textOf = (
  page: MappingPage,
  drawn: DrawnCell,
  mark: Mark | undefined,
): string => {
  const { state, preview } = page;
  if (preview.kind === "on" && preview.preview.kind === "filled") {
    return preview.preview.textAt({ sheet: state.sheet, cell: drawn.address });
  }
  const printed = printedOf(drawn);
  if (mark?.placement && mark.kind !== "repeat") {
    return placementText(page, mark.placement, printed);
  }
  if (mark?.kind !== "open") return printed;
  const guess = mark.guess === null ? "" : labelsOf(page, mark.guess);
  return printed === "" ? `? ${guess}` : printed;
};

const namesOf = (
  page: MappingPage,
  drawn: DrawnCell,
  mark: Mark | undefined,
): string => {
  const { t, state } = page;
  return [
    drawn.address,
    mark?.placement ? placementName(page, mark.placement) : "",
    mark?.kind === "unsure" || mark?.kind === "open" ? t("unsure") : "",
    mark?.entry ? t("entryOf", { number: mark.entry + 1 }) : "",
    mark?.placement ? "" : printedOf(drawn),
    drawn.cell?.isFormula ? t("formulaCell") : "",
    !mark && printedOf(drawn) === "" ? t("emptyCell") : "",
    state.isPicked && state.active === drawn.address ? t("waiting") : "",
  ]
    .filter((word) => word !== "")
    .join(" ");
};

const classOf = (
  { state, preview }: MappingPage,
  drawn: DrawnCell,
  mark: Mark | undefined,
): string =>
  [
    "suisen-map-cell",
    mark ? `suisen-map-cell-${mark.kind}` : "",
    mark && preview.kind !== "on" ? "suisen-map-cell-named" : "",
    state.active === drawn.address && state.isPicked
      ? "suisen-map-cell-picked"
      : "",
  ]
    .filter((name) => name !== "")
    .join(" ");

const spanOf = (first: number, last: number): number | typeof nothing =>
  last > first ? last - first + 1 : nothing;

const renderCell = (page: MappingPage, drawn: DrawnCell): TemplateResult => {
  const { state, layout, marks, t } = page;
  const { address, area } = drawn;
  const mark = marks.get(address);
  const isActive = state.active === address;
  return html`<div
    role="gridcell"
    class=${classOf(page, drawn, mark)}
    style=${lookOnce(layout, drawn)}
    data-cell=${address}
    tabindex=${isActive ? 0 : -1}
    aria-colindex=${area.left}
    aria-rowspan=${spanOf(area.top, area.bottom)}
    aria-colspan=${spanOf(area.left, area.right)}
    aria-selected=${isActive && state.isPicked}
    aria-label=${namesOf(page, drawn, mark)}
    title=${mark?.reason?.[t.language] ?? nothing}
  >
    <span>${textOf(page, drawn, mark)}</span>
  </div>`;
};

const activeCell = ({ layout, state }: MappingPage): DrawnCell => {
  const at = parseAddress(state.active);
  return layout.at(at?.row ?? 1, at?.column ?? 1);
};

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);

const LETTER_PIXELS = 8;

/** On graph paper every letter of its own would run into the next: every fifth has room. */
const letterOf = (column: number, width: number): string => {
  const letters = toColumnLetters(column);
  const hasRoom = width >= letters.length * LETTER_PIXELS;
  return hasRoom || column % 5 === 1 ? letters : "";
};

/** Letters and numbers at the edges; for eyes only, every cell says its own address. */
const renderHeads = ({ layout, window: seen, scale }: MappingPage) => {
  const { rows, columns } = layout;
  const size = (starts: readonly number[], index: number): number =>
    (starts[index] ?? 0) - (starts[index - 1] ?? 0);
  const letters = range(seen.left, seen.right).filter(
    (column) => size(columns.starts, column) > 0,
  );
  const numbers = range(seen.top, seen.bottom).filter(
    (row) => size(rows.starts, row) > 0,
  );
  return html`<div class="suisen-map-corner" aria-hidden="true"></div>
    <div class="suisen-map-letters" aria-hidden="true">
      ${letters.map(
        (column) =>
          html`<span
            style="left:${(columns.starts[column - 1] ?? 0) * scale}px;width:${
              size(columns.starts, column) * scale
            }px"
            >${letterOf(column, size(columns.starts, column) * scale)}</span
          >`,
      )}
    </div>
    <div class="suisen-map-numbers" aria-hidden="true">
      ${numbers.map(
        (row) =>
          html`<span
            style="top:${(rows.starts[row - 1] ?? 0) * scale}px;height:${
              size(rows.starts, row) * scale
            }px"
            >${row}</span
          >`,
      )}
    </div>`;
};

/** The columns of a list that has another one beside it; else the whole width. */
const sidesOf = (
  lists: readonly ListBlock[],
  list: ListBlock,
  width: number,
): { readonly left: number; readonly right: number } => {
  const columns = list.columns.map(({ column }) => toColumnNumber(column));
  return lists.length > 1 && columns.length > 0
    ? { left: Math.min(...columns), right: Math.max(...columns) }
    : { left: 1, right: width };
};

/** The other parts of a list that goes on. */
const renderOtherFrames = ({ state, layout }: MappingPage) => {
  const lists = listsOn(state.map, state.sheet);
  const own = listOn(state.map, state.sheet, state.active);
  return lists
    .filter((list) => list !== own)
    .map((list) => {
      const box = boxOf(layout, {
        top: list.firstRow,
        bottom: lastRowOf(list),
        ...sidesOf(lists, list, layout.columns.count),
      });
      return html`<div
        class="suisen-map-frame"
        style="left:${box.x}px;top:${box.y}px;width:${box.width}px;height:${
          box.height
        }px"
        aria-hidden="true"
      ></div>`;
    });
};

const renderListFrame = (page: MappingPage) => {
  const { state, layout, drag, t } = page;
  const list = listOn(state.map, state.sheet, state.active);
  if (!list) return nothing;
  const { firstRow, lastRow } = drag ?? {
    firstRow: list.firstRow,
    lastRow: lastRowOf(list),
  };
  const box = boxOf(layout, {
    top: firstRow,
    bottom: lastRow,
    ...sidesOf(listsOn(state.map, state.sheet), list, layout.columns.count),
  });
  const inside = rowInList({ ...list, firstRow }, lastRow);
  const count = drag
    ? Math.max(1, Math.floor((lastRow - firstRow + 1) / list.rowsPerEntry))
    : (inside?.entry ?? 0) + 1;
  return html`<div
    class="suisen-map-frame"
    style="left:${box.x}px;top:${box.y}px;width:${box.width}px;height:${box.height}px"
    aria-hidden="true"
  >
    <div
      class="suisen-map-handle suisen-map-handle-first"
      title=${t("dragHint")}
      @pointerdown=${(event: PointerEvent) => page.onDragStart("first", event)}
    ></div>
    <div
      class="suisen-map-handle suisen-map-handle-last"
      title=${t("dragHint")}
      @pointerdown=${(event: PointerEvent) => page.onDragStart("last", event)}
    >
      <span
        >${t("lastEntry", {
          count: recordsBefore(state.map.lists, list) + count,
          row: lastRow,
        })}</span
      >
    </div>
  </div>`;
};

const MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  PageUp: "pageUp",
  PageDown: "pageDown",
  Home: "rowStart",
  End: "rowEnd",
};
const FAR_MOVES: Readonly<Record<string, Move>> = {
  Home: "first",
  End: "last",
};

const handleKey = (page: MappingPage, event: KeyboardEvent): void => {
  const isFar = event.ctrlKey || event.metaKey;
  const move = (isFar ? FAR_MOVES[event.key] : undefined) ?? MOVES[event.key];
  const waits = page.state.isPicked || page.state.armed !== null;
  if (move !== undefined) page.onMove(move);
  else if (isFar && event.key === "z") page.onUndo();
  else if (event.key === "Enter" || event.key === " ") page.onEnter();
  else if (event.key === "Delete" || event.key === "Backspace") page.onFree();
  else if (event.key === "Escape" && waits) {
    // The dialog would take Escape for itself; the first one lets go of the choice.
    event.stopPropagation();
    page.onClearPick();
  } else return;
  event.preventDefault();
};

const handleClick = (page: MappingPage, event: MouseEvent): void => {
  const cell =
    event.target instanceof Element
      ? event.target.closest<HTMLElement>("[data-cell]")?.dataset.cell
      : undefined;
  if (cell !== undefined) page.onCell(cell);
};

/** The form as it is drawn, with what goes where. */
export const renderSheet = (page: MappingPage): TemplateResult => {
  const { layout, scale, state, t } = page;
  const rows = drawnRows(layout, page.window, activeCell(page));
  return html`<div
    class="suisen-map-scroll ${
      page.preview.kind === "on" ? "suisen-map-previewing" : ""
    }"
    @scroll=${page.onScroll}
  >
    <div
      class="suisen-map-plane"
      style="width:${layout.width * scale + HEAD_WIDTH}px;height:${
        layout.height * scale + HEAD_HEIGHT
      }px"
    >
      ${renderHeads(page)}
      <div
        class="suisen-map-paper"
        role="grid"
        aria-label=${t("grid", { sheet: state.sheet })}
        aria-rowcount=${layout.rows.count}
        aria-colcount=${layout.columns.count}
        style="width:${layout.width}px;height:${layout.height}px;scale:${scale};--suisen-map-scale:${scale}"
        @click=${(event: MouseEvent) => handleClick(page, event)}
        @keydown=${(event: KeyboardEvent) => handleKey(page, event)}
      >
        ${repeat(
          rows,
          ({ row }) => row,
          ({ row, cells }) =>
            html`<div role="row" aria-rowindex=${row}>
              ${repeat(
                cells,
                ({ address }) => address,
                (drawn) => renderCell(page, drawn),
              )}
            </div>`,
        )}
      </div>
      <div class="suisen-map-over" style="scale:${scale}">
        ${renderOtherFrames(page)} ${renderListFrame(page)}
      </div>
    </div>
  </div>`;
};
