import { describe, expect, test } from "vitest";
import {
  defaultBlock,
  hasOutcome,
  publicationOf,
  regionalDateOf,
} from "../../../src/domain/after-sheet.ts";
import { PREFECTURES } from "../../../src/domain/prefectures.ts";
import { cloudPracticeAward } from "../../../src/programmes/index.ts";
import {
  outcomeLines,
  toFirmText,
  toPublicationText,
  toSocietyText,
} from "../../../src/words/outcome-words.ts";
import { aNomination } from "../../support/domain-records.ts";

const { afterSheet } = cloudPracticeAward;

describe("the block of a regional final", () => {
  test("each prefecture belongs to exactly one", () => {
    const listed = afterSheet.blocks.flatMap(({ prefectures }) => prefectures);
    expect(listed.toSorted()).toEqual([...PREFECTURES].toSorted());
  });

  test.each([
    ["沖縄県那覇市1-2-3", "九州・沖縄"],
    ["〒380-0000 長野県長野市", "関東・甲信越"],
    ["青浜市1-2-3", null],
    ["", null],
  ])("of %j is %j", (address, block) => {
    expect(defaultBlock(afterSheet, address)).toBe(block);
  });

  test("has the day that the edition gives it", () => {
    const regionals = [
      { id: "1", regionalBlock: "九州・沖縄", regionalDate: "2022-10-26" },
    ];
    expect(regionalDateOf({ regionals }, "九州・沖縄")).toBe("2022-10-26");
    expect(regionalDateOf({ regionals }, "東海・北陸")).toBeNull();
  });
});

describe("what came of a nomination", () => {
  test.each([
    [{}, []],
    [{ result: "自己宣言のみ" as const }, ["結果：自己宣言のみ"]],
    [
      {
        result: "地方大会" as const,
        regionBlock: "九州・沖縄" as const,
        regionDate: "2022-10-26",
        modelCase: "選定" as const,
      },
      ["結果：地方大会（九州・沖縄、10/26(水)）", "モデル事例：選定"],
    ],
    [
      { result: "受賞" as const, prize: "総務大臣賞" as const },
      ["結果：受賞", "賞：総務大臣賞"],
    ],
    [
      {
        result: "受賞" as const,
        prize: "その他" as const,
        prizeName: "審査員特別賞",
        logoMark: "交付済" as const,
      },
      ["結果：受賞", "賞：審査員特別賞", "ロゴマーク：交付済"],
    ],
  ])("%j is told in a line for each", (changes, lines) => {
    const nomination = aNomination(changes);
    expect(outcomeLines(nomination)).toEqual(lines);
    expect(hasOutcome(nomination)).toBe(lines.length > 0);
    for (const line of lines) {
      expect(toSocietyText(nomination)).toContain(line);
      expect(toFirmText(nomination)).toContain(line);
    }
  });
});

describe("the publication", () => {
  const asked = { publishText: "文", publishAskedText: "文" };

  test.each([
    [{}, "none"],
    [{ publishText: "文" }, "stale"],
    [asked, "waiting"],
    [{ ...asked, publishAnswer: "可" as const }, "granted"],
    [{ ...asked, publishAnswer: "不可" as const }, "refused"],
    [{ ...asked, publishAnswer: "撤回" as const }, "refused"],
    [
      { ...asked, publishText: "別の文", publishAnswer: "可" as const },
      "stale",
    ],
  ])("%j is %s", (changes, state) => {
    expect(publicationOf(aNomination(changes))).toBe(state);
  });

  test("the consent that came with the nomination covers none", () => {
    const nomination = aNomination({
      consentPublish: "同意あり",
      publishText: "文",
    });
    expect(publicationOf(nomination)).toBe("stale");
    expect(toPublicationText(nomination)).toContain("\n文\n");
  });
});
