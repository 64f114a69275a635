import { describe, expect, test } from "vitest";
import { looseNameKey } from "../../../src/domain/loose-name.ts";

describe("looseNameKey", () => {
  test.each([
    ["(株)山田商店", "株式会社山田商店"],
    ["㈱山田商店", "株式会社 山田商店"],
    ["（有）ヤマダ", "有限会社ﾔﾏﾀﾞ"],
    ["ＡＢＣ　Ｆｏｏｄｓ株式会社", "abc foods(株)"],
    ["霞ヶ関商店", "霞ケ関商店"],
    ["髙橋﨑商店", "高橋崎商店"],
    ["スーパ－山田", "スーパー山田"],
    ["株式会社山田\u200B商店", "株式会社山田商店"],
  ])("%s and %s are one", (a, b) => {
    expect(looseNameKey(a)).toBe(looseNameKey(b));
  });

  test.each([
    ["株式会社山田商店", "山田商店株式会社"],
    ["株式会社山田商店", "有限会社山田商店"],
    ["株式会社山田商店", "株式会社山本商店"],
  ])("%s and %s are two", (a, b) => {
    expect(looseNameKey(a)).not.toBe(looseNameKey(b));
  });
});
