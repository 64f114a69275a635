import type { AppRecord } from "../../apps/records.ts";
import type { Programme } from "../../programmes/index.ts";
import {
  isCorporateNumber,
  toCorporateNumber,
} from "../../domain/corporate-number.ts";
import { looseNameKey } from "../../domain/loose-name.ts";
import { isRowKey, isValueKey } from "excel-form";
import type { ReportData, Values } from "excel-form";
import { isUnchanged, readRow } from "./fields.ts";
import type { ReadRow, ReturnedField } from "./fields.ts";
import { subjectOfValue } from "./corrections.ts";
import { CATALOGUE } from "../../domain/value-catalogue.ts";

type Nomination = AppRecord<"nominations">;
type Society = Pick<AppRecord<"societies">, "name" | "code">;

export type FieldChange = ReturnedField & {
  /** As it is now; blank in a new record. */
  readonly before: string;
  /** Filling a blank loses nothing and is chosen from the start. */
  readonly isBlankNow: boolean;
};

export type ReturnedEntry = {
  /** Position among the rows of the form, from 0. */
  readonly index: number;
  readonly name: string;
  /** As it is called in the app 商工会; null: it must be chosen. */
  readonly society: string | null;
  readonly kind: "new" | "changed" | "same";
  /** The record that it is compared with. */
  readonly nomination: Nomination | null;
  readonly changes: readonly FieldChange[];
  readonly unreadable: ReadRow["unreadable"];
  /** Why it cannot be written. */
  readonly problem: "noName" | "noSociety" | "twice" | null;
};

const textOf = (value: unknown): string =>
  value === null || value === undefined ? "" : String(value);

const fieldText = ({ fields }: ReadRow, name: ReturnedField["field"]): string =>
  textOf(fields.find(({ field }) => field === name)?.value);

/** By code or by name; spelling does not matter. */
const findSociety = (
  societies: readonly Society[],
  row: Values,
): string | null => {
  const code = textOf(row["society.code"]).trim();
  const name = looseNameKey(textOf(row["society.name"]));
  const found =
    societies.find((one) => code !== "" && one.code === code) ??
    societies.find((one) => name !== "" && looseNameKey(one.name) === name);
  return found?.name ?? null;
};

const isKnownNumber = ({ corporateNumber }: Nomination): boolean =>
  isCorporateNumber(toCorporateNumber(corporateNumber));

const findNomination = (
  nominations: readonly Nomination[],
  read: ReadRow,
  society: string | null,
): Nomination | null => {
  const number = toCorporateNumber(fieldText(read, "corporateNumber"));
  const byNumber = isCorporateNumber(number)
    ? nominations.filter(
        (one) => toCorporateNumber(one.corporateNumber) === number,
      )
    : [];
  const name = looseNameKey(fieldText(read, "registeredName"));
  // The same name with another corporate number is another firm.
  const byName = nominations.filter(
    (one) =>
      name !== "" &&
      one.society === society &&
      looseNameKey(one.registeredName) === name &&
      !(isCorporateNumber(number) && isKnownNumber(one)),
  );
  const own = byNumber.find((one) => one.society === society);
  return own ?? byNumber[0] ?? byName[0] ?? null;
};

const changesOf = (
  { fields }: ReadRow,
  nomination: Nomination | null,
): readonly FieldChange[] =>
  fields
    .filter((one) => !isUnchanged(one, nomination?.[one.field]))
    .map((one) => {
      const before = textOf(nomination?.[one.field]);
      return { ...one, before, isBlankNow: before === "" };
    });

const problemOf = (
  nomination: Nomination | null,
  name: string,
  society: string | null,
): ReturnedEntry["problem"] => {
  if (nomination !== null) return null;
  if (name === "") return "noName";
  return society === null ? "noSociety" : null;
};

const kindOf = (
  nomination: Nomination | null,
  changes: readonly FieldChange[],
): ReturnedEntry["kind"] => {
  if (nomination === null) return "new";
  return changes.length > 0 ? "changed" : "same";
};

export type Comparing = {
  readonly programme: Programme;
  readonly data: ReportData;
  /** Values of the edition. */
  readonly nominations: readonly Nomination[];
  readonly societies: readonly Society[];
  /** For rows that do not name their society. */
  readonly society: string | null;
};

/** The same for rows about one firm, whether it has a record yet or not. */
const firmOf = ({
  index,
  nomination,
  changes,
  name,
  society,
}: ReturnedEntry): string => {
  if (nomination !== null) return nomination.id;
  const number = toCorporateNumber(
    textOf(changes.find(({ field }) => field === "corporateNumber")?.value),
  );
  if (isCorporateNumber(number)) return `number ${number}`;
  return name === "" ? `row ${index}` : `${society} ${looseNameKey(name)}`;
};

/** Two rows about one record would overwrite each other; about a new one, they would make two. */
const markTwice = (entries: readonly ReturnedEntry[]): ReturnedEntry[] => {
  const seen = new Set<string>();
  return entries.map((entry) => {
    const firm = firmOf(entry);
    const isSecond = seen.has(firm);
    seen.add(firm);
    return isSecond && entry.problem === null
      ? { ...entry, problem: "twice" }
      : entry;
  });
};

/** A form about one firm has no rows; single cells hold the firm's values. */
const rowsOf = ({ rows, scalars }: ReportData): readonly Values[] => {
  const isOneFirm = Object.keys(scalars).some(
    (key) => isValueKey(CATALOGUE, key) && isRowKey(CATALOGUE, key),
  );
  return rows.length === 0 && isOneFirm ? [scalars] : rows;
};

/**
 * Compares a filled form with the edition's records: by corporate
 * number, else by name and society. Cells that were left blank say nothing.
 */
export const compareReturned = ({
  programme,
  data,
  nominations,
  societies,
  society,
}: Comparing): readonly ReturnedEntry[] =>
  markTwice(
    rowsOf(data).map((row, index) => {
      const read = readRow(programme, row);
      const own =
        findSociety(societies, { ...data.scalars, ...row }) ?? society;
      const nomination = findNomination(nominations, read, own);
      const changes = changesOf(read, nomination);
      const name = fieldText(read, "registeredName");
      return {
        index,
        name: name === "" ? (nomination?.registeredName ?? "") : name,
        society: nomination?.society ?? own,
        kind: kindOf(nomination, changes),
        nomination,
        changes,
        unreadable: read.unreadable,
        problem: problemOf(nomination, name, own),
      };
    }),
  );

/** Chosen values as `index/field`. */
export type Choice = ReadonlySet<string>;

export const choiceOf = (index: number, field: string): string =>
  `${index}/${field}`;

const isOpen = ({ kind, problem }: ReturnedEntry): boolean =>
  kind !== "same" && problem === null;

/**
 * New records whole, of the others what fills a blank; replacing a value is for
 * a person to choose, and so is every value of which the reading is in doubt.
 *
 * @param doubted - values in doubt, as `subjectOfValue` names them
 */
export const firstChoice = (
  entries: readonly ReturnedEntry[],
  doubted: ReadonlySet<string> = new Set(),
): Choice =>
  new Set(
    entries
      .filter(isOpen)
      .flatMap(({ index, kind, changes }) =>
        changes
          .filter(
            ({ isBlankNow, key }) =>
              (kind === "new" || isBlankNow) &&
              !doubted.has(subjectOfValue(index, key)) &&
              !doubted.has(subjectOfValue(null, key)),
          )
          .map(({ field }) => choiceOf(index, field)),
      ),
  );

export const toggle = (choice: Choice, ...names: string[]): Choice => {
  const next = new Set(choice);
  const isOn = names.every((name) => next.has(name));
  for (const name of names) {
    if (isOn) next.delete(name);
    else next.add(name);
  }
  return next;
};

export type PlannedWrite = {
  readonly entry: ReturnedEntry;
  readonly fields: readonly FieldChange[];
};

/** The planned writes, record by record. */
export const planWrites = (
  entries: readonly ReturnedEntry[],
  choice: Choice,
): readonly PlannedWrite[] =>
  entries.filter(isOpen).flatMap((entry) => {
    const fields = entry.changes.filter(({ field }) =>
      choice.has(choiceOf(entry.index, field)),
    );
    return fields.length > 0 ? [{ entry, fields }] : [];
  });

export type Counts = Readonly<Record<ReturnedEntry["kind"], number>>;

export const countKinds = (entries: readonly ReturnedEntry[]): Counts => ({
  new: entries.filter(({ kind }) => kind === "new").length,
  changed: entries.filter(({ kind }) => kind === "changed").length,
  same: entries.filter(({ kind }) => kind === "same").length,
});
