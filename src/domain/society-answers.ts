import type { Answer, Nomination, Society } from "./model.ts";
import { counts } from "./nomination-step.ts";
import type { StandingFields } from "./nomination-step.ts";
import { compareNumbers, compareTexts } from "./text-order.ts";

export type SocietyFields = Pick<
  Society,
  "id" | "name" | "code" | "sortOrder" | "active"
>;
export type AnswerFields = Pick<
  Answer,
  "id" | "society" | "societyCode" | "answer" | "reason" | "answeredOn"
>;
export type SocietyKeyFields = Pick<Nomination, "society" | "societyCode">;

export type SocietyAnswerState = "candidate" | "noCandidate" | "noAnswer";

export type SocietyAnswer = {
  readonly society: SocietyFields;
  readonly state: SocietyAnswerState;
  /** Nominations of the society that count. */
  readonly nominations: number;
  /** The latest answer; null when the society never gave one. */
  readonly answer: AnswerFields | null;
  /** It said 該当なし and has a nomination all the same. */
  readonly isContradicting: boolean;
};

/**
 * It has nominated past the page, by CSV or REST, and its record still says that it is silent;
 * kintone goes on reminding it.
 */
export const isRemindedInVain = ({
  nominations,
  answer,
}: SocietyAnswer): boolean =>
  nominations > 0 &&
  (answer?.answer === "未開封" || answer?.answer === "確認済");

export const compareSocieties = (a: SocietyFields, b: SocietyFields): number =>
  compareNumbers(a.sortOrder ?? Infinity, b.sortOrder ?? Infinity) ||
  compareTexts(a.code, b.code) ||
  compareTexts(a.name, b.name);

/** Closed or merged societies stay in old records but owe no answer. */
export const isActive = ({ active }: Pick<Society, "active">): boolean =>
  active !== "統合・廃止";

/**
 * Finds the society that a record belongs to: by code, which survives a change
 * of name, else by name. Null for a society that is not in the list.
 */
export const createSocietyFinder = (societies: readonly SocietyFields[]) => {
  const byCode = new Map(societies.map((society) => [society.code, society]));
  const byName = new Map(societies.map((society) => [society.name, society]));
  return ({ society, societyCode }: SocietyKeyFields): SocietyFields | null =>
    (societyCode === "" ? undefined : byCode.get(societyCode)) ??
    byName.get(society) ??
    null;
};

const isLater = (a: AnswerFields, b: AnswerFields): boolean => {
  const [dayA, dayB] = [a.answeredOn ?? "", b.answeredOn ?? ""];
  return dayA === dayB ? Number(a.id) > Number(b.id) : dayA > dayB;
};

const latestAnswers = (
  answers: readonly AnswerFields[],
  findSociety: ReturnType<typeof createSocietyFinder>,
): ReadonlyMap<string, AnswerFields> => {
  const latest = new Map<string, AnswerFields>();
  for (const answer of answers) {
    const id = findSociety(answer)?.id;
    const known = id === undefined ? undefined : latest.get(id);
    if (id !== undefined && (known === undefined || isLater(answer, known))) {
      latest.set(id, answer);
    }
  }
  return latest;
};

const countBySociety = (
  nominations: readonly SocietyKeyFields[],
  findSociety: ReturnType<typeof createSocietyFinder>,
): ReadonlyMap<string, number> => {
  const amounts = new Map<string, number>();
  for (const nomination of nominations) {
    const id = findSociety(nomination)?.id;
    if (id !== undefined) {
      amounts.set(id, (amounts.get(id) ?? 0) + 1);
    }
  }
  return amounts;
};

const stateOf = (
  nominations: number,
  answer: AnswerFields | undefined,
): SocietyAnswerState => {
  if (nominations > 0 || answer?.answer === "候補あり") {
    return "candidate";
  }
  return answer?.answer === "該当なし" ? "noCandidate" : "noAnswer";
};

/**
 * The answer of each active society, in the order of the societies, those
 * without any record included.
 *
 * - `candidate`: at least one nomination that counts (`counts`), or its latest
 *   answer is 候補あり;
 * - `noCandidate`: its latest answer is 該当なし and it has no such nomination;
 * - `noAnswer`: all others.
 *
 * The latest answer is the one with the later date, on one day the one with the
 * higher record number. Answers and nominations must be of one edition.
 */
export const societyAnswers = (
  societies: readonly SocietyFields[],
  answers: readonly AnswerFields[],
  nominations: ReadonlyArray<SocietyKeyFields & StandingFields>,
): SocietyAnswer[] => {
  const findSociety = createSocietyFinder(societies);
  const answerOf = latestAnswers(answers, findSociety);
  const amountOf = countBySociety(nominations.filter(counts), findSociety);
  return societies
    .filter(isActive)
    .toSorted(compareSocieties)
    .map((society) => {
      const answer = answerOf.get(society.id);
      const amount = amountOf.get(society.id) ?? 0;
      return {
        society,
        state: stateOf(amount, answer),
        nominations: amount,
        answer: answer ?? null,
        isContradicting: amount > 0 && answer?.answer === "該当なし",
      };
    });
};
