import { cloudPracticeAward as award } from "../../../../src/programmes/index.ts";
import { describe, expect, test } from "vitest";
import {
  listMissing,
  toContactText,
} from "../../../../src/features/process-steps/contact-text.ts";
import { aNomination } from "../../../support/domain-records.ts";

const URL = "https://example.cybozu.com/k/3/show#record=12";

describe("listMissing", () => {
  test("each gap comes with what to do and who has to do it", () => {
    const nomination = aNomination({
      securityActionStars: "未宣言",
      scoreTotal: 11,
      verdict: "基準未満",
    });
    expect(listMissing(award, nomination, "ja")).toEqual([
      "SECURITY ACTION を宣言（事業者に依頼） — 事業者",
      "自己採点が基準の点に届いていません（あと1点） — 商工会の担当者",
    ]);
  });

  test("nothing is missing from a nomination that only waits for its registration", () => {
    expect(listMissing(award, aNomination(), "ja")).toEqual([]);
  });
});

describe("toContactText", () => {
  test("names society, firm, score, what is missing and the record", () => {
    const nomination = aNomination({ id: "12", nameCheck: "未確認" });
    expect(toContactText(award, nomination, "青浜 花子", URL)).toBe(
      [
        "候補の事業者がありますので、連絡します。",
        "募集回：クラウド実践大賞 2022",
        "商工会：青浜商工会",
        "事業者：株式会社青浜商店",
        "自己採点：12 / 12点（基準以上）",
        "まだそろっていないもの：",
        "・登記上の名称を確認 — 県連の担当者",
        "連絡者：青浜 花子",
        URL,
        "（レコード番号 12、更新 3 の内容です）",
      ].join("\n"),
    );
  });

  test("an unscored candidate may be told as well", () => {
    const text = toContactText(
      award,
      aNomination({ verdict: "未採点", scoreTotal: 0 }),
      "青浜 花子",
      URL,
    );
    expect(text).toContain("自己採点：未採点");
  });
});
