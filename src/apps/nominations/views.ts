import type { ViewDeclaration } from "../../app-kit/app-declaration.ts";
import type { Programme } from "../../programmes/index.ts";
import {
  allOf,
  isBlank,
  isIn,
  isNotIn,
  STATUS_FIELD,
} from "../parts/conditions.ts";
import { hasAfterSheet, hasScore, listIf } from "../parts/programme-parts.ts";
import {
  isActive,
  isDueThisWeek,
  isOverdue,
  isOwnRecord,
} from "./conditions.ts";

/** The plugin draws the board into this element. */
const BOARD_HTML = '<div id="suisen-board"></div>';

const columnsOf = (programme: Programme): string[] => [
  "society",
  "registeredName",
  STATUS_FIELD,
  ...listIf(hasScore(programme), "verdict", "scoreTotal"),
  ...programme.milestones.flatMap(({ id }) => [`${id}Due`, `${id}Done`]),
];

/** The per-nomination milestone after which a nomination counts. */
const registrationOf = ({ milestones }: Programme): string =>
  milestones.findLast(
    ({ scope, step }) => scope === "nomination" && step !== undefined,
  )?.id ??
  milestones[0]?.id ??
  "";

const OUTCOME_COLUMNS = [
  "society",
  "registeredName",
  "result",
  "regionBlock",
  "regionDate",
  "modelCase",
  "prize",
  "logoMark",
];

const PUBLICATION_COLUMNS = [
  "society",
  "registeredName",
  "publishState",
  "publishText",
  "publishAskedOn",
  "publishAnsweredOn",
];

const bySociety = "edition desc, societyOrder asc";

const outcomeView = (name: string, filterCond: string): ViewDeclaration => ({
  name,
  type: "LIST",
  fields: OUTCOME_COLUMNS,
  filterCond: allOf(isActive, filterCond),
  sort: bySociety,
});

/** One list for each result, and for what is still owed to a firm. */
const afterSheetViews: readonly ViewDeclaration[] = [
  {
    name: "実践事例 未添付",
    type: "LIST",
    fields: ["society", "registeredName", STATUS_FIELD, "contest", "caseTitle"],
    // `is empty` finds attachments only by this form of the operator.
    filterCond: allOf(
      isActive,
      isIn("contest", "参加する"),
      "caseFile is empty",
    ),
    sort: bySociety,
  },
  outcomeView("結果：自己宣言のみ", isIn("result", "自己宣言のみ")),
  outcomeView("結果：地方大会", isIn("result", "地方大会")),
  outcomeView("結果：全国大会", isIn("result", "全国大会")),
  outcomeView("結果：受賞", isIn("result", "受賞")),
  outcomeView("結果：選外", isIn("result", "選外")),
  outcomeView("モデル事例", isIn("modelCase", "選定")),
  outcomeView(
    "ロゴマーク 未交付",
    allOf(
      isIn("logoMark", "未交付"),
      isNotIn("result", "未定", "選外"),
      isOwnRecord,
    ),
  ),
  {
    name: "公表可",
    type: "LIST",
    fields: PUBLICATION_COLUMNS,
    filterCond: allOf(
      isActive,
      'publishState = "公表可"',
      'publishAnsweredOn != ""',
    ),
    sort: bySociety,
  },
  {
    name: "公表の確認が必要",
    type: "LIST",
    fields: PUBLICATION_COLUMNS,
    filterCond: allOf(
      isActive,
      'publishText != ""',
      'publishState != "公表可"',
      'publishState != "公表不可"',
      'publishState != "撤回"',
    ),
    sort: bySociety,
  },
];

/**
 * 自会の案件 comes first: it is what the occasional user has come for. It names
 * no society, as the rights of records show a society its own nominations alone;
 * PRIMARY_ORGANIZATION() would leave out those of the organisation above one's section.
 */
export const createNominationViews = (
  programme: Programme,
): ViewDeclaration[] => {
  const fields = columnsOf(programme);
  const register = registrationOf(programme);
  const byDate = `${register}Due asc, societyOrder asc`;
  return [
    { name: "推薦ボード", type: "CUSTOM", html: BOARD_HTML },
    {
      name: "自会の案件",
      type: "LIST",
      fields,
      filterCond: isOwnRecord,
      sort: byDate,
    },
    {
      name: "未達",
      type: "LIST",
      fields,
      filterCond: allOf(isActive, isOwnRecord, isBlank(`${register}Done`)),
      sort: byDate,
    },
    ...programme.milestones.map((milestone): ViewDeclaration => ({
      name: `期限超過（${milestone.label.ja}）`,
      type: "LIST",
      fields,
      filterCond: isOverdue(programme, milestone),
      sort: `${milestone.id}Due asc, societyOrder asc`,
    })),
    ...programme.milestones.map((milestone): ViewDeclaration => ({
      name: `今週締切（${milestone.label.ja}）`,
      type: "LIST",
      fields,
      filterCond: isDueThisWeek(programme, milestone),
      sort: `${milestone.id}Due asc, societyOrder asc`,
    })),
    ...listIf(hasAfterSheet(programme), ...afterSheetViews),
    {
      name: "カレンダー",
      type: "CALENDAR",
      date: `${register}Due`,
      title: "registeredName",
      filterCond: allOf(isActive, isOwnRecord),
    },
    {
      name: "すべての案件",
      type: "LIST",
      fields: ["edition", ...fields],
      sort: "edition desc, societyOrder asc",
    },
  ];
};
