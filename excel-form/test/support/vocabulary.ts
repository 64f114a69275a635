import { vocabularyOf } from "../../../src/domain/vocabulary.ts";
import { cloudPracticeAward } from "../../../src/programmes/index.ts";

/** The vocabulary of one award of the product: the forms of the tests are the ones that it has to read. */
export const VOCABULARY = vocabularyOf(cloudPracticeAward);
export type { ValueKey } from "../../../src/domain/value-catalogue.ts";
