import type { IsoDate } from "excel-form";
import type { Milestone, Programme } from "../programmes/index.ts";
import { perProgramme } from "./per-programme.ts";

type Dates<Suffix extends string> = {
  readonly [Code in `${string}${Suffix}`]: IsoDate | null;
};

/** Field codes derive from the milestones' ids; the records of any programme fit. */
export type DueDates = Dates<"Due">;
export type DoneDates = Dates<"Done">;
/** The dates of an edition. */
export type EditionDates = Dates<"Date">;

type Named = Pick<Milestone, "id">;

/** The field codes of one milestone's dates. */
export type DateCodes = {
  readonly due: `${string}Due`;
  readonly done: `${string}Done`;
  readonly date: `${string}Date`;
};

const knownCodes = new Map<string, DateCodes>();

/** Joined once per milestone: a board asks for the dates of thousands of nominations. */
const codesOf = ({ id }: Named): DateCodes => {
  const known = knownCodes.get(id);
  if (known !== undefined) return known;
  const codes: DateCodes = {
    due: `${id}Due`,
    done: `${id}Done`,
    date: `${id}Date`,
  };
  knownCodes.set(id, codes);
  return codes;
};

/** The codes of all milestones, in the order of the process. */
export const dateCodesOf: (programme: Programme) => readonly DateCodes[] =
  perProgramme(({ milestones }) => milestones.map(codesOf));

/** The deadline that a nomination carries; null without one or without the milestone. */
export const dueOf = (
  nomination: DueDates,
  milestone: Named | undefined,
): IsoDate | null =>
  milestone === undefined ? null : (nomination[codesOf(milestone).due] ?? null);

/** The day on which the nomination reached the milestone. */
export const doneOf = (
  nomination: DoneDates,
  milestone: Named | undefined,
): IsoDate | null =>
  milestone === undefined
    ? null
    : (nomination[codesOf(milestone).done] ?? null);

/** The edition's date of the milestone. */
export const dateOf = (
  edition: EditionDates,
  milestone: Named | undefined,
): IsoDate | null =>
  milestone === undefined ? null : (edition[codesOf(milestone).date] ?? null);

type MilestoneSuffix = "Due" | "Done" | "Date";

/** The milestones' field codes, `<id>Due` and so on, for all of them. */
export const milestoneCodes = <S extends MilestoneSuffix>(
  { milestones }: Pick<Programme, "milestones">,
  ...suffixes: readonly S[]
): Array<`${string}${S}`> =>
  suffixes.flatMap((suffix) =>
    milestones.map(({ id }) => `${id}${suffix}` as const),
  );
