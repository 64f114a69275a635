import type { Fields } from "../../app-kit/field.ts";
import type { Programme, Requirement } from "../../programmes/index.ts";

type Asking = Pick<Programme, "prerequisites"> & {
  readonly milestones: ReadonlyArray<
    Pick<Programme["milestones"][number], "part" | "optional"> & {
      readonly step?: Pick<
        NonNullable<Programme["milestones"][number]["step"]>,
        "requires"
      >;
    }
  >;
};

/** A step of the programme requires it, or its prerequisites do. */
export const asksFor = (
  { prerequisites, milestones }: Asking,
  requirement: Requirement,
): boolean =>
  prerequisites.includes(requirement) ||
  milestones.some(({ step }) => step?.requires.includes(requirement));

export const hasScore = ({ threshold }: Pick<Programme, "threshold">) =>
  threshold !== null;

/** The award is for people of a firm. */
export const hasPersons = ({ persons }: Pick<Programme, "persons">) =>
  persons !== undefined;

/** Firms may enter a contest, and hand in a practice case for it. */
export const hasContest = ({ milestones }: Pick<Asking, "milestones">) =>
  milestones.some(({ part, optional }) => optional || part === "case");

/** Nominations are entered with the office of the award. */
export const hasRegistration = ({ milestones }: Pick<Asking, "milestones">) =>
  milestones.some(({ part }) => part === "registration");

/** Somebody else may register a nomination on the firm's behalf, and is named. */
export const hasSupporter = ({ supporter }: Pick<Programme, "supporter">) =>
  supporter !== undefined;

/** Something comes after the sheet: finals, prizes, a publication. */
export const hasAfterSheet = ({ afterSheet }: Pick<Programme, "afterSheet">) =>
  afterSheet !== undefined;

/** The parts of a list that the programme has. */
export const listIf = <T>(isWanted: boolean, ...list: readonly T[]): T[] =>
  isWanted ? [...list] : [];

/** Fields of a part that the programme may lack. */
export const fieldsIf = <const F extends Fields>(
  isWanted: boolean,
  fields: F,
): F =>
  // The types are those of every programme; a field that an app lacks reads as blank.
  isWanted ? fields : ({} as F);
