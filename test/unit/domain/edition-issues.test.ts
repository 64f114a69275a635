import { describe, expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import { healthyCompanyDeclaration } from "../../../src/programmes/healthy-company-declaration.ts";
import { NO_CLOSED_DAYS } from "../../../src/domain/business-days.ts";
import { editionIssues } from "../../../src/domain/edition-issues.ts";
import type { Edition } from "../../../src/domain/model.ts";
import {
  aFile,
  anEdition,
  sampleChecklist,
} from "../../support/domain-records.ts";

/** An edition with nothing to object to. */
const complete = (changes: Partial<Edition> = {}) =>
  anEdition({
    checklist: sampleChecklist(),
    formFile: [aFile("様式.xlsx")],
    contactUsers: [{ code: "kenren", name: "県連" }],
    ...changes,
  });

const issues = (changes: Partial<Edition>, today = "2022-07-01") =>
  editionIssues(award, complete(changes), today, NO_CLOSED_DAYS);

const codes = (changes: Partial<Edition>, today?: string) =>
  issues(changes, today).map(({ code }) => code);

test("a complete edition has no issue", () => {
  expect(issues({})).toEqual([]);
});

describe("dates", () => {
  test("each missing one is named; the optional one is no error", () => {
    expect(
      issues({
        contactDate: null,
        registerDate: null,
        reportDate: null,
        caseDate: null,
      }),
    ).toEqual([
      { code: "dateMissing", severity: "error", milestone: "contact" },
      { code: "dateMissing", severity: "error", milestone: "register" },
      { code: "dateMissing", severity: "error", milestone: "report" },
      { code: "dateMissing", severity: "warning", milestone: "case" },
    ]);
  });

  test("on weekends they stay, with a warning", () => {
    const dates = {
      fiscalYear: 2026,
      contactDate: "2026-07-27",
      registerDate: "2026-08-01",
      reportDate: "2026-08-01",
      caseDate: "2026-08-15",
    };
    expect(issues(dates, "2026-07-01").map((one) => one.milestone)).toEqual([
      "register",
      "report",
      "case",
    ]);
    expect(codes(dates, "2026-07-01")).toEqual([
      "dateOnClosedDay",
      "dateOnClosedDay",
      "dateOnClosedDay",
    ]);
  });

  test("out of order or outside the year they look like a slip", () => {
    expect(codes({ contactDate: "2022-08-02" })).toEqual(["datesOutOfOrder"]);
    expect(codes({ caseDate: "2023-08-15" })).toEqual([
      "dateOutsideFiscalYear",
    ]);
    expect(codes({ fiscalYear: null, caseDate: "2023-08-15" })).toEqual([]);
  });

  test("an edition that is over should not be open", () => {
    expect(codes({}, "2022-08-15")).toEqual([]);
    expect(codes({}, "2022-08-16")).toEqual(["openButOver"]);
    expect(codes({ editionState: "終了" }, "2022-08-16")).toEqual([]);
  });
});

test("an administrator who may not read the target is not said to lack one", () => {
  expect(codes({ target: null })).toEqual([]);
});

describe("checklist and threshold", () => {
  test.each([
    [{ threshold: null }, ["thresholdMissing"]],
    [{ threshold: 0 }, ["thresholdZero"]],
    [{ threshold: 21 }, ["thresholdOutOfReach"]],
    [{ threshold: 20 }, []],
    [{ checklist: [] }, ["checklistEmpty"]],
    [{ target: 0 }, ["targetMissing"]],
    [{ checklistStatus: "サンプル" }, ["sampleChecklist"]],
  ] as const)("%j: %j", (changes, expected) => {
    expect(codes(changes)).toEqual(expected);
  });

  test("an area whose items cannot reach its own minimum is named", () => {
    const rows = [
      ["C1", "健診と保健指導", 40],
      ["H1", "生活習慣の改善", 5],
      ["H2", "生活習慣の改善", 4.5],
      ["W1", "働きやすい職場づくり", 30],
    ] as const;
    const checklist = rows.map(([itemId, itemArea, itemPoints]) => ({
      id: null,
      itemId,
      itemArea,
      itemPoints,
      itemText: itemId,
    })) as unknown as Edition["checklist"]; // areas of another award
    const found = editionIssues(
      healthyCompanyDeclaration,
      complete({ checklist, threshold: 60 }),
      "2022-07-01",
      NO_CLOSED_DAYS,
    ).filter(({ code }) => code.endsWith("OutOfReach"));
    expect(found).toEqual([
      { code: "areaOutOfReach", severity: "error", item: "生活習慣の改善" },
    ]);
  });

  test("an item twice or without points is named", () => {
    const [first, second, ...others] = sampleChecklist();
    const checklist = [first, { ...second, itemId: "A1", itemPoints: null }];
    expect(
      issues({ checklist: [...checklist, ...others] as Edition["checklist"] }),
    ).toEqual([
      { code: "itemWithoutPoints", severity: "warning", item: "A1" },
      { code: "itemTwice", severity: "error", item: "A1" },
    ]);
  });
});

test.each([
  [{ formFile: [] }, "formMissing"],
  [{ recipientEmail: "" }, "recipientMissing"],
  [{ federationName: " " }, "senderMissing"],
  [{ contactUsers: [] }, "contactMissing"],
])("%j: %s", (changes, code) => {
  expect(codes(changes)).toEqual([code]);
});

test("a group is as good as a user for the contact", () => {
  const contactGroups = [{ code: "federation", name: "県連" }];
  expect(codes({ contactUsers: [], contactGroups })).toEqual([]);
});
