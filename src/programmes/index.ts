import { form as cloudPracticeForm } from "./cloud-practice-award-form.ts";
import { cloudPracticeAward } from "./cloud-practice-award.ts";
import { cloudPracticeChecklist } from "./cloud-practice-checklist.ts";
import { form as healthyCompanyForm } from "./healthy-company-declaration-form.ts";
import {
  healthyCompanyChecklist,
  healthyCompanyDeclaration,
} from "./healthy-company-declaration.ts";
import { form as longServiceForm } from "./long-service-award-form.ts";
import { longServiceAward } from "./long-service-award.ts";
import type {
  AfterSheet,
  ChecklistPreset,
  Programme,
  SampleForm,
} from "./programme.ts";

/**
 * The awards of this build. The first is that of a set of apps that names none:
 * sets made before the apps named their programme are of that one.
 */
export const programmes: readonly [Programme, ...Programme[]] = [
  cloudPracticeAward,
  healthyCompanyDeclaration,
  longServiceAward,
];

/** Items for a first edition, by programme; set-up needs them, the page does not. */
const checklists: Readonly<Record<string, ChecklistPreset>> = {
  "cloud-practice-award": cloudPracticeChecklist,
  "healthy-company-declaration": healthyCompanyChecklist,
};

const sampleForms: Readonly<Record<string, SampleForm>> = {
  "cloud-practice-award": cloudPracticeForm,
  "healthy-company-declaration": healthyCompanyForm,
  "long-service-award": longServiceForm,
};

/** Our own form of a programme; undefined where none was drawn. */
export const findSampleForm = ({
  id,
}: Pick<Programme, "id">): SampleForm | undefined => sampleForms[id];

/** The checklist of a first edition; none for a programme without a score. */
export const findChecklist = ({
  id,
  checklist,
}: Pick<Programme, "id" | "checklist">): ChecklistPreset =>
  checklists[id] ?? { status: checklist.status, items: [] };

/** The programme with this id; undefined for an id that this build does not know. */
export const findProgramme = (
  id: string,
  among: readonly Programme[] = programmes,
): Programme | undefined => among.find((one) => one.id === id);

const uniqueBy = <T>(list: readonly T[], keyOf: (one: T) => string): T[] => [
  ...new Map(list.map((one) => [keyOf(one), one])).values(),
];

/** Results of all awards that go on after the sheet; undefined where none does. */
const combineAfterSheet = (
  all: readonly AfterSheet[],
): AfterSheet | undefined =>
  all.length === 0
    ? undefined
    : {
        blocks: uniqueBy(
          all.flatMap(({ blocks }) => blocks),
          ({ name }) => name,
        ),
        prizes: [...new Set(all.flatMap(({ prizes }) => prizes))],
        criteria: all.flatMap(({ criteria }) => criteria),
        contestCriteria: all.flatMap(({ contestCriteria }) => contestCriteria),
      };

/** The first value that one of them has. */
const firstOf = <T>(values: ReadonlyArray<T | null | undefined>): T[] =>
  values.flatMap((value) => value ?? []).slice(0, 1);

/** One programme with every field that the apps of any of them have. */
export const combineProgrammes = (
  all: readonly [Programme, ...Programme[]],
): Programme => {
  const afterSheet = combineAfterSheet(
    all.flatMap((one) => one.afterSheet ?? []),
  );
  const [supporter] = firstOf(all.map((one) => one.supporter));
  const [threshold = null] = firstOf(all.map((one) => one.threshold));
  return {
    ...all[0],
    milestones: uniqueBy(
      all.flatMap(({ milestones }) => milestones),
      ({ id }) => id,
    ),
    areas: uniqueBy(
      all.flatMap(({ areas }) => areas),
      ({ name }) => name.ja,
    ),
    threshold,
    prerequisites: [
      ...new Set(all.flatMap(({ prerequisites }) => prerequisites)),
    ],
    ...(supporter !== undefined && { supporter }),
    ...(afterSheet !== undefined && { afterSheet }),
    persons: {
      grades: [...new Set(all.flatMap(({ persons }) => persons?.grades ?? []))],
    },
  };
};

/**
 * All programmes in one: the fields of its apps are those that a record of any
 * programme can have. For reading and writing records only.
 */
export const everyProgramme: Programme = combineProgrammes(programmes);

export { cloudPracticeAward } from "./cloud-practice-award.ts";
export { cloudPracticeChecklist } from "./cloud-practice-checklist.ts";
export { defineProgramme, entryWordOf, paperWordOf } from "./programme.ts";
export type {
  AfterSheet,
  Actor,
  ChecklistPreset,
  Milestone,
  MilestonePart,
  Programme,
  Requirement,
  Step,
  TypedProgramme,
} from "./programme.ts";
