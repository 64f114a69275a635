import type { AnsweredItem, ChecklistItem, Edition } from "./model.ts";
import type { Programme } from "../programmes/index.ts";
import { scoreChecklist, scoreRulesOf } from "./scoring.ts";
import type { ScoreVerdict } from "./scoring.ts";
import { textHash } from "./text-hash.ts";
import { compareTexts } from "./text-order.ts";

type Item =
  | Pick<ChecklistItem, "itemId" | "itemArea" | "itemText" | "itemPoints">
  | Pick<AnsweredItem, "itemId" | "itemArea" | "itemText" | "itemPoints">;

export type EditionChecklist = Pick<
  Edition,
  "checklist" | "checklistStatus" | "checklistVersions" | "threshold"
>;

/** Differences of a nomination's items from the edition's, by item id. */
export type ChecklistDifference = {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly doubled: readonly string[];
  readonly otherPoints: readonly string[];
  readonly otherText: readonly string[];
};

const textOf = ({ itemArea, itemText }: Item): string =>
  JSON.stringify([itemArea ?? "", itemText]);

/** The items without their order, answers and row ids. */
const checklistVersion = (items: readonly Item[]): string =>
  textHash(
    JSON.stringify(
      items
        .map((item) => [
          item.itemId,
          item.itemArea ?? "",
          item.itemText,
          item.itemPoints,
        ])
        .map((item) => JSON.stringify(item))
        .toSorted(compareTexts),
    ),
  );

const listVersions = (text: string): string[] =>
  text.split(/\s+/).filter((line) => line !== "");

/** The versions to keep in an edition whose checklist is saved. */
export const withVersion = (
  versions: string,
  ...checklists: ReadonlyArray<readonly Item[]>
): string => {
  const added = checklists
    .filter(({ length }) => length > 0)
    .map(checklistVersion);
  return [...new Set([...listVersions(versions), ...added])].join("\n");
};

const repeatedIds = (items: readonly Item[]): string[] => [
  ...new Set(
    items
      .map(({ itemId }) => itemId)
      .filter((id, index, ids) => ids.indexOf(id) !== index),
  ),
];

const compareChecklist = (
  rows: readonly Item[],
  items: readonly Item[],
): ChecklistDifference => {
  const own = new Map(rows.map((row) => [row.itemId, row]));
  const official = new Map(items.map((item) => [item.itemId, item]));
  const twice = new Set(repeatedIds(items));
  const differing = (isOther: (row: Item, item: Item) => boolean): string[] =>
    rows.flatMap((row) => {
      const item = official.get(row.itemId);
      const isUnclear = item === undefined || twice.has(row.itemId);
      return !isUnclear && isOther(row, item) ? row.itemId : [];
    });
  return {
    missing: [...official.keys()].filter((id) => !own.has(id)),
    extra: [...own.keys()].filter((id) => !official.has(id)),
    doubled: repeatedIds(rows).filter((id) => !twice.has(id)),
    otherPoints: differing((row, item) => row.itemPoints !== item.itemPoints),
    otherText: differing((row, item) => textOf(row) !== textOf(item)),
  };
};

/** The answers under the edition's present items and threshold. */
export type Rescored = {
  readonly total: number;
  readonly threshold: number;
  readonly verdict: ScoreVerdict;
};

const rescore = (
  programme: Programme,
  rows: readonly AnsweredItem[],
  { checklist, threshold }: EditionChecklist,
): Rescored => {
  const answers = new Map(rows.map(({ itemId, answer }) => [itemId, answer]));
  const { total, verdict } = scoreChecklist(
    checklist.map((item) => ({
      ...item,
      answer: answers.get(item.itemId) ?? null,
      evidence: "",
    })),
    scoreRulesOf(programme, threshold),
  );
  return { total, threshold: threshold ?? 0, verdict };
};

/**
 * `altered`: the rows are no version of the edition's checklist. `older`: they
 * are an earlier one, or the threshold or the kind of the checklist has changed.
 */
export type ChecklistState =
  | { readonly kind: "same" }
  | { readonly kind: "altered"; readonly difference: ChecklistDifference }
  | { readonly kind: "older"; readonly rescored: Rescored };

export type ScoredFields = {
  readonly checklist: readonly AnsweredItem[];
  readonly requiredScore: number | null;
  readonly checklistKind: Edition["checklistStatus"];
};

/** Compares the rows with the edition's checklist. Empty on either side: nothing to compare. */
export const checklistStateOf = (
  programme: Programme,
  nomination: ScoredFields,
  edition: EditionChecklist,
): ChecklistState => {
  const { checklist: rows } = nomination;
  if (rows.length === 0 || edition.checklist.length === 0) {
    return { kind: "same" };
  }
  const own = checklistVersion(rows);
  const isCurrent = own === checklistVersion(edition.checklist);
  if (!isCurrent && !listVersions(edition.checklistVersions).includes(own)) {
    return {
      kind: "altered",
      difference: compareChecklist(rows, edition.checklist),
    };
  }
  const isSame =
    isCurrent &&
    (nomination.requiredScore ?? 0) === (edition.threshold ?? 0) &&
    (nomination.checklistKind ?? "") === (edition.checklistStatus ?? "");
  return isSame
    ? { kind: "same" }
    : { kind: "older", rescored: rescore(programme, rows, edition) };
};
