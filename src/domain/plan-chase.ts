import type { IsoDate } from "excel-form";
import type { BoardLine } from "./board-lines.ts";
import type { Answer, Entity } from "./model.ts";
import type { NextAction } from "./next-action.ts";

type ChasedAnswer = Pick<Answer, "id" | "answer" | "answerDue" | "chases">;

export type ChasedSociety = {
  readonly id: string;
  readonly name: string;
  readonly organization: readonly Entity[];
  readonly record: ChasedAnswer | null;
  /** It has neither answered nor nominated. */
  readonly isUnanswered: boolean;
  /** Its nominations that were picked. */
  readonly lines: readonly BoardLine[];
};

/** Something that the society itself has to do. */
type ChasedLine = {
  readonly name: string;
  readonly action: NextAction;
};

export type Chase = {
  readonly society: ChasedSociety;
  readonly record: ChasedAnswer;
  /** The date of the answer that is missing; null for no date, or nothing missing. */
  readonly answerDue: IsoDate | null;
  readonly lacksAnswer: boolean;
  readonly lines: readonly ChasedLine[];
  /** Times it was chased today before this. */
  readonly timesToday: number;
};

export type ChasePlan = {
  readonly chases: readonly Chase[];
  /** No record or no organisation: the request has not reached them. */
  readonly unreachable: readonly ChasedSociety[];
  /** Nothing is for them to do now. */
  readonly idle: readonly ChasedSociety[];
};

/** The federation chases no society for its own work. */
const isForSociety = ({ actor }: NextAction): boolean =>
  actor !== "federationStaff";

const chasedLines = ({ lines }: ChasedSociety): ChasedLine[] =>
  lines.flatMap(({ nomination, nextAction }) =>
    nextAction !== null && isForSociety(nextAction)
      ? [{ name: nomination.registeredName, action: nextAction }]
      : [],
  );

const toChase = (
  society: ChasedSociety,
  record: ChasedAnswer,
  today: IsoDate,
): Chase => ({
  society,
  record,
  answerDue: record.answerDue,
  lacksAnswer: society.isUnanswered,
  lines: chasedLines(society),
  timesToday: record.chases.filter(({ chasedOn }) => chasedOn === today).length,
});

/** Each society with what it alone lacks. */
export const planChase = (
  societies: readonly ChasedSociety[],
  today: IsoDate,
): ChasePlan => {
  const isReached = ({ record, organization }: ChasedSociety): boolean =>
    record !== null && organization.length > 0;
  const chases = societies.flatMap((society) =>
    society.record !== null && isReached(society)
      ? [toChase(society, society.record, today)]
      : [],
  );
  const hasReason = ({ lacksAnswer, lines }: Chase): boolean =>
    lacksAnswer || lines.length > 0;
  return {
    chases: chases.filter(hasReason),
    unreachable: societies.filter((society) => !isReached(society)),
    idle: chases.filter((one) => !hasReason(one)).map(({ society }) => society),
  };
};
