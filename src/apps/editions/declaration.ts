import type {
  AppDeclaration,
  LayoutItem,
  Reminder,
} from "../../app-kit/app-declaration.ts";
import type { AppModel } from "../../app-kit/app-model.ts";
import type { Programme } from "../../programmes/index.ts";
import { isIn } from "../parts/conditions.ts";
import {
  creatorRight,
  everyoneMay,
  federation,
  federationRight,
} from "../parts/rights.ts";

const createLayout = ({ milestones }: Programme): LayoutItem[] => [
  { row: ["name", "fiscalYear", "editionState", "programme"] },
  {
    group: "datesGroup",
    label: "期限",
    open: true,
    rows: [milestones.map(({ id }) => `${id}Date`)],
  },
  {
    group: "noticeGroup",
    label: "商工会への周知",
    open: true,
    rows: [
      ["noticeText", "noticeFiles"],
      [{ space: "suisenHandout", width: 1000, height: 120 }],
    ],
  },
  // Above the long checklist: what there is to do next is in sight.
  {
    group: "formGroup",
    label: "状況回答シートの様式",
    open: true,
    rows: [
      ["formFile"],
      [{ space: "suisenForm", width: 1000, height: 120 }],
      // The panel above speaks for it; without the plugin it is still there.
      ["formMap"],
    ],
  },
  { row: ["threshold", "target", "checklistStatus"] },
  { table: "checklist" },
  {
    group: "federationGroup",
    label: "連合会（状況回答シートの差出人）",
    open: true,
    rows: [
      ["federationName", "federationHeadName"],
      ["federationSection", "federationContactTitle", "federationContactName"],
      ["federationPhone", "federationFax", "federationEmail"],
      [{ code: "federationAddress", width: 480 }],
    ],
  },
  {
    group: "recipientGroup",
    label: "提出先と連絡先",
    open: true,
    rows: [
      ["recipientName", "recipientEmail", { code: "mailSubject", width: 360 }],
      ["contactUsers", "contactGroups"],
      ["noneReason"],
    ],
  },
  { table: "closedDays" },
  { row: ["editionNominations"] },
  { row: ["editionAnswers"] },
  { row: ["editionDeliveries"] },
];

const isOpenEdition = isIn("editionState", "募集中");

const createReminders = ({ milestones }: Programme): Reminder[] =>
  milestones
    .filter(({ scope }) => scope === "edition")
    .map(({ id, label, remindDaysBefore }) => ({
      code: `${id}Date`,
      daysLater: -remindDaysBefore,
      time: "09:00",
      filterCond: isOpenEdition,
      title: `【あと${remindDaysBefore}日】「${label.ja}」の期限です`,
      targets: [federation],
    }));

export const declareEditions = (
  programme: Programme,
  model: AppModel,
): AppDeclaration => ({
  model,
  name: programme.appNames.editions,
  description: `<div>「${programme.name}」の募集回ごとに、期限・チェックシート・様式を登録します。</div>`,
  icon: "APP55",
  theme: "GREEN",
  titleField: "name",
  // Next year begins as a copy of the last edition.
  reusable: true,
  layout: createLayout(programme),
  views: [
    {
      name: "募集中",
      type: "LIST",
      fields: [
        "name",
        "editionState",
        ...programme.milestones.map(({ id }) => `${id}Date`),
        "threshold",
        "target",
      ],
      filterCond: isOpenEdition,
      sort: "fiscalYear desc",
    },
    {
      name: "すべての募集回",
      type: "LIST",
      fields: ["name", "fiscalYear", "editionState", "checklistStatus"],
      sort: "fiscalYear desc",
    },
  ],
  appRights: [
    creatorRight,
    // The form is mapped on the plugin's settings page, which kintone shows to
    // those only who may manage the app; doing it is the clerk's work.
    { ...federationRight, may: ["appEditable", ...federationRight.may] },
    everyoneMay("recordViewable"),
  ],
  recordRights: [],
  fieldRights: [],
  generalNotifications: [],
  recordNotifications: [],
  reminders: createReminders(programme),
});
