import { describe, expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import type { Nomination } from "../../../src/domain/model.ts";
import {
  missingOfOralConsent,
  readinessOf,
  securityActionWarning,
  withLiveScore,
} from "../../../src/domain/readiness.ts";
import {
  aNomination,
  aRegistered,
  clockOn,
  itemsOf,
  sampleChecklist,
} from "../../support/domain-records.ts";

const readiness = (changes: Partial<Nomination> = {}) =>
  readinessOf(award, aNomination(changes));
const itemOf = (id: string, changes: Partial<Nomination>) =>
  readiness(changes).items.find((item) => item.id === id);

const nothingYet: Partial<Nomination> = {
  status: "準備中",
  consentNominate: null,
  consentShare: null,
  securityActionStars: null,
  securityActionId: "",
  verdict: "未採点",
  scoreTotal: 0,
  nameCheck: "未確認",
};

describe("readinessOf", () => {
  test("a new nomination begins with the consent, which the society asks for", () => {
    const { items, firstGap } = readiness(nothingYet);
    expect(items.map(({ id, state }) => [id, state])).toEqual([
      ["consent", "gap"],
      ["securityAction", "gap"],
      ["score", "gap"],
      ["nameCheck", "gap"],
      ["registration", "pending"],
    ]);
    expect(firstGap).toMatchObject({
      id: "consent",
      reason: "consentUnasked",
      actor: "societyStaff",
      by: "2022-08-01",
    });
  });

  test("with everything there the federation has to register", () => {
    const { firstGap, blockers } = readiness();
    expect(blockers).toEqual([]);
    expect(firstGap).toMatchObject({
      id: "registration",
      reason: "registrationDue",
      actor: "federationStaff",
    });
  });

  test("or the society, when it is to be the one", () => {
    expect(readiness({ registeredBy: "商工会" }).firstGap).toMatchObject({
      actor: "societyStaff",
    });
  });

  test("a registered nomination has no gap", () => {
    expect(readinessOf(award, aRegistered()).firstGap).toBeNull();
  });

  test("a registration without its date is one", () => {
    expect(
      readinessOf(award, aRegistered({ registerDone: null })).firstGap,
    ).toMatchObject({ reason: "registrationDateMissing" });
  });

  test("自薦 needs no registration from us", () => {
    expect(itemOf("registration", { nominationKind: "自薦" })).toMatchObject({
      state: "ok",
      reason: "selfNominated",
    });
  });
});

describe("consent", () => {
  test.each([
    ["同意あり", "同意あり", "consentGiven"],
    ["同意あり", "未確認", "consentUnasked"],
    ["同意あり", null, "consentUnasked"],
    ["同意なし", "同意あり", "consentRefused"],
    ["同意あり", "撤回", "consentWithdrawn"],
    ["撤回", "同意なし", "consentWithdrawn"],
  ] as const)("%s and %s: %s", (consentNominate, consentShare, reason) => {
    expect(itemOf("consent", { consentNominate, consentShare })?.reason).toBe(
      reason,
    );
  });

  test("to publication is not needed", () => {
    expect(itemOf("consent", { consentPublish: "同意なし" })?.state).toBe("ok");
  });

  test("by word of mouth needs date, person and staff", () => {
    const oral = aNomination({
      consentMethod: "口頭",
      consentDate: null,
      consentStaff: " ",
    });
    expect(missingOfOralConsent(oral)).toEqual(["consentDate", "consentStaff"]);
    expect(missingOfOralConsent({ ...oral, consentMethod: "書面" })).toEqual(
      [],
    );
  });
});

describe("SECURITY ACTION", () => {
  test.each([
    ["未宣言", "", "gap", "starUndeclared", true],
    [null, "", "gap", "starUndeclared", true],
    ["申請中", "", "pending", "starApplied", true],
    ["一つ星", "", "gap", "starIdMissing", false],
    ["一つ星", "40000000001", "ok", "starDeclared", false],
    ["二つ星", "50000000001", "ok", "starDeclared", false],
  ] as const)(
    "%s with the ID %j: %s",
    (stars, id, state, reason, isBlocker) => {
      const { items, blockers } = readiness({
        securityActionStars: stars,
        securityActionId: id,
      });
      expect(items[1]).toMatchObject({ state, reason, actor: "business" });
      expect(blockers.map((item) => item.id)).toEqual(
        isBlocker ? ["securityAction"] : [],
      );
    },
  );

  test("申請中 is no gap, but the registration waits for it", () => {
    const { firstGap, items } = readiness({ securityActionStars: "申請中" });
    expect(items.some(({ state }) => state === "gap")).toBe(false);
    expect(firstGap?.id).toBe("securityAction");
    expect(items[4]).toMatchObject({ reason: "registrationWaits" });
  });
});

describe("the warning that SECURITY ACTION will be late", () => {
  const undeclared = aNomination({ securityActionStars: "未宣言" });

  test.each([
    ["2022-07-14", null],
    // 18 July is a holiday: ten business days before 1 August is 15 July.
    ["2022-07-15", { businessDaysLeft: 10 }],
    ["2022-08-01", { businessDaysLeft: 0 }],
    ["2022-08-02", null],
  ])("on %s: %j", (today, warning) => {
    expect(securityActionWarning(award, undeclared, clockOn(today))).toEqual(
      warning,
    );
  });

  test("also while the ID is on its way, not once it is there", () => {
    const clock = clockOn("2022-07-20");
    const applied = aNomination({ securityActionStars: "申請中" });
    expect(securityActionWarning(award, applied, clock)).not.toBeNull();
    expect(securityActionWarning(award, aNomination(), clock)).toBeNull();
  });

  test("not for what is out of the running", () => {
    const clock = clockOn("2022-07-20");
    expect(
      securityActionWarning(award, { ...undeclared, status: "取下げ" }, clock),
    ).toBeNull();
    expect(
      securityActionWarning(award, { ...undeclared, registerDue: null }, clock),
    ).toBeNull();
  });
});

describe("the score", () => {
  test("11 of 12 is one short", () => {
    expect(
      itemOf("score", { verdict: "基準未満", scoreTotal: 11 }),
    ).toMatchObject({ reason: "scoreBelow", missingPoints: 1 });
  });

  test("tenths are exact", () => {
    expect(
      itemOf("score", {
        verdict: "基準未満",
        scoreTotal: 0.1,
        requiredScore: 0.3,
      })?.missingPoints,
    ).toBe(0.2);
  });

  test("nothing answered is not 0 points", () => {
    const score = itemOf("score", { verdict: "未採点", scoreTotal: 0 });
    expect(score).toMatchObject({ reason: "scoreMissing" });
    expect(score).not.toHaveProperty("missingPoints");
  });

  test("on screen the ticks count before kintone has calculated", () => {
    const ticked = aNomination({
      verdict: "未採点",
      scoreTotal: 0,
      checklist: sampleChecklist(...itemsOf("A", "B", "C")),
    });
    expect(withLiveScore(award, ticked)).toMatchObject({
      verdict: "基準以上",
      scoreTotal: 12,
      answeredCount: 12,
    });
  });
});
