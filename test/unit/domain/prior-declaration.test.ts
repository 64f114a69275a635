import { expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import type { Nomination } from "../../../src/domain/model.ts";
import { checkPriorDeclaration } from "../../../src/domain/prior-declaration.ts";
import { aNomination, aRegistered } from "../../support/domain-records.ts";

const earlier = (changes: Partial<Nomination> = {}) =>
  aRegistered({
    id: "90",
    edition: "クラウド実践大賞 2021",
    registeredName: "(株)青浜商店",
    summary: "会計をクラウドにした",
    ...changes,
  });

const check = (
  changes: Partial<Nomination>,
  others: readonly Nomination[] = [earlier()],
) => checkPriorDeclaration(award, aNomination(changes), others);

test("a firm that declared before is asked what is different", () => {
  const { state, earlier: found } = check({ summary: "予約をクラウドにした" });
  expect(state).toBe("ask");
  expect(found.map(({ id }) => id)).toEqual(["90"]);
});

test("a short text about the difference is enough", () => {
  expect(
    check({ summary: "予約", priorDifference: "会計から予約へ" }).state,
  ).toBe("explained");
});

test("the same content is held back, however it is spaced", () => {
  expect(
    check({ summary: "会計を クラウドにした", priorDifference: "別" }).state,
  ).toBe("sameContent");
});

test("the record's own word counts where no earlier record is seen", () => {
  expect(check({ priorDeclaration: "あり" }, []).state).toBe("ask");
  expect(check({}, []).state).toBe("none");
});

test.each([
  [{ edition: "クラウド実践大賞 2022" }],
  [{ status: "取下げ" }],
  [{ status: "準備中" }],
  [{ consentNominate: "撤回" as const }],
  [{ registeredName: "株式会社他社" }],
])("%j is no earlier declaration", (changes) => {
  expect(check({ summary: "x" }, [earlier(changes)]).state).toBe("none");
});

test("a record from a list of earlier years counts in the state in which kintone adds it", () => {
  const past = earlier({ status: "準備中", recordKind: "過去の記録" });
  expect(check({ summary: "予約" }, [past]).state).toBe("ask");
});

test("two blank summaries are not the same content", () => {
  expect(check({ summary: "" }, [earlier({ summary: "" })]).state).toBe("ask");
});
