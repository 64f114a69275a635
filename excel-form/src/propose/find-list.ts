import { hasRole, keyInfo } from "../map/vocabulary.ts";
import type { Role, Vocabulary } from "../map/vocabulary.ts";
import type { Steps } from "../ground/steps.ts";
import { isOfAnyForm } from "./any-form.ts";
import { bodySteps } from "./body.ts";
import type { Body } from "./body.ts";
import { findHeader } from "./header.ts";
import type { Header } from "./header.ts";
import { toLabel } from "./label.ts";
import { readColumns } from "./list-columns.ts";
import type { Column } from "./list-columns.ts";
import { isHeading } from "./owners.ts";
import { isForeign, scopeOf } from "./scopes.ts";
import type { Slot, SlotGrid } from "../near/slot-grid.ts";
import { conceptsOf } from "./concepts.ts";

/** Repeated rows with their header; `columns` is empty when they are no list of ours. */
export type Table = {
  readonly body: Body;
  readonly header: Header | null;
  readonly columns: readonly Column[];
};

/** Below this a column is left open. */
export const SURE_ENOUGH = 0.6;

const labelWordsOf = (vocabulary: Vocabulary, slot: Slot): string =>
  toLabel(vocabulary, slot.text).main;

const isOneLabel = (vocabulary: Vocabulary, slot: Slot): boolean =>
  slot.kind === "text" &&
  slot.top === slot.bottom &&
  conceptsOf(vocabulary, labelWordsOf(vocabulary, slot)).length > 0;

/**
 * Two header rows of single labels over rows that repeat one by one: 「ふりがな」
 * over 「事業所名」 says that two sheet rows make an entry.
 */
const asStacked = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  body: Body,
  header: Header,
): Body => {
  const height = header.bottom - header.top + 1;
  if (body.rowsPerEntry !== 1 || height < 2 || body.entries % height !== 0) {
    return body;
  }
  // A number in every row says that every row is an entry.
  if (grid.inRow(body.firstRow).some(({ kind }) => kind === "number")) {
    return body;
  }
  const pairs = grid.inRow(header.top).filter((upper) => {
    const lower = grid.at(header.top + 1, upper.left);
    const alike = lower.left === upper.left && lower.right === upper.right;
    return (
      alike &&
      upper !== lower &&
      [upper, lower].every((one) => isOneLabel(vocabulary, one))
    );
  });
  const stacks = pairs.filter((upper) => {
    // 「代表者」 over 「氏名」 is one label, not two.
    const lower = grid.at(header.top + 1, upper.left);
    return (
      conceptsOf(
        vocabulary,
        labelWordsOf(vocabulary, upper) + labelWordsOf(vocabulary, lower),
      ).length === 0
    );
  });
  return stacks.length >= 2
    ? { ...body, rowsPerEntry: height, entries: body.entries / height }
    : body;
};

const dropRepeated = (columns: readonly Column[]): readonly Column[] => {
  const best = new Map<string, Column>();
  for (const column of columns) {
    if (!column.placed) continue;
    const name = column.placed.key + (column.placed.part ?? "");
    const known = best.get(name);
    if (!known || known.confidence < column.confidence) best.set(name, column);
  }
  return columns.map((column) => {
    if (!column.placed || column.confidence < SURE_ENOUGH) {
      return { ...column, placed: null };
    }
    const name = column.placed.key + (column.placed.part ?? "");
    return best.get(name) === column ? column : { ...column, placed: null };
  });
};

/** The name and two more, of a firm. */
const MIN_OF_FIRM = 3;

/** A list of the subject names the firm, or at least its member organisation beside other values of the firm. */
const isSubjectList = (
  vocabulary: Vocabulary,
  columns: readonly Column[],
  isReport: boolean,
): boolean => {
  const keys = columns.flatMap(({ placed }) => placed?.key.split("+") ?? []);
  const has = (...roles: Role[]): boolean =>
    keys.some((key) => roles.some((role) => hasRole(vocabulary, key, role)));
  const others = new Set(
    keys.filter((key) => keyInfo(vocabulary, key).isOfFirm === true),
  );
  // On any other form a 名称 may be anything's: what a firm has must stand beside it.
  if (!isReport) return has("firm.name") && others.size >= MIN_OF_FIRM;
  return (
    (has("firm.name") && new Set(keys).size >= 2) ||
    (has("member.name", "member.code", "firm.number") && others.size >= 2)
  );
};

/** 「２ 過去３年間の受賞者」 is over the table. */
const isTitledForeign = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  top: number,
): boolean =>
  [top - 1, top - 2].some(
    (row) =>
      row >= 1 &&
      grid
        .inRow(row)
        .some(
          (slot) =>
            slot.kind === "text" &&
            slot.text.trim().length <= MAX_TITLE &&
            isHeading(vocabulary, slot) &&
            isForeign(scopeOf(vocabulary, slot.text)),
        ),
  );

const MAX_TITLE = 25;

/** On any other form a list of firms asks for no numbers and remarks of ours. */
const withoutReport = (vocabulary: Vocabulary, column: Column): Column =>
  column.placed && !isOfAnyForm(vocabulary, column.placed.key)
    ? { ...column, placed: null }
    : column;

const OTHERS_LIST =
  /(?:(?:取引|販売|得意|仕入|外注|納入|導入|紹介|出荷|借入)先|顧客|ベンダー|従業員|社員|役員|参加者|株主)[^、。]{0,6}(?:一覧|リスト|名簿|実績|明細|表)/;

/** The sheet's name or its title says that the list is of customers, employees … */
const isListOfOthers = (grid: SlotGrid): boolean =>
  [grid.sheet.name, grid.texts[0]?.text ?? ""].some((text) =>
    OTHERS_LIST.test(text.normalize("NFKC").replace(/\s/g, "")),
  );

const SHOPS = /店舗|支店|営業所|工場|施設|拠点/;

/** On any other form the shops and branches are those of the firm that applies. */
const namesShops = (
  vocabulary: Vocabulary,
  columns: readonly Column[],
): boolean =>
  columns.some(
    ({ placed, words }) =>
      placed !== null &&
      hasRole(vocabulary, placed.key, "firm.name") &&
      words.some((word) => SHOPS.test(word)),
  );

const toTable = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  found: Body,
  isReport: boolean,
): Table => {
  const header = findHeader(vocabulary, grid, found);
  const body = header ? asStacked(vocabulary, grid, found, header) : found;
  const columns = dropRepeated(readColumns(vocabulary, grid, header, body));
  const isOurs =
    isSubjectList(vocabulary, columns, isReport) &&
    (isReport || !(isListOfOthers(grid) || namesShops(vocabulary, columns))) &&
    !isTitledForeign(vocabulary, grid, header?.top ?? 1);
  const own = isReport
    ? columns
    : columns.map((one) => withoutReport(vocabulary, one));
  return { body, header, columns: isOurs ? own : [] };
};

export function* tableSteps(
  vocabulary: Vocabulary,
  grid: SlotGrid,
  isReport: boolean,
): Steps<readonly Table[]> {
  const tables: Table[] = [];
  for (const body of yield* bodySteps(vocabulary, grid)) {
    yield;
    tables.push(toTable(vocabulary, grid, body, isReport));
  }
  return tables;
}
