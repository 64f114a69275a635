import type { FieldRecord, RowValue } from "../record/types.ts";
import { groupKeys } from "./group-keys.ts";
import type { ToWall } from "./group-keys.ts";
import type { AggregationType, Report, ReportRow } from "./graph.ts";

const codesOf = (report: Report): string[] => [
  ...report.groups.map(({ code }) => code),
  ...report.aggregations.flatMap(({ code }) => code ?? []),
];

/** Columns of a table count row by row, everything else record by record. */
const unitsOf = (record: FieldRecord, codes: string[]): FieldRecord[] => {
  const table = Object.values(record).find(
    (field) =>
      field.type === "SUBTABLE" &&
      (field.value as RowValue[]).some((row) =>
        codes.some((code) => code in row.value),
      ),
  );
  if (!table) return [record];
  return (table.value as RowValue[]).map((row) => ({
    ...record,
    ...row.value,
  }));
};

const product = (lists: string[][]): string[][] =>
  lists.reduce<string[][]>(
    (heads, list) => heads.flatMap((head) => list.map((it) => [...head, it])),
    [[]],
  );

// Sums of decimals must not show what binary numbers do to them.
const tidy = (number: number): number => Number(number.toFixed(10));
const sum = (numbers: number[]): number =>
  tidy(numbers.reduce((total, it) => total + it, 0));

const figure: Record<
  Exclude<AggregationType, "COUNT">,
  (numbers: number[]) => number | null
> = {
  SUM: sum,
  AVERAGE: (numbers) =>
    numbers.length === 0 ? null : tidy(sum(numbers) / numbers.length),
  MAX: (numbers) => (numbers.length === 0 ? null : Math.max(...numbers)),
  MIN: (numbers) => (numbers.length === 0 ? null : Math.min(...numbers)),
};

const numbersOf = (units: FieldRecord[], code: string): number[] =>
  units.flatMap((unit) => {
    const value = unit[code]?.value;
    const number = Number(value);
    return value === "" || value == null || Number.isNaN(number)
      ? []
      : [number];
  });

const figuresOf = (units: FieldRecord[], report: Report) =>
  report.aggregations.map(({ type, code = "" }) =>
    type === "COUNT" ? units.length : figure[type](numbersOf(units, code)),
  );

const compareFigures = (a: number | null, b: number | null): number =>
  (a ?? 0) - (b ?? 0);

const compareKeys = (a: string, b: string): number =>
  a.localeCompare(b, "ja", { numeric: true });

/** TOTAL means the first figure, GROUPn the n-th key. */
const sorted = (rows: ReportRow[], report: Report): ReportRow[] =>
  rows.toSorted((a, b) => {
    for (const { by, order } of report.sorts) {
      const at = Number(by.replace("GROUP", "")) - 1;
      const difference =
        by === "TOTAL"
          ? compareFigures(a.figures[0] ?? null, b.figures[0] ?? null)
          : compareKeys(a.keys[at] ?? "", b.keys[at] ?? "");
      if (difference !== 0) return order === "DESC" ? -difference : difference;
    }
    return 0;
  });

/**
 * The lines of a graph over the records that its user may see.
 *
 * @param toWall - an instant on the wall of the user, for groups by day, month …
 */
export const aggregate = (
  records: FieldRecord[],
  report: Report,
  toWall: ToWall,
): ReportRow[] => {
  const found = new Map<string, { keys: string[]; units: FieldRecord[] }>();
  const units = records.flatMap((it) => unitsOf(it, codesOf(report)));
  for (const unit of units) {
    const lists = report.groups.map(({ code, per }) =>
      groupKeys(unit[code], per, toWall),
    );
    for (const keys of product(lists)) {
      const id = JSON.stringify(keys);
      const known = found.get(id) ?? { keys, units: [] };
      known.units.push(unit);
      found.set(id, known);
    }
  }
  const rows = [...found.values()].map((group) => ({
    keys: group.keys,
    figures: figuresOf(group.units, report),
  }));
  return sorted(rows, report);
};
