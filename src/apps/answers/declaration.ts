import type {
  AppDeclaration,
  Reminder,
  ViewDeclaration,
} from "../../app-kit/app-declaration.ts";
import type { AppModel } from "../../app-kit/app-model.ts";
import type { Programme } from "../../programmes/index.ts";
import { handInKinds } from "./model.ts";
import { allOf, isIn, isNotIn } from "../parts/conditions.ts";
import { everyone } from "../../app-kit/entity.ts";
import {
  creatorRight,
  everyoneMay,
  federation,
  federationRight,
  ownSociety,
  ownSocietyOnly,
} from "../parts/rights.ts";

const columns = [
  "edition",
  "society",
  "answer",
  "answerDue",
  "reason",
  "answeredOn",
  "readOn",
  "passedOn",
];

const isUnanswered = isIn("answer", "未開封", "確認済");

const hasOpenHandIn = (programme: Programme): string =>
  allOf(
    isIn("handInKind", ...handInKinds(programme)),
    isIn("handInState", "未対応"),
  );

const remind = (
  code: string,
  daysLater: number,
  title: string,
  condition = "",
): Reminder => ({
  code,
  daysLater,
  time: "09:00",
  filterCond: allOf(isUnanswered, condition),
  title,
  targets: [ownSociety],
});

export const declareAnswers = (
  programme: Programme,
  model: AppModel,
): AppDeclaration => ({
  model,
  name: programme.appNames.answers,
  description:
    "<div>候補がないときも「該当なし」と回答してください。回答がない商工会と区別できます。</div>",
  icon: "APP11",
  theme: "GREEN",
  titleField: "society",
  layout: [
    { row: ["edition", "society"] },
    { row: [{ space: "suisenNotice", width: 1000, height: 320 }] },
    { row: ["answer", "answeredOn", "answeredBy"] },
    { row: ["answerDue", "dueReason"] },
    { row: ["reason"] },
    { row: ["readOn", "readBy", "passedOn"] },
    { table: "handIns" },
    { table: "chases" },
    { table: "history" },
    { row: ["societyNominations"] },
    {
      group: "originGroup",
      label: "商工会から写した項目",
      open: false,
      rows: [
        ["societyCode", "organization", "programme"],
        ["remindOn", "dayBeforeNotice", "answerKey"],
      ],
    },
  ],
  views: [
    {
      name: "すべての回答",
      type: "LIST",
      fields: columns,
      sort: "edition desc, societyCode asc",
    },
    {
      name: "返事待ち",
      type: "LIST",
      fields: columns,
      filterCond: isUnanswered,
      sort: "answerDue asc, societyCode asc",
    },
    {
      name: "登録後の提出・訂正の依頼（未対応）",
      type: "LIST",
      fields: columns,
      filterCond: hasOpenHandIn(programme),
      sort: "edition desc, societyCode asc",
    },
    ...["未開封", "確認済", "候補あり", "該当なし"].map(
      (state): ViewDeclaration => ({
        name: state,
        type: "LIST",
        fields: columns,
        filterCond: isIn("answer", state),
        sort: "edition desc, societyCode asc",
      }),
    ),
  ],
  appRights: [
    creatorRight,
    federationRight,
    everyoneMay("recordViewable", "recordAddable", "recordEditable"),
  ],
  recordRights: ownSocietyOnly(["viewable", "editable"]),
  // A society reads its date; the federation moves it.
  fieldRights: ["answerDue", "dueReason", "remindOn", "dayBeforeNotice"].map(
    (code) => ({
      code,
      entities: [
        { entity: federation, accessibility: "WRITE" },
        { entity: everyone, accessibility: "READ" },
      ],
    }),
  ),
  // The federation reads a digest of its edition once a day instead of a notice per answer.
  generalNotifications: [],
  recordNotifications: [
    {
      filterCond: isIn("answer", "未開封"),
      title: "推薦のご案内が届きました",
      targets: [ownSociety],
    },
    {
      // An empty row of the table is 未対応 by default, so a kind is asked for too.
      filterCond: hasOpenHandIn(programme),
      title: "登録後の提出・訂正の依頼が届きました",
      targets: [federation],
    },
  ],
  reminders: [
    remind("remindOn", 0, "【あと5営業日】推薦のご回答をお願いします"),
    remind(
      "answerDue",
      -1,
      "【明日まで】推薦のご回答をお願いします",
      isNotIn("dayBeforeNotice", "送らない"),
    ),
    remind("answerDue", 1, "【期限超過】推薦のご回答をお待ちしています"),
  ],
});
