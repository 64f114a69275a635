import { keyInfo } from "../map/vocabulary.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

/** Asked on forms of any purpose, not only on those of the product's subject. */
export const isOfAnyForm = (vocabulary: Vocabulary, keyList: string): boolean =>
  keyList
    .split("+")
    .every((key) => keyInfo(vocabulary, key).isOnAnyForm === true);

const DESCRIBES =
  /^firm\.(?:number|capital|employees|industry|foundedOn|kind|headName|headTitle)$/;
const MIN_DESCRIBING = 2;

/** Values that are asked of a firm only; two of them make a form about one firm, though its name has an unknown label. */
export const describesFirm = (
  vocabulary: Vocabulary,
  keyLists: readonly string[],
): boolean =>
  new Set(
    keyLists
      .flatMap((keyList) => keyList.split("+"))
      .filter((key) => DESCRIBES.test(keyInfo(vocabulary, key).role ?? "")),
  ).size >= MIN_DESCRIBING;
