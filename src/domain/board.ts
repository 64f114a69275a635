import {
  endOfWeek,
  groupLines,
  hasStatus,
  isDueBetween,
  sortPressing,
  toBoardLine,
} from "./board-lines.ts";
import type {
  BoardLine,
  BoardNomination,
  LineGroup,
  MilestoneView,
} from "./board-lines.ts";
import { boardMatrix } from "./board-matrix.ts";
import type { MatrixRow } from "./board-matrix.ts";
import { withEditionDates } from "./deadlines.ts";
import type { EditionDates } from "./deadlines.ts";
import type { DeadlineClock } from "./due-facts.ts";
import { boardQueues } from "./board-queues.ts";
import type { BoardQueues } from "./board-queues.ts";
import { editionDeadlines, nextOwedDeadline } from "./edition-deadlines.ts";
import type { EditionDeadline } from "./edition-deadlines.ts";
import { editionTarget } from "./edition-target.ts";
import type { EditionTarget } from "./edition-target.ts";
import { findTwins } from "./firm-identity.ts";
import { isOpen } from "./milestone-status.ts";
import type { Edition, MilestoneId } from "./model.ts";
import {
  counts,
  isConsentWithdrawn,
  isNominatedByOther,
  isRegistered,
  isRegisteredLate,
  stepOf,
} from "./nomination-step.ts";
import type { NominationStep } from "./nomination-step.ts";
import { sentIds } from "./report-selection.ts";
import { sheetStateOf } from "./sheet-state.ts";
import type { SheetFields, SheetState } from "./sheet-state.ts";
import { societyAnswers } from "./society-answers.ts";
import type {
  AnswerFields,
  SocietyAnswer,
  SocietyFields,
} from "./society-answers.ts";

/** All of one edition; the societies are those of the federation, closed ones too. */
export type BoardInput<D extends SheetFields = SheetFields> = {
  readonly edition: EditionDates & Pick<Edition, "target" | "threshold">;
  readonly nominations: readonly BoardNomination[];
  readonly societies: readonly SocietyFields[];
  readonly answers: readonly AnswerFields[];
  readonly deliveries: readonly D[];
  readonly clock: DeadlineClock;
};

/**
 * Every number of the board. "Counts" means: 他薦, not 取下げ, not 差戻し, and
 * neither 推薦の同意 nor 提供の同意 is 撤回. Deadlines are the edition's as they are
 * now, or the record's own where the edition has none.
 */
export type Board<D extends SheetFields = SheetFields> = {
  /** The next date, hard or internal, that somebody here still has to keep. */
  readonly nextDeadline: EditionDeadline | null;
  /** All dates of the edition in order of time. */
  readonly deadlines: readonly EditionDeadline[];
  /** Nominations that count and are open for a milestone of the next date. */
  readonly nextConcerns: number;
  /** The date of the sheet, once it has passed and none was mailed. */
  readonly missedReport: EditionDeadline | null;
  readonly queues: BoardQueues;
  readonly target: EditionTarget;
  /** Active societies only; see `societyAnswers`. */
  readonly societies: readonly SocietyAnswer[];
  readonly societyTotals: Readonly<Record<SocietyAnswer["state"], number>>;
  /** Nominations that count by process state; `returned` and `withdrawn` beside them. */
  readonly steps: Readonly<Record<NominationStep, number>>;
  /** 自薦 in any state: kept for information, in no other number. */
  readonly selfNominated: number;
  /** Nominations that count and have a milestone overdue, due today or due soon; most pressing first. */
  readonly toDo: readonly BoardLine[];
  /** Nominations that count and have at least one overdue milestone; most pressing first. */
  readonly overdue: readonly BoardLine[];
  /** Nominations that count and have an open milestone from today to Saturday; may be overdue for another. */
  readonly dueThisWeek: readonly BoardLine[];
  /** 差戻し: in no number, but somebody has to act. */
  readonly returned: readonly BoardLine[];
  /** Counts, is registered, with a date after the edition's: for a supplementary sheet. */
  readonly registeredLate: readonly BoardLine[];
  readonly matrix: readonly MatrixRow[];
  readonly sheet: SheetState<D>;
  /** Registered, and on no report that was mailed. */
  readonly unsent: number;
  /** Groups of nominations that count and look like one firm, across societies too. */
  readonly twins: ReadonlyArray<readonly BoardNomination[]>;
  /** Records whose copied dates or threshold are no longer the edition's: kintone's own lists still use those. */
  readonly outdated: readonly BoardNomination[];
};

const countSteps = (
  nominations: readonly BoardNomination[],
): Record<NominationStep, number> => {
  const steps: Record<NominationStep, number> = {
    preparing: 0,
    contacted: 0,
    registered: 0,
    reported: 0,
    returned: 0,
    withdrawn: 0,
  };
  for (const nomination of nominations.filter(isNominatedByOther)) {
    const step = isConsentWithdrawn(nomination)
      ? "withdrawn"
      : stepOf(nomination);
    steps[step] += 1;
  }
  return steps;
};

const countAnswers = (societies: readonly SocietyAnswer[]) => {
  const totals = { candidate: 0, noCandidate: 0, noAnswer: 0 };
  for (const { state } of societies) {
    totals[state] += 1;
  }
  return totals;
};

const isOutdated = (
  edition: BoardInput["edition"],
  nomination: BoardNomination,
): boolean =>
  withEditionDates(nomination, edition) !== nomination ||
  (edition.threshold !== null &&
    nomination.requiredScore !== null &&
    edition.threshold !== nomination.requiredScore);

const isPressing = ({ pressing }: MilestoneView): boolean =>
  pressing !== null && pressing.status !== "upcoming";

const isReturned = (nomination: BoardNomination): boolean =>
  isNominatedByOther(nomination) && stepOf(nomination) === "returned";

/** Milestones that a nomination, a society or the federation still owes. */
const owedMilestones = (
  groups: readonly LineGroup[],
  facts: { isSilent: boolean; isTargetOpen: boolean; isMailed: boolean },
): ReadonlySet<MilestoneId> => {
  const owed = new Set<MilestoneId>();
  for (const { view } of groups)
    for (const { id, status } of view.milestones)
      if (isOpen(status)) owed.add(id);
  if (facts.isSilent) owed.add("contact");
  if (facts.isTargetOpen) owed.add("register");
  // The sheet is owed once per edition, whatever the firms' records say.
  if (facts.isMailed) owed.delete("report");
  else owed.add("report");
  return owed;
};

const isConcerned = (
  { milestones }: MilestoneView,
  next: EditionDeadline | null,
): boolean =>
  milestones.some(
    ({ id, status }) => isOpen(status) && next?.milestones.includes(id),
  );

const countLines = (groups: readonly LineGroup[]): number =>
  groups.reduce((sum, { lines }) => sum + lines.length, 0);

const missedReportOf = (
  deadlines: readonly EditionDeadline[],
  { state }: SheetState,
  { today }: DeadlineClock,
): EditionDeadline | null =>
  deadlines.find(
    ({ date, milestones }) =>
      state !== "mailed" && milestones.includes("report") && date < today,
  ) ?? null;

/** The deadline board of one edition; everything on it follows from the records and the day. */
export const createBoard = <D extends SheetFields>(
  input: BoardInput<D>,
): Board<D> => {
  const { edition, clock, societies } = input;
  const toLine = (nomination: BoardNomination): BoardLine =>
    toBoardLine(withEditionDates(nomination, edition), clock);
  const saturday = endOfWeek(clock.today);
  const running = input.nominations.filter(counts);
  const lines = running.map(toLine);
  const groups = groupLines(lines);
  const mostPressing = (test: (view: MilestoneView) => boolean): BoardLine[] =>
    sortPressing(groups.filter(({ view }) => test(view)));
  const sent = sentIds(input.deliveries);
  const answers = societyAnswers(societies, input.answers, running);
  const totals = countAnswers(answers);
  const target = editionTarget(edition, running, clock);
  const sheet = sheetStateOf(input.deliveries);
  const deadlines = editionDeadlines(edition, clock);
  const nextDeadline = nextOwedDeadline(
    edition,
    clock,
    owedMilestones(groups, {
      isSilent: totals.noAnswer > 0,
      isTargetOpen: target.registered < target.required,
      isMailed: sheet.state === "mailed",
    }),
  );
  return {
    nextDeadline,
    nextConcerns: countLines(
      groups.filter(({ view }) => isConcerned(view, nextDeadline)),
    ),
    missedReport: missedReportOf(deadlines, sheet, clock),
    queues: boardQueues(lines, sent),
    deadlines,
    target,
    societies: answers,
    societyTotals: totals,
    steps: countSteps(input.nominations),
    selfNominated: input.nominations.filter((one) => !isNominatedByOther(one))
      .length,
    toDo: mostPressing(isPressing),
    overdue: mostPressing((view) => hasStatus(view, "overdue")),
    dueThisWeek: mostPressing((view) =>
      isDueBetween(view, clock.today, saturday),
    ),
    returned: input.nominations.filter(isReturned).map(toLine),
    registeredLate: lines.filter(({ nomination }) =>
      isRegisteredLate(nomination),
    ),
    matrix: boardMatrix(societies, answers, lines),
    sheet,
    unsent: running.filter((one) => isRegistered(one) && !sent.has(one.id))
      .length,
    twins: findTwins(running),
    outdated: running.filter((one) => isOutdated(edition, one)),
  };
};
