import { DUE_CODES } from "../../apps/records.ts";
import { closedDaysOf } from "../../domain/edition-deadlines.ts";
import { planChange } from "../../domain/plan-change.ts";
import type { PageContext } from "../../feature-kit/feature.ts";
import type { LoadedChange } from "../../kintone/apply-edition-change.ts";
import type { Gateway } from "../../kintone/gateway.ts";
import { where } from "../../kintone/query.ts";

const nominationFields = [
  "status",
  "nominationKind",
  "consentNominate",
  "consentShare",
  "society",
  "societyCode",
  "registeredName",
  ...DUE_CODES,
  "requiredScore",
  "checklistKind",
  "checklist",
  "verdict",
] as const;

export type LoadProgress = (progress: { done: number; total: number }) => void;

/** One request per 500 nominations and three more. */
export const loadChange = async (
  gateway: Pick<Gateway, "programme" | "listRecords" | "fetchRecord">,
  editionId: string,
  days: Pick<PageContext["settings"], "closedDays"> & {
    readonly today: string;
  },
  onProgress: LoadProgress = () => undefined,
): Promise<LoadedChange> => {
  const edition = await gateway.fetchRecord("editions", editionId);
  const condition = where("edition", "=", edition.name);
  const [nominations, answers, societies] = await Promise.all([
    gateway.listRecords("nominations", {
      fields: nominationFields,
      condition,
      onProgress,
    }),
    gateway.listRecords("answers", {
      fields: [
        "society",
        "societyCode",
        "answer",
        "answerKey",
        "answerDue",
        "dueReason",
        "remindOn",
      ],
      condition,
    }),
    gateway.listRecords("societies", {
      fields: ["name", "code", "sortOrder", "active", "organization"],
    }),
  ]);
  const closedDays = closedDaysOf(
    edition,
    days.closedDays.map(({ date }) => date),
  );
  return {
    edition,
    plan: planChange({
      programme: gateway.programme,
      edition,
      nominations,
      answers,
      societies,
      closedDays,
      today: days.today,
    }),
  };
};
