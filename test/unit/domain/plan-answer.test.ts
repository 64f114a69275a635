import { describe, expect, test } from "vitest";
import { planAnswer } from "../../../src/domain/plan-answer.ts";

const presser = { today: "2022-07-21", user: { code: "hanako" } };
const silent = {
  answer: "未開封",
  reason: "",
  answeredOn: null,
  answeredBy: [],
  history: [],
} as const;

describe("planAnswer", () => {
  test("reading turns 未開封 into 確認済 and says who read it", () => {
    expect(planAnswer(silent, { kind: "read" }, presser)).toEqual({
      answer: "確認済",
      readOn: "2022-07-21",
      readBy: [{ code: "hanako", name: "" }],
    });
  });

  test("reading changes no answer that was given", () => {
    expect(
      planAnswer({ ...silent, answer: "該当なし" }, { kind: "read" }, presser),
    ).not.toHaveProperty("answer");
  });

  test("該当なし keeps a former 候補あり in the history", () => {
    const planned = planAnswer(
      {
        ...silent,
        answer: "候補あり",
        reason: "甲\n乙",
        answeredOn: "2022-07-20",
      },
      { kind: "none", reason: "辞退された" },
      presser,
    );
    expect(planned).toMatchObject({
      answer: "該当なし",
      reason: "辞退された",
      answeredOn: "2022-07-21",
      history: [
        { pastAnswer: "候補あり", pastReason: "甲 乙", pastOn: "2022-07-20" },
      ],
    });
  });
});
