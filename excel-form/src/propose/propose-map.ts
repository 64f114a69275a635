import type { ValueKey, Vocabulary } from "../map/vocabulary.ts";
import { toKeys } from "../map/key-list.ts";
import { MAP_VERSION } from "../map/schema.ts";
import type { OpenCell, ReportMap } from "../map/schema.ts";
import { describeMap } from "../near/near.ts";
import type { Form } from "../xlsx/sheet/form-model.ts";
import { finish, withProgress } from "../ground/steps.ts";
import type { Progress, Steps } from "../ground/steps.ts";
import type { Message } from "../words/message.ts";
import { chooseSheets, leaveSheet } from "./choose-sheets.ts";
import type { SheetProposal } from "./choose-sheets.ts";
import type { LeftCell } from "./claims.ts";
import { explain } from "./explain.ts";
import type { Explanation } from "./explain.ts";
import { sheetSteps } from "./propose-sheet.ts";
import {
  foreignPurpose,
  hasOwnTitle,
  isAside,
  isReportForm,
  isSigned,
} from "./relevance.ts";
import { rules } from "./rules/index.ts";
import { gridSteps } from "../near/slot-grid.ts";
import type { SlotGrid } from "../near/slot-grid.ts";

export type ProposeOptions = {
  /** The values there are; all of the vocabulary when left out. */
  readonly targets?: readonly ValueKey[];
  /** Proposes for a form of some other purpose too. */
  readonly isAnyway?: boolean;
};

/** A proposal with what led to it. */
export type Proposal = {
  readonly map: ReportMap;
  /** Why the form seems to be for something else; null when it does not. */
  readonly foreign: Message | null;
  readonly explained: readonly Explanation[];
};

const isWanted = (
  vocabulary: Vocabulary,
  targets: readonly ValueKey[] | undefined,
  key: string,
): boolean =>
  targets === undefined ||
  (toKeys(vocabulary, key) ?? []).every((k) => targets.includes(k));

/** Every place once, and none that has its value. */
const stillOpen = (sheets: readonly SheetProposal[]): readonly LeftCell[] => {
  const placeOf = ({ sheet, cell }: { sheet: string; cell: string }) =>
    `${sheet}!${cell}`;
  const done = new Set(
    sheets.flatMap(({ cells }) => cells.map(({ entry }) => placeOf(entry))),
  );
  return sheets
    .flatMap(({ open }) => open)
    .filter(({ open }) => {
      const isNew = !done.has(placeOf(open));
      done.add(placeOf(open));
      return isNew;
    });
};

/** Reading the cells of a sheet comes before reading its labels. */
const ROUNDS = 2;

function* eachInTurn<Item, Result>(
  items: readonly Item[],
  toSteps: (item: Item) => Steps<Result>,
  round: number,
): Steps<readonly Result[], Progress> {
  const total = ROUNDS * items.length;
  const results: Result[] = [];
  for (const item of items) {
    const done = round * items.length + results.length;
    results.push(yield* withProgress(toSteps(item), { done, total }));
  }
  return results;
}

const toMap = (
  vocabulary: Vocabulary,
  form: Form,
  sheets: readonly SheetProposal[],
  open: readonly OpenCell[],
  targets: ProposeOptions["targets"],
): ReportMap =>
  describeMap(vocabulary, form, {
    version: MAP_VERSION,
    revision: 1,
    form: { fingerprint: form.fingerprint },
    cells: sheets
      .flatMap(({ cells }) => cells.map(({ entry }) => entry))
      .filter(({ key }) => isWanted(vocabulary, targets, key)),
    lists: sheets
      .flatMap(({ list, more }) => (list ? [list, ...more] : []))
      .map((list) => ({
        ...list,
        columns: list.columns.filter(({ key }) =>
          isWanted(vocabulary, targets, key),
        ),
      })),
    open: [...open],
  });

/** A paper to be signed goes with the report before it; where it comes first, it is the form. */
const ownSheets = (
  vocabulary: Vocabulary,
  grids: readonly SlotGrid[],
): readonly SlotGrid[] => {
  const shown = grids.filter((grid) => !isAside(grid));
  const [first] = shown;
  if (!isReportForm(vocabulary, shown)) return shown;
  // The firm dates and signs by hand what it consents to on our own forms.
  return first && isSigned(first) && !hasOwnTitle(vocabulary, [first])
    ? shown
    : shown.filter((grid) => !isSigned(grid));
};

/** A proposal in steps, for a page that must not stand still meanwhile. */
export function* proposalSteps(
  vocabulary: Vocabulary,
  form: Form,
  { targets, isAnyway = false }: ProposeOptions = {},
): Steps<Proposal, Progress> {
  const visible = form.sheets.filter(({ state }) => state === "visible");
  const grids = yield* eachInTurn(visible, gridSteps, 0);
  const own = ownSheets(vocabulary, grids);
  const isReport = isReportForm(vocabulary, own);
  // The first sheet speaks for the book, any other for itself.
  const foreign = foreignPurpose(vocabulary, own.slice(0, 1));
  const foreignSheets = new Set(
    own
      .filter((grid) => foreignPurpose(vocabulary, [grid]))
      .map(({ sheet }) => sheet.name),
  );
  const found = yield* eachInTurn(
    own,
    (grid) => sheetSteps(vocabulary, grid, isReport),
    1,
  );
  const chosen = chooseSheets(vocabulary, found, {
    hasOwnTitle: hasOwnTitle(vocabulary, own),
    isReport,
  });
  const sheets = chosen.map((one) =>
    !isAnyway && (foreign !== null || foreignSheets.has(one.sheet))
      ? leaveSheet(one, rules.foreignForm)
      : one,
  );
  const left = stillOpen(sheets);
  const map = toMap(
    vocabulary,
    form,
    sheets,
    left.map(({ open }) => open),
    targets,
  );
  return { map, foreign, explained: explain(sheets, left) };
}

/** The cell of each value, the reason, and the rule that placed it. */
export const proposeWithReasons = (
  vocabulary: Vocabulary,
  form: Form,
  options?: ProposeOptions,
): Proposal => finish(proposalSteps(vocabulary, form, options));

/**
 * Reads the labels of a form and says where which value goes. What is unsure is
 * in `open`, never guessed; of a form for something else all is left open.
 */
export const proposeMap = (
  vocabulary: Vocabulary,
  form: Form,
  options?: ProposeOptions,
): ReportMap => proposeWithReasons(vocabulary, form, options).map;
