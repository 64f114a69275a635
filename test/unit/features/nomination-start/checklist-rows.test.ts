import { describe, expect, test } from "vitest";
import { parseAppRecord } from "../../../../src/apps/records.ts";
import {
  shouldAdopt,
  toChecklistRows,
} from "../../../../src/features/nomination-start/checklist-rows.ts";
import { cloudPracticeAward } from "../../../../src/programmes/index.ts";
import { sampleChecklist } from "../../../support/domain-records.ts";

const items = sampleChecklist();

describe("toChecklistRows", () => {
  test("a new nomination opens with the columns of its own award, each with its type", () => {
    const [row] = toChecklistRows(cloudPracticeAward, items);
    expect(
      Object.entries(row?.value ?? {}).map(([code, { type }]) => [code, type]),
    ).toEqual([
      ["itemId", "SINGLE_LINE_TEXT"],
      ["itemArea", "SINGLE_LINE_TEXT"],
      ["itemText", "SINGLE_LINE_TEXT"],
      ["itemPoints", "NUMBER"],
      ["answer", "DROP_DOWN"],
      ["evidence", "SINGLE_LINE_TEXT"],
      ["earned", "CALC"],
      ["answered", "CALC"],
    ]);
  });

  test("the rows read back as the items, unanswered", () => {
    const { checklist } = parseAppRecord("nominations", {
      checklist: {
        type: "SUBTABLE",
        value: toChecklistRows(cloudPracticeAward, items),
      },
    });
    expect(shouldAdopt(checklist, items)).toBe(false);
    expect(checklist.every(({ answer }) => answer === null)).toBe(true);
  });
});

describe("shouldAdopt", () => {
  test("rows that nobody has touched follow the edition", () => {
    expect(shouldAdopt([], items)).toBe(true);
    expect(shouldAdopt(items.slice(0, 3), items)).toBe(true);
  });

  test("one answer keeps the version it was given to", () => {
    const other = items.map((item) => ({ ...item, itemText: "新しい文" }));
    expect(shouldAdopt(sampleChecklist("A1"), other)).toBe(false);
  });

  test("so does a note without an answer", () => {
    const [first, ...rest] = items;
    const noted =
      first === undefined ? rest : [{ ...first, evidence: "電話で" }, ...rest];
    expect(shouldAdopt(noted, items.slice(0, 5))).toBe(false);
  });

  test("an edition without items empties nothing", () => {
    expect(shouldAdopt(items, [])).toBe(false);
  });
});
