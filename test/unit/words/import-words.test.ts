import { expect, test } from "vitest";
import type { RowProblem } from "../../../src/domain/imports/row-problem.ts";
import { rowProblemSentences } from "../../../src/words/import-words.ts";

const problem = (row: number, text: string): RowProblem => ({
  row,
  field: "society",
  code: "societyMissing",
  text,
});

test("a society that is missing in hundreds of rows is one sentence, and hides no other row", () => {
  const rows = Array.from({ length: 300 }, (_none, index) =>
    problem(index + 2, index === 299 ? "別の商工会" : "知らない商工会"),
  );
  const sentences = rowProblemSentences(rows).map(({ ja }) => ja);
  expect(sentences).toEqual([
    "2行目：商工会「知らない商工会」が登録されていません。先に商工会を取り込むか、名前を直してください。ほか298行も同じです（3、4、5、6、7…行目）。",
    "301行目：商工会「別の商工会」が登録されていません。先に商工会を取り込むか、名前を直してください。",
  ]);
  expect(
    rowProblemSentences([problem(2, "甲"), problem(9, "甲")])[0]?.ja,
  ).toContain("ほか1行も同じです（9行目）。");
});
