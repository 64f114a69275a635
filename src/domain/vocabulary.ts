import { defineVocabulary } from "excel-form";
import type { KeyInfo } from "excel-form";
import { AREA_VALUE_KEYS } from "./area-values.ts";
import { PARTIES, PURPOSE } from "./form-purpose.ts";
import { ROW_VALUES } from "./row-values.ts";
import { SCALAR_VALUES } from "./scalar-values.ts";

/** The position in the list, which no record holds. */
const POSITION = {
  "row.no": {
    type: "number",
    group: "list",
    label: { ja: "番号", en: "No." },
    role: "list.number",
    asks: ["no|番号|項番|通番|通し番号|連番|#|№"],
  },
} as const satisfies Readonly<Record<string, KeyInfo>>;

const KEYS = { ...SCALAR_VALUES, ...POSITION, ...ROW_VALUES };

/** Every value that a form can ask for. */
export type ValueKey = keyof typeof KEYS;

/** Our values, with the words by which forms ask for them. */
export const VOCABULARY = defineVocabulary<ValueKey>({
  keys: KEYS,
  numbered: {
    keys: AREA_VALUE_KEYS,
    under: `採点|診断|チェック|得点|分野|^(?:${[...ROW_VALUES["score.total"].asks].join("|")})$`,
    least: 3,
  },
  parties: PARTIES,
  purpose: PURPOSE,
});
