/** The five apps with their looks, process and rights; for provisioning only. */
import type { AppDeclaration } from "../app-kit/app-declaration.ts";
import type { Programme } from "../programmes/index.ts";
import { declareAnswers } from "./answers/declaration.ts";
import { declareDeliveries } from "./deliveries/declaration.ts";
import { declareEditions } from "./editions/declaration.ts";
import { createApps, type AppKey } from "./index.ts";
import { declareNominations } from "./nominations/declaration.ts";
import { declareSocieties } from "./societies/declaration.ts";

export const declareApps = (
  programme: Programme,
): Record<AppKey, AppDeclaration> => {
  const models = createApps(programme);
  return {
    editions: declareEditions(programme, models.editions),
    societies: declareSocieties(programme, models.societies),
    nominations: declareNominations(programme, models.nominations),
    answers: declareAnswers(programme, models.answers),
    deliveries: declareDeliveries(programme, models.deliveries),
  };
};
