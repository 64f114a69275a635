import { expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import {
  counts,
  isRegistered,
  isRegisteredLate,
  stepOf,
} from "../../../src/domain/nomination-step.ts";
import { aNomination, aRegistered } from "../../support/domain-records.ts";

test.each([
  ["準備中", "preparing", true, false],
  ["県連へ連絡済", "contact", true, false],
  ["登録済", "register", true, true],
  ["報告済", "report", true, true],
  ["差戻し", "returned", false, false],
  ["取下げ", "withdrawn", false, false],
  ["", "preparing", true, false],
  ["someone's own state", "preparing", true, false],
])("%j is the step %s", (status, step, isCounted, isThere) => {
  const nomination = aNomination({ status });
  expect(stepOf(award, nomination)).toBe(step);
  expect(counts(nomination)).toBe(isCounted);
  expect(isRegistered(award, nomination)).toBe(isThere);
});

test("a consent taken back leaves every count, that to publication does not", () => {
  expect(counts(aRegistered({ consentNominate: "撤回" }))).toBe(false);
  expect(counts(aRegistered({ consentShare: "撤回" }))).toBe(false);
  expect(counts(aRegistered({ consentPublish: "撤回" }))).toBe(true);
  expect(counts(aRegistered({ consentNominate: "同意なし" }))).toBe(true);
});

test("自薦 is counted nowhere, an unset kind is 他薦", () => {
  expect(counts(aRegistered({ nominationKind: "自薦" }))).toBe(false);
  expect(counts(aRegistered({ nominationKind: null }))).toBe(true);
});

test("registered late means after the deadline, not on it", () => {
  const on = (registerDone: string | null) =>
    isRegisteredLate(award, aRegistered({ registerDone }));
  expect(on("2022-08-01")).toBe(false);
  expect(on("2022-08-02")).toBe(true);
  expect(on(null)).toBe(false);
  expect(isRegisteredLate(award, aRegistered({ registerDue: null }))).toBe(
    false,
  );
  expect(
    isRegisteredLate(award, aNomination({ registerDone: "2022-08-02" })),
  ).toBe(false);
});
