import { listSteps } from "../apps/nominations/states.ts";
import type { MilestoneStep } from "../apps/nominations/states.ts";
import type { Message } from "../i18n/message.ts";
import type {
  Milestone,
  MilestonePart,
  Programme,
  Requirement,
} from "../programmes/index.ts";
import { perProgramme } from "./per-programme.ts";

/** The milestone of a part of the cycle; undefined where the programme has none. */
export const milestoneOf = (
  { milestones }: Pick<Programme, "milestones">,
  part: MilestonePart,
): Milestone | undefined => milestones.find((one) => one.part === part);

/** Id of the day up to which years of service count; it is confirmed like a milestone's date. */
export const SERVICE_DAY = "serviceDay";

const SERVICE_DAY_LABEL: Message = {
  ja: "勤続年数の基準日",
  en: "Day up to which years of service count",
};

/** The words for the id of a date. */
export const labelOf = (
  { milestones }: Pick<Programme, "milestones">,
  id: string,
): Message =>
  milestones.find((one) => one.id === id)?.label ??
  (id === SERVICE_DAY ? SERVICE_DAY_LABEL : { ja: id, en: id });

/** Facts that follow from a programme alone. */
export type Cycle = {
  /** The process steps in their order. */
  readonly steps: readonly MilestoneStep[];
  /** Place of each process state among the steps. */
  readonly places: ReadonlyMap<string, number>;
  /** The milestone by which a nomination is taken into the sheet. */
  readonly entry: Milestone | undefined;
  /** Place of its step; -1 where nothing comes before the sheet. */
  readonly entryPlace: number;
  /** Place of the step that reports a nomination; -1 for none. */
  readonly reportPlace: number;
  /** The conditions of any step, in the order of the readiness line. */
  readonly requirements: readonly Requirement[];
  readonly askedBy: ReadonlyMap<Requirement, Milestone>;
};

/**
 * A nomination enters the sheet by the registration's step; without one, by the last
 * step before the report.
 */
const entryIdOf = (
  programme: Programme,
  steps: readonly MilestoneStep[],
  reportPlace: number,
): string | undefined => {
  const registration = milestoneOf(programme, "registration");
  return registration?.step === undefined
    ? steps.slice(0, reportPlace === -1 ? undefined : reportPlace).at(-1)
        ?.milestone
    : registration.id;
};

const REQUIREMENTS: readonly Requirement[] = [
  "consent",
  "securityAction",
  "score",
  "nameCheck",
];

/** The milestone whose step asks for it first, by requirement. */
const readAskedBy = (
  { milestones, prerequisites }: Programme,
  steps: readonly MilestoneStep[],
): ReadonlyMap<Requirement, Milestone> => {
  const askedBy = new Map<Requirement, Milestone>();
  for (const { milestone, requires } of steps) {
    const asking = milestones.find(({ id }) => id === milestone);
    const asked = requires.flatMap((one) =>
      one === "prerequisites" ? prerequisites : [one],
    );
    for (const one of asked)
      if (asking !== undefined && !askedBy.has(one)) askedBy.set(one, asking);
  }
  return askedBy;
};

const readCycle = (programme: Programme): Cycle => {
  const steps = listSteps(programme);
  const placeOf = (id: string | undefined): number =>
    steps.findIndex(({ milestone }) => milestone === id);
  const reportPlace = placeOf(milestoneOf(programme, "report")?.id);
  const entryId = entryIdOf(programme, steps, reportPlace);
  const askedBy = readAskedBy(programme, steps);
  return {
    steps,
    places: new Map(steps.map(({ state }, place) => [state, place])),
    entry: programme.milestones.find(({ id }) => id === entryId),
    entryPlace: placeOf(entryId),
    reportPlace,
    requirements: REQUIREMENTS.filter((one) => askedBy.has(one)),
    askedBy,
  };
};

/** Worked out once per programme: a board asks for each of thousands of nominations. */
export const cycleOf: (programme: Programme) => Cycle = perProgramme(readCycle);

/** The conditions of any step, in the order of the readiness line. */
export const requirementsOf = (programme: Programme): readonly Requirement[] =>
  cycleOf(programme).requirements;

export const isRequired = (
  programme: Programme,
  requirement: Requirement,
): boolean => requirementsOf(programme).includes(requirement);

/** The milestone whose step asks for the requirement first. */
export const milestoneAsking = (
  programme: Programme,
  requirement: Requirement,
): Milestone | undefined => cycleOf(programme).askedBy.get(requirement);
