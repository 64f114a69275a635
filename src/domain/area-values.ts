import type { KeyInfo } from "excel-form";
import { programmes } from "../programmes/index.ts";
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

/** Named after the areas that the programmes of this build have at this place. */
const valueAt = (index: number): AreaValue | null => {
  const areas = programmes.flatMap((one) => one.areas[index] ?? []);
  if (areas.length === 0) return null;
  return {
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

const entries = AREA_KEYS.flatMap((key, index) => {
  const value = valueAt(index);
  return value === null ? [] : [[key, value] as const];
});

/** The keys of the areas that some programme has. */
export const AREA_VALUE_KEYS: readonly AreaKey[] = entries.map(([key]) => key);

export const AREA_VALUES =
  // A key that no programme has an area for is a key all the same, and has no value.
  Object.fromEntries(entries) as Readonly<Record<AreaKey, AreaValue>>;
