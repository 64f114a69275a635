import { groupLines } from "./board-lines.ts";
import type { BoardLine, LineGroup } from "./board-lines.ts";
import type { IsoDate } from "excel-form";
import type { Milestone } from "./deadlines.ts";
import { urgencyOf } from "./milestone-status.ts";
import type { MilestoneStatus } from "./milestone-status.ts";
import type { Programme } from "../programmes/index.ts";
import type { MilestoneId } from "./model.ts";
import { compareSocieties, createSocietyFinder } from "./society-answers.ts";
import type {
  SocietyAnswer,
  SocietyAnswerState,
  SocietyFields,
} from "./society-answers.ts";

/** The worst state among a society's nominations, and how many are in it. */
export type MatrixCell = {
  readonly status: MilestoneStatus;
  readonly due: IsoDate | null;
  /** The latest done date among them, for 完了 and 期限後に完了. */
  readonly done: IsoDate | null;
  readonly nominations: number;
  /** Their record numbers. */
  readonly ids: readonly string[];
};

export type MatrixRow = {
  readonly society: Pick<SocietyFields, "id" | "name">;
  /** Null for a society that owes no answer: closed, or unknown to the list. */
  readonly answer: SocietyAnswerState | null;
  /** Nominations that count. */
  readonly nominations: number;
  /** One for each milestone of the programme; null without a nomination. */
  readonly cells: ReadonlyArray<MatrixCell | null>;
  /** The worst of the cells; null without a nomination. */
  readonly worst: MilestoneStatus | null;
};

type SharedMilestone = {
  readonly milestone: Milestone;
  readonly lines: readonly BoardLine[];
};

const worstCell = (
  milestones: readonly SharedMilestone[],
): MatrixCell | null => {
  const [first, ...others] = milestones;
  if (first === undefined) {
    return null;
  }
  const { milestone: worst } = others.reduce(
    (known, one) =>
      urgencyOf(one.milestone.status) < urgencyOf(known.milestone.status)
        ? one
        : known,
    first,
  );
  const same = milestones.filter(
    ({ milestone }) => milestone.status === worst.status,
  );
  return {
    status: worst.status,
    due: worst.due,
    done: same.reduce<IsoDate | null>(
      (latest, { milestone: { done } }) =>
        (done ?? "") > (latest ?? "") ? done : latest,
      null,
    ),
    nominations: same.reduce((sum, { lines }) => sum + lines.length, 0),
    ids: same.flatMap(({ lines }) =>
      lines.map(({ nomination }) => nomination.id),
    ),
  };
};

const cellOf = (groups: readonly LineGroup[], id: MilestoneId) =>
  worstCell(
    groups.flatMap(({ view, lines }) => {
      const milestone = view.milestones.find((one) => one.id === id);
      return milestone === undefined ? [] : { milestone, lines };
    }),
  );

const toRow = (
  { milestones }: Programme,
  society: Pick<SocietyFields, "id" | "name">,
  answer: SocietyAnswerState | null,
  lines: readonly BoardLine[],
): MatrixRow => {
  const groups = groupLines(lines);
  const cells = milestones.map(({ id }) => cellOf(groups, id));
  const statuses = cells.flatMap((cell) => cell?.status ?? []);
  return {
    society,
    answer,
    nominations: lines.length,
    cells,
    worst: statuses.toSorted((a, b) => urgencyOf(a) - urgencyOf(b))[0] ?? null,
  };
};

/**
 * Society × milestone. Every active society has a row; a closed one, or one that
 * the list does not know, only when it has a nomination.
 */
export const boardMatrix = (
  programme: Programme,
  societies: readonly SocietyFields[],
  answers: readonly SocietyAnswer[],
  lines: readonly BoardLine[],
): MatrixRow[] => {
  const findSociety = createSocietyFinder(societies);
  const linesOf = new Map<string, BoardLine[]>();
  for (const line of lines) {
    const { nomination } = line;
    const key = findSociety(nomination)?.id ?? `?${nomination.society}`;
    const known = linesOf.get(key) ?? [];
    known.push(line);
    linesOf.set(key, known);
  }
  const stateOf = new Map(
    answers.map(({ society, state }) => [society.id, state]),
  );
  const known = societies
    .toSorted(compareSocieties)
    .filter(({ id }) => stateOf.has(id) || linesOf.has(id))
    .map((society) =>
      toRow(
        programme,
        society,
        stateOf.get(society.id) ?? null,
        linesOf.get(society.id) ?? [],
      ),
    );
  const unknown = [...linesOf]
    .filter(([key]) => key.startsWith("?"))
    .map(([key, own]) =>
      toRow(programme, { id: "", name: key.slice(1) }, null, own),
    );
  return [...known, ...unknown];
};

/** More rows than this are shown by group. */
export const MATRIX_ROWS_UNGROUPED = 60;

export type MatrixGroup = {
  /** The worst state of its rows; a society's answer where it has no nomination. */
  readonly key: MilestoneStatus | SocietyAnswerState;
  readonly rows: readonly MatrixRow[];
};

const GROUP_ORDER: ReadonlyArray<MatrixGroup["key"]> = [
  "overdue",
  "dueToday",
  "dueSoon",
  "noAnswer",
  "candidate",
  "upcoming",
  "doneLate",
  "done",
  "notApplicable",
  "noCandidate",
];

/** The rows by what has to be done about them, the worst group first. */
export const groupMatrix = (rows: readonly MatrixRow[]): MatrixGroup[] =>
  GROUP_ORDER.map((key) => ({
    key,
    rows: rows.filter((row) => (row.worst ?? row.answer) === key),
  })).filter(({ rows: own }) => own.length > 0);
