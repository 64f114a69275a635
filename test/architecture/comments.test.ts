import { expect, test } from "vitest";
import { listFiles, listStyles, readSource } from "./source-graph.ts";

/**
 * A comment begins with its subject or with an imperative verb. These words
 * begin half a sentence, whose subject the reader has to find.
 */
const HALF_SENTENCE =
  /(?:\/\*\*?|\/\/)[ \t]*(?:\n[ \t]*\*[ \t]*)?(?:What|Whatever|Who|Whoever|Whose|Of|That|Being|Worth|Away|To which|Where|How|However|Whether|Nobody)\b.*/gu;

const findHalfSentences = (text: string): string[] =>
  [...text.matchAll(HALF_SENTENCE)].map(([found]) => found);

/**
 * Pictures that a reader has to translate: "stands" for is, "told" for notified, reported or
 * distinguished, "behind" for after, "whoever" for a person.
 */
const PICTURE =
  /^[ \t]*(?:\/\/|\/\*\*?|\*)(?=[ \t]).*\b(?:stands|told|behind|whoever|without a word)\b.*/gimu;

const findPictures = (text: string): string[] =>
  [...text.matchAll(PICTURE)].map(([found]) => found.trim());

/** Generated files, and this one for its examples. */
const isExempt = (file: string): boolean =>
  file.startsWith("src/apps/generated/") ||
  file === "test/architecture/comments.test.ts" ||
  /(?:^|\/)(?:node_modules|dist)\//u.test(file);

test.each(["src", "scripts", "test", "excel-form", "local-kintone"])(
  "no comment of %s begins with half a sentence",
  (folder) => {
    const files = listFiles(folder).filter((file) => !isExempt(file));
    expect(files.length).toBeGreaterThan(10);
    const found = files.flatMap((file) =>
      findHalfSentences(readSource(file)).map((text) => `${file}: ${text}`),
    );
    console.log(
      `${folder}: comments that begin with half a sentence ${found.length}`,
    );
    expect(found).toEqual([]);
  },
);

test.each(["src", "scripts", "test", "excel-form", "local-kintone"])(
  "no comment of %s says in a picture what has a plain word",
  (folder) => {
    const found = listFiles(folder)
      .filter((file) => !isExempt(file))
      .flatMap((file) =>
        findPictures(readSource(file)).map((text) => `${file}: ${text}`),
      );
    expect(found).toEqual([]);
  },
);

test("no comment of a style sheet begins with half a sentence", () => {
  const files = listStyles("src", "plugin");
  expect(files.length).toBeGreaterThan(5);
  const found = files.flatMap((file) =>
    findHalfSentences(readSource(file)).map((text) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});

test("the check finds them in every kind of comment", () => {
  const text = `
// ${"What"} the user sees.
/** ${"Of"} the edition. */
/**
 * ${"Whether"} it holds.
 */
/** Offices of the federation. */
`;
  expect(findHalfSentences(text)).toHaveLength(3);
});

test("the check finds pictures in comments and leaves code alone", () => {
  const text = `
// The total ${"stands"} in row 12.
/**
 * Goes to ${"whoever"} asks.
 */
const ${"told"} = 1;
/** Sends the notice. */
`;
  expect(findPictures(text)).toHaveLength(2);
});
