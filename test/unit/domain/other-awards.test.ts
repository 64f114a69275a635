import { describe, expect, test } from "vitest";
import { nextActionOf } from "../../../src/domain/next-action.ts";
import { isRegistered, stepsOf } from "../../../src/domain/nomination-step.ts";
import { withLiveScore, readinessOf } from "../../../src/domain/readiness.ts";
import { findProgramme, programmes } from "../../../src/programmes/index.ts";
import type { Programme } from "../../../src/programmes/index.ts";
import { nextActionSentence } from "../../../src/words/next-actions.ts";
import { stepWords } from "../../../src/words/step-words.ts";
import { aNomination, clockOn } from "../../support/domain-records.ts";

const award = (id: string): Programme => findProgramme(id) ?? programmes[0];
const declaration = award("healthy-company-declaration");
const longService = award("long-service-award");
const clock = clockOn("2026-07-20");

/** A firm that has not taken a step. */
const fresh = aNomination({
  status: "準備中",
  securityActionStars: "未宣言",
  securityActionId: "",
});

const itemsOf = (programme: Programme): string[] =>
  readinessOf(programme, fresh).items.map(({ id }) => id);

describe("an award without SECURITY ACTION", () => {
  test("is not asked for it", () => {
    expect(itemsOf(declaration)).toEqual(["consent", "score", "registration"]);
    expect(itemsOf(longService)).not.toContain("securityAction");
  });
});

describe("an award without a score", () => {
  test("is asked for none, and its next step is a button of its own", () => {
    expect(itemsOf(longService)).not.toContain("score");
    const action = nextActionOf(longService, fresh, clock);
    const [first] = longService.milestones;
    expect(action).not.toBeNull();
    expect(action && nextActionSentence(longService, action).ja).toContain(
      first?.step?.action ?? "a step",
    );
  });

  test("has its own states on the board", () => {
    const words = stepsOf(longService).map(
      (step) => stepWords(longService, step).ja,
    );
    expect(words).toEqual([
      "準備中",
      ...longService.milestones.flatMap(({ step }) => step?.state ?? []),
      "差戻し",
      "取下げ",
    ]);
  });
});

describe("an award with a minimum per area", () => {
  const answered = (areas: readonly number[]) =>
    areas.flatMap((points, index) => ({
      id: null,
      itemId: `I${index}`,
      itemArea: declaration.areas[index]?.name.ja ?? "",
      itemText: "項目",
      itemPoints: points,
      answer: "はい" as const,
      evidence: "",
    }));
  const scored = (areas: readonly number[]) =>
    withLiveScore(declaration, {
      ...fresh,
      requiredScore: 60,
      checklist: answered(areas),
    });

  test("is not reached by the sum alone", () => {
    const one = scored([70, 0, 10]);
    expect(one.verdict).toBe("基準未満");
    expect(nextActionOf(declaration, one, clock)).toMatchObject({
      reason: "areaBelow",
    });
  });

  test("names the points while the sum is missing, and is reached by both", () => {
    expect(
      nextActionOf(declaration, scored([20, 10, 10]), clock),
    ).toMatchObject({ reason: "scoreBelow", missingPoints: 20 });
    expect(scored([40, 10, 10]).verdict).toBe("基準以上");
  });
});

test("the state of one award is no state of another", () => {
  const entered = { ...fresh, status: "登録済" };
  expect(isRegistered(award("cloud-practice-award"), entered)).toBe(true);
  expect(isRegistered(declaration, entered)).toBe(false);
});
