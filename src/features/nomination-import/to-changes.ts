import type { PastStep } from "../../domain/imports/plan-nomination-import.ts";
import type { RecordChange } from "../../kintone/gateway.ts";

/** The editions come before the nominations, in requests of their own. */
export const toChanges = (steps: readonly PastStep[]): RecordChange[] => {
  const editions = steps.filter((step) => step.app === "editions");
  const nominations = steps.filter((step) => step.app === "nominations");
  const changes: RecordChange[] = [
    {
      kind: "add",
      app: "editions",
      records: editions.map(({ values }) => values),
    },
    {
      kind: "add",
      app: "nominations",
      records: nominations.map(({ values }) => values),
    },
  ];
  return changes.filter(
    (change) => "records" in change && change.records.length > 0,
  );
};
