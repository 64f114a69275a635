import { keyInfo } from "../map/vocabulary.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

/** Asked on forms of any purpose, not only on those of the product's subject. */
export const isOfAnyForm = (vocabulary: Vocabulary, keyList: string): boolean =>
  keyList
    .split("+")
    .every((key) => keyInfo(vocabulary, key).isOnAnyForm === true);
