import { describe, expect, test } from "vitest";
import type { ReportData } from "../../../../src/report/index.ts";
import {
  compareData,
  isSameValue,
} from "../../../../src/report/read-back/compare-data.ts";

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
