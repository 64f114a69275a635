import type {
  AppDeclaration,
  FieldRight,
  RecordRightBlock,
} from "../../app-kit/app-declaration.ts";
import type { AppModel } from "../../app-kit/app-model.ts";
import { everyone } from "../../app-kit/entity.ts";
import type { Programme } from "../../programmes/index.ts";
import {
  creatorRight,
  everyoneMay,
  federation,
  federationRight,
  ownSocietyOnly,
} from "../parts/rights.ts";
import { isIn, STATUS_FIELD } from "../parts/conditions.ts";
import { isPastRecord } from "./conditions.ts";
import { createNominationLayout } from "./layout.ts";
import {
  createNominationNotifications,
  createNominationReminders,
} from "./notifications.ts";
import { hasAfterSheet, listIf } from "../parts/programme-parts.ts";
import { createProcess } from "./process.ts";
import { listSteps } from "./states.ts";
import { createNominationViews } from "./views.ts";

const federationWrites = (code: string): FieldRight => ({
  code,
  entities: [
    { entity: federation, accessibility: "WRITE" },
    { entity: everyone, accessibility: "READ" },
  ],
});

/** Notes among the federation's staff; kintone leaves the field out of what anybody else reads. */
const federationSees = (code: string): FieldRight => ({
  code,
  entities: [
    { entity: federation, accessibility: "WRITE" },
    { entity: everyone, accessibility: "NONE" },
  ],
});

const afterSheetFields = [
  "regionBlock",
  "regionDate",
  "modelCase",
  "prize",
  "prizeName",
  "logoMark",
  "logoFile",
  "tellings",
  "publishText",
  "publishAskedText",
  "publishAskedOn",
  "publishAnswer",
  "publishAnsweredOn",
];

const federationFields = (programme: Programme): string[] => [
  "nameCheck",
  "nameCheckedBy",
  "nameCheckedOn",
  "nameCheckSource",
  "confirmedName",
  "confirmedNumber",
  "confirmedKind",
  "confirmedEdition",
  "confirmedNomination",
  "confirmedDates",
  ...programme.milestones
    // A society reaches the milestones with a step: its action writes the day.
    .filter(({ actor, step }) => actor === "federation" || step === undefined)
    .map(({ id }) => `${id}Done`),
  "result",
  "programme",
  "recordKind",
  ...listIf(hasAfterSheet(programme), ...afterSheetFields),
];

/** The states from the registration on. */
const closedStates = (programme: Programme): string[] => {
  const steps = listSteps(programme);
  const registration = steps.findIndex(({ requires }) => requires.length > 0);
  return registration === -1
    ? []
    : steps.slice(registration).map(({ state }) => state);
};

/** Registered data is the federation's: the society reads it and hands in through its answer. */
const closedRights = (programme: Programme): RecordRightBlock[] => {
  const states = closedStates(programme);
  return [
    isPastRecord,
    // kintone refuses a condition with an empty list.
    ...listIf(states.length > 0, isIn(STATUS_FIELD, ...states)),
  ].map((filterCond) => ({ filterCond, rights: ownSocietyOnly(["viewable"]) }));
};

export const declareNominations = (
  programme: Programme,
  model: AppModel,
): AppDeclaration => ({
  model,
  name: programme.appNames.nominations,
  description: `<div>「${programme.name}」へ推薦する事業者を、1社につき1件登録します。</div>`,
  icon: "APP39",
  theme: "BLUE",
  titleField: "registeredName",
  // The page clears dates, consents and answers of the copy.
  reusable: true,
  layout: createNominationLayout(programme),
  views: createNominationViews(programme),
  process: createProcess(programme),
  appRights: [
    creatorRight,
    federationRight,
    everyoneMay("recordViewable", "recordAddable", "recordEditable"),
  ],
  recordRightsWhen: closedRights(programme),
  recordRights: ownSocietyOnly(["viewable", "editable"]),
  fieldRights: [
    ...federationFields(programme).map(federationWrites),
    federationSees("federationNotes"),
  ],
  // No notification for every change; see `createNominationNotifications`.
  generalNotifications: [],
  recordNotifications: createNominationNotifications(programme),
  reminders: createNominationReminders(programme),
});
