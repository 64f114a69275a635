import type { ColumnChoice, ColumnSpec } from "./propose-columns.ts";

export type SocietyColumn =
  | "code"
  | "name"
  | "kana"
  | "sortOrder"
  | "organization"
  | "contactUsers"
  | "active";

export type SocietyColumns = ColumnChoice<SocietyColumn>;

/** In the order in which a person confirms them. */
export const societyColumns: ReadonlyArray<ColumnSpec<SocietyColumn>> = [
  {
    field: "name",
    words: [
      "商工会名",
      "商工会名称",
      "商工会",
      "団体名",
      "会員名",
      "名称",
      "name",
    ],
    looksLike: (text) => /商工会$/u.test(text),
  },
  {
    field: "code",
    words: ["商工会コード", "団体コード", "会員コード", "コード", "code"],
    wholeWords: ["商工会番号", "会員番号", "団体番号", "番号", "ID"],
  },
  {
    field: "kana",
    words: ["フリガナ", "ふりがな", "カナ", "かな", "よみ", "読み", "kana"],
  },
  {
    field: "sortOrder",
    words: ["並び順", "表示順", "掲載順", "順番", "順序", "順"],
    wholeWords: ["No", "№", "連番", "通番", "order"],
  },
  {
    field: "organization",
    words: ["組織", "所属組織", "organization"],
  },
  {
    field: "contactUsers",
    words: [
      "担当者ログイン名",
      "ログイン名",
      "担当者",
      "担当",
      "連絡担当",
      "経営指導員",
      "contact",
    ],
    wholeWords: ["E-mail", "メールアドレス", "メール"],
  },
  {
    field: "active",
    words: ["状態", "有効", "統合", "廃止"],
    wholeWords: ["区分"],
  },
];
