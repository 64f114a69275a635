import { parseDateText } from "excel-form";
import { createOutcomeFields } from "../../apps/nominations/outcome-fields.ts";
import { PAST_RECORD } from "../../apps/nominations/deadline-fields.ts";
import { hasContest } from "../../apps/parts/programme-parts.ts";
import type { AppRecordInput } from "../../apps/records.ts";
import type { Programme } from "../../programmes/index.ts";
import {
  abbreviatedTypeIn,
  companyTypesIn,
  isOtherBody,
} from "../company-type.ts";
import { isCorporateNumber, toCorporateNumber } from "../corporate-number.ts";
import { cycleOf } from "../cycle.ts";
import { perProgramme } from "../per-programme.ts";
import { findWeekdayMismatches } from "../weekday-check.ts";
import type { NominationColumn } from "./nomination-columns.ts";
import type { RowProblemCode } from "./row-problem.ts";

export type ReadCell = (field: NominationColumn) => string;

/** Reports a value that is left out while the row is taken. */
type Note = (code: RowProblemCode, field: NominationColumn) => void;

type Input = AppRecordInput<"nominations">;

const numberIn = (at: ReadCell, note: Note): string => {
  const text = at("corporateNumber");
  if (text === "" || isCorporateNumber(text)) return toCorporateNumber(text);
  note("numberUnknown", "corporateNumber");
  return "";
};

const dayIn = (at: ReadCell, note: Note): string | null => {
  const text = at("registeredOn");
  const day = parseDateText(text);
  if (text !== "" && day === null) note("dayUnknown", "registeredOn");
  const year = Number(day?.slice(0, 4));
  if (day !== null && findWeekdayMismatches(text, year).length > 0)
    note("weekdayDiffers", "registeredOn");
  return day;
};

const isCorporation = (name: string, corporateNumber: string): boolean =>
  corporateNumber !== "" ||
  companyTypesIn(name).length > 0 ||
  abbreviatedTypeIn(name) !== null ||
  isOtherBody(name);

const resultsOf = perProgramme(
  (programme) => createOutcomeFields(programme).result.options,
);

/** A result that the award does not offer is kept in words. */
const outcomeOf = (
  programme: Programme,
  at: ReadCell,
): Pick<Input, "result" | "remarks"> => {
  const text = at("result").normalize("NFKC");
  const result = resultsOf(programme).find((option) => option === text);
  const kept = text === "" || result !== undefined ? "" : `結果：${text}`;
  const remarks = [at("remarks"), kept].filter((one) => one !== "").join("\n");
  return {
    ...(result !== undefined && { result }),
    ...(remarks !== "" && { remarks }),
  };
};

/** The values of a firm of an earlier year, without edition and society. */
export const readPastFirm = (
  programme: Programme,
  at: ReadCell,
  note: Note,
): Input & {
  readonly registeredName: string;
  readonly corporateNumber: string;
  readonly address: string;
} => {
  const { entry } = cycleOf(programme);
  const registeredName = at("registeredName");
  const corporateNumber = numberIn(at, note);
  const day = dayIn(at, note);
  return {
    recordKind: PAST_RECORD,
    registeredName,
    corporateNumber,
    address: at("address"),
    businessKind: isCorporation(registeredName, corporateNumber)
      ? "法人"
      : "個人事業主",
    ...(entry !== undefined &&
      day !== null && { [`${entry.id}Done` as const]: day }),
    ...outcomeOf(programme, at),
    ...(hasContest(programme) &&
      at("summary") !== "" && { summary: at("summary") }),
  };
};
