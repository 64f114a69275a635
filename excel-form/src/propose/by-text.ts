import { perVocabulary } from "../map/vocabulary.ts";
import type { Vocabulary } from "../map/vocabulary.ts";
import { memo } from "../ground/memo.ts";

/** Texts whose reading is kept: more than any form has, few enough for the page. */
const MAX_TEXTS = 20_000;

/** A reading that depends on vocabulary and text alone; the same words stand in cell after cell. */
export const byText = <Value>(
  read: (vocabulary: Vocabulary, text: string) => Value,
): ((vocabulary: Vocabulary, text: string) => Value) => {
  const readers = perVocabulary((vocabulary) =>
    memo((text: string) => read(vocabulary, text), MAX_TEXTS),
  );
  return (vocabulary, text) => readers(vocabulary)(text);
};
