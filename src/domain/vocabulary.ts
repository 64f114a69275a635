import { defineVocabulary } from "excel-form";
import type { KeyInfo, Vocabulary } from "excel-form";
import type { Programme } from "../programmes/index.ts";
import { AREA_VALUES, areaValuesOf } from "./area-values.ts";
import { PARTIES, PURPOSE } from "./form-purpose.ts";
import { ROW_VALUES } from "./row-values.ts";
import { SCALAR_VALUES } from "./scalar-values.ts";
import type { OfSomeProgrammes } from "./value-source.ts";

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

type Keys = Readonly<Record<ValueKey, KeyInfo & OfSomeProgrammes>>;

const define = (keys: Keys, areas: object): Vocabulary<ValueKey> =>
  defineVocabulary<ValueKey>({
    keys,
    numbered: {
      keys: Object.keys(areas),
      under: `採点|診断|チェック|得点|分野|^(?:${[...ROW_VALUES["score.total"].asks].join("|")})$`,
      least: 3,
    },
    parties: PARTIES,
    purpose: PURPOSE,
  });

/** The values of all awards, with the words by which forms ask for them. */
export const VOCABULARY = define(KEYS, AREA_VALUES);

const perProgramme = <T>(
  compute: (programme: Programme) => T,
): ((programme: Programme) => T) => {
  const known = new WeakMap<Programme, T>();
  return (programme) => {
    const made = known.get(programme) ?? compute(programme);
    known.set(programme, made);
    return made;
  };
};

/** For a saved map, which may hold any value: all of them, in the words of this award. */
export const savedVocabularyOf = perProgramme((programme) => {
  const areas = areaValuesOf([programme]);
  return define({ ...KEYS, ...areas }, areas);
});

/** For what is proposed and offered: the values that this award has. */
export const vocabularyOf = perProgramme((programme) => {
  const areas = areaValuesOf([programme]);
  const all: Keys = { ...KEYS, ...areas };
  const own = Object.entries(all).filter(
    ([, { isOf }]) => isOf?.(programme) ?? true,
  );
  // The form engine asks first if a vocabulary has a key.
  return define(Object.fromEntries(own) as Keys, areas);
});
