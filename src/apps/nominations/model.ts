import { defineApp } from "../../app-kit/app-model.ts";
import type { TypedProgramme } from "../../programmes/index.ts";
import { createChecklistFields } from "./checklist-fields.ts";
import { createDeadlineFields } from "./deadline-fields.ts";
import { businessFields } from "./business-fields.ts";
import { createOutcomeFields } from "./outcome-fields.ts";
import { createPersonFields } from "./person-fields.ts";
import { createReadinessFields } from "./readiness-fields.ts";
import { createRelatedFields } from "./related-fields.ts";
import { createStates } from "./states.ts";

/** 推薦案件: one firm × one edition × one content. */
export const createNominations = <Id extends string, State extends string>(
  programme: TypedProgramme<Id, State>,
) =>
  defineApp({
    key: "nominations",
    fields: {
      ...createDeadlineFields(programme),
      ...businessFields,
      ...createReadinessFields(programme),
      ...createChecklistFields(programme),
      ...createPersonFields(programme),
      ...createOutcomeFields(programme),
      ...createRelatedFields(programme),
    },
    states: createStates(programme),
  });
