import { parseDelimited } from "../../domain/imports/parse-delimited.ts";
import { proposeColumns } from "../../domain/imports/propose-columns.ts";
import type {
  ColumnProposal,
  ColumnSpec,
} from "../../domain/imports/propose-columns.ts";
import type { ListRow, ListTable } from "../../domain/imports/list-table.ts";
import { readListFile } from "./list-file.ts";
import type { ListSheet } from "./list-file.ts";

/** A list that was read, with the columns that are used. */
export type ChosenList<Field extends string> = {
  readonly name: string;
  readonly sheets: readonly ListSheet[];
  readonly sheet: number;
  readonly proposal: ColumnProposal<Field>;
};

/** The kind of list that is looked for. */
export type ListKind<Field extends string> = {
  readonly columns: ReadonlyArray<ColumnSpec<Field>>;
  /** `shown` keeps the zeros of codes, `stored` the fraction of 0.5 shown as 1. */
  readonly numbers: "shown" | "stored";
  /** Nothing is read before this column is known. */
  readonly needed: Field;
};

const EMPTY: ListTable = { rows: [] };

export const tableOf = ({
  sheets,
  sheet,
}: Pick<ChosenList<string>, "sheets" | "sheet">): ListTable =>
  sheets[sheet]?.table ?? EMPTY;

/** The list with the columns that the headings of its sheet propose. */
export const chooseSheet = <Field extends string>(
  { columns }: Pick<ListKind<Field>, "columns">,
  list: Pick<ChosenList<Field>, "name" | "sheets">,
  sheet: number,
): ChosenList<Field> => ({
  ...list,
  sheet,
  proposal: proposeColumns(tableOf({ ...list, sheet }), columns),
});

/** Rows below the heading. */
export const rowsOf = <Field extends string>(
  { needed }: Pick<ListKind<Field>, "needed">,
  list: ChosenList<Field>,
): readonly ListRow[] =>
  list.proposal.columns[needed] === undefined
    ? []
    : tableOf(list).rows.slice(list.proposal.headRows);

/** The sheet in which most columns are known, and of those the longest. */
const chooseBest = <Field extends string>(
  kind: ListKind<Field>,
  list: Pick<ChosenList<Field>, "name" | "sheets">,
): ChosenList<Field> | null => {
  const known = (one: ChosenList<Field>): number =>
    Object.keys(one.proposal.columns).length;
  return (
    list.sheets
      .map((_, sheet) => chooseSheet(kind, list, sheet))
      .toSorted(
        (a, b) =>
          known(b) - known(a) ||
          rowsOf(kind, b).length - rowsOf(kind, a).length,
      )[0] ?? null
  );
};

/** @throws FormError `report/file-…` for a file that is no list */
export const listFromFile = async <Field extends string>(
  kind: ListKind<Field>,
  file: File,
): Promise<ChosenList<Field> | null> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sheets = readListFile({ name: file.name, bytes }, kind);
  return chooseBest(kind, { name: file.name, sheets });
};

/** @param name - of the list on the page */
export const listFromText = <Field extends string>(
  kind: ListKind<Field>,
  name: string,
  text: string,
): ChosenList<Field> | null => {
  const table = parseDelimited(text);
  return table.rows.length === 0
    ? null
    : chooseBest(kind, { name, sheets: [{ name, table }] });
};
