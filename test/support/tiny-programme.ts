import { defineProgramme } from "../../src/programmes/index.ts";

/** An award as unlike the first one as the type allows: nothing may rely on that one. */
export const tinyProgramme = defineProgramme({
  id: "product-contest",
  name: "特産品コンテスト",
  milestones: [
    {
      id: "intake",
      label: { ja: "受付", en: "Intake" },
      actor: "society",
      lateness: "closed",
      scope: "nomination",
      optional: false,
      remindDaysBefore: 3,
      step: {
        action: "受け付ける",
        state: "受付済",
        performer: "anyone",
        requires: ["prerequisites", "score"],
      },
    },
    {
      id: "send",
      label: { ja: "送付", en: "Send" },
      actor: "federation",
      lateness: "overdue",
      scope: "edition",
      optional: false,
      remindDaysBefore: 2,
      step: {
        action: "送付済みにする",
        state: "送付済",
        performer: "federation",
        requires: [],
      },
    },
  ],
  areas: [
    { id: "taste", name: { ja: "味", en: "Taste" } },
    { id: "look", name: { ja: "見た目", en: "Look" } },
  ],
  threshold: 3,
  target: 2,
  prerequisites: ["consent"],
  sheet: { name: "出品一覧", title: "特産品コンテスト 出品一覧" },
  checklist: {
    status: "公式",
    items: [{ id: "T1", area: "taste", text: "おいしい", points: 3 }],
  },
  editions: [],
  appNames: {
    editions: "コンテスト回",
    societies: "コンテスト商工会",
    nominations: "出品",
    answers: "コンテスト回答",
    deliveries: "コンテスト提出",
  },
});
