import { parseDelimited } from "../../domain/imports/parse-delimited.ts";
import { checklistColumns } from "../../domain/imports/checklist-columns.ts";
import type { ChecklistColumn } from "../../domain/imports/checklist-columns.ts";
import { proposeColumns } from "../../domain/imports/propose-columns.ts";
import type { ColumnProposal } from "../../domain/imports/propose-columns.ts";
import { readChecklist } from "../../domain/imports/read-checklist.ts";
import type { ReadChecklist } from "../../domain/imports/read-checklist.ts";
import type { ListTable } from "../../domain/imports/list-table.ts";
import { readListFile } from "../../feature-kit/list-file.ts";
import type { ListSheet } from "../../feature-kit/list-file.ts";
import type { Programme } from "../../programmes/index.ts";

/** A list of items as it was read, with the columns that are used. */
export type ItemList = {
  readonly sheets: readonly ListSheet[];
  readonly sheet: number;
  readonly proposal: ColumnProposal<ChecklistColumn>;
};

/** Points shown as 1 may be 0.5. */
const READING = { numbers: "stored" } as const;

const EMPTY: ListTable = { rows: [] };

export const tableOf = ({
  sheets,
  sheet,
}: Pick<ItemList, "sheets" | "sheet">): ListTable =>
  sheets[sheet]?.table ?? EMPTY;

export const chooseItemSheet = (
  sheets: readonly ListSheet[],
  sheet: number,
): ItemList => ({
  sheets,
  sheet,
  proposal: proposeColumns(tableOf({ sheets, sheet }), checklistColumns),
});

const areasOf = ({ areas }: Programme): string[] =>
  areas.map(({ name }) => name.ja);

/** Nothing is read before the items' column is known. */
export const readItems = (
  list: ItemList,
  programme: Programme,
): ReadChecklist => {
  const { headRows, columns } = list.proposal;
  return columns.text === undefined
    ? { rows: [], problems: [] }
    : readChecklist(
        tableOf(list).rows.slice(headRows),
        columns,
        areasOf(programme),
      );
};

/** The sheet in which most items are found; null where there are none at all. */
const chooseBest = (
  sheets: readonly ListSheet[],
  programme: Programme,
): ItemList | null => {
  const lists = sheets.map((_, sheet) => chooseItemSheet(sheets, sheet));
  const count = (list: ItemList): number =>
    readItems(list, programme).rows.length;
  return lists.toSorted((a, b) => count(b) - count(a))[0] ?? null;
};

/** @throws FormError `report/file-…` for a file that is no list */
export const listFromFile = async (
  file: File,
  programme: Programme,
): Promise<ItemList | null> =>
  chooseBest(
    readListFile(
      { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
      READING,
    ),
    programme,
  );

export const listFromText = (
  text: string,
  programme: Programme,
): ItemList | null => {
  const table = parseDelimited(text);
  return table.rows.length === 0
    ? null
    : chooseBest([{ name: "", table }], programme);
};
