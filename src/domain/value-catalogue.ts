import { defineVocabulary } from "excel-form";
import type { KeyInfo, Vocabulary } from "excel-form";
import { entryWordOf, paperWordOf } from "../programmes/index.ts";
import type { Programme } from "../programmes/index.ts";
import { areaValuesOf } from "./area-values.ts";
import { perProgramme } from "./per-programme.ts";
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
  },
} as const satisfies Readonly<Record<string, KeyInfo>>;

export const KEYS = { ...SCALAR_VALUES, ...POSITION, ...ROW_VALUES };

/** Every value that a form can ask for. */
export type ValueKey = keyof typeof KEYS;

export type Keys = Readonly<Record<ValueKey, KeyInfo & OfSomeProgrammes>>;

/**
 * The values of all awards: what each is called, its kind and its choices. It reads
 * maps and forms, and fills them; only a proposal needs the labels of `VOCABULARY`.
 */
export const CATALOGUE: Vocabulary<ValueKey> = defineVocabulary<ValueKey>({
  keys: KEYS,
});

/** Values that an award calls by a word of its own. */
const ownLabelsOf = (programme: Programme) => {
  const word = entryWordOf(programme);
  const count = KEYS["report.count"];
  const papers = KEYS["report.caseCount"];
  const day = KEYS["declaration.registeredOn"];
  return {
    "report.count": { ...count, label: { ...count.label, ja: `${word}件数` } },
    "report.caseCount": {
      ...papers,
      label: { ...papers.label, ja: `うち${paperWordOf(programme)}` },
    },
    "declaration.registeredOn": {
      ...day,
      label: { ...day.label, ja: `${word}登録日` },
    },
  };
};

/** The values of all awards, in the words of this one. */
export const ownKeysOf = (programme: Programme): Keys => ({
  ...KEYS,
  ...areaValuesOf([programme]),
  ...ownLabelsOf(programme),
});

/** The award has this value. */
export const isValueOf = (programme: Programme, key: ValueKey): boolean => {
  const keys: Keys = KEYS;
  return keys[key].isOf?.(programme) ?? true;
};

/** For a saved map, which may hold any value: all of them, in the words of this award. */
export const catalogueOf: (programme: Programme) => Vocabulary<ValueKey> =
  perProgramme((programme) =>
    defineVocabulary<ValueKey>({ keys: ownKeysOf(programme) }),
  );
