import { cycleOf } from "../domain/cycle.ts";
import type { NominationStep } from "../domain/nomination-step.ts";
import type { Message } from "../i18n/message.ts";
import { terms } from "../i18n/terms.ts";
import type { Programme } from "../programmes/index.ts";

const FIXED: Readonly<Record<string, Message>> = {
  preparing: terms.preparing,
  returned: terms.returned,
  withdrawn: terms.withdrawn,
};

/** The words for a step of `stepsOf`: the state's own where a milestone leads to it. */
export const stepWords = (
  programme: Programme,
  step: NominationStep,
): Message => {
  const taken = cycleOf(programme).steps.find(
    ({ milestone }) => milestone === step,
  );
  return taken === undefined
    ? (FIXED[step] ?? { ja: step, en: step })
    : { ja: taken.state, en: taken.stateInEnglish ?? taken.state };
};
