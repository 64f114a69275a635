import { describe, expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import {
  nominationDigest,
  toIncluded,
} from "../../../src/domain/included-nomination.ts";
import type { Nomination } from "../../../src/domain/model.ts";
import { textHash } from "../../../src/domain/text-hash.ts";
import { aRegistered } from "../../support/domain-records.ts";

const digestOf = (changes: Partial<Nomination> = {}, isLate = false): string =>
  nominationDigest(award, { nomination: aRegistered(changes), isLate });

describe("nominationDigest", () => {
  test("what no report shows changes nothing", () => {
    expect(
      digestOf({
        revision: "99",
        status: "報告済",
        reportDone: "2022-08-01",
        nameCheckSource: "別の資料",
      }),
    ).toBe(digestOf());
  });

  test.each<[string, Partial<Nomination>]>([
    ["the name", { registeredName: "株式会社青浜商会" }],
    ["an amount", { capital: 3_000_001 }],
    ["a date", { registerDone: "2022-07-02" }],
    ["the practice case", { caseDone: "2022-08-10" }],
    ["a remark", { remarks: "追記" }],
    ["a consent", { consentShare: "未確認" }],
  ])("%s changes it", (_, changes) => {
    expect(digestOf(changes)).not.toBe(digestOf());
  });

  test("the late mark changes it", () => {
    expect(digestOf({}, true)).not.toBe(digestOf());
  });

  test("values that trade places make another one", () => {
    expect(digestOf({ phone: "1", email: "2" })).not.toBe(
      digestOf({ phone: "2", email: "1" }),
    );
  });
});

test("the ledger row names the nomination as it was listed", () => {
  const nomination = aRegistered({ id: "7", revision: "12" });
  expect(toIncluded(award, { nomination, isLate: false })).toEqual({
    id: null,
    nominationId: "7",
    nominationRevision: "12",
    nominationDigest: digestOf({ id: "7", revision: "12" }),
    nominationName: nomination.registeredName,
    nominationSociety: nomination.society,
    stateBefore: "",
    reportedBefore: "",
  });
});

describe("textHash", () => {
  test("stays the same for good, because ledgers keep it", () => {
    expect(textHash("")).toBe("ab3e7c0b92ca2f0e");
    expect(textHash("株式会社青浜商店")).toBe("d748d4f9cd9a4777");
  });

  test("tells a hundred thousand neighbours apart", () => {
    const hashes = new Set(
      Array.from({ length: 100_000 }, (_, index) => textHash(`値${index}`)),
    );
    expect(hashes.size).toBe(100_000);
  });
});
