import type {
  AppDeclaration,
  LayoutCell,
  LayoutItem,
  Reminder,
} from "../../app-kit/app-declaration.ts";
import type { AppModel } from "../../app-kit/app-model.ts";
import type { Milestone, Programme } from "../../programmes/index.ts";
import { isIn } from "../parts/conditions.ts";
import {
  asksFor,
  hasAfterSheet,
  hasPersons,
  hasRegistration,
  hasScore,
  listIf,
} from "../parts/programme-parts.ts";
import { everyone } from "../../app-kit/entity.ts";
import {
  creatorRight,
  everyoneMay,
  federation,
  federationRight,
} from "../parts/rights.ts";

const noticeRows = (programme: Programme): LayoutCell[][] => [
  [{ code: "noticeText", width: 640 }, "noticeFiles"],
  ...listIf(hasRegistration(programme), [
    { code: "selfFormUrl", width: 320 },
    { code: "otherFormUrl", width: 320 },
  ]),
  [
    ...listIf(asksFor(programme, "securityAction"), {
      code: "securityActionUrl",
      width: 320,
    }),
    { code: "publicRegisterUrl", width: 320 },
  ],
  ...listIf(asksFor(programme, "securityAction"), [
    { code: "securityActionNote", width: 640 },
  ]),
  [{ space: "suisenHandout", width: 1000, height: 120 }],
  [{ space: "suisenChange", width: 1000, height: 120 }],
];

const checklistItems = (programme: Programme): LayoutItem[] =>
  listIf<LayoutItem>(
    hasScore(programme),
    { table: "checklist" },
    {
      group: "versionsGroup",
      label: "チェックシートの版",
      open: false,
      rows: [["checklistVersions"]],
    },
  );

const createLayout = (programme: Programme): LayoutItem[] => [
  { row: ["name", "fiscalYear", "editionState", "programme"] },
  {
    group: "datesGroup",
    label: "期限",
    open: true,
    rows: [
      ["opensOn", ...programme.milestones.map(({ id }) => `${id}Date`)],
      ...listIf(hasPersons(programme), ["serviceDay"]),
      [{ space: "suisenOpenPoints", width: 1000, height: 120 }],
      // The panel above speaks for it.
      ["datesToConfirm"],
    ],
  },
  {
    group: "noticeGroup",
    label: "商工会への周知",
    open: true,
    rows: noticeRows(programme),
  },
  // Above the long checklist: what there is to do next is in sight.
  {
    group: "formGroup",
    label: `${programme.sheet.name}の様式`,
    open: true,
    rows: [
      ["formFile"],
      [{ space: "suisenForm", width: 1000, height: 120 }],
      // The panel above speaks for it; without the plugin it is still there.
      ["formMap"],
    ],
  },
  {
    row: [
      ...listIf(hasScore(programme), "threshold"),
      "target",
      ...listIf(hasScore(programme), "checklistStatus"),
    ],
  },
  ...checklistItems(programme),
  {
    group: "federationGroup",
    label: `連合会（${programme.sheet.name}の差出人）`,
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
  ...listIf(hasAfterSheet(programme), { table: "regionals" }),
  { table: "closedDays" },
  { table: "changes" },
  { row: ["changeOwed"] },
  { row: ["editionNominations"] },
  { row: ["editionAnswers"] },
  { row: ["editionDeliveries"] },
];

const isOpenEdition = isIn("editionState", "募集中");

/** Days before and after the federation's own date on which its digest comes. */
const DIGEST_DAYS = 14;

const digestTitle = (label: string, daysLater: number): string => {
  if (daysLater === 0)
    return `【本日の推薦ボード】「${label}」の期限は本日です`;
  return daysLater < 0
    ? `【本日の推薦ボード】「${label}」の期限まであと${-daysLater}日です`
    : `【本日の推薦ボード】「${label}」の期限から${daysLater}日です`;
};

const remindOn = (
  { id }: Milestone,
  daysLater: number,
  title: string,
): Reminder => ({
  code: `${id}Date`,
  daysLater,
  time: "09:00",
  filterCond: isOpenEdition,
  title,
  targets: [federation],
});

/**
 * One digest a day instead of a notice per firm. kintone repeats no reminder, so each day is one
 * of its own, counted from the date that the federation itself has to keep.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/settings/update-reminder-notification-settings/
 */
const createDigest = (milestone: Milestone): Reminder[] =>
  Array.from({ length: 2 * DIGEST_DAYS + 1 }, (_none, index) => {
    const daysLater = index - DIGEST_DAYS;
    return remindOn(
      milestone,
      daysLater,
      digestTitle(milestone.label.ja, daysLater),
    );
  });

/** The digest follows one date; a further one of the edition is reminded of by itself. */
const createReminders = ({ milestones }: Programme): Reminder[] => {
  const [first, ...others] = milestones.filter(
    ({ scope }) => scope === "edition",
  );
  return [
    ...(first === undefined ? [] : createDigest(first)),
    ...others.flatMap((one) => [
      remindOn(
        one,
        -one.remindDaysBefore,
        `【あと${one.remindDaysBefore}日】「${one.label.ja}」の期限です`,
      ),
      remindOn(one, 0, `【本日】「${one.label.ja}」の期限です`),
    ]),
  ];
};

/** The federation's own business: its aim, and what it still has to tell each society. */
const FEDERATION_FIELDS = ["target", "changeOwed"];

export const declareEditions = (
  programme: Programme,
  model: AppModel,
): AppDeclaration => ({
  model,
  name: programme.appNames.editions,
  description: `<div>「${programme.name}」の募集回ごとに、期限${hasScore(programme) ? "・チェックシート" : ""}・様式を登録します。</div>`,
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
        ...listIf(hasScore(programme), "threshold"),
        "target",
      ],
      filterCond: isOpenEdition,
      sort: "fiscalYear desc",
    },
    {
      name: "すべての募集回",
      type: "LIST",
      fields: [
        "name",
        "fiscalYear",
        "editionState",
        ...listIf(hasScore(programme), "checklistStatus"),
      ],
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
  // An open edition holds nominations; it is closed before it can be deleted.
  recordRightsWhen: [
    {
      filterCond: isOpenEdition,
      // Changes are limited by the rights of the app.
      rights: [{ entity: everyone, may: ["viewable", "editable"] }],
    },
  ],
  recordRights: [],
  fieldRights: FEDERATION_FIELDS.map((code) => ({
    code,
    entities: [
      { entity: federation, accessibility: "WRITE" },
      { entity: everyone, accessibility: "NONE" },
    ],
  })),
  generalNotifications: [],
  recordNotifications: [],
  reminders: createReminders(programme),
});
