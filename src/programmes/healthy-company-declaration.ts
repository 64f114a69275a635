import { defineProgramme, type ChecklistPreset } from "./programme.ts";

/**
 * A declaration of the kind of 健康企業宣言: a firm scores itself out of 100, and
 * what it declares is entered in a yearly window. The three areas, the 60 points,
 * the minimum per area and the items are ours (サンプル); the schemes of the
 * health insurers differ in all of them.
 *
 * @see https://heartmath-health-management.com/kenkoukigyou-ginnonintei
 */
export const healthyCompanyDeclaration = defineProgramme({
  id: "healthy-company-declaration",
  name: "健康企業宣言（サンプル）",
  milestones: [
    {
      id: "declare",
      label: { ja: "宣言の登録", en: "Enter the declaration" },
      part: "registration",
      actor: "societyOrFederation",
      lateness: "allowedAfterReport",
      scope: "nomination",
      optional: false,
      remindDaysBefore: 7,
      step: {
        action: "宣言登録済みにする",
        state: "宣言登録済",
        stateInEnglish: "Declaration entered",
        performer: "anyone",
        requires: ["prerequisites", "score"],
      },
    },
    {
      id: "roll",
      label: { ja: "宣言企業一覧の提出", en: "Mail the list of firms" },
      part: "report",
      actor: "federation",
      lateness: "overdue",
      scope: "edition",
      optional: false,
      remindDaysBefore: 5,
      step: {
        action: "一覧提出済みにする",
        state: "一覧提出済",
        stateInEnglish: "On the mailed list",
        performer: "federation",
        requires: [],
      },
    },
  ],
  areas: [
    {
      id: "checkup",
      name: { ja: "健診と保健指導", en: "Check-ups and guidance" },
      minimum: 20,
    },
    {
      id: "habits",
      name: { ja: "生活習慣の改善", en: "Healthy habits" },
      minimum: 10,
    },
    {
      id: "workplace",
      name: { ja: "働きやすい職場づくり", en: "Good workplaces" },
      minimum: 10,
    },
  ],
  threshold: 60,
  target: 1,
  prerequisites: ["consent"],
  sheet: { name: "宣言企業一覧", title: "健康企業宣言 宣言企業一覧" },
  words: { entry: "宣言", earlier: "宣言" },
  checklist: { status: "サンプル" },
  editions: [],
  appNames: {
    editions: "募集回（健康企業宣言）",
    societies: "商工会",
    nominations: "推薦案件（健康企業宣言）",
    answers: "回答（健康企業宣言）",
    deliveries: "提出台帳（健康企業宣言）",
  },
});

/** Ten items of our own wording, 10 points each. */
export const healthyCompanyChecklist: ChecklistPreset = {
  status: "サンプル",
  items: [
    {
      id: "H1",
      area: "checkup",
      text: "対象の従業員全員に、年1回の健康診断を受けさせている",
      points: 10,
    },
    {
      id: "H2",
      area: "checkup",
      text: "再検査が必要な従業員に、受診を文書で勧めている",
      points: 10,
    },
    {
      id: "H3",
      area: "checkup",
      text: "健診の結果を、医師や保健師に相談できる場を設けている",
      points: 10,
    },
    {
      id: "H4",
      area: "checkup",
      text: "健診の時間を、勤務時間の中で確保している",
      points: 10,
    },
    {
      id: "L1",
      area: "habits",
      text: "体を動かす機会を、職場の行事や休憩の中で設けている",
      points: 10,
    },
    {
      id: "L2",
      area: "habits",
      text: "飲み物や弁当など、職場での食の選び方を見直している",
      points: 10,
    },
    {
      id: "L3",
      area: "habits",
      text: "禁煙を望む従業員を支える取組がある",
      points: 10,
    },
    {
      id: "W1",
      area: "workplace",
      text: "残業の時間を毎月確かめ、減らす目標を決めている",
      points: 10,
    },
    {
      id: "W2",
      area: "workplace",
      text: "心の健康を相談できる窓口を、従業員に知らせている",
      points: 10,
    },
    {
      id: "W3",
      area: "workplace",
      text: "経営者が、健康づくりの方針を社内に示している",
      points: 10,
    },
  ],
};
