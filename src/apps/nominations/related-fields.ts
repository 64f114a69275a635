import { relatedRecords } from "../../app-kit/define-fields.ts";
import type { Programme } from "../../programmes/index.ts";
import { hasScore, listIf } from "../parts/programme-parts.ts";

/**
 * Other records about the same thing. Each viewer sees only what kintone lets
 * them see. They also lead the plugin to the apps that no lookup points at.
 */
export const createRelatedFields = (
  programme: Pick<Programme, "threshold">,
) => ({
  sameFirm: relatedRecords("同じ法人番号の推薦案件", {
    app: "nominations",
    field: "corporateNumber",
    relatedField: "corporateNumber",
    displayFields: [
      "edition",
      "society",
      "registeredName",
      ...listIf(hasScore(programme), "verdict"),
    ],
    sort: "edition desc",
    size: "5",
  }),
  societyAnswers: relatedRecords("この商工会の回答", {
    app: "answers",
    field: "society",
    relatedField: "society",
    displayFields: ["edition", "answer", "answeredOn"],
    sort: "edition desc",
    size: "5",
  }),
  editionDeliveries: relatedRecords("この回の提出（県連のみ）", {
    app: "deliveries",
    field: "edition",
    relatedField: "edition",
    displayFields: ["deliveryKind", "madeAt", "nominationCount"],
    sort: "madeAt desc",
    size: "5",
  }),
});
