import type { AppDeclaration } from "../../app-kit/app-declaration.ts";
import type { AppModel } from "../../app-kit/app-model.ts";
import type { Programme } from "../../programmes/index.ts";
import { isIn } from "../parts/conditions.ts";
import {
  creatorRight,
  everyoneMay,
  federationRight,
  ownSocietyOnly,
} from "../parts/rights.ts";

const columns = ["code", "name", "kana", "organization", "contactUsers"];

export const declareSocieties = (
  programme: Programme,
  model: AppModel,
): AppDeclaration => ({
  model,
  name: programme.appNames.societies,
  description:
    "<div>会員の商工会です。「組織」に入れた組織の人だけが、その商工会の推薦案件を見られます。</div>",
  icon: "APP24",
  theme: "YELLOW",
  titleField: "name",
  layout: [
    { row: ["code", "name", "kana", "sortOrder"] },
    { row: ["organization", "contactUsers", "active"] },
    { table: "supporters" },
    { row: ["societyNominations"] },
    { row: ["societyAnswers"] },
  ],
  views: [
    {
      name: "有効な商工会",
      type: "LIST",
      fields: columns,
      filterCond: isIn("active", "有効"),
      sort: "sortOrder asc",
    },
    {
      name: "すべての商工会",
      type: "LIST",
      fields: [...columns, "active"],
      sort: "sortOrder asc",
    },
  ],
  appRights: [creatorRight, federationRight, everyoneMay("recordViewable")],
  // A society picks itself in its records, so it has to see itself, and no other.
  recordRights: ownSocietyOnly(["viewable"]),
  fieldRights: [],
  generalNotifications: [],
  recordNotifications: [],
  reminders: [],
});
