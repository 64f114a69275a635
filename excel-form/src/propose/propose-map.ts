import { finish } from "../work/steps.ts";
import type { Progress, Steps } from "../work/steps.ts";
import type { Message } from "../words/message.ts";
import type { ValueKey } from "../map/keys.ts";
import { toKeys } from "../map/key-list.ts";
import { MAP_VERSION } from "../map/schema.ts";
import type {
  CellEntry,
  ColumnEntry,
  ListBlock,
  OpenCell,
  ReportMap,
} from "../map/schema.ts";
import type { Range } from "../xlsx/formula/address.ts";
import { toColumnLetters } from "../xlsx/formula/address.ts";
import type { Form } from "../xlsx/sheet/form-model.ts";
import { describeMap } from "../near/near.ts";
import { chooseList } from "./choose-list.ts";
import { chooseSheets } from "./choose-sheets.ts";
import type { SheetProposal } from "./choose-sheets.ts";
import { cellSteps } from "./find-cells.ts";
import type { Found } from "./find-cells.ts";
import { tableSteps, SURE_ENOUGH } from "./find-list.ts";
import type { Table } from "./find-list.ts";
import type { Column } from "./list-columns.ts";
import { toLabel } from "./label.ts";
import { findLoneBlanks } from "./lone-blanks.ts";
import type { Placed } from "./place.ts";
import { reasons } from "./reasons.ts";
import { hasOwnTitle, isAside, isReportForm } from "./relevance.ts";
import { gridSteps, isBlank } from "../near/slot-grid.ts";
import type { SlotGrid } from "../near/slot-grid.ts";
import { conceptsOf } from "./vocabulary.ts";
import { findOfficeZones } from "./zones.ts";

const round = (confidence: number): number =>
  Math.round(confidence * 100) / 100;

const placementOf = (
  { slot: _, ...placement }: Placed,
  reason: Message,
  confidence: number,
) => ({ ...placement, reason, confidence: round(confidence) });

const toCellEntries = (grid: SlotGrid, found: Found): readonly CellEntry[] =>
  found.placed.map((placed) => ({
    sheet: grid.sheet.name,
    cell: placed.slot.address,
    ...placementOf(placed, reasons[found.side](found), found.confidence),
  }));

const toColumnEntry = (column: Column): readonly ColumnEntry[] =>
  column.placed
    ? [
        {
          column: toColumnLetters(column.slot.left),
          subrow: column.subrow,
          ...placementOf(
            column.placed,
            reasons.header(column),
            column.confidence,
          ),
        },
      ]
    : [];

const FORBIDS_ROWS =
  /行.{0,8}(?:追加|挿入|増や).{0,10}(?:しない|せず|禁止|不可|でき|お控え)/;

/** 「企業名」 left and right: the list goes on beside itself. */
const goesOnBeside = ({ columns }: Table): boolean =>
  columns.some(
    (one) =>
      one.placed === null &&
      columns.some(
        (other) =>
          other.placed !== null &&
          other.subrow === one.subrow &&
          other.words.join() === one.words.join(),
      ),
  );

const toListBlock = (grid: SlotGrid, table: Table): ListBlock => {
  const { body, columns } = table;
  const refuses = grid.texts.some(({ text }) => FORBIDS_ROWS.test(text));
  return {
    sheet: grid.sheet.name,
    firstRow: body.firstRow,
    rowsPerEntry: body.rowsPerEntry,
    rowsAvailable: body.entries,
    // A row inserted here would part what stands beside it.
    onSurplus: refuses || goesOnBeside(table) ? "refuse" : "insert",
    columns: [...withoutLoneAreas(columns.flatMap(toColumnEntry))],
    reason: reasons.list(body),
    confidence: 0.9,
  };
};

const areaOf = ({ body, header }: Table, grid: SlotGrid): Range => ({
  top: header?.top ?? body.firstRow,
  left: 1,
  bottom: body.firstRow + body.entries * body.rowsPerEntry - 1,
  right: grid.right,
});

/** Two equal rows without a header may be the lines of one person each: no table. */
const isTable = ({ body, header, columns }: Table): boolean =>
  header !== null || body.entries > 2 || columns.length > 0;

/** What the label itself names may be asked for twice; a mere 名称 may not. */
const mayRepeat = (key: string, { words }: Found): boolean =>
  key === "report.date" ||
  (key === "federation.name" &&
    !conceptsOf(toLabel(words).main).includes("?name"));

/** One value in one place: of several claims the surest stands, the others stay open. */
const settleClaims = (found: readonly Found[]): readonly Found[] => {
  const bySureness = [...found].sort((a, b) => b.confidence - a.confidence);
  const keys = new Set<string>();
  const cells = new Set<string>();
  const kept = new Set<Found>();
  for (const one of bySureness) {
    const names = one.placed.map(({ key, part }) => key + (part ?? ""));
    const places = one.placed.map(({ slot }) => slot.address);
    const isTaken =
      places.some((place) => cells.has(place)) ||
      names.some((name) => keys.has(name) && !mayRepeat(name, one));
    if (one.confidence < SURE_ENOUGH || isTaken) continue;
    kept.add(one);
    for (const name of names) keys.add(name);
    for (const cell of places) cells.add(cell);
  }
  return found.map((one) => (kept.has(one) ? one : { ...one, placed: [] }));
};

/** The five areas of the checklist stand together; one alone is some other word. */
const MIN_AREAS = 3;

const withoutLoneAreas = <T extends { readonly key: string }>(
  entries: readonly T[],
): readonly T[] => {
  const isArea = ({ key }: T): boolean => key.startsWith("score.area");
  return entries.filter(isArea).length >= MIN_AREAS
    ? entries
    : entries.filter((entry) => !isArea(entry));
};

const toOpen = (
  grid: SlotGrid,
  address: string,
  label: string,
  reason = reasons.open(label),
): OpenCell => ({ sheet: grid.sheet.name, cell: address, label, reason });

const headerWords = (grid: SlotGrid, { header }: Table): string =>
  grid.texts
    .filter(({ top }) => header && top >= header.top && top <= header.bottom)
    .map(({ text }) => text)
    .join();

const namesSociety = ({ placed }: Column): boolean =>
  placed?.key.startsWith("society.") ?? false;

function* sheetSteps(grid: SlotGrid): Steps<SheetProposal> {
  const tables = (yield* tableSteps(grid)).filter(isTable);
  const { list, open: openTables } = chooseList(grid, tables);
  const excluded = [
    ...tables.map((table) => areaOf(table, grid)),
    ...findOfficeZones(grid),
  ];
  const labelled = yield* cellSteps(grid, {
    hasList: list !== undefined,
    listsSocieties: list?.columns.some(namesSociety) ?? false,
    excluded,
  });
  const found = settleClaims([
    ...labelled,
    ...findLoneBlanks(grid, excluded, labelled),
  ]);
  const openColumns = list?.columns.filter(({ placed }) => !placed) ?? [];
  // 「法人・個人」 that takes a mark asks for nothing itself.
  const taken = new Set(
    found.flatMap(({ placed }) => placed.map(({ slot }) => slot.address)),
  );
  const openCells = found.filter(
    ({ placed, slot, label }) =>
      placed.length === 0 && isBlank(slot) && !taken.has(label.address),
  );
  return {
    sheet: grid.sheet.name,
    header: list ? headerWords(grid, list) : "",
    filledRows: list?.header ? list.body.firstRow - list.header.bottom - 1 : 0,
    cells: withoutLoneAreas(found.flatMap((one) => toCellEntries(grid, one))),
    list: list ? toListBlock(grid, list) : null,
    open: [
      ...openCells.map(({ slot, words, hasManyBoxes }) =>
        toOpen(
          grid,
          slot.address,
          words,
          hasManyBoxes ? reasons.manyBoxes(words) : undefined,
        ),
      ),
      ...openColumns.map(({ slot, words }) =>
        toOpen(grid, slot.address, words.join(" ")),
      ),
      ...openTables,
    ],
  };
}

/** Every place once, and none that has its value. */
const stillOpen = (
  open: readonly OpenCell[],
  cells: readonly CellEntry[],
): OpenCell[] => {
  const placeOf = ({ sheet, cell }: OpenCell | CellEntry) => `${sheet}!${cell}`;
  const done = new Set(cells.map(placeOf));
  return open.filter((one) => {
    const isNew = !done.has(placeOf(one));
    done.add(placeOf(one));
    return isNew;
  });
};

const isWanted = (
  targets: readonly ValueKey[] | undefined,
  key: string,
): boolean =>
  targets === undefined ||
  (toKeys(key) ?? []).every((k) => targets.includes(k));

/** Says after each step which of the sheets is being read. */
function* withProgress<Result>(
  steps: Steps<Result>,
  progress: Progress,
): Steps<Result, Progress> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield progress;
  }
}

/** Reading the cells of a sheet comes before reading its labels. */
const ROUNDS = 2;

function* eachInTurn<Item, Result>(
  items: readonly Item[],
  toSteps: (item: Item) => Steps<Result>,
  round: number,
): Steps<readonly Result[], Progress> {
  const total = ROUNDS * items.length;
  const results: Result[] = [];
  for (const item of items) {
    const done = round * items.length + results.length;
    results.push(yield* withProgress(toSteps(item), { done, total }));
  }
  return results;
}

/**
 * Reads the labels of a form and says where which value goes. What is unsure is
 * in `open`, never guessed; a form that is none of ours gets an empty map.
 *
 * @param targets - the values there are; all of the vocabulary when left out
 */
export const proposeMap = (
  form: Form,
  targets?: readonly ValueKey[],
): ReportMap => finish(proposeSteps(form, targets));

/** The same in steps, for a page that must not stand still meanwhile. */
export function* proposeSteps(
  form: Form,
  targets?: readonly ValueKey[],
): Steps<ReportMap, Progress> {
  const visible = form.sheets.filter(({ state }) => state === "visible");
  const grids = yield* eachInTurn(visible, gridSteps, 0);
  const own = grids.filter((grid) => !isAside(grid));
  const found = isReportForm(own) ? yield* eachInTurn(own, sheetSteps, 1) : [];
  const sheets = chooseSheets(found, hasOwnTitle(own));
  return describeMap(form, {
    version: MAP_VERSION,
    revision: 1,
    form: { fingerprint: form.fingerprint },
    cells: sheets
      .flatMap(({ cells }) => cells)
      .filter(({ key }) => isWanted(targets, key)),
    lists: sheets.flatMap(({ list }) =>
      list
        ? [
            {
              ...list,
              columns: list.columns.filter(({ key }) => isWanted(targets, key)),
            },
          ]
        : [],
    ),
    open: stillOpen(
      sheets.flatMap(({ open }) => open),
      sheets.flatMap(({ cells }) => cells),
    ),
  });
}
