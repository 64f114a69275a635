/**
 * The five apps as the code reads and writes them. Everything derives from one
 * programme; the looks and rights of the apps are in `declarations.ts`, which
 * the page never loads.
 */
import type { RecordOf } from "../app-kit/record-type.ts";
import { everyProgramme, type TypedProgramme } from "../programmes/index.ts";
import { createAnswers } from "./answers/model.ts";
import { createDeliveries } from "./deliveries/model.ts";
import { createEditions } from "./editions/model.ts";
import { createNominations } from "./nominations/model.ts";
import { createSocieties } from "./societies/model.ts";

export { appKeys, type AppKey } from "./app-key.ts";

export const createApps = <Id extends string, State extends string>(
  programme: TypedProgramme<Id, State>,
) => ({
  editions: createEditions(programme),
  societies: createSocieties(programme),
  nominations: createNominations(programme),
  answers: createAnswers(programme),
  deliveries: createDeliveries(programme),
});

/**
 * The apps of all programmes in one: a record of any of them is read and written
 * by these, and a field that its own apps lack is blank.
 */
export const apps = createApps<string, string>(everyProgramme);
export const { editions, societies, nominations, answers, deliveries } = apps;

export type EditionRecord = RecordOf<typeof editions>;
export type SocietyRecord = RecordOf<typeof societies>;
export type NominationRecord = RecordOf<typeof nominations>;
export type AnswerRecord = RecordOf<typeof answers>;
export type DeliveryRecord = RecordOf<typeof deliveries>;
