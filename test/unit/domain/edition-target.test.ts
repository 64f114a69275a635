import { expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import { editionTarget } from "../../../src/domain/edition-target.ts";
import type { Nomination } from "../../../src/domain/model.ts";
import {
  aNomination,
  aRegistered,
  anEdition,
  clockOn,
} from "../../support/domain-records.ts";

const target = (
  today: string,
  nominations: readonly Nomination[],
  required: number | null = 1,
) =>
  editionTarget(
    award,
    anEdition({ target: required }),
    nominations,
    clockOn(today),
  );

test("one registration in time reaches a target of one", () => {
  expect(
    target("2022-07-29", [aRegistered(), aNomination({ id: "2" })]),
  ).toEqual({
    required: 1,
    registered: 1,
    registeredInTime: 1,
    expected: 2,
    state: "reached",
  });
});

test.each([
  ["2022-07-22", "open"],
  ["2022-07-25", "atRisk"],
  ["2022-08-01", "atRisk"],
  ["2022-08-02", "missed"],
])("with nothing registered it is on %s %s", (today, state) => {
  expect(target(today, [aNomination()]).state).toBe(state);
});

test("a late registration reaches it late", () => {
  const late = aRegistered({ registerDone: "2022-08-02" });
  expect(target("2022-08-03", [late])).toMatchObject({
    registered: 1,
    registeredInTime: 0,
    state: "reachedLate",
  });
});

test("a registration without a date is not in time", () => {
  const undated = aRegistered({ registerDone: null });
  expect(target("2022-07-29", [undated])).toMatchObject({
    registered: 1,
    registeredInTime: 0,
    state: "atRisk",
  });
});

test("what was withdrawn, sent back or self-nominated does not count", () => {
  expect(
    target("2022-07-29", [
      aRegistered({ consentNominate: "撤回" }),
      aRegistered({ nominationKind: "自薦" }),
      aNomination({ status: "差戻し" }),
      aNomination({ status: "取下げ" }),
    ]),
  ).toMatchObject({ registered: 0, expected: 0, state: "atRisk" });
});

test("a target that is blank or below one is one", () => {
  expect(target("2022-07-22", [], null).required).toBe(1);
  expect(target("2022-07-22", [], 0).required).toBe(1);
  expect(target("2022-07-29", [aRegistered()], 2)).toMatchObject({
    required: 2,
    state: "atRisk",
  });
});

test("without a registration date every registration is in time", () => {
  const edition = anEdition({ registerDate: null });
  const clock = clockOn("2022-09-01");
  expect(editionTarget(award, edition, [], clock).state).toBe("open");
  expect(editionTarget(award, edition, [aRegistered()], clock).state).toBe(
    "reached",
  );
});
