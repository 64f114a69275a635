import type { Localised } from "../../ground/api-error.ts";

/** Field types as kintone's settings screens call them. */
export const typeNames: Record<string, Localised> = {
  LABEL: { ja: "ラベル", en: "Label" },
  MULTI_LINE_TEXT: { ja: "文字列（複数行）", en: "Text area" },
  RICH_TEXT: { ja: "リッチエディター", en: "Rich text" },
  FILE: { ja: "添付ファイル", en: "Attachment" },
  LINK: { ja: "リンク", en: "Link" },
  USER_SELECT: { ja: "ユーザー選択", en: "User selection" },
  ORGANIZATION_SELECT: { ja: "組織選択", en: "Department selection" },
  GROUP_SELECT: { ja: "グループ選択", en: "Group selection" },
  REFERENCE_TABLE: { ja: "関連レコード一覧", en: "Related records" },
  SPACER: { ja: "スペース", en: "Blank space" },
  HR: { ja: "罫線", en: "Border" },
  GROUP: { ja: "グループ", en: "Field group" },
  SUBTABLE: { ja: "テーブル", en: "Table" },
  RECORD_NUMBER: { ja: "レコード番号", en: "Record number" },
  STATUS: { ja: "ステータス", en: "Status" },
  STATUS_ASSIGNEE: { ja: "作業者", en: "Assignee" },
  CATEGORY: { ja: "カテゴリー", en: "Category" },
};
