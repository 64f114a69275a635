import { defineApp } from "../../app-kit/app-model.ts";
import {
  date,
  dateTime,
  dropDown,
  files,
  groups,
  longText,
  number,
  radio,
  relatedRecords,
  table,
  text,
  users,
} from "../../app-kit/define-fields.ts";
import { CHECKLIST_STATUSES } from "../parts/checklist-status.ts";
import type { Programme, TypedProgramme } from "../../programmes/index.ts";
import { milestoneFields } from "../parts/milestone-fields.ts";
import {
  asksFor,
  fieldsIf,
  hasAfterSheet,
  hasPersons,
  hasRegistration,
  hasScore,
  listIf,
} from "../parts/programme-parts.ts";
import { programmeField } from "../parts/programme-field.ts";

const sender = {
  federationName: text("連合会名"),
  federationSection: text("担当部署"),
  federationContactTitle: text("担当者 職名"),
  federationContactName: text("担当者 氏名"),
  federationPhone: text("電話"),
  federationFax: text("FAX"),
  federationEmail: text("E-mail"),
  federationAddress: text("所在地"),
  federationHeadName: text("代表者 職氏名"),
};

const createRecipient = ({
  milestones,
  sheet,
}: Pick<Programme, "milestones" | "sheet">) => ({
  recipientName: text("提出先"),
  recipientEmail: text("提出先 E-mail"),
  mailSubject: text("メールの件名"),
  contactUsers: users(
    `連絡先ユーザー${milestones
      .filter(({ part }) => part === "answer")
      .map(({ label }) => `（${label.ja}で宛先になります）`)
      .join("")}`,
  ),
  contactGroups: groups("連絡先グループ"),
  formFile: files(`${sheet.name}（白紙のExcel）`),
  formMap: longText("セル対応表（JSON）"),
  noneReason: longText("該当なしの理由（0件で報告するとき）"),
});

const officeAddresses = {
  selfFormUrl: text("自薦フォームのアドレス"),
  otherFormUrl: text("他薦フォームのアドレス"),
};

const securityAddress = {
  securityActionUrl: text("SECURITY ACTION のアドレス", {
    defaultValue: "https://www.ipa.go.jp/security/security-action/",
  }),
  /** Blank: the way of the edition's year. */
  securityActionNote: text("SECURITY ACTION の手続き（商工会への案内）"),
};

const createNotice = (
  programme: Pick<Programme, "prerequisites" | "milestones">,
) => ({
  noticeText: longText("案内文（商工会へのお知らせ）"),
  noticeFiles: files("案内の資料"),
  ...fieldsIf(hasRegistration(programme), officeAddresses),
  ...fieldsIf(asksFor(programme, "securityAction"), securityAddress),
  publicRegisterUrl: text("法人番号公表サイトのアドレス", {
    defaultValue: "https://www.houjin-bangou.nta.go.jp/",
  }),
});

const createChecklist = ({
  areas,
  checklist,
  threshold,
}: Pick<Programme, "areas" | "checklist" | "threshold">) => ({
  threshold: number("基準点", {
    required: true,
    minValue: 0,
    unit: "点",
    defaultValue: String(threshold ?? 0),
  }),
  checklistStatus: radio("チェックシートの種類", CHECKLIST_STATUSES, {
    required: true,
    defaultValue: checklist.status,
  }),
  checklist: table("チェックシート", {
    itemId: text("項目ID"),
    itemArea: dropDown(
      "分野",
      areas.map(({ name }) => name.ja),
    ),
    itemText: text("項目"),
    itemPoints: number("配点"),
  }),
  /** One hash a line: it distinguishes copies of an earlier checklist from altered ones. */
  checklistVersions: longText("チェックシートの版（自動で記録）"),
});

const baseDay = { serviceDay: date("勤続年数の基準日") };

/** Dates that are known after the sheet only. */
const afterSheet = {
  regionals: table("地方大会", {
    regionalBlock: text("ブロック"),
    regionalDate: date("開催日"),
  }),
};

const history = {
  /** One row per press of 変更を反映. */
  changes: table("変更の履歴", {
    changedAt: dateTime("変更を反映した日時"),
    changedBy: users("反映した人"),
    changeState: dropDown("状態", ["反映中", "反映済"]),
    changeText: longText("変更の内容"),
  }),
  /** Names firms of every society, so that the federation alone may read it. */
  changeOwed: longText("反映の途中で残っているお知らせ（自動で記録）"),
};

const createSeenFromHere = (programme: Pick<Programme, "threshold">) => ({
  editionNominations: relatedRecords("この回の推薦案件", {
    app: "nominations",
    field: "name",
    relatedField: "edition",
    displayFields: [
      "society",
      "registeredName",
      ...listIf(hasScore(programme), "verdict"),
    ],
    sort: "societyOrder asc",
    size: "10",
  }),
  editionAnswers: relatedRecords("この回の回答", {
    app: "answers",
    field: "name",
    relatedField: "edition",
    displayFields: ["society", "answer", "answeredOn"],
    sort: "societyCode asc",
    size: "10",
  }),
  editionDeliveries: relatedRecords("この回の提出", {
    app: "deliveries",
    field: "name",
    relatedField: "edition",
    displayFields: ["deliveryKind", "madeAt", "nominationCount"],
    sort: "madeAt desc",
    size: "5",
  }),
});

/** 募集回: one yearly run of a programme. */
export const createEditions = <Id extends string, State extends string>(
  programme: TypedProgramme<Id, State>,
) =>
  defineApp({
    key: "editions",
    fields: {
      name: text("募集回", { required: true, unique: true, maxLength: 64 }),
      programme: programmeField(programme),
      fiscalYear: number("年度"),
      editionState: dropDown("状態", ["準備中", "募集中", "終了"], {
        required: true,
        defaultValue: "準備中",
      }),
      opensOn: date("募集開始日"),
      ...milestoneFields(programme.milestones, "Date", (label) =>
        date(`${label} 期限`),
      ),
      /** Ids of milestones, one a line: dates of another edition that nobody has confirmed. */
      datesToConfirm: longText("まだ確認していない日程（自動で記録）"),
      target: number("目標件数", {
        required: true,
        minValue: 1,
        unit: "件",
        defaultValue: String(programme.target),
      }),
      ...fieldsIf(hasScore(programme), createChecklist(programme)),
      ...fieldsIf(hasPersons(programme), baseDay),
      ...sender,
      ...createRecipient(programme),
      ...createNotice(programme),
      ...history,
      ...fieldsIf(hasAfterSheet(programme), afterSheet),
      closedDays: table("休業日", {
        closedDate: date("日付"),
        closedReason: text("理由"),
      }),
      ...createSeenFromHere(programme),
    },
  });
