import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { registeredNameWarnings } from "../../../src/domain/registered-name.ts";

const codes = (name: string, kind: "法人" | "個人事業主" | null = "法人") =>
  registeredNameWarnings(name, kind).map(({ code }) => code);

describe("names as the register has them", () => {
  test.each([
    "ABC Foods株式会社",
    "カフェ・ド・ナハ合同会社",
    "株式会社山田商店",
    "有限会社高橋製作所",
    "株式会社A&B",
    "株式会社ABC Co.",
    "山田・鈴木合名会社",
    "株式会社Ａ Ｂ　Ｃ",
    "株式会社21世紀,企画",
    "株式会社ケーキ工房",
  ])("%s is fine", (name) => expect(codes(name)).toEqual([]));
});

describe("names that need a second look", () => {
  test.each([
    ["㈱山田商店", ["abbreviatedType"]],
    ["(株)山田商店", ["abbreviatedType"]],
    ["山田商店（有）", ["abbreviatedType"]],
    ["株式会社 山田商店", ["spaceBesideJapanese"]],
    ["株式会社　山田商店", ["spaceBesideJapanese"]],
    ["株式会社 ABC Foods", ["spaceBesideJapanese"]],
    ["山田 商店株式会社", ["spaceBesideJapanese"]],
    ["・山田株式会社", ["separatorAtEdge"]],
    ["株式会社山田・", ["separatorAtEdge"]],
    ["株式会社ABC-", ["separatorAtEdge"]],
    ["株式会社山田商店.", ["separatorAtEdge"]],
    ["山田商店", ["typeMissing"]],
    ["株式会社", ["typeUnclear"]],
    ["山田株式会社商店", ["typeUnclear"]],
    ["株式会社山田株式会社", ["typeUnclear"]],
    ["株式会社ﾔﾏﾀﾞ", ["halfWidthKana"]],
    [" 株式会社山田", ["edgeSpace"]],
    ["株式会社山田　", ["edgeSpace"]],
    ["株式会社ABC  Foods", ["doubleSpace"]],
    ["株式会社山田！", ["forbiddenSymbol"]],
    ["株式会社山田@home", ["forbiddenSymbol"]],
    ["株式会社山田「本店」", ["forbiddenSymbol"]],
    ["株式会社第Ⅰ企画", ["forbiddenSymbol"]],
    ["株式会社α企画", ["forbiddenSymbol"]],
    ["株式会社山田。", ["forbiddenSymbol"]],
    ["株式会社☕カフェ", ["forbiddenSymbol"]],
    ["株式会社髙橋", ["similarGlyph"]],
    ["株式会社山﨑", ["similarGlyph"]],
    ["霞ヶ関株式会社", ["similarGlyph"]],
    ["霞ケ関株式会社", ["similarGlyph"]],
    ["株式会社スーパ－山田", ["similarGlyph"]],
    ["株式会社Aーワン", ["similarGlyph"]],
    ["カフェ･ナハ株式会社", ["similarGlyph"]],
    ["株式会社山田\u200B商店", ["hiddenCharacter"]],
    ["株式会社山\u202E田", ["hiddenCharacter"]],
    ["株式会社山田\uD800", ["hiddenCharacter"]],
  ])("%j: %j", (name, expected) => expect(codes(name)).toEqual(expected));

  test("the warning shows the piece it is about", () => {
    expect(registeredNameWarnings("(株)山田@商店", "法人")).toEqual([
      { code: "abbreviatedType", found: "(株)" },
      { code: "forbiddenSymbol", found: "@" },
    ]);
  });

  test("a line end inside is a space beside Japanese and invisible", () => {
    expect(codes("株式会社山田\n商店")).toEqual([
      "spaceBesideJapanese",
      "hiddenCharacter",
    ]);
  });
});

describe("whom the rules do not bind", () => {
  test.each(["Cafe ☆ 山田 !", "㈱みたいな店", " 空白 "])(
    "the trade name %j of a sole proprietor",
    (name) => expect(codes(name, "個人事業主")).toEqual([]),
  );

  test.each([
    "医療法人 青浜会",
    "特定非営利活動法人　海の会",
    "NPO法人 山の会!",
    "青浜町漁業協同組合",
    "一般社団法人 観光協会",
  ])("the body %s, which is no company", (name) =>
    expect(codes(name)).toEqual([]),
  );

  test("a blank", () => expect(codes("  ")).toEqual([]));
});

test("no text whatever makes the check fail", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      expect(Array.isArray(registeredNameWarnings(text, "法人"))).toBe(true);
    }),
  );
});

test.each([
  ["spaces between kana", `株式会社${" あ".repeat(50_000)}`],
  ["spaces before a letter", `${" ".repeat(100_000)}a`],
  ["nothing but long vowels", "ー".repeat(100_000)],
])("a hostile length (%s) gives warnings, not a hanging page", (_, name) => {
  expect(codes(name)).not.toEqual([]);
});
