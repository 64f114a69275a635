import { defineApp } from "../../app-kit/app-model.ts";
import {
  copied,
  date,
  dropDown,
  files,
  longText,
  organizations,
  radio,
  relatedRecords,
  table,
  text,
  users,
} from "../../app-kit/define-fields.ts";
import type { Programme } from "../../programmes/index.ts";
import { hasContest, hasScore, listIf } from "../parts/programme-parts.ts";
import { programmeField } from "../parts/programme-field.ts";
import { editionLookup, societyLookup } from "../parts/lookups.ts";

/** The kinds of what a society hands in after the registration. */
export const handInKinds = (programme: Pick<Programme, "milestones">) =>
  hasContest(programme)
    ? (["実践事例", "訂正の依頼", "その他"] as const)
    : (["訂正の依頼", "その他"] as const);

/** 回答: what a society says about an edition, so that silence and 該当なし differ. */
export const createAnswers = (
  programme: Pick<Programme, "id" | "milestones" | "threshold">,
) =>
  defineApp({
    key: "answers",
    fields: {
      edition: editionLookup({}),
      society: societyLookup({
        societyCode: "code",
        organization: "organization",
      }),
      societyCode: copied(text("商工会コード")),
      organization: copied(organizations("組織")),
      programme: programmeField(programme),
      answer: radio("回答", ["未開封", "確認済", "候補あり", "該当なし"], {
        required: true,
        // A record made by hand is an answer; the hand-out writes 未開封.
        defaultValue: "候補あり",
      }),
      answerDue: date("回答期限"),
      dueReason: text("期限をのばした理由"),
      remindOn: date("お知らせ日（回答期限の5営業日前）"),
      // The request itself may come so late that it is the notice of the day before.
      dayBeforeNotice: dropDown("前日のお知らせ", ["送る", "送らない"], {
        defaultValue: "送る",
      }),
      // One record per society and edition: kintone refuses a second one.
      answerKey: text("募集回と商工会のキー", { unique: true, maxLength: 64 }),
      reason: longText("理由・連絡事項"),
      answeredBy: users("回答者", { defaultFunction: "LOGINUSER()" }),
      answeredOn: date("回答日", { defaultNowValue: true }),
      readOn: date("確認日"),
      readBy: users("確認した人"),
      passedOn: text("事業者への周知"),
      chases: table("催促の記録", {
        chasedOn: date("催促日"),
        chasedBy: users("催促した人"),
        chaseText: longText("催促の内容"),
      }),
      history: table("これまでの回答", {
        pastAnswer: text("回答"),
        pastReason: text("理由"),
        pastOn: date("日付"),
        pastBy: text("回答者"),
      }),
      // A registered nomination is closed to its society; this table stays open.
      handIns: table("登録後の提出・訂正の依頼", {
        handInFirm: text("事業者"),
        handInKind: dropDown("内容", handInKinds(programme)),
        handInText: longText("説明"),
        handInFile: files("添付"),
        handInState: dropDown("県連の対応", ["未対応", "対応済"], {
          defaultValue: "未対応",
        }),
      }),
      societyNominations: relatedRecords("この商工会の推薦案件", {
        app: "nominations",
        field: "society",
        relatedField: "society",
        displayFields: [
          "edition",
          "registeredName",
          ...listIf(hasScore(programme), "verdict"),
        ],
        sort: "edition desc",
        size: "5",
      }),
    },
  });
