import type { Programme } from "../../programmes/index.ts";
import {
  fieldsIf,
  hasContest,
  hasRegistration,
} from "../parts/programme-parts.ts";
import {
  dropDown,
  files,
  longText,
  radio,
  text,
} from "../../app-kit/define-fields.ts";

const registrationFields = {
  registeredBy: dropDown("登録者", ["商工会", "県連"]),
  receiptNumber: text("受付番号"),
};

const createSupporterFields = (word: string) => ({
  supporterName: text(`${word} 氏名`),
  supporterAffiliation: text(`${word} 所属`),
  supporterContact: text(`${word} 連絡先`),
});

const contestFields = {
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
};

/** Registration, practice case, and what came of it. */
export const createOutcomeFields = (
  programme: Pick<Programme, "milestones" | "supporter">,
) => ({
  ...fieldsIf(hasRegistration(programme), registrationFields),
  ...fieldsIf(
    programme.supporter !== undefined,
    createSupporterFields(programme.supporter ?? ""),
  ),
  ...fieldsIf(hasContest(programme), contestFields),
  result: dropDown(
    "結果",
    hasContest(programme)
      ? ["未定", "地方大会", "全国大会", "受賞", "選外"]
      : ["未定", "受賞", "選外"],
    { defaultValue: "未定" },
  ),
  withdrawnReason: text("取下げの理由"),
  remarks: longText("備考"),
  attachments: files("添付ファイル"),
});
