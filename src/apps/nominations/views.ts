import type { ViewDeclaration } from "../../app-kit/app-declaration.ts";
import type { Programme } from "../../programmes/index.ts";
import { allOf, isBlank, STATUS_FIELD } from "../parts/conditions.ts";
import { hasScore, listIf } from "../parts/programme-parts.ts";
import { isActive, isDueThisWeek, isOverdue } from "./conditions.ts";

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

/**
 * 自会の案件 comes first: it is what the occasional user has come for. It has no
 * condition, as the rights of records show a society its own nominations alone;
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
      sort: byDate,
    },
    {
      name: "未達",
      type: "LIST",
      fields,
      filterCond: allOf(isActive, isBlank(`${register}Done`)),
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
    {
      name: "カレンダー",
      type: "CALENDAR",
      date: `${register}Due`,
      title: "registeredName",
      filterCond: isActive,
    },
    {
      name: "すべての案件",
      type: "LIST",
      fields: ["edition", ...fields],
      sort: "edition desc, societyOrder asc",
    },
  ];
};
