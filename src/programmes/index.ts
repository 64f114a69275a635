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
