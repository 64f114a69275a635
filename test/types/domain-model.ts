/**
 * Compiled, never run: fails to compile when the apps' records stop being what
 * the rules read, or when a field code changes on one side only.
 */
import type {
  AnswerRecord,
  DeliveryRecord,
  EditionRecord,
  NominationRecord,
  SocietyRecord,
} from "../../src/apps/index.ts";
import type {
  Answer,
  Delivery,
  Edition,
  Nomination,
  Society,
} from "../../src/domain/model.ts";
import type { Expect, IsAssignable } from "./expect.ts";

export type Checks = [
  Expect<IsAssignable<EditionRecord, Edition>>,
  Expect<IsAssignable<SocietyRecord, Society>>,
  Expect<IsAssignable<NominationRecord, Nomination>>,
  Expect<IsAssignable<AnswerRecord, Answer>>,
  Expect<IsAssignable<DeliveryRecord, Delivery>>,
];
