import { describe, expect, test } from "vitest";
import { validateFormulas } from "../../../../src/language/formula/formulas.ts";
import { ApiError } from "../../../../src/ground/api-error.ts";
import { options, someSettings } from "../../../support/app-settings.ts";

const reasonOf = (
  expression: string,
  more: Parameters<typeof someSettings>[0] = {},
  type = "CALC",
): string => {
  const settings = someSettings({
    a: { type: "NUMBER" },
    word: { type: "SINGLE_LINE_TEXT" },
    memo: { type: "MULTI_LINE_TEXT" },
    tags: { type: "CHECK_BOX", options: options("x") },
    kind: { type: "DROP_DOWN", options: options("x") },
    items: {
      type: "SUBTABLE",
      fields: {
        qty: { type: "NUMBER" },
        name: { type: "SINGLE_LINE_TEXT" },
        marks: { type: "CHECK_BOX", options: options("x") },
      },
    },
    out: { type, expression, format: "NUMBER" },
    ...more,
  });
  try {
    validateFormulas(settings);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    expect(error.code).toBe("GAIA_IL01");
    const found =
      /^フィールド「out」の計算式が正しくありません。\(エラーの内容：(.*)\)$/.exec(
        error.text.ja,
      );
    return found?.[1] ?? error.text.ja;
  }
  return "fine";
};

describe("validateFormulas", () => {
  test.each([
    ["a + 1", "fine"],
    ["SUM(qty) + SUM(a, 1)", "fine"],
    ['IF(kind = "x", a, 0)', "fine"],
    ['IF(CONTAINS(tags, "x"), 1, 0)', "fine"],
    ['CONTAINS(name, "x")', "fine"],
    ['CONTAINS(kind, "x")', "fine"],
    ["nope + 1", "計算式に含まれるフィールドコード（nope）が存在しません。"],
    ["FOOBAR(a)", "FOOBAR関数は使用できません。"],
    ["IF(a)", "IF関数には3個の引数が必要です。"],
    ["IF(a > 0, 1, 2, 3)", "IF関数に指定できる引数は3個までです。"],
    ["SUM()", "SUM関数には1個以上の引数が必要です。"],
    [
      `AND(${Array.from({ length: 33 }, () => "a > 1").join(",")})`,
      "AND関数に指定できる引数は32個までです。",
    ],
    ["a +", "計算式の文法が正しくありません。"],
    ["(a", "計算式の文法が正しくありません。"],
    // Deeper and longer than anybody writes: refused, not a stack overflow.
    [`a${"+1".repeat(30_000)}`, "計算式の文法が正しくありません。"],
    [`${"-".repeat(30_000)}a`, "計算式の文法が正しくありません。"],
    [
      `${"(".repeat(30_000)}a${")".repeat(30_000)}`,
      "計算式の文法が正しくありません。",
    ],
    ["a a", "計算式の文法が正しくありません。"],
    ["", "計算式の文法が正しくありません。"],
    [
      "a ＋ 1",
      "全角記号「＋」が入力されています。半角記号「+」を入力してください。",
    ],
    [
      "a == 1",
      "「==」が入力されています。「=」を判定するには「=」を入力してください。",
    ],
    [
      "memo & a",
      "計算式で利用できないフィールドタイプ(文字列（複数行）)が指定されています。",
    ],
    ["word * 2", "演算子「*」とデータ型の組み合わせが正しくありません。"],
    ['"a" < 2', "演算子「<」とデータ型の組み合わせが正しくありません。"],
    [
      "ROUND(word, 1)",
      "ROUND関数と引数のデータ型の組み合わせが正しくありません。",
    ],
    ["SUM(name)", "SUM関数と引数のデータ型の組み合わせが正しくありません。"],
    ["qty + 1", "配列型の値に対して適切な関数が利用されていません。"],
    ["tags & a", "配列型の値に対して適切な関数が利用されていません。"],
    [
      'CONTAINS(qty, "1")',
      "配列型の値に対して適切な関数が利用されていません。",
    ],
    [
      'CONTAINS(marks, "x")',
      "配列型の値に対して適切な関数が利用されていません。",
    ],
    ["out + 1", "フィールドの参照が循環しています。"],
  ])("%s: %s", (expression, expected) => {
    expect(reasonOf(expression)).toBe(expected);
  });

  test("a circle over several fields and a table is found", () => {
    expect(
      reasonOf("SUM(inner)", {
        rows: {
          type: "SUBTABLE",
          fields: {
            inner: { type: "CALC", expression: "out * 2", format: "NUMBER" },
          },
        },
      }),
    ).toBe("フィールドの参照が循環しています。");
  });

  test("formulas of texts are checked alike, texts without one are not", () => {
    expect(reasonOf("NOSUCH(a)", {}, "SINGLE_LINE_TEXT")).toBe(
      "NOSUCH関数は使用できません。",
    );
    expect(reasonOf("", {}, "SINGLE_LINE_TEXT")).toBe("fine");
  });

  test("very deep nesting is a wrong formula, not a crash", () => {
    const expression = `${"(".repeat(20_000)}a${")".repeat(20_000)}`;
    expect(reasonOf(expression)).toBe("計算式の文法が正しくありません。");
  });
});
