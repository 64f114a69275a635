import type { ValueKey } from "./value-catalogue.ts";
import type { Programme } from "../programmes/index.ts";
import type { Nomination } from "./model.ts";
import { personsOf } from "./person-years.ts";
import type { ReportEntry } from "./report-selection.ts";
import { ROW_VALUES } from "./row-values.ts";
import { SCALAR_VALUES } from "./scalar-values.ts";
import type { ReportFacts } from "./scalar-values.ts";
import type { ReportValue, RowFacts } from "./value-source.ts";

export type ReportValues = Readonly<Partial<Record<ValueKey, ReportValue>>>;

export type ReportData = {
  readonly scalars: ReportValues;
  readonly rows: readonly ReportValues[];
};

const readAll = <From>(
  sources: Readonly<
    Record<string, { readonly read: (from: From) => ReportValue }>
  >,
  from: From,
): ReportValues =>
  Object.fromEntries(
    Object.entries(sources).map(([key, { read }]) => [key, read(from)]),
  );

/** The values of one nomination, without its number in the list. */
export const rowValues = (
  programme: Programme,
  entry: ReportEntry<Nomination>,
): ReportValues => readAll(ROW_VALUES, { ...entry, programme });

/** The rows of a list about firms, or about the people of the firms. */
const rowFacts = ({ programme, edition, entries }: ReportFacts): RowFacts[] =>
  entries.flatMap((entry) =>
    programme.persons === undefined
      ? [{ ...entry, programme }]
      : personsOf(programme, entry.nomination).map((person) => ({
          ...entry,
          programme,
          person,
          serviceDay: edition.serviceDay,
        })),
  );

/** Rows that a nomination takes up in the list. */
export const rowCountOf = (
  programme: Programme,
  { nomination }: ReportEntry<Nomination>,
): number =>
  programme.persons === undefined ? 1 : personsOf(programme, nomination).length;

/** The values with which a form is filled, whichever of them it asks for. */
export const reportValues = (facts: ReportFacts): ReportData => ({
  scalars: readAll(SCALAR_VALUES, facts),
  rows: rowFacts(facts).map((row, index) => ({
    "row.no": index + 1,
    ...readAll(ROW_VALUES, row),
  })),
});
