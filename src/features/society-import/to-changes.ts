import type { SocietyImportPlan } from "../../domain/imports/plan-society-import.ts";
import type { RecordChange } from "../../kintone/gateway.ts";

type Step = SocietyImportPlan["steps"][number];

export const toChanges = (steps: readonly Step[]): RecordChange[] => {
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
