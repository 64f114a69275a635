import { RECORDS_PER_CHANGE } from "../../kintone/batches.ts";
import type { Gateway, RecordChange } from "../../kintone/gateway.ts";

export type ImportProgress = {
  readonly done: number;
  readonly total: number;
  /** The first one that is not saved yet; "" at the end. */
  readonly next: string;
};

type Options<Step> = {
  toChanges(steps: readonly Step[]): RecordChange[];
  onProgress(progress: ImportProgress): void;
  isStopped(): boolean;
};

/**
 * Saves 100 records a request, each request all or none. After a failure a new
 * plan holds only the rest.
 */
export const applyImport = async <Step extends { readonly name: string }>(
  gateway: Pick<Gateway, "applyTogether">,
  steps: readonly Step[],
  { toChanges, onProgress, isStopped }: Options<Step>,
): Promise<void> => {
  const total = steps.length;
  for (let done = 0; done < total; done += RECORDS_PER_CHANGE) {
    if (isStopped()) return;
    onProgress({ done, total, next: steps[done]?.name ?? "" });
    await gateway.applyTogether(
      toChanges(steps.slice(done, done + RECORDS_PER_CHANGE)),
    );
    onProgress({
      done: Math.min(done + RECORDS_PER_CHANGE, total),
      total,
      next: steps[done + RECORDS_PER_CHANGE]?.name ?? "",
    });
  }
};
