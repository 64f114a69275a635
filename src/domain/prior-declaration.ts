import { hasContest } from "../apps/parts/programme-parts.ts";
import { sameFirmBasis } from "./firm-identity.ts";
import type { FirmFields } from "./firm-identity.ts";
import type { Programme } from "../programmes/index.ts";
import type { Nomination } from "./model.ts";
import {
  isConsentWithdrawn,
  isPastRecord,
  isRegistered,
} from "./nomination-step.ts";

export type PriorFields = FirmFields &
  Pick<
    Nomination,
    | "id"
    | "edition"
    | "status"
    | "recordKind"
    | "consentNominate"
    | "consentShare"
    | "summary"
  >;

/**
 * A firm may declare again when the content is another. `ask`: there is an
 * earlier declaration and nobody has written what differs. `sameContent`: the
 * summary is word for word the earlier one; only the federation may let it pass.
 * `known`: the award has no contest, and nothing is asked.
 */
type PriorState = "none" | "known" | "explained" | "ask" | "sameContent";

export type PriorCheck<T> = {
  readonly state: PriorState;
  readonly earlier: readonly T[];
};

const looseText = (text: string): string =>
  text.normalize("NFKC").replace(/\s/gu, "");

const hasSameContent = (
  a: Pick<Nomination, "summary">,
  b: Pick<Nomination, "summary">,
): boolean =>
  looseText(a.summary) !== "" && looseText(a.summary) === looseText(b.summary);

const stateOf = (
  programme: Programme,
  nomination: PriorFields &
    Pick<Nomination, "priorDeclaration" | "priorDifference">,
  earlier: readonly PriorFields[],
): PriorState => {
  if (earlier.length === 0 && nomination.priorDeclaration !== "あり") {
    return "none";
  }
  if (!hasContest(programme)) return "known";
  if (earlier.some((one) => hasSameContent(one, nomination))) {
    return "sameContent";
  }
  return nomination.priorDifference.trim() === "" ? "ask" : "explained";
};

/**
 * Declarations of the same firm in other editions: those that were registered, here or in a year
 * of which a list alone speaks.
 */
export const checkPriorDeclaration = <T extends PriorFields>(
  programme: Programme,
  nomination: PriorFields &
    Pick<Nomination, "priorDeclaration" | "priorDifference">,
  others: readonly T[],
): PriorCheck<T> => {
  const earlier = others.filter(
    (other) =>
      other.edition !== nomination.edition &&
      (isPastRecord(other) || isRegistered(programme, other)) &&
      !isConsentWithdrawn(other) &&
      sameFirmBasis(nomination, other) !== null,
  );
  return { state: stateOf(programme, nomination, earlier), earlier };
};
