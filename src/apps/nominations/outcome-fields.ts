import {
  fieldsIf,
  hasAfterSheet,
  hasContest,
  hasRegistration,
  hasSupporter,
} from "../parts/programme-parts.ts";
import {
  calculatedText,
  date,
  dropDown,
  files,
  longText,
  radio,
  table,
  text,
  users,
} from "../../app-kit/define-fields.ts";
import { paperWordOf } from "../../programmes/index.ts";
import type { Programme } from "../../programmes/index.ts";

type OutcomeProgramme = Pick<
  Programme,
  "milestones" | "supporter" | "afterSheet" | "words"
>;

/** Finals, prizes and the logo mark. */
const createResultFields = ({ afterSheet }: OutcomeProgramme) => ({
  regionBlock: dropDown("地方大会のブロック", [
    ...(afterSheet?.blocks ?? []).map(({ name }) => name),
    "その他",
  ]),
  regionDate: date("地方大会の日"),
  modelCase: dropDown("モデル事例", ["未定", "選定", "選外"], {
    defaultValue: "未定",
  }),
  prize: dropDown("賞", [...(afterSheet?.prizes ?? []), "その他"]),
  prizeName: text("賞の名称（その他のとき）"),
  logoMark: dropDown("ロゴマーク", ["未交付", "交付済"], {
    defaultValue: "未交付",
  }),
  logoFile: files("ロゴマークのファイル"),
  tellings: table("結果の連絡の記録", {
    toldOn: date("連絡日"),
    toldTo: dropDown("相手", ["商工会", "事業者"]),
    toldBy: users("連絡した人"),
    toldText: longText("連絡した内容"),
  }),
});

/**
 * The consent that was given with the nomination does not cover a publication: each firm is asked
 * anew, with the text. The state is kintone's own, so a text that changes afterwards makes the
 * answer void whichever way it is changed.
 */
const publicationFields = {
  publishText: text("公表する文"),
  publishAskedText: text("確認を依頼した文"),
  publishAskedOn: date("公表の確認を依頼した日"),
  publishAnswer: dropDown("公表の可否", ["未確認", "可", "不可", "撤回"], {
    defaultValue: "未確認",
  }),
  publishAnsweredOn: date("公表の回答日"),
  publishState: calculatedText(
    "公表の状態",
    'IF(publishText="","文なし",IF(publishText=publishAskedText,IF(publishAnswer="可","公表可",IF(publishAnswer="不可","公表不可",IF(publishAnswer="撤回","撤回","回答待ち"))),"要確認"))',
  ),
};

/** Those who can enter a nomination with the award's office. */
export const REGISTRARS = ["商工会", "県連"] as const;

const registrationFields = {
  registeredBy: dropDown("登録者", REGISTRARS),
  receiptNumber: text("受付番号"),
};

const createSupporterFields = (word: string) => ({
  supporterName: text(`${word} 氏名`),
  supporterAffiliation: text(`${word} 所属`),
  supporterContact: text(`${word} 連絡先`),
});

const createContestFields = (paper: string) => ({
  contest: radio("コンテスト", ["未定", "参加する", "参加しない"], {
    required: true,
  }),
  caseTitle: text(`${paper} 題名`),
  caseFile: files(`${paper} ファイル`),
  cloudServices: longText("利用クラウドサービス"),
  summary: longText("取組の要約"),
  priorDeclaration: radio("過去の自己宣言", ["なし", "あり"], {
    required: true,
  }),
  priorDifference: longText("過去の宣言との違い"),
});

/** Registration, practice case, and what came of it. */
export const createOutcomeFields = (programme: OutcomeProgramme) => ({
  ...fieldsIf(hasRegistration(programme), registrationFields),
  ...fieldsIf(
    hasSupporter(programme),
    createSupporterFields(programme.supporter ?? ""),
  ),
  ...fieldsIf(
    hasContest(programme),
    createContestFields(paperWordOf(programme)),
  ),
  result: dropDown(
    "結果",
    hasContest(programme)
      ? ["未定", "自己宣言のみ", "地方大会", "全国大会", "受賞", "選外"]
      : ["未定", "受賞", "選外"],
    { defaultValue: "未定" },
  ),
  ...fieldsIf(hasAfterSheet(programme), createResultFields(programme)),
  ...fieldsIf(hasAfterSheet(programme), publicationFields),
  withdrawnReason: text("取下げの理由"),
  remarks: longText("備考"),
  attachments: files("添付ファイル"),
  federationNotes: longText("県連のメモ（県連だけが見えます）"),
});
