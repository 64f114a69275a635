import { toKeys } from "../map/key-list.ts";

const OF_ANY_FORM = /^(?:business|contact|securityAction)\.|^report\.date$/;

/** What any programme asks of a firm that applies, not only ours. */
export const isOfAnyForm = (keyList: string): boolean =>
  (toKeys(keyList) ?? []).every((key) => OF_ANY_FORM.test(key));
