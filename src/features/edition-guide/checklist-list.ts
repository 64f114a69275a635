import { checklistColumns } from "../../domain/imports/checklist-columns.ts";
import type { ChecklistColumn } from "../../domain/imports/checklist-columns.ts";
import { readChecklist } from "../../domain/imports/read-checklist.ts";
import type { ReadChecklist } from "../../domain/imports/read-checklist.ts";
import { rowsOf } from "../../feature-kit/list-import/chosen-list.ts";
import type {
  ChosenList,
  ListKind,
} from "../../feature-kit/list-import/chosen-list.ts";
import type { Programme } from "../../programmes/index.ts";

/** A list of items as it was read. */
export type ItemList = ChosenList<ChecklistColumn>;

export const itemLists: ListKind<ChecklistColumn> = {
  columns: checklistColumns,
  numbers: "stored",
  needed: "text",
};

export const readItems = (
  list: ItemList,
  { areas }: Programme,
): ReadChecklist =>
  readChecklist(
    rowsOf(itemLists, list),
    list.proposal.columns,
    areas.map(({ name }) => name.ja),
  );
