import { expect, test } from "vitest";
import { VOCABULARY } from "../../src/domain/vocabulary.ts";
import { listFiles, readSource } from "./source-graph.ts";

/** Words of the award and of its federation; a form engine has never heard of them. */
const OURS =
  /推薦|他薦|自薦|自己宣言|大賞|クラウド|商工会|県連|単会|SECURITY ACTION|securityAction|nominat|\bawards?\b|\bsociet(?:y|ies)\b|\bfederation\b|\bSuisen\b/giu;

const KEYS = Object.keys(VOCABULARY.keys);

const findOurs = (text: string): string[] => [
  ...(text.match(OURS) ?? []),
  ...KEYS.filter((key) => text.includes(`"${key}"`)),
];

test("excel-form names none of the product's words and values", () => {
  const files = listFiles("excel-form/src");
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) =>
    findOurs(readSource(file)).map((word) => `${file}: ${word}`),
  );
  expect(found).toEqual([]);
});

test("the check finds a word, whatever its case, and a key", () => {
  const text = `const award = "クラウド実践大賞"; if (key === "score.total") {} // Nominations`;
  expect(findOurs(text)).toEqual([
    "award",
    "クラウド",
    "大賞",
    "Nominat",
    "score.total",
  ]);
});
