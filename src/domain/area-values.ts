import type { KeyInfo } from "excel-form";
import { programmes } from "../programmes/index.ts";
import type { Programme } from "../programmes/index.ts";
import { scoreChecklist } from "./scoring.ts";
import { derived } from "./value-source.ts";
import type { RowValue } from "./value-source.ts";

/** A form asks for the score of an area by its number in the programme. */
const AREA_KEYS = [
  "score.area1",
  "score.area2",
  "score.area3",
  "score.area4",
  "score.area5",
  "score.area6",
  "score.area7",
  "score.area8",
  "score.area9",
  "score.area10",
  "score.area11",
  "score.area12",
] as const;

type AreaKey = (typeof AREA_KEYS)[number];
type AreaValue = KeyInfo & RowValue;

const unique = (words: readonly string[]): string[] => [...new Set(words)];

const toPattern = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** The score of the programme's area at this place. */
const scoreAt = (index: number): RowValue =>
  derived(null, ({ programme, nomination: { checklist } }) => {
    const name = programme.areas[index]?.name.ja;
    const items = checklist.filter(({ itemArea }) => itemArea === name);
    return scoreChecklist(items, []).areas[0]?.earned ?? null;
  });

/** Named after the areas that these programmes have at this place. */
const valueAt = (
  among: readonly Programme[],
  index: number,
): AreaValue | null => {
  const areas = among.flatMap((one) => one.areas[index] ?? []);
  if (areas.length === 0) return null;
  return {
    isOf: (programme) => index < programme.areas.length,
    type: "number",
    group: "list",
    label: {
      ja: unique(areas.map(({ name }) => name.ja)).join("／"),
      en: `Score: ${unique(areas.map(({ name }) => name.en)).join(" / ")}`,
    },
    isOfFirm: true,
    asks: unique(
      areas.flatMap(({ asks, name }) => asks ?? [toPattern(name.ja)]),
    ),
    ...scoreAt(index),
  };
};

/** The values of the areas that some of these programmes have, in their words. */
export const areaValuesOf = (
  among: readonly Programme[],
): Readonly<Partial<Record<AreaKey, AreaValue>>> =>
  Object.fromEntries(
    AREA_KEYS.flatMap((key, index) => {
      const value = valueAt(among, index);
      return value === null ? [] : [[key, value] as const];
    }),
  );

export const AREA_VALUES =
  // A key that no programme has an area for is a key all the same, and has no value.
  areaValuesOf(programmes) as Readonly<Record<AreaKey, AreaValue>>;
