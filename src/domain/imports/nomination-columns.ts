import type { ColumnChoice, ColumnSpec } from "./propose-columns.ts";

export type NominationColumn =
  | "edition"
  | "society"
  | "registeredName"
  | "corporateNumber"
  | "address"
  | "registeredOn"
  | "result"
  | "summary"
  | "remarks";

export type NominationColumns = ColumnChoice<NominationColumn>;

/** In the order in which a person confirms them. */
export const nominationColumns: ReadonlyArray<ColumnSpec<NominationColumn>> = [
  {
    field: "registeredName",
    words: [
      "事業者名",
      "商号",
      "企業名",
      "会社名",
      "法人名",
      "屋号",
      "事業所名",
      "名称",
      "firm",
    ],
    wholeWords: ["事業者", "名前"],
  },
  {
    field: "edition",
    words: ["募集回", "年度", "実施年", "edition"],
    wholeWords: ["年", "回", "西暦"],
  },
  {
    field: "society",
    words: ["商工会名", "推薦商工会", "商工会", "団体名", "所属", "society"],
    looksLike: (text) => /商工会$/u.test(text),
  },
  {
    field: "corporateNumber",
    words: ["法人番号", "corporate number"],
    looksLike: (text) => /^\d{13}$/u.test(text.normalize("NFKC")),
  },
  { field: "address", words: ["所在地", "住所", "address"] },
  {
    field: "registeredOn",
    words: ["登録日", "宣言日", "推薦日", "応募日", "申込日"],
    wholeWords: ["日付"],
  },
  { field: "result", words: ["結果", "受賞", "result"], wholeWords: ["賞"] },
  { field: "summary", words: ["取組の要約", "取組内容", "取組", "概要"] },
  { field: "remarks", words: ["備考", "メモ", "摘要", "remarks"] },
];
