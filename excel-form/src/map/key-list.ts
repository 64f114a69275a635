import { isValueKey } from "./keys.ts";
import type { ValueKey } from "./keys.ts";

/** `a+b` → `["a", "b"]`; null when one of them is no value key. */
export const toKeys = (text: string): readonly ValueKey[] | null => {
  const keys = text.split("+");
  return keys.every(isValueKey) ? keys : null;
};

/** The keys of an entry whose key list has been checked by the schema. */
export const keysOf = (entry: { readonly key: string }): readonly ValueKey[] =>
  toKeys(entry.key) ?? [];
