import type { IsoDate } from "excel-form";
import type { Programme } from "../programmes/index.ts";
import type { Nomination } from "./model.ts";

/** A person of a firm who is honoured. */
export type Person = Nomination["persons"][number];

/** Rows of the table that name somebody; none for an award of firms. */
export const personsOf = (
  { persons: isOfPersons }: Pick<Programme, "persons">,
  { persons }: Pick<Nomination, "persons">,
): readonly Person[] =>
  isOfPersons === undefined
    ? []
    : persons.filter(({ personName }) => personName.trim() !== "");

const YEAR_CHARS = 4;

/** Full years from one day to another; negative before the first of them. */
const fullYears = (from: IsoDate, to: IsoDate): number => {
  const years =
    Number(to.slice(0, YEAR_CHARS)) - Number(from.slice(0, YEAR_CHARS));
  return to.slice(YEAR_CHARS) < from.slice(YEAR_CHARS) ? years - 1 : years;
};

/** Full years of service at the base date; null while one of the dates is missing. */
export const yearsOfService = (
  { hiredOn }: Pick<Person, "hiredOn">,
  serviceDay: IsoDate | null,
): number | null =>
  hiredOn === null || serviceDay === null
    ? null
    : fullYears(hiredOn, serviceDay);

/** Years that the grade means; null while none is chosen. */
const gradeYears = ({ personGrade }: Pick<Person, "personGrade">) =>
  personGrade === null ? null : Number.parseInt(personGrade, 10);

/** The people whose service at the base date is shorter than their grade. */
export const personsTooShort = (
  persons: readonly Person[],
  serviceDay: IsoDate | null,
): Person[] =>
  persons.filter((person) => {
    const years = yearsOfService(person, serviceDay);
    const grade = gradeYears(person);
    return years !== null && grade !== null && years < grade;
  });
