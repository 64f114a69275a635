/** The product's vocabulary: the forms of the tests are the ones that it has to read. */
export { VOCABULARY } from "../../../src/domain/vocabulary.ts";
export type { ValueKey } from "../../../src/domain/vocabulary.ts";
