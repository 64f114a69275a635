import type { Milestone, Programme } from "../programmes/index.ts";
import { dateOf, dueOf } from "./milestone-dates.ts";
import type { DueDates, EditionDates } from "./milestone-dates.ts";
import { scoreChecklist, scoreRulesOf, VERDICT_TEXTS } from "./scoring.ts";
import type { AnsweredItem, Edition, Nomination } from "./model.ts";

export type ChangedEdition = Pick<
  Edition,
  "name" | "threshold" | "checklistStatus" | "checklist"
> &
  EditionDates;

export type CopyOf = Pick<
  Nomination,
  | "id"
  | "revision"
  | "status"
  | "nominationKind"
  | "consentNominate"
  | "consentShare"
  | "society"
  | "societyCode"
  | "registeredName"
  | "requiredScore"
  | "checklistKind"
  | "checklist"
  | "verdict"
> &
  DueDates;

/** A value of the edition, before and after. */
export type ValueChange = {
  readonly what: Milestone | "threshold" | "checklistKind" | "items";
  readonly before: string;
  readonly after: string;
};

export type StaleNomination = {
  readonly nomination: CopyOf;
  readonly changes: readonly ValueChange[];
  /** The rows to write; null when the items are the edition's. */
  readonly checklist: readonly AnsweredItem[] | null;
  readonly verdictAfter: string;
};

const dateChanges = (
  { milestones }: Programme,
  edition: ChangedEdition,
  nomination: CopyOf,
): ValueChange[] =>
  milestones.flatMap((what) => {
    const after = dateOf(edition, what);
    const before = dueOf(nomination, what);
    return after === before
      ? []
      : [{ what, before: before ?? "", after: after ?? "" }];
  });

const isSameItem = (
  a: Omit<AnsweredItem, "id" | "answer" | "evidence">,
  b: Edition["checklist"][number],
): boolean =>
  a.itemId === b.itemId &&
  a.itemArea === (b.itemArea ?? "") &&
  a.itemText === b.itemText &&
  a.itemPoints === b.itemPoints;

/** Answers to items that still exist are kept; a new item has none. */
const mergeItems = (
  edition: ChangedEdition,
  nomination: CopyOf,
): readonly AnsweredItem[] | null => {
  // kintone gives a new table one blank row; it is no item.
  const items = edition.checklist.filter(
    ({ itemId, itemText }) => itemId !== "" || itemText !== "",
  );
  const { checklist: rows } = nomination;
  // An edition without items has none to copy; answers are not thrown away for it.
  if (items.length === 0) return null;
  const isSame =
    rows.length === items.length &&
    items.every((item, index) => {
      const row = rows[index];
      return row !== undefined && isSameItem(row, item);
    });
  if (isSame) return null;
  const left = [...rows];
  return items.map(({ itemId, itemArea, itemText, itemPoints }) => {
    const place = left.findIndex((row) =>
      itemId === "" ? row.itemText === itemText : row.itemId === itemId,
    );
    // A row is used once, also where the edition doubles an item.
    const [row] = place === -1 ? [] : left.splice(place, 1);
    return {
      id: row?.id ?? null,
      answer: row?.answer ?? null,
      evidence: row?.evidence ?? "",
      itemId,
      itemArea: itemArea ?? "",
      itemText,
      itemPoints,
    };
  });
};

const otherChanges = (
  edition: ChangedEdition,
  nomination: CopyOf,
  checklist: readonly AnsweredItem[] | null,
): ValueChange[] => {
  const changes: ValueChange[] = [
    {
      what: "threshold",
      before: String(nomination.requiredScore ?? ""),
      after: String(edition.threshold ?? ""),
    },
    {
      what: "checklistKind",
      before: nomination.checklistKind ?? "",
      after: edition.checklistStatus ?? "",
    },
    {
      what: "items",
      before: checklist === null ? "" : String(nomination.checklist.length),
      after: checklist === null ? "" : String(checklist.length),
    },
  ];
  return changes.filter(
    ({ what, before, after }) =>
      (what === "items" && checklist !== null) || before !== after,
  );
};

const toStale = (
  programme: Programme,
  edition: ChangedEdition,
  nomination: CopyOf,
): StaleNomination | null => {
  const checklist = mergeItems(edition, nomination);
  const changes = [
    ...dateChanges(programme, edition, nomination),
    ...otherChanges(edition, nomination, checklist),
  ];
  if (changes.length === 0) return null;
  const { verdict } = scoreChecklist(
    checklist ?? nomination.checklist,
    scoreRulesOf(programme, edition.threshold),
  );
  return {
    nomination,
    changes,
    checklist,
    verdictAfter: VERDICT_TEXTS[verdict],
  };
};

/** The nominations of the edition that carry an old copy of something in it. */
export const staleNominations = (
  programme: Programme,
  edition: ChangedEdition,
  nominations: readonly CopyOf[],
): StaleNomination[] =>
  nominations.flatMap(
    (nomination) => toStale(programme, edition, nomination) ?? [],
  );

/** Those whose verdict the change turns, whatever state they are in. */
export const flippedVerdicts = (
  stale: readonly StaleNomination[],
): StaleNomination[] =>
  stale.filter(
    ({ nomination, verdictAfter }) => nomination.verdict !== verdictAfter,
  );

const keyOf = ({ what }: ValueChange): string =>
  typeof what === "string" ? what : what.id;

/** The values that changed, each once with the copy that most records carry. */
export const summarizeChanges = (
  all: ReadonlyArray<readonly ValueChange[]>,
): ValueChange[] => {
  const amounts = new Map<string, { change: ValueChange; count: number }>();
  for (const change of all.flat()) {
    const key = JSON.stringify([keyOf(change), change.before, change.after]);
    const count = (amounts.get(key)?.count ?? 0) + 1;
    amounts.set(key, { change, count });
  }
  const sorted = [...amounts.values()].toSorted((a, b) => b.count - a.count);
  return sorted
    .map(({ change }) => change)
    .filter(
      ({ what }, index, list) =>
        list.findIndex((one) => one.what === what) === index,
    );
};
