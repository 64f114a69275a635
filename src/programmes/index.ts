export { cloudPracticeAward } from "./cloud-practice-award.ts";
export { cloudPracticeChecklist } from "./cloud-practice-checklist.ts";
export { defineProgramme } from "./programme.ts";
export type {
  Actor,
  Area,
  ChecklistItem,
  ChecklistPreset,
  EditionPreset,
  Lateness,
  Milestone,
  Programme,
  Requirement,
  Step,
  TypedProgramme,
} from "./programme.ts";
