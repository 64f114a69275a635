import { defineProgramme } from "./programme.ts";

/**
 * 優良従業員表彰: a firm names people who have served it for 10, 20, 30, 40 or 50
 * years at a base date, by a list that is due without exception. The wording of
 * the steps is ours (サンプル); each society and chamber has its own.
 *
 * @see https://hikone-cci.or.jp/oshirase/4445
 */
export const longServiceAward = defineProgramme({
  id: "long-service-award",
  name: "優良従業員表彰",
  milestones: [
    {
      id: "roster",
      label: { ja: "名簿の提出（県連へ）", en: "Hand in the list" },
      part: "answer",
      actor: "society",
      lateness: "closed",
      scope: "nomination",
      optional: false,
      remindDaysBefore: 7,
      step: {
        action: "名簿を県連へ出す",
        state: "名簿受付済",
        stateInEnglish: "List received",
        performer: "anyone",
        requires: ["prerequisites"],
      },
    },
    {
      id: "send",
      label: { ja: "被表彰者名簿の送付", en: "Mail the list of people" },
      part: "report",
      actor: "federation",
      lateness: "overdue",
      scope: "edition",
      optional: false,
      remindDaysBefore: 5,
      step: {
        action: "名簿送付済みにする",
        state: "名簿送付済",
        stateInEnglish: "List mailed",
        performer: "federation",
        requires: [],
      },
    },
  ],
  areas: [],
  threshold: null,
  target: 1,
  prerequisites: ["consent"],
  sheet: { name: "被表彰者名簿", title: "優良従業員表彰 被表彰者名簿" },
  persons: { grades: [10, 20, 30, 40, 50] },
  checklist: { status: "サンプル" },
  editions: [],
  appNames: {
    editions: "募集回（優良従業員表彰）",
    societies: "商工会",
    nominations: "推薦案件（優良従業員表彰）",
    answers: "回答（優良従業員表彰）",
    deliveries: "提出台帳（優良従業員表彰）",
  },
});
