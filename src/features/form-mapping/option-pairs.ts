import {
  keyInfo,
  keysOf,
  optionFor,
  optionsAt,
  parseAddress,
  sheetNamed,
} from "excel-form";
import type { Placement, Vocabulary } from "excel-form";
import type { MappingState } from "./mapping-state.ts";

/** A value of ours, and the word that the form offers for it; null when it offers none. */
export type OptionPair = {
  readonly value: string;
  readonly option: string | null;
  /** A person said that it is written in our words. */
  readonly isKept?: true;
};

/** Words that the form offers in the active cell: those printed in it, or its drop-down. */
export const offeredOptions = (
  { form, sheet, active }: Pick<MappingState, "form" | "sheet" | "active">,
  { choose }: Placement,
): readonly string[] => {
  const found = sheetNamed(form, sheet);
  const at = parseAddress(active);
  return choose ?? (found && at && optionsAt(found, at.row, at.column)) ?? [];
};

/** Our values of a choice beside the form's words; empty where the form offers none. */
export const toOptionPairs = (
  vocabulary: Vocabulary,
  placement: Placement,
  options: readonly string[],
): readonly OptionPair[] => {
  const [key, ...others] = keysOf(vocabulary, placement);
  const isWhole = placement.part === undefined && placement.text === undefined;
  if (key === undefined || others.length > 0 || !isWhole) return [];
  if (options.length === 0) return [];
  return (keyInfo(vocabulary, key).choices ?? []).map(({ words }) => {
    const [value = ""] = words.split(" ");
    const mark = placement.marks?.[value];
    const option =
      mark === undefined
        ? optionFor(vocabulary, key, value, options)
        : (options.find((one) => one === mark) ?? null);
    const isKept = mark !== undefined && option === null;
    return { value, option, ...(isKept && { isKept }) };
  });
};

/** The marks with this value paired anew; without an option the value is written in our words. */
export const pairWith = (
  { marks }: Placement,
  value: string,
  option: string | null,
): NonNullable<Placement["marks"]> => ({ ...marks, [value]: option ?? value });
