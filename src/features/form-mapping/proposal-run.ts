import { proposalSteps } from "excel-form";
import type { Form, Progress, Proposal } from "excel-form";
import type { Programme } from "../../programmes/index.ts";
import { isCancelled, workInSlices } from "../../ui/in-slices.ts";
import { vocabularyOf } from "../../domain/vocabulary.ts";

/** Reads a form's labels while the page goes on answering. */
export type ProposalRun = {
  /** Its progress; null when nothing is being proposed. */
  readonly progress: Progress | null;
  /** @returns null when it was cancelled */
  start(form: Form, options: { isAnyway: boolean }): Promise<Proposal | null>;
  cancel(): void;
};

export const createProposalRun = (
  programme: Programme,
  onChange: () => void,
): ProposalRun => {
  let progress: Progress | null = null;
  let hasCancelled = false;

  const show = (next: Progress | null): void => {
    progress = next;
    onChange();
  };

  return {
    get progress() {
      return progress;
    },
    start: async (form, { isAnyway }) => {
      hasCancelled = false;
      show({ done: 0, total: 1 });
      try {
        return await workInSlices(
          proposalSteps(vocabularyOf(programme), form, { isAnyway }),
          { isCancelled: () => hasCancelled, onProgress: show },
        );
      } catch (error) {
        if (isCancelled(error)) return null;
        throw error;
      } finally {
        show(null);
      }
    },
    cancel: () => {
      hasCancelled = true;
    },
  };
};
