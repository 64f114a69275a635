import type { IsoDate, ValueKey } from "excel-form";
import type { Edition, Nomination } from "./model.ts";
import type { ReportEntry } from "./report-selection.ts";
import type { ReportValue } from "./value-source.ts";

export type ReportFacts = {
  readonly edition: Omit<
    Edition,
    "closedDays" | "contactUsers" | "contactGroups" | "formFile"
  >;
  readonly entries: ReadonlyArray<ReportEntry<Nomination>>;
  readonly caseCount: number;
  /** The day of the report, in the user's time zone. */
  readonly today: IsoDate;
};

/** A value of the report as a whole, and the edition's field it comes from. */
export type ScalarValue = {
  /** The field to change so that the value changes; null when there is none. */
  readonly field: keyof ReportFacts["edition"] | null;
  readonly read: (facts: ReportFacts) => ReportValue;
};

type TextOrNumber = {
  [
    K in keyof ReportFacts["edition"]
  ]: ReportFacts["edition"][K] extends ReportValue ? K : never;
}[keyof ReportFacts["edition"]];

const ofEdition = (field: TextOrNumber): ScalarValue => ({
  field,
  read: ({ edition }) => edition[field],
});

const counted = (read: ScalarValue["read"]): ScalarValue => ({
  field: null,
  read,
});

/** The values of the report as a whole: its sender, its counts, its edition. */
export const SCALAR_VALUES: Readonly<Partial<Record<ValueKey, ScalarValue>>> = {
  "federation.name": ofEdition("federationName"),
  "federation.section": ofEdition("federationSection"),
  "federation.contactTitle": ofEdition("federationContactTitle"),
  "federation.contactName": ofEdition("federationContactName"),
  "federation.phone": ofEdition("federationPhone"),
  "federation.fax": ofEdition("federationFax"),
  "federation.email": ofEdition("federationEmail"),
  "federation.address": ofEdition("federationAddress"),
  "federation.headName": ofEdition("federationHeadName"),
  "report.date": counted(({ today }) => today),
  "report.count": counted(({ entries }) => entries.length),
  "report.caseCount": counted(({ caseCount }) => caseCount),
  "report.noneReason": {
    field: "noneReason",
    // A reason for having none would contradict a list with firms.
    read: ({ entries, edition }) =>
      entries.length === 0 ? edition.noneReason : "",
  },
  "edition.name": ofEdition("name"),
  "edition.fiscalYear": ofEdition("fiscalYear"),
  "edition.deadline": ofEdition("reportDate"),
};
