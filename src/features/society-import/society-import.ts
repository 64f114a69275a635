import {
  organizationsColumns,
  toOrganizationsTable,
} from "../../domain/imports/organizations-table.ts";
import { planSocietyImport } from "../../domain/imports/plan-society-import.ts";
import type { SocietyImportPlan } from "../../domain/imports/plan-society-import.ts";
import { readSocietyRows } from "../../domain/imports/read-society-rows.ts";
import { societyColumns } from "../../domain/imports/society-columns.ts";
import type { SocietyColumn } from "../../domain/imports/society-columns.ts";
import type { ImportKind } from "../../feature-kit/list-import/import-kind.ts";
import { defineImport } from "../../feature-kit/list-import/mount-import.ts";
import { ANCHORS } from "../../feature-kit/settings-anchors.ts";
import { listSocieties, loadKnown } from "./load-known.ts";
import type { Known } from "./load-known.ts";
import { labels, obstacles, sightObstacle, unknownContacts } from "./texts.ts";
import { toChanges } from "./to-changes.ts";

type Step = SocietyImportPlan["steps"][number];

const fromSite: ImportKind<SocietyColumn, Known, Step>["otherSource"] = {
  label: { ja: "cybozu.comの組織から", en: "From the site's organisations" },
  whenEmpty: obstacles.noOrganizations,
  toList: ({ directory }) => {
    const table = toOrganizationsTable(directory.organizations);
    const name = "cybozu.com";
    return table.rows.length === 0
      ? null
      : {
          name,
          sheets: [{ name, table }],
          sheet: 0,
          proposal: {
            headRows: 0,
            labels: [],
            columns: organizationsColumns,
          },
        };
  },
};

const describe = ({ values }: Step): string =>
  [
    values.code,
    values.kana,
    values.sortOrder,
    ...(values.organization ?? []).map(({ code }) => code),
    ...(values.contactUsers ?? []).map(({ code }) => code),
    values.active,
  ]
    .filter((value) => value !== undefined && value !== null && value !== "")
    .join("・");

/** 商工会を取り込む: a clerk's own list becomes the societies of the app. */
export const societyImport = defineImport<SocietyColumn, Known, Step>({
  id: "society-import",
  anchor: ANCHORS.societies,
  columns: societyColumns,
  numbers: "shown",
  needed: "name",
  labels,
  texts: {
    title: { ja: "商工会", en: "Societies" },
    start: { ja: "商工会を取り込む", en: "Import societies" },
    intro: {
      ja: "お手元の商工会名簿（ExcelまたはCSV）を、このアプリにまとめて登録します。2回目からは、変わったところだけを直します。",
      en: "Enters your list of societies (Excel or CSV) all at once. A second run changes only what differs.",
    },
    file: { ja: "名簿のファイル（Excel・CSV）", en: "List (Excel or CSV)" },
    empty: {
      ja: "名簿に行がありません。商工会の書かれたファイルを選んでください。",
      en: "The list has no rows. Choose a file with societies in it.",
    },
    neededMissing: {
      ja: "商工会名の列を選んでください。",
      en: "Choose the column of the names.",
    },
    nothing: {
      ja: "商工会は名簿のとおりです。変えるところはありません。",
      en: "The societies are as the list says. There is nothing to change.",
    },
    notes: unknownContacts,
  },
  otherSource: fromSite,
  load: loadKnown,
  obstacleOf: (known) =>
    sightObstacle(known) ??
    (known.directory.organizations.length === 0
      ? obstacles.noOrganizations
      : null),
  plan: (rows, columns, { societies, directory }) =>
    planSocietyImport(readSocietyRows(rows, columns), societies, directory),
  describe,
  toChanges,
  finished: ({ total, present }) => ({
    ja: `${total}件を保存しました。商工会は${present}件です。`,
    en: `${total} saved. There are ${present} societies now.`,
  }),
  countPresent: async (context) => (await listSocieties(context)).length,
});
