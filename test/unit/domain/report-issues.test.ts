import { describe, expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import type { Edition, Nomination } from "../../../src/domain/model.ts";
import { isBlocked, reportIssues } from "../../../src/domain/report-issues.ts";
import { selectForReport } from "../../../src/domain/report-selection.ts";
import {
  aNomination,
  aRegistered,
  anEdition,
  clockOn,
} from "../../support/domain-records.ts";

/** Nothing to say against: a corporation with a good number. */
const flawless = (changes: Partial<Nomination> = {}) =>
  aRegistered({ corporateNumber: "9010005017583", ...changes });

const issues = (
  nominations: readonly Nomination[],
  edition: Partial<Edition> = {},
  { today = "2022-07-29", kind = "本提出" as "本提出" | "追加提出" } = {},
) =>
  reportIssues(
    award,
    selectForReport(award, nominations, [], kind),
    anEdition(edition),
    clockOn(today),
  );

const codes = (...args: Parameters<typeof issues>) =>
  issues(...args).map(({ code }) => code);

test("a flawless report has no issue", () => {
  expect(issues([flawless()])).toEqual([]);
});

describe("what blocks", () => {
  test.each([
    [{ consentNominate: "未確認" }, "consentMissing"],
    [{ consentShare: null }, "consentMissing"],
    [{ consentShare: "同意なし" }, "consentMissing"],
    [{ verdict: "基準未満", scoreTotal: 11 }, "scoreBelow"],
    [{ verdict: "未採点", scoreTotal: 0 }, "scoreBelow"],
    [{ registerDone: null }, "registrationDateMissing"],
    [{ nameCheck: "未確認" }, "nameUnconfirmed"],
  ] as const)("%j: %s", (changes, code) => {
    const found = issues([flawless({ id: "7", ...changes })]);
    expect(found).toEqual([{ severity: "block", code, nominationId: "7" }]);
    expect(isBlocked(found)).toBe(true);
  });

  test("a report of none needs a reason", () => {
    expect(codes([])).toEqual(["noneReasonMissing", "targetMissed"]);
    const explained = issues([], { noneReason: "候補がありませんでした" });
    expect(explained.map(({ code }) => code)).toEqual(["targetMissed"]);
    expect(isBlocked(explained)).toBe(false);
  });
});

describe("what warns", () => {
  test.each([
    [{ registerDone: "2022-08-02" }, ["registeredLate"]],
    [{ securityActionStars: "申請中" }, ["securityActionMissing"]],
    [{ securityActionId: "" }, ["securityActionMissing"]],
    [{ securityActionId: "12345678901" }, ["securityActionIdOdd"]],
    [{ registeredName: "㈱青浜商店" }, ["nameOdd"]],
    [{ corporateNumber: "" }, ["corporateNumberMissing"]],
    [{ corporateNumber: "7000012050003" }, ["corporateNumberWrong"]],
    [{ nameKana: " " }, ["kanaMissing"]],
    [{ address: "" }, ["addressMissing"]],
    [{ representativeName: "" }, ["representativeMissing"]],
    [{ priorDeclaration: "あり" }, ["differenceMissing"]],
    [{ priorDeclaration: "あり", priorDifference: "対象業務" }, []],
    [
      {
        businessKind: "個人事業主",
        corporateNumber: "",
        registeredName: "Cafe 山田!",
      },
      [],
    ],
  ] as const)("%j: %j", (changes, expected) => {
    const found = issues([flawless(changes)], {}, { today: "2022-08-03" });
    expect(
      found.map(({ code }) => code).filter((one) => one !== "reportDatePassed"),
    ).toEqual(expected);
    expect(isBlocked(found)).toBe(false);
  });

  test("a firm of another prefecture is looked at, an unknown one is not", () => {
    const okinawa = { federationAddress: "沖縄県那覇市1-1" };
    const address = "鹿児島県与論町1-1";
    expect(codes([flawless({ address })], okinawa)).toEqual([
      "otherPrefecture",
    ]);
    expect(codes([flawless({ address: "那覇市" })], okinawa)).toEqual([]);
  });

  test("the same firm twice is named at both entries", () => {
    const found = issues([
      flawless({ id: "1" }),
      flawless({ id: "2", society: "緑岳商工会", societyOrder: 2 }),
    ]);
    expect(found.map(({ code, nominationId }) => [code, nominationId])).toEqual(
      [
        ["enteredTwice", "1"],
        ["enteredTwice", "2"],
      ],
    );
  });

  test("what will not be in it is counted", () => {
    expect(issues([flawless(), aNomination({ id: "2" })])).toEqual([
      {
        severity: "warning",
        code: "notYetRegistered",
        nominationId: null,
        amount: 1,
      },
    ]);
  });

  test("a target of three with one nomination lacks two", () => {
    expect(issues([flawless()], { target: 3 })).toMatchObject([
      { code: "targetMissed", amount: 2 },
    ]);
  });

  test("a target that the user may not read is not said to be missed", () => {
    expect(codes([], { target: null, noneReason: "なし" })).toEqual([]);
  });

  test.each([
    [{ recipientEmail: "" }, "recipientMissing"],
    [{ federationName: "" }, "senderMissing"],
    [{ checklistStatus: "サンプル" }, "sampleChecklist"],
  ] as const)("of the edition %j: %s", (edition, code) => {
    expect(codes([flawless()], edition)).toEqual([code]);
  });

  test("a report after its date says so, on the day it does not", () => {
    expect(codes([flawless()], {}, { today: "2022-08-01" })).toEqual([]);
    expect(codes([flawless()], {}, { today: "2022-08-02" })).toEqual([
      "reportDatePassed",
    ]);
  });

  test("a supplementary sheet has neither target nor reason for none", () => {
    expect(codes([], {}, { kind: "追加提出" })).toEqual([]);
  });
});
