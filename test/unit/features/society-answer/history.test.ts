import { describe, expect, test } from "vitest";
import { parseAppRecord } from "../../../../src/apps/records.ts";
import {
  appendHistory,
  hasFlipped,
} from "../../../../src/features/society-answer/history.ts";

const former = parseAppRecord("answers", {
  answer: { type: "RADIO_BUTTON", value: "該当なし" },
  reason: { type: "MULTI_LINE_TEXT", value: "該当する\n事業者がない" },
  answeredOn: { type: "DATE", value: "2022-07-10" },
  answeredBy: {
    type: "USER_SELECT",
    value: [{ code: "aohama1", name: "青浜 花子" }],
  },
});

describe("hasFlipped", () => {
  test("only another answer is a flip, not other words", () => {
    expect(hasFlipped(former, { answer: "候補あり" })).toBe(true);
    expect(hasFlipped(former, { answer: "該当なし" })).toBe(false);
  });
});

const blankRow = {
  id: "1",
  value: {
    pastAnswer: { type: "SINGLE_LINE_TEXT", value: "" },
    pastReason: { type: "SINGLE_LINE_TEXT", value: "" },
    pastOn: { type: "DATE", value: null },
    pastBy: { type: "SINGLE_LINE_TEXT", value: "" },
  },
};

const formerRow = {
  value: {
    pastAnswer: { type: "SINGLE_LINE_TEXT", value: "該当なし" },
    pastReason: { type: "SINGLE_LINE_TEXT", value: "該当する 事業者がない" },
    pastOn: { type: "DATE", value: "2022-07-10" },
    pastBy: { type: "SINGLE_LINE_TEXT", value: "青浜 花子" },
  },
};

describe("appendHistory", () => {
  test("keeps what was answered, why, when and by whom", () => {
    expect(appendHistory([], former)).toEqual([formerRow]);
  });

  test("earlier rows stay in front, the blank one of a new table goes", () => {
    expect(appendHistory([blankRow, formerRow], former)).toEqual([
      formerRow,
      formerRow,
    ]);
  });
});
