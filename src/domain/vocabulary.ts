import { defineVocabulary } from "excel-form";
import type { Vocabulary } from "excel-form";
import { AREA_VALUES, areaValuesOf } from "./area-values.ts";
import { PARTIES, PURPOSE } from "./form-purpose.ts";
import type { LabelsOf } from "./label-words.ts";
import { perProgramme } from "./per-programme.ts";
import { rowLabels } from "./row-values.ts";
import { scalarLabels } from "./scalar-values.ts";
import { KEYS, ownKeysOf } from "./value-catalogue.ts";
import type { Keys, ValueKey } from "./value-catalogue.ts";

const ROW = rowLabels();

const LABELS: LabelsOf<ValueKey> = {
  ...scalarLabels(),
  ...ROW,
  "row.no": { asks: ["no|番号|項番|通番|通し番号|連番|#|№"] },
};

const withLabels = (keys: Keys): Keys =>
  // The entries are those of the keys, each with more about it.
  Object.fromEntries(
    Object.entries(keys).map(([key, info]) => [
      key,
      { ...info, ...LABELS[key as ValueKey] },
    ]),
  ) as Keys;

const define = (keys: Keys, areas: object): Vocabulary<ValueKey> =>
  defineVocabulary<ValueKey>({
    keys: withLabels(keys),
    numbered: {
      keys: Object.keys(areas),
      under: `採点|診断|チェック|得点|分野|^(?:${ROW["score.total"].asks.join("|")})$`,
      least: 3,
    },
    parties: PARTIES,
    purpose: PURPOSE,
  });

/** The values of all awards, with the words by which forms ask for them. */
export const VOCABULARY = define(KEYS, AREA_VALUES);

/** For what is proposed and offered: the values that this award has. */
export const vocabularyOf = perProgramme((programme) => {
  const areas = areaValuesOf([programme]);
  const own = Object.entries(ownKeysOf(programme)).filter(
    ([, { isOf }]) => isOf?.(programme) ?? true,
  );
  // The form engine asks first if a vocabulary has a key.
  return define(Object.fromEntries(own) as Keys, areas);
});
