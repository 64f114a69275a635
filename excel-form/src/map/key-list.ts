import { isValueKey } from "./vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** `a+b` → `["a", "b"]`; null when one of them is no value key. */
export const toKeys = <Key extends string>(
  vocabulary: Vocabulary<Key>,
  text: string,
): readonly Key[] | null => {
  const keys: Key[] = [];
  for (const key of text.split("+")) {
    if (!isValueKey(vocabulary, key)) return null;
    keys.push(key);
  }
  return keys;
};

/** The keys of an entry whose key list has been checked by the schema. */
export const keysOf = <Key extends string>(
  vocabulary: Vocabulary<Key>,
  entry: { readonly key: string },
): readonly Key[] => toKeys(vocabulary, entry.key) ?? [];
