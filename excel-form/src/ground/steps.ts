import { FormError } from "../words/form-error.ts";

/** Progress of a piece of work. */
export type Progress = { readonly done: number; readonly total: number };

/**
 * Work that may be left after each step and taken up again: in the page in
 * slices, elsewhere at one go.
 */
export type Steps<Result, Step = void> = Generator<Step, Result>;

/** Does the whole work at one go. */
export const finish = <Result>(steps: Steps<Result, unknown>): Result => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

/** Says after each step how far the whole has come. */
export function* withProgress<Result>(
  steps: Steps<Result>,
  progress: Progress,
): Steps<Result, Progress> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield progress;
  }
}

/** A piece of work that is done in one step. */
// eslint-disable-next-line require-yield -- it has no step to stop at
export function* stepOf<Result>(work: () => Result): Steps<Result> {
  return work();
}

export type SliceOptions = {
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** Lets the page draw and answer. */
  readonly pause: () => Promise<void>;
  readonly isCancelled?: () => boolean;
  readonly onProgress?: (progress: Progress) => void;
};

/** Short enough that a page stays quick even where a step takes as long again. */
const SLICE_MS = 12;

/**
 * Does the work in slices of some milliseconds, with a pause after each.
 *
 * @throws FormError `report/cancelled`
 */
export const runInSlices = async <Result>(
  steps: Steps<Result, Progress>,
  { now, pause, isCancelled, onProgress }: SliceOptions,
): Promise<Result> => {
  let end = now() + SLICE_MS;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (now() < end) continue;
    onProgress?.(step.value);
    await pause();
    if (isCancelled?.()) throw new FormError("report/cancelled");
    end = now() + SLICE_MS;
  }
};
