import { describe, expect, test } from "vitest";
import { compileWordSearch } from "../../../../src/language/query/word-search.ts";

describe("word search", () => {
  test.each([
    ["keyword", "gamma keyword", true],
    ["key", "gamma keyword", false],
    ["KEYWORD", "gamma keyword", true],
    ["ｋｅｙｗｏｒｄ", "gamma keyword", true],
    ["gamma keyword", "the Gamma, keyword!", true],
    ["keyword gamma", "gamma keyword", false],
    ["株式会社", "山田商事株式会社", true],
    ["京都", "東京都庁", false],
    ["a", "a b c", false],
    ["の", "山の上", false],
    ["2022", "クラウド実践大賞 2022", true],
    ["202", "クラウド実践大賞 2022", false],
    ["contract", "contract.txt", true],
    ["contract.txt", "my contract.txt", true],
    ["tract", "contract.txt", false],
    ["3.14", "pi = 3.14", true],
    ["𠮷野家", "東京の𠮷野家", true],
    ["keyword", "keywords keyword", true],
    [`a${"b".repeat(200)}`, `x a${"b".repeat(200)} y`, true],
    ["", "anything", false],
    ["。、", "はい。", false],
  ])("%j in %j: %s", (keyword, text, expected) => {
    expect(compileWordSearch(keyword)(text)).toBe(expected);
  });

  test("searches a long text in time that grows with its length", () => {
    const text = `${"日本語の長い文章です。".repeat(20_000)} 最後の単語 needle`;
    const start = performance.now();
    expect(compileWordSearch("needle")(text)).toBe(true);
    expect(compileWordSearch(text)(text)).toBe(true);
    // Quadratic, as the segmenter is by itself, it would take minutes.
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
