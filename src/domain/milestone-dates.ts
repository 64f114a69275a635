import type { IsoDate } from "excel-form";
import type { Milestone, Programme } from "../programmes/index.ts";

type Dates<Suffix extends string> = {
  readonly [Code in `${string}${Suffix}`]: IsoDate | null;
};

/** Field codes derive from the milestones' ids; the records of any programme fit. */
export type DueDates = Dates<"Due">;
export type DoneDates = Dates<"Done">;
/** The dates of an edition. */
export type EditionDates = Dates<"Date">;

type Named = Pick<Milestone, "id">;

type Codes = {
  readonly due: `${string}Due`;
  readonly done: `${string}Done`;
  readonly date: `${string}Date`;
};

const knownCodes = new Map<string, Codes>();

/** Joined once per milestone: a board asks for the dates of thousands of nominations. */
const codesOf = ({ id }: Named): Codes => {
  const known = knownCodes.get(id);
  if (known !== undefined) return known;
  const codes: Codes = {
    due: `${id}Due`,
    done: `${id}Done`,
    date: `${id}Date`,
  };
  knownCodes.set(id, codes);
  return codes;
};

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
