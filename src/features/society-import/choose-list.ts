import { columnCount } from "../../domain/imports/list-table.ts";
import {
  organizationsColumns,
  toOrganizationsTable,
} from "../../domain/imports/organizations-table.ts";
import { planSocietyImport } from "../../domain/imports/plan-society-import.ts";
import type { SocietyImportPlan } from "../../domain/imports/plan-society-import.ts";
import { proposeColumns } from "../../domain/imports/propose-columns.ts";
import { readSocietyRows } from "../../domain/imports/read-society-rows.ts";
import { societyColumns } from "../../domain/imports/society-columns.ts";
import type { ListSheet } from "../../feature-kit/list-file.ts";
import type { Entity } from "../../domain/model.ts";
import type { ChosenList } from "./import-state.ts";
import type { Known } from "./load-known.ts";

const sheetAt = (list: Pick<ChosenList, "sheets" | "sheet">): ListSheet => {
  const sheet = list.sheets[list.sheet];
  if (sheet === undefined) throw new Error(`No sheet ${list.sheet}`);
  return sheet;
};

export const tableOf = (list: ChosenList) => sheetAt(list).table;

/** The list with the columns that its headings propose. */
export const chooseSheet = (
  list: Omit<ChosenList, "proposal" | "sheet">,
  sheet: number,
): ChosenList => ({
  ...list,
  sheet,
  proposal: proposeColumns(sheetAt({ ...list, sheet }).table, societyColumns),
});

/** The sheet in which most columns are known. */
export const chooseList = (
  name: string,
  sheets: readonly ListSheet[],
): ChosenList | null => {
  const choices = sheets.map((_, sheet) =>
    chooseSheet({ name, sheets }, sheet),
  );
  const known = ({ proposal }: ChosenList): number =>
    Object.keys(proposal.columns).length;
  return choices.toSorted((a, b) => known(b) - known(a))[0] ?? null;
};

export const chooseOrganizations = (
  name: string,
  organizations: readonly Entity[],
): ChosenList | null => {
  const table = toOrganizationsTable(organizations);
  return table.rows.length === 0
    ? null
    : {
        name,
        sheets: [{ name, table }],
        sheet: 0,
        proposal: {
          headRows: 0,
          labels: Array.from({ length: columnCount(table) }, () => ""),
          columns: organizationsColumns,
        },
      };
};

/** The plan of a list; nothing is planned before the names' column is known. */
export const planList = (list: ChosenList, known: Known): SocietyImportPlan => {
  const { headRows, columns } = list.proposal;
  const rows =
    columns.name === undefined ? [] : tableOf(list).rows.slice(headRows);
  return planSocietyImport(
    readSocietyRows(rows, columns),
    known.societies,
    known.directory,
  );
};
