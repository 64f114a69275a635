import { itemsThatClose } from "../../domain/closing-items.ts";
import type { ClosingItems } from "../../domain/closing-items.ts";
import type {
  AnsweredItem,
  ChecklistItem,
  Nomination,
} from "../../domain/model.ts";
import type { Programme } from "../../programmes/index.ts";
import { scoreChecklist, scoreRulesOf } from "../../domain/scoring.ts";
import type { AreaScore, Score } from "../../domain/scoring.ts";

export type PanelItem = AnsweredItem & {
  /** Position in kintone's table. */
  readonly index: number;
  /** Its id, or its number when it has no id. */
  readonly name: string;
};

export type PanelArea = AreaScore & { readonly rows: readonly PanelItem[] };

export type ScoreView = {
  readonly score: Score;
  readonly areas: readonly PanelArea[];
  readonly isSample: boolean;
  /** Null while no edition has given one. */
  readonly threshold: number | null;
  /** Which items would close the gap; null without a gap or without a way. */
  readonly closing: ClosingItems | null;
  readonly isOtherVersion: boolean;
};

type PanelFields = Pick<
  Nomination,
  "checklist" | "requiredScore" | "checklistKind"
>;

const isBlank = ({ itemId, itemText, answer, evidence }: AnsweredItem) =>
  itemId === "" && itemText === "" && answer === null && evidence === "";

/** kintone opens a new record with one blank row; it is no item. */
const toPanelItems = (
  rows: readonly AnsweredItem[],
  nameByNumber: (number: number) => string,
): PanelItem[] =>
  rows
    .map((row, index) => ({
      ...row,
      index,
      name: row.itemId === "" ? nameByNumber(index + 1) : row.itemId,
    }))
    .filter((row) => !isBlank(row));

const itemKey = (item: ChecklistItem): string =>
  JSON.stringify([
    item.itemId,
    item.itemArea ?? "",
    item.itemText,
    item.itemPoints,
  ]);

const hasSameItems = (
  a: readonly ChecklistItem[],
  b: readonly ChecklistItem[],
): boolean =>
  a.length === b.length &&
  a.every((item, index) => {
    const other = b[index];
    return other !== undefined && itemKey(item) === itemKey(other);
  });

/**
 * The panel of one nomination. Scored with the rule that kintone's own fields
 * calculate with, so the two cannot disagree.
 *
 * @param current - the edition's checklist as it is now; null while unknown
 */
export const toScoreView = (
  programme: Programme,
  nomination: PanelFields,
  current: readonly ChecklistItem[] | null,
  nameByNumber: (number: number) => string,
): ScoreView => {
  const items = toPanelItems(nomination.checklist, nameByNumber);
  const score = scoreChecklist(
    items,
    scoreRulesOf(programme, nomination.requiredScore),
  );
  const named = items.map((item) => ({ ...item, itemId: item.name }));
  return {
    score,
    areas: score.areas.map((area) => ({
      ...area,
      rows: items.filter(({ itemArea }) => (itemArea ?? "") === area.area),
    })),
    isSample: nomination.checklistKind === "サンプル",
    threshold: nomination.requiredScore,
    closing:
      score.missingPoints > 0 && score.verdict === "below"
        ? itemsThatClose(named, score.missingPoints)
        : null,
    isOtherVersion:
      current !== null &&
      current.length > 0 &&
      score.answeredCount > 0 &&
      !hasSameItems(items, current),
  };
};
