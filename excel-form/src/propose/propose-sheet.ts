import { keysOf } from "../map/key-list.ts";
import { hasRole, keyInfo } from "../map/vocabulary.ts";
import type { ListBlock } from "../map/schema.ts";
import type { Range } from "../xlsx/formula/address.ts";
import { toColumnLetters, toColumnNumber } from "../xlsx/formula/address.ts";
import type { Steps } from "../ground/steps.ts";
import type { Message } from "../words/message.ts";
import type { Body } from "./body.ts";
import { chooseList } from "./choose-list.ts";
import type { SheetProposal } from "./choose-sheets.ts";
import {
  placementOf,
  settleClaims,
  toClaimedCells,
  toLeftCell,
  toLeftCells,
  withoutReport,
  withoutTickBoxes,
} from "./claims.ts";
import type { ClaimedColumn } from "./claims.ts";
import { findCircles } from "./circles.ts";
import { cellSteps } from "./find-cells.ts";
import type { Found } from "./found.ts";
import { tableSteps } from "./find-list.ts";
import type { Table } from "./find-list.ts";
import type { Part } from "./list-parts.ts";
import type { Column } from "./list-columns.ts";
import { findLoneBlanks } from "./lone-blanks.ts";
import { rules } from "./rules/index.ts";
import { looksLikeField } from "../near/slot-grid.ts";
import type { SlotGrid } from "../near/slot-grid.ts";
import { findOfficeZones } from "./zones.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

const toColumnClaims = (column: Column): readonly ClaimedColumn[] =>
  column.placed
    ? [
        {
          rule: rules.listColumn,
          entry: {
            column: toColumnLetters(column.slot.left),
            subrow: column.subrow,
            ...placementOf(
              column.placed,
              rules.listColumn,
              column.words.join(" "),
              column.confidence,
            ),
          },
        },
      ]
    : [];

/** Numbered values stand together; one alone is some other word. */
const withoutLoneAreas = <T extends { readonly entry: { key: string } }>(
  vocabulary: Vocabulary,
  claims: readonly T[],
): readonly T[] => {
  const { numbered } = vocabulary;
  if (!numbered) return claims;
  const { keys, least } = numbered;
  const isArea = ({ entry }: T): boolean => keys.includes(entry.key);
  return claims.filter(isArea).length >= least
    ? claims
    : claims.filter((claim) => !isArea(claim));
};

/** Values that say something only beside another one: years of service beside a name. */
const withoutUnnamed = <T extends { readonly entry: { key: string } }>(
  vocabulary: Vocabulary,
  claims: readonly T[],
): readonly T[] => {
  const placed = new Set(claims.flatMap(({ entry }) => entry.key.split("+")));
  return claims.filter(({ entry }) =>
    keysOf(vocabulary, entry).every((key) => {
      const { needs } = keyInfo(vocabulary, key);
      return needs === undefined || placed.has(needs);
    }),
  );
};

const toColumns = (
  vocabulary: Vocabulary,
  { columns }: Table,
): readonly ClaimedColumn[] =>
  withoutUnnamed(
    vocabulary,
    withoutLoneAreas(vocabulary, columns.flatMap(toColumnClaims)),
  );

const repeatedRows = ({ firstRow, rowsPerEntry, entries }: Body): Message => ({
  ja: `${firstRow}行目から${entries}件分（1件${rowsPerEntry}行）の同じ行が並んでいます`,
  en: `${entries} equal entries of ${rowsPerEntry} rows from row ${firstRow}`,
});

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

/** Something else is right of the last entry, or of the row below it. */
const hasNeighbour = (
  grid: SlotGrid,
  { firstRow, rowsPerEntry, entries, right }: Body,
): boolean => {
  const below = firstRow + rowsPerEntry * entries;
  return (
    right !== undefined &&
    [below - 1, below].some((row) =>
      grid
        .inRow(row)
        .some((slot) => slot.left > right && looksLikeField(grid, slot)),
    )
  );
};

/** The lists in which the first goes on; only the last may grow, and only where nothing is beside it. */
const toFurtherLists = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  table: Table,
  parts: readonly Part[],
): readonly ListBlock[] =>
  parts.map((part, i) => {
    const { firstRow, entries, shift } = part;
    const body = { ...table.body, firstRow, entries };
    const own = toListBlock(vocabulary, grid, { ...table, body });
    const isLast = i === parts.length - 1;
    return {
      ...own,
      goesOn: true,
      onSurplus: isLast && shift === 0 ? own.onSurplus : "refuse",
      columns: own.columns.map((one) => ({
        ...one,
        column: toColumnLetters(toColumnNumber(one.column) + shift),
      })),
    };
  });

const toListBlock = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  table: Table,
): ListBlock => {
  const { body } = table;
  const refuses =
    grid.texts.some(({ text }) => FORBIDS_ROWS.test(text)) ||
    hasNeighbour(grid, body);
  return {
    sheet: grid.sheet.name,
    firstRow: body.firstRow,
    rowsPerEntry: body.rowsPerEntry,
    rowsAvailable: body.entries,
    // A row inserted here would part the cells beside it.
    onSurplus: refuses || goesOnBeside(table) ? "refuse" : "insert",
    columns: toColumns(vocabulary, table).map(({ entry }) => entry),
    reason: repeatedRows(body),
    confidence: 0.9,
  };
};

const areaOf = ({ body, header }: Table, grid: SlotGrid): Range => ({
  top: header?.top ?? body.firstRow,
  left: 1,
  bottom: body.firstRow + body.entries * body.rowsPerEntry - 1,
  right: body.right ?? grid.right,
});

/** Two equal rows without a header may be the lines of one person each: no table. */
const isTable = ({ body, header, columns }: Table): boolean =>
  header !== null || body.entries > 2 || columns.length > 0;

const headerWords = (grid: SlotGrid, { header }: Table): string =>
  grid.texts
    .filter(({ top }) => header && top >= header.top && top <= header.bottom)
    .map(({ text }) => text)
    .join();

const namesMember = (vocabulary: Vocabulary, { placed }: Column): boolean =>
  placed !== null &&
  (hasRole(vocabulary, placed.key, "member.name") ||
    hasRole(vocabulary, placed.key, "member.code"));

const placesOf = (found: readonly Found[]): ReadonlySet<string> =>
  new Set(
    found.flatMap(({ placed }) => placed.map(({ slot }) => slot.address)),
  );

/** Proposals of one sheet; `isReport` where the form is of the product's subject. */
export function* sheetSteps(
  vocabulary: Vocabulary,
  grid: SlotGrid,
  isReport: boolean,
): Steps<SheetProposal> {
  const tables = (yield* tableSteps(vocabulary, grid, isReport)).filter(
    isTable,
  );
  const {
    list,
    parts,
    open: openTables,
  } = chooseList(vocabulary, grid, tables);
  const excluded = [
    ...tables.map((table) => areaOf(table, grid)),
    ...findOfficeZones(vocabulary, grid),
  ];
  const labelled = yield* cellSteps(vocabulary, grid, {
    hasList: list !== undefined,
    listsMembers:
      list?.columns.some((one) => namesMember(vocabulary, one)) ?? false,
    isReport,
    excluded,
  });
  const all = withoutTickBoxes(vocabulary, grid, [
    ...labelled,
    ...findCircles(vocabulary, grid, excluded, placesOf(labelled)),
    ...findLoneBlanks(vocabulary, grid, excluded, labelled),
  ]);
  const found = settleClaims(
    vocabulary,
    grid,
    isReport ? all : withoutReport(vocabulary, grid, all),
    isReport,
  );
  const isTaken = ({ slot }: Column): boolean =>
    parts.some(({ shift }) =>
      list?.columns.some(
        (one) => one.placed && one.slot.left + shift === slot.left && shift > 0,
      ),
    );
  const openColumns =
    list?.columns.filter((one) => !one.placed && !isTaken(one)) ?? [];
  const block = list ? toListBlock(vocabulary, grid, list) : null;
  const first: ListBlock | null =
    block && parts.length > 0 ? { ...block, onSurplus: "refuse" } : block;
  return {
    sheet: grid.sheet.name,
    header: list ? headerWords(grid, list) : "",
    filledRows: list?.header ? list.body.firstRow - list.header.bottom - 1 : 0,
    cells: withoutLoneAreas(
      vocabulary,
      found.flatMap((one) => toClaimedCells(grid, one)),
    ),
    list: first,
    more: list ? toFurtherLists(vocabulary, grid, list, parts) : [],
    columns: list ? toColumns(vocabulary, list) : [],
    open: [
      ...toLeftCells(grid, found),
      ...openColumns.map(({ slot, words }) =>
        toLeftCell(grid, slot.address, words.join(" "), rules.unsure),
      ),
      ...openTables,
    ],
  };
}
