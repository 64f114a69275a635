import type { AppDeclaration } from "../../app-kit/app-declaration.ts";
import type { AppModel } from "../../app-kit/app-model.ts";
import type { Programme } from "../../programmes/index.ts";
import { everyone } from "../../app-kit/entity.ts";
import { hasContest, listIf } from "../parts/programme-parts.ts";
import { isIn, STATUS_FIELD } from "../parts/conditions.ts";
import {
  creatorRight,
  everyoneMay,
  federation,
  federationOnly,
  federationRight,
} from "../parts/rights.ts";
import { createLedgerProcess } from "./process.ts";
import { LEDGER_STATES } from "./states.ts";

const columnsOf = (programme: Programme): string[] => [
  "edition",
  "deliveryKind",
  "madeAt",
  "madeBy",
  "nominationCount",
  ...listIf(hasContest(programme), "caseCount"),
  "deliveryState",
  "sentAt",
];

export const declareDeliveries = (
  programme: Programme,
  model: AppModel,
): AppDeclaration => ({
  model,
  name: programme.appNames.deliveries,
  description: `<div>作成した${programme.sheet.name}の台帳です。県連だけが見られます。</div>`,
  icon: "APP46",
  theme: "RED",
  titleField: "edition",
  layout: [
    { row: [{ space: "suisenSent", width: 1000, height: 80 }] },
    { row: ["edition", "deliveryKind", "deliveryState"] },
    { row: ["madeAt", "madeBy", "sentAt", "sentTo"] },
    {
      row: [
        "nominationCount",
        ...listIf(hasContest(programme), "caseCount"),
        "reportFile",
      ],
    },
    { row: ["noneReason", "warningReason"] },
    { table: "included" },
    { table: "sendHistory" },
    {
      group: "proofGroup",
      label: "証明",
      open: false,
      rows: [
        [{ code: "formName", width: 360 }, "mapVersion"],
        [
          { code: "formHash", width: 480 },
          { code: "resultHash", width: 480 },
        ],
        [{ code: "entryKey", width: 480 }, "programme"],
        ["proof"],
      ],
    },
  ],
  views: [
    {
      name: "すべての提出",
      type: "LIST",
      fields: columnsOf(programme),
      sort: "madeAt desc",
    },
    {
      name: "未送付",
      type: "LIST",
      fields: columnsOf(programme),
      filterCond: isIn("deliveryState", "作成済"),
      sort: "madeAt desc",
    },
  ],
  process: createLedgerProcess(),
  appRights: [creatorRight, federationRight, everyoneMay()],
  // The app's creator has no access to sent reports unless a member of the federation.
  recordRightsWhen: [
    {
      filterCond: isIn(STATUS_FIELD, LEDGER_STATES[1]),
      rights: [
        { entity: federation, may: ["viewable"] },
        { entity: everyone, may: [] },
      ],
    },
  ],
  recordRights: federationOnly,
  fieldRights: [],
  generalNotifications: [],
  recordNotifications: [],
  reminders: [],
});
