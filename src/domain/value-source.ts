import { canonicalChoice, isIsoDate } from "excel-form";
import type { Choice, IsoDate, Value } from "excel-form";
import { nominations } from "../apps/index.ts";
import type { AppRecordInput } from "../apps/records.ts";
import type { Programme } from "../programmes/index.ts";
import { cycleOf } from "./cycle.ts";
import { doneOf } from "./milestone-dates.ts";
import type { Nomination } from "./model.ts";
import type { Person } from "./person-years.ts";
import type { ReportEntry } from "./report-selection.ts";

/** Dates as `YYYY-MM-DD`, numbers as numbers; null and `""` leave the cell as the form has it. */
export type ReportValue = string | number | null;

export type NominationInput = AppRecordInput<"nominations">;

/** Fields that can be written and hold one value of this kind. */
type FieldOf<T> = {
  [K in keyof NominationInput & keyof Nomination]: Nomination[K] extends T
    ? K
    : never;
}[keyof NominationInput & keyof Nomination];

export type WritableField = FieldOf<string | number | null>;

/** A field code, or the one that the programme's milestones give; null for none. */
export type FieldOrPart<Code> =
  | Code
  | ((programme: Programme) => Code | null)
  | null;

export const resolveField = <Code extends string>(
  field: FieldOrPart<Code>,
  programme: Programme,
): Code | null => (typeof field === "function" ? field(programme) : field);

/** One row of a report: a nomination, or one of its people. */
export type RowFacts = ReportEntry<Nomination> & {
  readonly programme: Programme;
  /** Absent for the nomination as a whole. */
  readonly person?: Person;
  /** Years of service are counted at it. */
  readonly serviceDay?: IsoDate | null;
};

/** Programmes that have a value. */
export type OfSomeProgrammes = {
  /** Absent for a value of every programme. */
  readonly isOf?: (programme: Programme) => boolean;
};

/** A value of the list: its field, and how to read and write it. */
export type RowValue = OfSomeProgrammes & {
  /** The field to change so that the value changes; null when several make it. */
  readonly field: FieldOrPart<keyof Nomination>;
  readonly read: (facts: RowFacts) => ReportValue;
};

/** A value that a filled form can put back into its field. */
export type WritableRowValue = RowValue & {
  readonly field: NonNullable<FieldOrPart<WritableField>>;
  /** The form's value as the field takes it; null when it cannot be read. */
  readonly write: (value: Value) => string | number | null;
};

export const isWritable = (source: RowValue): source is WritableRowValue =>
  "write" in source;

export const toText = (value: Value): string | null => {
  const text = Array.isArray(value) ? value.join("、") : String(value ?? "");
  return text.trim() === "" ? null : text.trim();
};

/** The day on which a nomination entered the sheet. */
export const entryDay: WritableRowValue = {
  field: (programme) => {
    const { entry } = cycleOf(programme);
    return entry === undefined ? null : `${entry.id}Done`;
  },
  read: ({ programme, nomination }) =>
    doneOf(nomination, cycleOf(programme).entry),
  write: (value) => toDay(value),
};

const plain = (
  field: WritableField,
  write: WritableRowValue["write"],
): WritableRowValue => ({
  field,
  read: ({ nomination }) => nomination[field] ?? null,
  write,
});

const toDay: WritableRowValue["write"] = (value) =>
  typeof value === "string" && isIsoDate(value) ? value : null;

export const text = (
  field: FieldOf<string>,
  write: WritableRowValue["write"] = toText,
): WritableRowValue => plain(field, write);

export const number = (field: FieldOf<number | null>): WritableRowValue =>
  plain(field, (value) => (typeof value === "number" ? value : null));

export const day = (field: FieldOf<string | null>): WritableRowValue =>
  plain(field, toDay);

type ChoiceField =
  | "businessKind"
  | "nominationKind"
  | "registeredBy"
  | "securityActionStars";

/** A choice; forms may use other words for it than the record. */
export const choice = (
  choices: readonly Choice[],
  field: ChoiceField,
  read: RowValue["read"] = ({ nomination }) => nomination[field] ?? "",
): WritableRowValue => {
  const options: readonly string[] = nominations.fields[field].options;
  return {
    field,
    read,
    write: (value) => {
      const word = canonicalChoice(choices, String(value ?? ""));
      return options.includes(word) ? word : null;
    },
  };
};

/** A value that follows from answers or signatures and is not taken from a form. */
export const derived = (
  field: RowValue["field"],
  read: RowValue["read"],
): RowValue => ({ field, read });
