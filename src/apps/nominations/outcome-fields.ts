import {
  dropDown,
  files,
  longText,
  radio,
  text,
} from "../../app-kit/define-fields.ts";

/** Registration, practice case, and what came of it. */
export const outcomeFields = {
  registeredBy: dropDown("登録者", ["商工会", "県連"]),
  receiptNumber: text("受付番号"),
  supporterName: text("応援団員 氏名"),
  supporterAffiliation: text("応援団員 所属"),
  supporterContact: text("応援団員 連絡先"),
  contest: radio("コンテスト", ["未定", "参加する", "参加しない"], {
    required: true,
  }),
  caseTitle: text("実践事例 題名"),
  caseFile: files("実践事例 ファイル"),
  cloudServices: longText("利用クラウドサービス"),
  summary: longText("取組の要約"),
  priorDeclaration: radio("過去の自己宣言", ["なし", "あり"], {
    required: true,
  }),
  priorDifference: longText("過去の宣言との違い"),
  result: dropDown("結果", ["未定", "地方大会", "全国大会", "受賞", "選外"], {
    defaultValue: "未定",
  }),
  withdrawnReason: text("取下げの理由"),
  remarks: longText("備考"),
  attachments: files("添付ファイル"),
};
