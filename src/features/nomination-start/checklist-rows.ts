import { createChecklistFields } from "../../apps/nominations/checklist-fields.ts";
import type { AnsweredItem, ChecklistItem } from "../../domain/model.ts";
import { newRow } from "../../kintone/table-rows.ts";
import type { Programme } from "../../programmes/index.ts";
import type { PageRow } from "../../kintone/table-rows.ts";

/** kintone refuses a row with a column that the app does not have. */
const columnTypesOf = (
  programme: Programme,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(createChecklistFields(programme).checklist.fields).map(
      ([code, field]) => [code, field.type],
    ),
  );

/** The edition's items as unanswered rows of a nomination. */
export const toChecklistRows = (
  programme: Programme,
  items: readonly ChecklistItem[],
): PageRow[] => {
  const columnTypes = columnTypesOf(programme);
  return items.map(({ itemId, itemArea, itemText, itemPoints }) =>
    newRow(columnTypes, {
      itemId,
      itemArea: itemArea ?? "",
      itemText,
      itemPoints: itemPoints === null ? "" : String(itemPoints),
    }),
  );
};

/** The part of an item that the edition and the nomination share. */
type Item = Omit<ChecklistItem, "id">;

const isSameItem = (a: Item, b: Item | undefined): boolean =>
  b !== undefined &&
  a.itemId === b.itemId &&
  (a.itemArea ?? "") === (b.itemArea ?? "") &&
  a.itemText === b.itemText &&
  a.itemPoints === b.itemPoints;

/** Something was answered or noted; from then on the rows keep their version. */
const isStarted = (rows: readonly AnsweredItem[]): boolean =>
  rows.some(({ answer, evidence }) => answer !== null || evidence !== "");

/**
 * True when the rows should become the edition's items: they differ, and no
 * answer would be lost.
 */
export const shouldAdopt = (
  rows: readonly AnsweredItem[],
  items: readonly ChecklistItem[],
): boolean =>
  items.length > 0 &&
  !isStarted(rows) &&
  !(
    rows.length === items.length &&
    items.every((item, index) => isSameItem(item, rows[index]))
  );
