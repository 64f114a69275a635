import type { ColumnChoice, ColumnSpec } from "./propose-columns.ts";

export type ChecklistColumn = "itemId" | "area" | "text" | "points";

export type ChecklistColumns = ColumnChoice<ChecklistColumn>;

/** In the order in which a person confirms them. */
export const checklistColumns: ReadonlyArray<ColumnSpec<ChecklistColumn>> = [
  {
    field: "text",
    words: [
      "チェック項目",
      "評価項目",
      "確認項目",
      "項目内容",
      "設問",
      "取組内容",
      "内容",
      "item",
    ],
    wholeWords: ["項目", "質問"],
    looksLike: (text) => text.length > 12,
  },
  {
    field: "area",
    words: ["分野", "区分", "カテゴリ", "視点", "大項目", "area"],
  },
  {
    field: "points",
    words: ["配点", "得点", "点数", "ポイント", "points"],
    wholeWords: ["点"],
    looksLike: (text) => /^\d+(?:\.\d+)?点?$/u.test(text.normalize("NFKC")),
  },
  {
    field: "itemId",
    words: ["項目ID", "項目番号", "設問番号", "コード"],
    wholeWords: ["No", "№", "番号", "ID"],
  },
];
