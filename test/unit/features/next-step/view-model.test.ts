import { cloudPracticeAward as award } from "../../../../src/programmes/index.ts";
import { describe, expect, test } from "vitest";
import { messages } from "../../../../src/features/next-step/messages.ts";
import { toNextStepView } from "../../../../src/features/next-step/view-model.ts";
import {
  aNomination,
  aRegistered,
  clockOn,
  itemsOf,
  sampleChecklist,
} from "../../../support/domain-records.ts";
import { inJapanese } from "../../../support/page-records.ts";

const t = inJapanese(messages);
const clock = clockOn("2022-07-25");

describe("the line of the next step", () => {
  test("the first gap is the action, with who must act", () => {
    const view = toNextStepView(
      award,
      aNomination({ securityActionId: "" }),
      clock,
      t,
    );
    expect(view.action).toBe(
      "SECURITY ACTION 自己宣言IDを入力（事業者に確認）",
    );
    expect(view.actor).toBe("担当：事業者");
  });

  test("a record from a list of earlier years asks for nothing, whatever its state", () => {
    const past = aNomination({
      status: "準備中",
      recordKind: "過去の記録",
      consentNominate: "未確認",
    });
    expect(toNextStepView(award, past, clock, t)).toEqual({
      action: "名簿から取り込んだ過去の案件です。必要な作業はありません",
      actor: "",
      target: null,
      note: "",
      score: null,
      deadline: null,
    });
  });

  test("the score has its limit and the gap beside it", () => {
    const checklist = sampleChecklist(...itemsOf("A", "B"), "C1", "C2", "C3");
    expect(
      toNextStepView(award, aNomination({ checklist }), clock, t).score,
    ).toEqual({
      total: "11 / 12点",
      gap: "あと1点",
    });
  });

  test("the next date is the earliest that is still open", () => {
    expect(toNextStepView(award, aNomination(), clock, t).deadline).toEqual({
      label: "他薦登録",
      text: "8/1(月) あと5営業日",
      look: "dueSoon",
      word: "まもなく",
    });
  });

  test("a missed date stays until it is made good", () => {
    const late = aNomination({ contactDone: null });
    const view = toNextStepView(award, late, clockOn("2022-07-29"), t);
    expect(view.deadline).toMatchObject({
      label: "県連への連絡",
      text: "7/27(水) 2日超過",
      look: "overdue",
    });
  });

  test("the day itself is called by its name", () => {
    const view = toNextStepView(award, aNomination(), clockOn("2022-08-01"), t);
    expect(view.deadline?.text).toBe("8/1(月) 本日");
  });

  test("when all is done it says so", () => {
    const done = aRegistered({
      status: "報告済",
      reportDone: "2022-07-29",
    });
    const view = toNextStepView(award, done, clock, t);
    expect(view).toMatchObject({
      action: "いま必要な作業はありません",
      actor: "",
      deadline: null,
    });
  });

  test("a withdrawn nomination asks for nothing", () => {
    const view = toNextStepView(
      award,
      aNomination({ status: "取下げ" }),
      clock,
      t,
    );
    expect(view.action).toContain("取下げの案件です");
    expect(view.deadline).toBeNull();
  });

  test("a registered record says where the society hands in what is still to come", () => {
    expect(toNextStepView(award, aRegistered(), clock, t).note).toContain(
      "登録後の提出・訂正の依頼",
    );
    expect(toNextStepView(award, aNomination(), clock, t).note).toBe("");
  });
});
