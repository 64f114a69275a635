import { cloudPracticeAward } from "./cloud-practice-award.ts";
import type { Programme } from "./programme.ts";

/**
 * The awards of this build. The first is that of a set of apps that names none:
 * sets made before the apps named their programme are of that one.
 */
export const programmes: readonly [Programme, ...Programme[]] = [
  cloudPracticeAward,
];

/** The programme with this id; undefined for an id that this build does not know. */
export const findProgramme = (id: string): Programme | undefined =>
  programmes.find((one) => one.id === id);

export { cloudPracticeAward } from "./cloud-practice-award.ts";
export { cloudPracticeChecklist } from "./cloud-practice-checklist.ts";
export { defineProgramme } from "./programme.ts";
export type {
  Actor,
  Lateness,
  Milestone,
  Programme,
  Requirement,
  Step,
  TypedProgramme,
} from "./programme.ts";
