import type { AppDeclaration } from "../../app-kit/app-declaration.ts";
import type { AppModel } from "../../app-kit/app-model.ts";
import type { Programme } from "../../programmes/index.ts";
import { isIn } from "../parts/conditions.ts";
import {
  creatorRight,
  everyoneMay,
  federation,
  federationRight,
  ownSocietyOnly,
} from "../parts/rights.ts";

const columns = ["edition", "society", "answer", "reason", "answeredOn"];

export const declareAnswers = (
  programme: Programme,
  model: AppModel,
): AppDeclaration => ({
  model,
  name: programme.appNames.answers,
  description:
    "<div>候補がないときも「該当なし」と回答してください。回答がない商工会と区別できます。</div>",
  icon: "APP11",
  theme: "GREEN",
  titleField: "society",
  layout: [
    { row: ["edition", "society"] },
    { row: ["answer", "answeredOn", "answeredBy"] },
    { row: ["reason"] },
    { table: "history" },
    { row: ["societyNominations"] },
    {
      group: "originGroup",
      label: "商工会から写した項目",
      open: false,
      rows: [["societyCode", "organization"]],
    },
  ],
  views: [
    {
      name: "すべての回答",
      type: "LIST",
      fields: columns,
      sort: "edition desc, societyCode asc",
    },
    {
      name: "該当なし",
      type: "LIST",
      fields: columns,
      filterCond: isIn("answer", "該当なし"),
      sort: "edition desc, societyCode asc",
    },
  ],
  appRights: [
    creatorRight,
    federationRight,
    everyoneMay("recordViewable", "recordAddable", "recordEditable"),
  ],
  recordRights: ownSocietyOnly(["viewable", "editable"]),
  fieldRights: [],
  generalNotifications: [
    { entity: federation, on: ["recordAdded", "recordEdited"] },
  ],
  recordNotifications: [],
  reminders: [],
});
