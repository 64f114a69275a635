import { memo } from "../work/memo.ts";

/** Texts whose reading is kept: more than any form has, few enough for the page. */
const MAX_TEXTS = 20_000;

/** A reading that depends on the text alone; the same words stand in cell after cell. */
export const byText = <Value>(
  read: (text: string) => Value,
): ((text: string) => Value) => memo(read, MAX_TEXTS);
