import { FormError, runInSlices } from "excel-form";
import type { Progress, Steps } from "excel-form";

export type SliceHandlers = {
  readonly isCancelled: () => boolean;
  readonly onProgress?: (progress: Progress) => void;
};

/** Lets the page draw and take what was pressed. */
const pause = (): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Does a long piece of work while the page goes on answering.
 *
 * @throws FormError `report/cancelled`
 */
export const workInSlices = <Result>(
  steps: Steps<Result, Progress>,
  handlers: SliceHandlers,
): Promise<Result> =>
  runInSlices(steps, { now: () => performance.now(), pause, ...handlers });

/** The work was stopped by the user. */
export const isCancelled = (error: unknown): boolean =>
  error instanceof FormError && error.code === "report/cancelled";
