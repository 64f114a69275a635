import { RECORDS_PER_CHANGE } from "../../kintone/batches.ts";
import type { SocietyImportPlan } from "../../domain/imports/plan-society-import.ts";
import type { Gateway, RecordChange } from "../../kintone/gateway.ts";

type Step = SocietyImportPlan["steps"][number];

const toChange = (steps: readonly Step[]): RecordChange[] => {
  const additions = steps.filter((step) => step.kind === "add");
  const updates = steps.filter((step) => step.kind === "update");
  const changes: RecordChange[] = [
    {
      kind: "add",
      app: "societies",
      records: additions.map(({ values }) => values),
    },
    {
      kind: "update",
      app: "societies",
      records: updates.map(({ id, revision, values }) => ({
        id,
        revision,
        record: values,
      })),
    },
  ];
  return changes.filter(
    (change) => "records" in change && change.records.length > 0,
  );
};

export type ImportProgress = {
  readonly done: number;
  readonly total: number;
  /** The first society that is not saved yet; "" at the end. */
  readonly next: string;
};

/**
 * Saves 100 societies a request, each request all or none. After a failure a
 * new plan holds only the rest.
 */
export const applyImport = async (
  gateway: Pick<Gateway, "applyTogether">,
  steps: readonly Step[],
  {
    onProgress,
    isStopped,
  }: {
    onProgress: (progress: ImportProgress) => void;
    isStopped: () => boolean;
  },
): Promise<void> => {
  const total = steps.length;
  for (let done = 0; done < total; done += RECORDS_PER_CHANGE) {
    if (isStopped()) return;
    onProgress({ done, total, next: steps[done]?.name ?? "" });
    await gateway.applyTogether(
      toChange(steps.slice(done, done + RECORDS_PER_CHANGE)),
    );
    onProgress({
      done: Math.min(done + RECORDS_PER_CHANGE, total),
      total,
      next: steps[done + RECORDS_PER_CHANGE]?.name ?? "",
    });
  }
};
