import { describe, expect, test } from "vitest";
import type { ReportData } from "excel-form";
import { compareData, isSameValue } from "../../../src/report/compare-data.ts";

describe("isSameValue", () => {
  test.each([
    ["securityAction.stars", "一つ星", "★", true],
    ["securityAction.stars", "一つ星", "★★", false],
    ["consent.status", "同意あり", "有", true],
    ["federation.phone", "098-859-6150", "098（859）6150", true],
    ["report.count", 12, "１２", true],
    ["report.count", 12, 13, false],
    ["business.registeredName", "カフェ・ナハ", "カフェ･ナハ", false],
    ["remarks", "", null, true],
    ["remarks", "あり", "", false],
  ] as const)("%s: %j and %j → %j", (key, a, b, same) => {
    expect(isSameValue(key, a, b)).toBe(same);
  });
});

describe("compareData", () => {
  const records = {
    scalars: { "federation.name": "沖縄県商工会連合会", "report.count": 2 },
    rows: [
      {
        "business.registeredName": "合同会社ナハ",
        "business.corporateNumber": "9010005017583",
        "score.total": 12,
      },
      {
        "business.registeredName": "喫茶れいじ",
        "business.corporateNumber": "個人",
        "score.total": 14,
      },
    ],
  };

  test("says nothing about a form that agrees", () => {
    expect(compareData(records, records)).toEqual([]);
  });

  test("finds the firm again in another row and names what differs", () => {
    const form: ReportData = {
      scalars: { "report.count": 3 },
      rows: [
        {
          "row.no": 1,
          "business.registeredName": "喫茶れいじ",
          "business.corporateNumber": "個人",
          "score.total": 15,
        },
        {
          "row.no": 2,
          "business.registeredName": "合同会社 ナハ",
          "business.corporateNumber": "9010005017583",
        },
        { "row.no": 3, "business.registeredName": "新しい店" },
      ],
    };
    expect(compareData(records, form)).toEqual([
      { key: "report.count", inRecords: 2, inForm: 3 },
      {
        key: "score.total",
        formRow: 0,
        recordRow: 1,
        inRecords: 14,
        inForm: 15,
      },
      {
        key: "business.registeredName",
        formRow: 1,
        recordRow: 0,
        inRecords: "合同会社ナハ",
        inForm: "合同会社 ナハ",
      },
      {
        key: "business.registeredName",
        formRow: 2,
        inRecords: null,
        inForm: "新しい店",
      },
    ]);
  });

  test("a form about one firm is compared with that firm's record", () => {
    const form = {
      scalars: {
        "business.registeredName": "喫茶れいじ",
        "score.total": 14,
        remarks: "新規",
      },
      rows: [],
    };
    expect(compareData(records, form)).toEqual([
      {
        key: "remarks",
        formRow: 0,
        recordRow: 1,
        inRecords: null,
        inForm: "新規",
      },
    ]);
  });
});

describe("the firm of a row", () => {
  const firm = (society: string, name: string, number = "個人") => ({
    "society.name": society,
    "business.registeredName": name,
    "business.corporateNumber": number,
  });
  const FIRST = "9010005017583";
  const SECOND = "7000012050002";
  const pairs = (
    records: ReportData["rows"],
    rows: ReportData["rows"],
  ): unknown => {
    const found = compareData(
      { scalars: {}, rows: records },
      {
        scalars: {},
        // Every row has something to tell, so that each is named.
        rows: rows.map((row) => ({ ...row, remarks: "済" })),
      },
    ).filter(({ key }) => key === "remarks");
    return found.map(({ recordRow }) => recordRow ?? null);
  };

  test("is known by its corporate number before its name", () => {
    const records = [firm("甲", "ナハ", FIRST), firm("甲", "ナハ", SECOND)];
    expect(
      pairs(records, [firm("甲", "ナハ", SECOND), firm("甲", "ナハ", FIRST)]),
    ).toEqual([1, 0]);
    expect(
      pairs(records, [firm("乙", "別の名", "９０１０００５０１７５８３")]),
    ).toEqual([0]);
  });

  test("is another one in another society, or with another number", () => {
    const records = [firm("甲", "喫茶みどり"), firm("乙", "喫茶みどり")];
    expect(pairs(records, [firm("乙", "喫茶 みどり")])).toEqual([1]);
    expect(pairs(records, [firm("丙", "喫茶みどり")])).toEqual([null]);
    expect(pairs(records, [firm("", "喫茶みどり")])).toEqual([null]);
    expect(
      pairs([firm("甲", "ナハ", FIRST)], [firm("甲", "ナハ", SECOND)]),
    ).toEqual([null]);
  });

  test("is found under its name when the number was mistyped, and in other letters", () => {
    const records = [firm("甲", "株式会社ナハ", FIRST)];
    expect(pairs(records, [firm("甲", "㈱ナハ", "9010005017584")])).toEqual([
      0,
    ]);
  });
});
