import { withEditionDates } from "../domain/deadlines.ts";
import type { Programme } from "../programmes/index.ts";
import { nominationDigest } from "../domain/included-nomination.ts";
import type {
  Edition,
  IncludedNomination,
  Nomination,
} from "../domain/model.ts";
import { selectForReport } from "../domain/report-selection.ts";
import type { LeftOutReason, ReportEntry } from "../domain/report-selection.ts";
import { rowValues } from "../domain/report-values.ts";
import {
  isRowKey,
  isValueKey,
  keysOf,
  placeOfRecord,
  readReportData,
} from "excel-form";
import type {
  ColumnEntry,
  ListBlock,
  ReportMap,
  Value,
  Values,
} from "excel-form";
import type { ValueKey } from "../domain/value-catalogue.ts";
import { CATALOGUE } from "../domain/value-catalogue.ts";

export type CellChange = {
  readonly key: ValueKey;
  readonly before: string;
  readonly after: string;
  /** Its cell in the file; null when the form was mapped again since. */
  readonly cell: string | null;
};

/** The later changes of one nomination that the report lists. */
export type SentState =
  | { readonly kind: "same" | "gone" }
  | { readonly kind: "leftOut"; readonly reason: LeftOutReason }
  | { readonly kind: "changed"; readonly changes: readonly CellChange[] }
  /** Something in it reads differently, but what it read then is not known. */
  | { readonly kind: "changedSomehow" };

export type SentNomination = {
  readonly id: string;
  readonly name: string;
  readonly society: string;
  readonly state: SentState;
};

export type Comparing = {
  readonly programme: Programme;
  readonly included: readonly IncludedNomination[];
  /** The values written then, from the proof; null without a proof. */
  readonly proof: unknown;
  /** The map by which it was written; null when another one is stored now. */
  readonly map: ReportMap | null;
  /** The edition's present values. */
  readonly nominations: readonly Nomination[];
  readonly edition: Edition;
};

const textOf = (value: Value | undefined): string =>
  value === null || value === undefined ? "" : String(value);

type Address = {
  readonly keys: readonly ValueKey[];
  at(entry: number): string;
};

/** Cells of the list by value; rows that were inserted follow on the drawn ones. */
const addressesOf = (map: ReportMap): readonly Address[] =>
  map.lists
    .filter(({ goesOn }) => goesOn === undefined)
    .flatMap((list) =>
      list.columns.map((column) => ({
        keys: keysOf(CATALOGUE, column),
        at: (record: number) => addressOf(map, list, column, record),
      })),
    );

const addressOf = (
  { lists }: ReportMap,
  first: ListBlock,
  column: ColumnEntry,
  record: number,
): string => {
  const { list, entry } = placeOfRecord(lists, first, record);
  const at = list.columns.find(
    ({ key, subrow, part }) =>
      key === column.key && subrow === column.subrow && part === column.part,
  );
  const row = list.firstRow + entry * list.rowsPerEntry + column.subrow;
  return `${at?.column ?? column.column}${row}`;
};

/** A form about one firm has its values in single cells. */
const singlesOf = (map: ReportMap): readonly Address[] =>
  map.cells.map((entry) => ({
    keys: keysOf(CATALOGUE, entry),
    at: () => entry.cell,
  }));

const placesOf = (map: ReportMap): readonly Address[] => [
  ...addressesOf(map),
  ...singlesOf(map),
];

const compareRow = (
  sent: Values,
  now: Values,
  entry: number,
  places: readonly Address[] | null,
): readonly CellChange[] =>
  Object.keys(now).flatMap((key) => {
    if (!isValueKey(CATALOGUE, key) || !isRowKey(CATALOGUE, key)) return [];
    const place = places?.find(({ keys }) => keys.includes(key));
    // A value that the form does not ask for was not sent.
    if (places !== null && !place) return [];
    const [before, after] = [textOf(sent[key]), textOf(now[key])];
    return before === after
      ? []
      : [{ key, before, after, cell: place?.at(entry) ?? null }];
  });

/** Entries written down before digests were kept know the revision only. */
const isOtherwise = (
  programme: Programme,
  { nominationDigest: digest, nominationRevision }: IncludedNomination,
  entry: ReportEntry<Nomination>,
): boolean =>
  digest === ""
    ? nominationRevision !== entry.nomination.revision
    : digest !== nominationDigest(programme, entry);

const stateOf = (
  programme: Programme,
  included: IncludedNomination,
  entry: ReportEntry<Nomination>,
  sent: Values | undefined,
  index: number,
  places: readonly Address[] | null,
): SentState => {
  if (sent === undefined) {
    return {
      kind: isOtherwise(programme, included, entry) ? "changedSomehow" : "same",
    };
  }
  const changes = compareRow(sent, rowValues(programme, entry), index, places);
  return changes.length > 0 ? { kind: "changed", changes } : { kind: "same" };
};

/** The rows in the order of the list; null when they are no longer known. */
const sentRowsOf = (proof: unknown): readonly Values[] | null => {
  if (typeof proof !== "object" || proof === null || !("data" in proof)) {
    return null;
  }
  return readReportData(proof.data)?.rows ?? null;
};

/**
 * Compares the report with its present content: nomination by
 * nomination, in its order.
 */
export const compareSent = ({
  programme,
  included,
  proof,
  map,
  nominations,
  edition,
}: Comparing): readonly SentNomination[] => {
  const present = nominations.map((one) =>
    withEditionDates(programme, one, edition),
  );
  const { entries, leftOut } = selectForReport(
    programme,
    present,
    [],
    "本提出",
  );
  const places = map && placesOf(map);
  const sentRows = sentRowsOf(proof);
  return included.map((row, index) => {
    const { nominationId: id } = row;
    const entry = entries.find(({ nomination }) => nomination.id === id);
    const out = leftOut.find(({ nomination }) => nomination.id === id);
    const about = {
      id,
      name: row.nominationName,
      society: row.nominationSociety,
    };
    if (entry) {
      const sent = sentRows?.[index];
      return {
        ...about,
        state: stateOf(programme, row, entry, sent, index, places),
      };
    }
    return {
      ...about,
      state: out ? { kind: "leftOut", reason: out.reason } : { kind: "gone" },
    };
  });
};
