import { translateFormula } from "../formula/shift-formula.ts";
import { toAddress } from "../formula/address.ts";
import type { Grid } from "./grid.ts";
import type { XmlElement } from "../xml/element.ts";

export type CellFormula = {
  readonly row: number;
  readonly column: number;
  readonly cell: XmlElement;
  readonly element: XmlElement;
  /** Without `=`; empty for the inner cells of a table operation. */
  readonly formula: string;
  /** Group of a shared formula; null for all others. */
  readonly group: string | null;
};

type Master = {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
};

/** Every formula of a sheet; those that only point to a shared one are written out. */
export const listFormulas = (grid: Grid): CellFormula[] => {
  const masters = new Map<string, Master>();
  const formulas: CellFormula[] = [];
  for (const { number: row, cells } of grid.rows.values()) {
    for (const [column, cell] of cells) {
      const element = cell.child("f");
      if (!element) continue;
      const group = element.get("t") === "shared" ? element.get("si") : null;
      let formula = element.text;
      if (group !== null && formula !== "") {
        masters.set(group, { row, column, formula });
      }
      const master = group === null ? undefined : masters.get(group);
      if (formula === "" && master) {
        formula = translateFormula(
          master.formula,
          row - master.row,
          column - master.column,
        );
      }
      formulas.push({ row, column, cell, element, formula, group });
    }
  }
  return formulas;
};

export const formulasByAddress = (grid: Grid): Map<string, string> =>
  new Map(
    listFormulas(grid).map(({ row, column, formula }) => [
      toAddress(row, column),
      formula,
    ]),
  );
