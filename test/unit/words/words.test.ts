import { describe, expect, test } from "vitest";
import { corporateNumberProblem } from "../../../src/domain/corporate-number.ts";
import { registeredNameWarnings } from "../../../src/domain/registered-name.ts";
import { editionIssueSentences } from "../../../src/words/edition-words.ts";
import { lateNoteSentence } from "../../../src/words/deadline-words.ts";
import {
  corporateNumberSentence,
  nameWarningSentence,
  securityActionIdOdd,
} from "../../../src/words/firm-words.ts";
import type { Message } from "../../../src/i18n/message.ts";
import { nextActions } from "../../../src/words/next-actions.ts";
import {
  leftOutWords,
  reportIssueSentences,
} from "../../../src/words/report-words.ts";
import { cloudPracticeAward } from "../../../src/programmes/index.ts";
import { terms } from "../../../src/i18n/terms.ts";

const all: ReadonlyArray<readonly [string, Message]> = [
  ...(["allowed", "allowedAfterReport", "overdue", "closed"] as const).map(
    (lateness) =>
      [lateness, lateNoteSentence({ id: "any", lateness })] as const,
  ),
  ...cloudPracticeAward.milestones.map(
    (milestone) => [milestone.id, lateNoteSentence(milestone)] as const,
  ),
  ...Object.entries(nextActions),
  ...Object.entries(leftOutWords),
  ...Object.entries(terms),
  ...Object.entries(reportIssueSentences).map(
    ([code, say]) => [code, say(3)] as const,
  ),
  ...Object.entries(editionIssueSentences).map(
    ([code, say]) => [code, say("B3")] as const,
  ),
  ["securityActionIdOdd", securityActionIdOdd],
];

describe("the words of the rules", () => {
  test.each(all)("%s is said in both languages, calmly", (_, message) => {
    expect(message.ja.trim()).not.toBe("");
    expect(message.en.trim()).not.toBe("");
    expect(message.ja).not.toMatch(/[!！]|undefined/);
    expect(message.en.replace(/[“”…]|株式会社/g, "")).toMatch(/^[\x20-\x7e]*$/);
  });

  test.each([
    ["T9010005017583", "T"],
    ["90100", "5桁"],
    ["7000012050003", "検査数字"],
    ["0000012050002", "1〜9"],
    ["調査中", "数字以外"],
  ])("the corporate number %s is explained (%s)", (number, word) => {
    const problem = corporateNumberProblem(number);
    expect(problem).not.toBeNull();
    expect(problem && corporateNumberSentence(problem).ja).toContain(word);
  });

  test("a threshold of 0 is not said to give the verdict, which an area's own minimum may refuse", () => {
    for (const code of ["thresholdZero", "thresholdMissing"] as const)
      expect(editionIssueSentences[code]("").ja).not.toContain("基準以上");
  });

  test("a name's warning quotes the piece", () => {
    const [warning] = registeredNameWarnings("㈱山田", "法人");
    expect(warning && nameWarningSentence(warning).ja).toContain("「㈱」");
  });
});
