import { describe, expect, test } from "vitest";
import type { Answer } from "../../../src/domain/model.ts";
import { societyAnswers } from "../../../src/domain/society-answers.ts";
import {
  aNomination,
  aSociety,
  anAnswer,
} from "../../support/domain-records.ts";

const societies = [aSociety("青浜商工会"), aSociety("緑岳商工会")];

describe("societyAnswers", () => {
  test("a society without any record is listed, with no answer", () => {
    expect(
      societyAnswers(societies, [], []).map(({ society, state }) => [
        society.name,
        state,
      ]),
    ).toEqual([
      ["緑岳商工会", "noAnswer"],
      ["青浜商工会", "noAnswer"],
    ]);
  });

  test("order, then code, then name decide the order", () => {
    const listed = societyAnswers(
      [
        aSociety("d"),
        aSociety("c", { code: "S9" }),
        aSociety("b", { sortOrder: 2, code: "S2" }),
        aSociety("a", { sortOrder: 2, code: "S1" }),
        aSociety("e", { sortOrder: 1 }),
      ],
      [],
      [],
    );
    expect(listed.map(({ society }) => society.name)).toEqual([
      "e",
      "a",
      "b",
      "d",
      "c",
    ]);
  });

  test("a closed or merged society owes no answer", () => {
    const closed = aSociety("閉鎖商工会", { active: "統合・廃止" });
    expect(societyAnswers([closed], [], [])).toEqual([]);
  });
});

describe("what a society has said", () => {
  const only = [aSociety("青浜商工会")];
  const state = (...answers: Answer[]) =>
    societyAnswers(only, answers, [])[0]?.state;

  test("該当なし is an answer, a blank one is none", () => {
    expect(state(anAnswer("青浜商工会", "該当なし"))).toBe("noCandidate");
    expect(state(anAnswer("青浜商工会", "候補あり"))).toBe("candidate");
    expect(state(anAnswer("青浜商工会", null))).toBe("noAnswer");
  });

  test("the later answer wins, on one day the later record", () => {
    const early = anAnswer("青浜商工会", "該当なし", {
      id: "9",
      answeredOn: "2022-07-10",
    });
    const late = anAnswer("青浜商工会", "候補あり", {
      id: "10",
      answeredOn: "2022-07-20",
    });
    expect(state(early, late)).toBe("candidate");
    expect(state(late, early)).toBe("candidate");
    const sameDay = { ...late, answeredOn: "2022-07-10" };
    expect(state(sameDay, early)).toBe("candidate");
  });

  test("a society is found by its code even after a change of name", () => {
    const renamed = aSociety("新青浜商工会", { code: "S01" });
    const answer = anAnswer("青浜商工会", "該当なし", { societyCode: "S01" });
    expect(societyAnswers([renamed], [answer], [])[0]?.state).toBe(
      "noCandidate",
    );
  });

  test("an answer of an unknown society changes nothing", () => {
    expect(state(anAnswer("黒潮商工会", "該当なし"))).toBe("noAnswer");
  });
});

describe("a society with a nomination", () => {
  const only = [aSociety("青浜商工会", { code: "S01" })];

  test("is a candidate without any answer", () => {
    expect(societyAnswers(only, [], [aNomination()])[0]).toMatchObject({
      state: "candidate",
      nominations: 1,
      answer: null,
      isContradicting: false,
    });
  });

  test("is a candidate though it said 該当なし, and contradicts itself", () => {
    expect(
      societyAnswers(
        only,
        [anAnswer("青浜商工会", "該当なし")],
        [aNomination()],
      )[0],
    ).toMatchObject({ state: "candidate", isContradicting: true });
  });

  test.each([
    { status: "取下げ" },
    { status: "差戻し" },
    { nominationKind: "自薦" },
    { consentNominate: "撤回" },
  ] as const)("that does not count (%j) has no candidate", (changes) => {
    expect(societyAnswers(only, [], [aNomination(changes)])[0]).toMatchObject({
      state: "noAnswer",
      nominations: 0,
    });
  });
});
