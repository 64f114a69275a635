import { describe, expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import type { Nomination } from "../../../src/domain/model.ts";
import { nextActionOf } from "../../../src/domain/next-action.ts";
import {
  aNomination,
  aRegistered,
  clockOn,
} from "../../support/domain-records.ts";

const next = (changes: Partial<Nomination>, today = "2022-07-20") =>
  nextActionOf(award, aNomination(changes), clockOn(today));

describe("before the registration", () => {
  test("the first gap is what to do", () => {
    expect(
      next({
        status: "準備中",
        securityActionStars: "未宣言",
        verdict: "基準未満",
        scoreTotal: 11,
        nameCheck: "未確認",
      }),
    ).toEqual({
      reason: "starUndeclared",
      actor: "business",
      by: "2022-08-01",
    });
  });

  test("a score that is short says by how much", () => {
    expect(next({ verdict: "基準未満", scoreTotal: 11 })).toEqual({
      reason: "scoreBelow",
      actor: "societyStaff",
      by: "2022-08-01",
      missingPoints: 1,
    });
  });

  test("when only the federation's part is left, the society tells it first", () => {
    expect(next({ status: "準備中", nameCheck: "未確認" })).toEqual({
      reason: "contact",
      actor: "societyStaff",
      by: "2022-07-27",
    });
    expect(next({ nameCheck: "未確認" })).toMatchObject({
      reason: "nameUnchecked",
      actor: "federationStaff",
    });
  });

  test("on the last day for it and after, telling the federation comes before the points", () => {
    const short: Partial<Nomination> = {
      status: "準備中",
      contactDone: null,
      verdict: "基準未満",
      scoreTotal: 11,
    };
    expect(next(short, "2022-07-26")?.reason).toBe("scoreBelow");
    expect(next(short, "2022-07-27")?.reason).toBe("contact");
    expect(next(short, "2022-07-29")).toEqual({
      reason: "contact",
      actor: "societyStaff",
      by: "2022-07-27",
    });
    expect(
      next({ ...short, consentShare: "未確認" }, "2022-07-29")?.reason,
    ).toBe("consentUnasked");
    expect(
      next({ ...short, contactDone: "2022-07-26" }, "2022-07-29")?.reason,
    ).toBe("scoreBelow");
  });

  test("with everything there a nomination in preparation is contacted", () => {
    expect(next({ status: "準備中" })?.reason).toBe("contact");
  });

  test("what was sent back is contacted again", () => {
    expect(next({ status: "差戻し" })?.reason).toBe("contactAgain");
  });

  test("while the ID is on its way, that is what to wait for", () => {
    expect(next({ securityActionStars: "申請中" })?.reason).toBe("starApplied");
  });
});

describe("after the registration", () => {
  const after = (changes: Partial<Nomination>, today = "2022-07-29") =>
    nextActionOf(award, aRegistered(changes), clockOn(today));

  test("the federation reports, then the firm submits its case", () => {
    expect(after({ contest: "参加する" })).toMatchObject({
      reason: "report",
      actor: "federationStaff",
      by: "2022-08-01",
    });
    expect(after({ status: "報告済", contest: "参加する" })).toEqual({
      reason: "submitCase",
      actor: "business",
      by: "2022-08-15",
    });
  });

  test("nothing is left when the firm stays out, has submitted, or is too late", () => {
    const reported = { status: "報告済" };
    expect(after(reported)).toBeNull();
    expect(
      after({ ...reported, contest: "参加する", caseDone: "2022-08-10" }),
    ).toBeNull();
    expect(
      after({ ...reported, contest: "参加する" }, "2022-08-16"),
    ).toBeNull();
  });
});

describe("when it is over", () => {
  test("a withdrawn nomination needs nothing", () => {
    expect(next({ status: "取下げ", consentNominate: "撤回" })).toBeNull();
  });

  test("a consent taken back asks for the withdrawal, even after registration", () => {
    expect(
      nextActionOf(
        award,
        aRegistered({ consentShare: "撤回" }),
        clockOn("2022-07-29"),
      ),
    ).toEqual({ reason: "withdraw", actor: "societyStaff", by: null });
  });
});
