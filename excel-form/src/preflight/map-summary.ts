import type { Message } from "../words/message.ts";
import { checkMap } from "./check-map.ts";
import type { FormIssue } from "./issues.ts";
import { isValueKey, keyInfo } from "../map/vocabulary.ts";
import type { KeyGroup, ValueKey, Vocabulary } from "../map/vocabulary.ts";
import { keysOf, toKeys } from "../map/key-list.ts";
import type { OpenCell, Placement, ReportMap } from "../map/schema.ts";
import type { Form } from "../xlsx/sheet/form-model.ts";

/** A cell of the form; of a merge the top left one. */
export type Place = { readonly sheet: string; readonly cell: string };

/** Below this a proposal is shown as one to look at. */
const CLEAR_ENOUGH = 0.75;

export type ValueState = "placed" | "unsure" | "notAsked";

export type ValueLine<Key extends string = string> = {
  readonly key: Key;
  readonly state: ValueState;
  /** Cells that take the value, or might take it. */
  readonly places: readonly Place[];
  /** Why it is unsure. */
  readonly reason: Message | null;
};

export type ValueGroup<Key extends string = string> = {
  readonly group: KeyGroup;
  readonly lines: ReadonlyArray<ValueLine<Key>>;
};

export const isUnsure = ({ confidence }: Placement): boolean =>
  confidence !== undefined && confidence < CLEAR_ENOUGH;

export type Placed = Place & { readonly placement: Placement };

/** Every mapped cell; of a column of the list the one of the first entry. */
export const listPlaced = (map: ReportMap): readonly Placed[] => [
  ...map.cells.map((entry) => ({
    sheet: entry.sheet,
    cell: entry.cell,
    placement: entry,
  })),
  ...map.lists.flatMap((list) =>
    list.columns.map((entry) => ({
      sheet: list.sheet,
      cell: `${entry.column}${list.firstRow + entry.subrow}`,
      placement: entry,
    })),
  ),
];

const toPlace = ({ sheet, cell }: Place): Place => ({ sheet, cell });

const asksFor = (
  vocabulary: Vocabulary,
  open: OpenCell,
  key: ValueKey,
): boolean =>
  open.key !== undefined && (toKeys(vocabulary, open.key) ?? []).includes(key);

const toLine = <Key extends string>(
  vocabulary: Vocabulary<Key>,
  key: Key,
  placed: readonly Placed[],
  open: readonly OpenCell[],
): ValueLine<Key> => {
  const own = placed.filter(({ placement }) =>
    keysOf(vocabulary, placement).includes(key),
  );
  const doubted = own.find(({ placement }) => isUnsure(placement));
  const asked = open.filter((one) => asksFor(vocabulary, one, key));
  const [first] = asked;
  if (own.length > 0) {
    return {
      key,
      state: doubted ? "unsure" : "placed",
      places: own.map(toPlace),
      reason: doubted?.placement.reason ?? null,
    };
  }
  return first
    ? { key, state: "unsure", places: asked.map(toPlace), reason: first.reason }
    : { key, state: "notAsked", places: [], reason: null };
};

const GROUPS: readonly KeyGroup[] = ["cover", "counts", "list"];

/** Every value there is, with its place on this form. */
export const toValueGroups = <Key extends string>(
  vocabulary: Vocabulary<Key>,
  map: ReportMap,
): ReadonlyArray<ValueGroup<Key>> => {
  const placed = listPlaced(map);
  const keys = Object.keys(vocabulary.keys).filter((key): key is Key =>
    isValueKey(vocabulary, key),
  );
  return GROUPS.map((group) => ({
    group,
    lines: keys
      .filter((key) => keyInfo(vocabulary, key).group === group)
      .map((key) => toLine(vocabulary, key, placed, map.open ?? [])),
  }));
};

/** Cells that ask for something, and nobody knows for what. */
export const undecidedCells = (map: ReportMap): readonly OpenCell[] =>
  (map.open ?? []).filter(
    ({ key, sheet, cell }) =>
      key === undefined &&
      !listPlaced(map).some((one) => one.sheet === sheet && one.cell === cell),
  );

export type MapSummary = {
  readonly placed: number;
  readonly unsure: number;
  readonly problems: readonly FormIssue[];
};

/** The map at a glance. */
export const summarize = (
  vocabulary: Vocabulary,
  form: Form,
  map: ReportMap,
): MapSummary => {
  const lines = toValueGroups(vocabulary, map).flatMap((group) => group.lines);
  return {
    placed: lines.filter(({ state }) => state === "placed").length,
    unsure:
      lines.filter(({ state }) => state === "unsure").length +
      undecidedCells(map).length,
    problems: checkMap(vocabulary, form, map),
  };
};

/** Gaps of a saved map. */
export type Missing<Key extends string = string> = {
  readonly values: readonly Key[];
  readonly cells: readonly OpenCell[];
  readonly blocks: number;
  readonly warnings: number;
};

export const toMissing = <Key extends string>(
  vocabulary: Vocabulary<Key>,
  form: Form,
  map: ReportMap,
): Missing<Key> => {
  const problems = checkMap(vocabulary, form, map);
  const blocks = problems.filter(({ severity }) => severity === "block").length;
  return {
    values: toValueGroups(vocabulary, map)
      .flatMap(({ lines }) => lines)
      .filter(({ state }) => state === "unsure")
      .map(({ key }) => key),
    cells: undecidedCells(map),
    blocks,
    warnings: problems.length - blocks,
  };
};
