import { defineApp } from "../../app-kit/app-model.ts";
import {
  dateTime,
  dropDown,
  files,
  longText,
  number,
  radio,
  table,
  text,
  users,
} from "../../app-kit/define-fields.ts";
import { entryWordOf, paperWordOf } from "../../programmes/index.ts";
import type { Programme } from "../../programmes/index.ts";
import { fieldsIf, hasContest } from "../parts/programme-parts.ts";
import { programmeField } from "../parts/programme-field.ts";
import { editionLookup } from "../parts/lookups.ts";
import { LEDGER_STATES } from "./states.ts";

const createCaseFields = (paper: string) => ({
  caseCount: number(`うち${paper}`, { unit: "件" }),
});

/** 提出台帳: one report made, with everything needed to prove what was sent. */
export const createDeliveries = (
  programme: Pick<Programme, "id" | "milestones" | "sheet" | "words">,
) =>
  defineApp({
    key: "deliveries",
    fields: {
      edition: editionLookup({}),
      programme: programmeField(programme),
      deliveryKind: radio("種別", ["本提出", "追加提出"], { required: true }),
      madeAt: dateTime("作成日時", { defaultNowValue: true }),
      madeBy: users("作成者", { defaultFunction: "LOGINUSER()" }),
      formName: text("様式のファイル名"),
      formHash: text("様式のハッシュ"),
      mapVersion: text("対応表の版"),
      resultHash: text("作成ファイルのハッシュ"),
      nominationCount: number(`${entryWordOf(programme)}件数`, { unit: "件" }),
      ...fieldsIf(
        hasContest(programme),
        createCaseFields(paperWordOf(programme)),
      ),
      noneReason: longText("該当なしの理由"),
      warningReason: longText("警告のまま作成する理由"),
      /** One sheet has one entry: kintone refuses a second one. */
      entryKey: text("同じシートの印", { unique: true, maxLength: 64 }),
      included: table("載せた推薦案件", {
        nominationId: text("レコード番号"),
        nominationRevision: text("版"),
        // Blank in entries older than the field.
        nominationDigest: text("内容のハッシュ"),
        nominationName: text("事業所名"),
        nominationSociety: text("商工会名"),
        /** The process state before the sheet was sent; blank when sending left it alone. */
        stateBefore: text("送付前のステータス"),
        reportedBefore: text("送付前の報告日"),
      }),
      reportFile: files(programme.sheet.name),
      proof: longText("証明（JSON）"),
      deliveryState: dropDown("送付状況", ["作成済", "送付済"], {
        required: true,
        defaultValue: "作成済",
      }),
      sentAt: dateTime("送付日時"),
      sentTo: text("送付先"),
      sendHistory: table("送付の記録", {
        sendEvent: dropDown("できごと", ["送付済", "送付の取り消し"]),
        sendEventAt: dateTime("日時"),
        sendEventBy: users("操作した人"),
        sendEventReason: text("理由"),
      }),
    },
    states: LEDGER_STATES,
  });
