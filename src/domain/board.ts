import { hasScore } from "../apps/parts/programme-parts.ts";
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
import { listOpenSocieties } from "./open-societies.ts";
import type { OpenSociety } from "./open-societies.ts";
import { boardMatrix } from "./board-matrix.ts";
import type { MatrixRow } from "./board-matrix.ts";
import { withEditionDates } from "./deadlines.ts";
import type { EditionDates } from "./milestone-dates.ts";
import type { Milestone, Programme } from "../programmes/index.ts";
import { cycleOf, milestoneOf } from "./cycle.ts";
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
  isRegisteredLate,
  isReturned as hasReturned,
  stepOf,
  stepsOf,
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
  readonly programme: Programme;
  readonly edition: EditionDates & Pick<Edition, "target" | "threshold">;
  readonly nominations: readonly BoardNomination[];
  readonly societies: readonly SocietyFields[];
  readonly answers: readonly AnswerFields[];
  readonly deliveries: readonly D[];
  /** Ids of nominations that a mailed sheet would list otherwise now; absent while not known. */
  readonly changedSinceSent?: ReadonlySet<string>;
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
  /** Societies by which the next date is not kept yet; null when it asks nothing of them. */
  readonly nextOpenSocieties: readonly OpenSociety[] | null;
  /** The date of the sheet, once it has passed and none was mailed. */
  readonly missedReport: EditionDeadline | null;
  readonly queues: BoardQueues;
  readonly target: EditionTarget;
  /** Active societies only; see `societyAnswers`. */
  readonly societies: readonly SocietyAnswer[];
  readonly societyTotals: Readonly<Record<SocietyAnswer["state"], number>>;
  /** Nominations that count by the steps of `stepsOf`; `returned` and `withdrawn` beside them. */
  readonly steps: Readonly<Record<NominationStep, number>>;
  /** 自薦 in any state: kept for information, in no other number. */
  readonly selfNominated: number;
  /** All nominations that count; most pressing first, those without an open date last. */
  readonly lines: readonly BoardLine[];
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
  programme: Programme,
  nominations: readonly BoardNomination[],
): Record<NominationStep, number> => {
  const steps: Record<NominationStep, number> = Object.fromEntries(
    stepsOf(programme).map((step) => [step, 0]),
  );
  for (const nomination of nominations.filter(isNominatedByOther)) {
    const step = isConsentWithdrawn(nomination)
      ? "withdrawn"
      : stepOf(programme, nomination);
    steps[step] = (steps[step] ?? 0) + 1;
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

const hasOldThreshold = (
  programme: Programme,
  { threshold }: BoardInput["edition"],
  { requiredScore }: BoardNomination,
): boolean =>
  hasScore(programme) &&
  threshold !== null &&
  requiredScore !== null &&
  threshold !== requiredScore;

const isPressing = ({ pressing }: MilestoneView): boolean =>
  pressing !== null && pressing.status !== "upcoming";

const isReturned = (nomination: BoardNomination): boolean =>
  isNominatedByOther(nomination) && hasReturned(nomination);

/** Milestones that a nomination, a society or the federation still owes. */
const owedMilestones = (
  programme: Programme,
  groups: readonly LineGroup[],
  facts: { isUnanswered: boolean; isTargetOpen: boolean; isMailed: boolean },
): ReadonlySet<MilestoneId> => {
  const owed = new Set<MilestoneId>();
  for (const { view } of groups)
    for (const { id, status } of view.milestones)
      if (isOpen(status)) owed.add(id);
  const add = (milestone: Milestone | undefined): void => {
    if (milestone !== undefined) owed.add(milestone.id);
  };
  if (facts.isUnanswered) add(milestoneOf(programme, "answer"));
  if (facts.isTargetOpen) add(cycleOf(programme).entry);
  // The sheet is owed once per edition, whatever the firms' records say.
  const report = milestoneOf(programme, "report");
  if (facts.isMailed && report !== undefined) owed.delete(report.id);
  else add(report);
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

/** Nominations before the entry step whose next gap is the federation's. */
const waitingForFederation = ({
  nameCheck,
  register,
}: BoardQueues): ReadonlySet<string> =>
  new Set(
    [...nameCheck, ...register]
      .filter(
        ({ readiness }) => readiness.firstGap?.actor === "federationStaff",
      )
      .map(({ nomination }) => nomination.id),
  );

const missedReportOf = (
  programme: Programme,
  deadlines: readonly EditionDeadline[],
  { state }: SheetState,
  { today }: DeadlineClock,
): EditionDeadline | null => {
  const report = milestoneOf(programme, "report");
  if (state === "mailed" || report === undefined) return null;
  return (
    deadlines.find(
      ({ date, milestones }) => milestones.includes(report.id) && date < today,
    ) ?? null
  );
};

/** The deadline board of one edition; everything on it follows from the records and the day. */
export const createBoard = <D extends SheetFields>(
  input: BoardInput<D>,
): Board<D> => {
  const { programme, edition, clock, societies } = input;
  const toLine = (nomination: BoardNomination): BoardLine =>
    toBoardLine(
      programme,
      withEditionDates(programme, nomination, edition),
      clock,
    );
  const saturday = endOfWeek(clock.today);
  const running = input.nominations.filter(counts);
  const lines = running.map(toLine);
  const groups = groupLines(lines);
  const sorted = sortPressing(groups);
  const mostPressing = (
    test: (view: MilestoneView) => boolean,
  ): BoardLine[] => {
    const views = new Set(groups.map(({ view }) => view).filter(test));
    return sorted.filter(({ view }) => views.has(view));
  };
  const sent = sentIds(input.deliveries);
  const answers = societyAnswers(societies, input.answers, running);
  const totals = countAnswers(answers);
  const target = editionTarget(programme, edition, running, clock);
  const sheet = sheetStateOf(input.deliveries);
  const deadlines = editionDeadlines(programme, edition, clock);
  const nextDeadline = nextOwedDeadline(
    programme,
    edition,
    clock,
    owedMilestones(programme, groups, {
      isUnanswered: totals.noAnswer > 0,
      isTargetOpen: target.registered < target.required,
      isMailed: sheet.state === "mailed",
    }),
  );
  const queues = boardQueues(
    programme,
    lines,
    sent,
    input.changedSinceSent ?? new Set(),
  );
  const matrix = boardMatrix(programme, societies, answers, lines);
  return {
    nextDeadline,
    nextOpenSocieties: listOpenSocieties(
      programme,
      matrix,
      nextDeadline,
      waitingForFederation(queues),
    ),
    nextConcerns: countLines(
      groups.filter(({ view }) => isConcerned(view, nextDeadline)),
    ),
    missedReport: missedReportOf(programme, deadlines, sheet, clock),
    queues,
    deadlines,
    target,
    societies: answers,
    societyTotals: totals,
    steps: countSteps(programme, input.nominations),
    selfNominated: input.nominations.filter((one) => !isNominatedByOther(one))
      .length,
    lines: sorted,
    toDo: mostPressing(isPressing),
    overdue: mostPressing((view) => hasStatus(view, "overdue")),
    dueThisWeek: mostPressing((view) =>
      isDueBetween(view, clock.today, saturday),
    ),
    returned: input.nominations.filter(isReturned).map(toLine),
    registeredLate: lines.filter(({ nomination }) =>
      isRegisteredLate(programme, nomination),
    ),
    matrix,
    sheet,
    unsent: queues.report.length,
    twins: findTwins(running),
    // A line whose dates had to be moved holds a copy of its nomination.
    outdated: running.filter(
      (one, place) =>
        lines[place]?.nomination !== one ||
        hasOldThreshold(programme, edition, one),
    ),
  };
};
