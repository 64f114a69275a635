import { describe, expect, test } from "vitest";
import type { Values } from "../../../src/map/report-data.ts";
import type { Placement } from "../../../src/map/schema.ts";
import { createCellWriter } from "../../../src/values/cell-writer.ts";
import { phoneGroups } from "../../../src/values/parts.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

const write = (
  placement: Placement,
  values: Values,
  printed = "",
  options?: readonly string[],
): string | number | null => {
  const value = createCellWriter(VOCABULARY, { placement, printed, options })(
    values,
  );
  if (value === null || value.kind === "blank") return null;
  if (value.kind === "text") return value.text;
  if (value.kind === "number") return value.number;
  return value.kind === "date" ? value.iso : String(value.boolean);
};

describe("a value in its cell", () => {
  test("dates stay dates, so that the form's own format shows them", () => {
    const placement = { key: "report.date" };
    expect(
      createCellWriter(VOCABULARY, { placement, printed: "" })({
        "report.date": "2022-08-01",
      }),
    ).toEqual({
      kind: "date",
      iso: "2022-08-01",
      format: '[$-411]ggge"年"m"月"d"日"',
    });
    expect(
      createCellWriter(VOCABULARY, { placement, printed: "" })({
        "report.date": "2019-05-01",
      }),
    ).toMatchObject({
      format: '"令和元年"m"月"d"日"',
    });
    expect(
      write(
        { ...placement, format: "ge.M.d" },
        { "report.date": "2022-08-01" },
      ),
    ).toBe("R4.8.1");
    expect(write(placement, { "report.date": "未定" })).toBe("未定");
  });

  test.each<[Placement, Values, string | number | null]>([
    [{ key: "report.count" }, { "report.count": 0 }, 0],
    [{ key: "report.count" }, { "report.count": "１，２００" }, 1200],
    [
      { key: "report.count", text: "{report.count}件" },
      { "report.count": 0 },
      "0件",
    ],
    [
      { key: "business.capital", per: 10_000 },
      { "business.capital": 10_000_000 },
      1000,
    ],
    [
      { key: "business.capital", per: 1000, text: "{business.capital}千円" },
      { "business.capital": 500_000 },
      "500千円",
    ],
    [
      { key: "business.corporateNumber" },
      { "business.corporateNumber": 9010005017583 },
      "9010005017583",
    ],
    [
      {
        key: "business.employees+business.capital",
        per: 1000,
        text: "{business.employees}人・{business.capital}千円",
      },
      { "business.employees": 5, "business.capital": 500_000 },
      "5人・500千円",
    ],
    [
      { key: "business.employees+business.capital", per: 1000 },
      { "business.employees": 5, "business.capital": 500_000 },
      "5　500",
    ],
    [
      {
        key: "business.postalCode+business.address",
        text: "〒{business.postalCode}　{business.address}",
      },
      { "business.postalCode": "〒904-0102", "business.address": "北谷町" },
      "〒904-0102　北谷町",
    ],
    [{ key: "society.code" }, { "society.code": "0012" }, "0012"],
    [
      { key: "federation.phone", format: "full" },
      { "federation.phone": "098-859-6150" },
      "０９８－８５９－６１５０",
    ],
    [
      { key: "business.nameKana", format: "hiragana" },
      { "business.nameKana": "カフェ・ナハ" },
      "かふぇ・なは",
    ],
    [
      { key: "remarks" },
      { remarks: ["過去宣言あり", "期限後登録"] },
      "過去宣言あり、期限後登録",
    ],
    [{ key: "remarks" }, { remarks: "" }, null],
    [{ key: "remarks" }, {}, null],
    [{ key: "remarks" }, { remarks: "=1+1" }, "=1+1"],
    [
      { key: "edition.fiscalYear", text: "{edition.fiscalYear:ggge年}度" },
      { "edition.fiscalYear": 2019 },
      "令和元年度",
    ],
    [
      { key: "federation.contactTitle+federation.contactName" },
      { "federation.contactTitle": "主任", "federation.contactName": "山田" },
      "主任　山田",
    ],
    [
      {
        key: "federation.contactName",
        text: "担当者：{federation.contactName}",
      },
      {},
      null,
    ],
  ])("%j of %j is %j", (placement, values, expected) => {
    expect(write(placement, values)).toBe(expected);
  });

  test("a split date, a phone, a postal code and single digits take their piece each", () => {
    const piece = (
      key: string,
      part: string,
      value: string,
    ): string | number | null => write({ key, part }, { [key]: value });
    expect(
      ["era", "year", "month", "day"].map((part) =>
        piece("report.date", part, "2019-05-01"),
      ),
    ).toEqual(["令和", "元", 5, 1]);
    expect(
      write(
        { key: "report.date", part: "year", format: "yy" },
        { "report.date": "2025-07-01" },
      ),
    ).toBe(25);
    expect(
      [1, 2, 3].map((n) =>
        piece("federation.phone", `phone ${n}`, "0980（12）3456"),
      ),
    ).toEqual(["0980", "12", "3456"]);
    expect(
      [1, 2, 3].map((n) =>
        piece("business.phone", `phone ${n}`, "09012345678"),
      ),
    ).toEqual(["090", "1234", "5678"]);
    expect(
      [1, 2].map((n) =>
        piece("business.postalCode", `postal ${n}`, "〒900-0001"),
      ),
    ).toEqual(["900", "0001"]);
    expect(
      [1, 2, 13].map((n) =>
        piece("business.corporateNumber", `digit ${n}`, "9010005017583"),
      ),
    ).toEqual(["9", "0", "3"]);
  });
});

test.each([
  ["0312345678", "03 1234 5678"],
  ["0988660001", "098 866 0001"],
  ["08012345678", "080 1234 5678"],
  ["06012345678", "060 1234 5678"],
  ["08001234567", "0800 123 4567"],
  ["0120123456", "0120 123 456"],
  ["+81-98-866-0001", "098 866 0001"],
  ["０９８（８６６）０００１", "098 866 0001"],
  // 0980-52-1234, 0982-33-1234 and 0422-22-1234, or else: nobody knows without a list.
  ["0980521234", "0980521234"],
  ["0982331234", "0982331234"],
  ["0422221234", "0422221234"],
])("the phone number %s is taken apart as %s", (phone, expected) => {
  expect(phoneGroups(phone).join(" ")).toBe(expected);
});

describe("a choice in its cell", () => {
  const stars = "securityAction.stars";

  test("is said in the words of the form's drop-down", () => {
    expect(write({ key: stars }, { [stars]: "二つ星" }, "", ["★", "★★"])).toBe(
      "★★",
    );
    expect(
      write({ key: stars }, { [stars]: 1 }, "", ["一つ星", "二つ星"]),
    ).toBe("一つ星");
    expect(
      write({ key: "case.status" }, { "case.status": "提出済" }, "", [
        "有",
        "無",
      ]),
    ).toBe("有");
    expect(
      write({ key: "business.kind" }, { "business.kind": "個人事業主" }, "", [
        "1 法人",
        "2 個人",
      ]),
    ).toBe("2 個人");
    expect(write({ key: stars }, { [stars]: 2 })).toBe("★★");
  });

  test("is marked among printed words, and both words stay", () => {
    const kind = { key: "business.kind", choose: ["法人", "個人"] };
    expect(write(kind, { "business.kind": "個人事業主" }, "法人・\n個人")).toBe(
      "法人・\n○個人",
    );
    expect(write(kind, { "business.kind": "法人" }, "□法人　□個人")).toBe(
      "■法人　□個人",
    );
    expect(
      write({ key: stars, choose: ["★", "★★"] }, { [stars]: "★★" }, "★ ・ ★★"),
    ).toBe("★ ・ ○★★");
    expect(
      write(
        { key: "consent.status", choose: ["有", "無"] },
        { "consent.status": "撤回" },
        "有・無",
      ),
    ).toBe("有・○無");
  });

  test("puts a circle beside its word and nothing beside the others", () => {
    const beside = (word: string, value: string): string | number | null =>
      write({ key: stars, part: `○-beside ${word}` }, { [stars]: value });
    expect(beside("二つ星", "★★")).toBe("○");
    expect(beside("一つ星", "★★")).toBeNull();
    expect(
      write(
        { key: "consent.status", part: "○-beside 有" },
        { "consent.status": "同意あり" },
        "□",
      ),
    ).toBe("■");
  });

  test("is written as the marks that the form asks for", () => {
    const marks = { yes: "○", no: "－" };
    expect(
      write({ key: "case.status", marks }, { "case.status": "予定" }),
    ).toBe("○");
    expect(
      write({ key: "case.status", marks }, { "case.status": "なし" }),
    ).toBe("－");
    expect(
      write({ key: "consent.status", marks }, { "consent.status": true }),
    ).toBe("○");
    expect(write({ key: "remarks" }, { remarks: false })).toBe("－");
  });
});
