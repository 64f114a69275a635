import { withEditionDates } from "../domain/deadlines.ts";
import type { DeadlineClock } from "../domain/due-facts.ts";
import { withLiveScore } from "../domain/readiness.ts";
import type { AppRecord } from "../apps/records.ts";
import type { PageContext } from "./feature.ts";
import { toDeadlineClock, viewEdition } from "./record-edition.ts";
import type { EditionView } from "./record-edition.ts";

/** A nomination at this moment, and the edition it is judged by. */
export type RecordNow = {
  /** The nomination, with the edition's present dates and the score of the ticks on screen. */
  readonly nomination: AppRecord<"nominations">;
  readonly edition: EditionView;
  readonly clock: DeadlineClock;
};

/** kintone calculates when it saves; until then the ticks decide. */
export const readRecordNow = (context: PageContext): RecordNow => {
  const { programme } = context;
  const saved = context.visit.read("nominations");
  const edition = viewEdition(context, saved.edition);
  const known = edition.kind === "found" ? edition.edition : null;
  const live = withLiveScore(programme, saved);
  return {
    nomination:
      known === null ? live : withEditionDates(programme, live, known),
    edition,
    clock: toDeadlineClock(context, known),
  };
};
