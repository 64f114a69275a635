import { inBatches } from "../../kintone/batches.ts";
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

type Applied = { readonly name: string; readonly isFirst?: boolean };

/**
 * Saves 100 records a request, each request all or none. After a failure a new
 * plan holds only the rest.
 */
export const applyImport = async <Step extends Applied>(
  gateway: Pick<Gateway, "applyTogether">,
  steps: readonly Step[],
  { toChanges, onProgress, isStopped }: Options<Step>,
): Promise<void> => {
  const batches = [
    ...inBatches(steps.filter(({ isFirst }) => isFirst)),
    ...inBatches(steps.filter(({ isFirst }) => !isFirst)),
  ];
  const report = (done: number, next: Step | undefined): void =>
    onProgress({ done, total: steps.length, next: next?.name ?? "" });
  let done = 0;
  for (const [index, batch] of batches.entries()) {
    if (isStopped()) return;
    report(done, batch[0]);
    await gateway.applyTogether(toChanges(batch));
    done += batch.length;
    report(done, batches[index + 1]?.[0]);
  }
};
