import { listSteps } from "../apps/nominations/states.ts";
import type { MilestoneStep } from "../apps/nominations/states.ts";
import type { Message } from "../i18n/message.ts";
import type {
  Milestone,
  MilestonePart,
  Programme,
  Requirement,
} from "../programmes/index.ts";

/** The milestone of a part of the cycle; undefined where the programme has none. */
export const milestoneOf = (
  { milestones }: Pick<Programme, "milestones">,
  part: MilestonePart,
): Milestone | undefined => milestones.find((one) => one.part === part);

/** The words for a milestone's id. */
export const labelOf = (
  { milestones }: Pick<Programme, "milestones">,
  id: string,
): Message =>
  milestones.find((one) => one.id === id)?.label ?? { ja: id, en: id };

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

const readCycle = (programme: Programme): Cycle => {
  const steps = listSteps(programme);
  const placeOf = (id: string | undefined): number =>
    steps.findIndex(({ milestone }) => milestone === id);
  const reportPlace = placeOf(milestoneOf(programme, "report")?.id);
  const entryId = entryIdOf(programme, steps, reportPlace);
  return {
    steps,
    places: new Map(steps.map(({ state }, place) => [state, place])),
    entry: programme.milestones.find(({ id }) => id === entryId),
    entryPlace: placeOf(entryId),
    reportPlace,
  };
};

const known = new WeakMap<Programme, Cycle>();

/** Worked out once per programme: a board asks for each of thousands of nominations. */
export const cycleOf = (programme: Programme): Cycle => {
  const cycle = known.get(programme) ?? readCycle(programme);
  known.set(programme, cycle);
  return cycle;
};

const REQUIREMENTS: readonly Requirement[] = [
  "consent",
  "securityAction",
  "score",
  "nameCheck",
];

const resolve = (
  { prerequisites }: Programme,
  { requires }: Pick<MilestoneStep, "requires">,
): Requirement[] =>
  requires.flatMap((one) => (one === "prerequisites" ? prerequisites : [one]));

/** The conditions of any step, in the order of the readiness line. */
export const requirementsOf = (programme: Programme): Requirement[] => {
  const asked = new Set(
    cycleOf(programme).steps.flatMap((step) => resolve(programme, step)),
  );
  return REQUIREMENTS.filter((one) => asked.has(one));
};

export const isRequired = (
  programme: Programme,
  requirement: Requirement,
): boolean => requirementsOf(programme).includes(requirement);

/** The milestone whose step asks for the requirement first. */
export const milestoneAsking = (
  programme: Programme,
  requirement: Requirement,
): Milestone | undefined => {
  const step = cycleOf(programme).steps.find((one) =>
    resolve(programme, one).includes(requirement),
  );
  return programme.milestones.find(({ id }) => id === step?.milestone);
};
