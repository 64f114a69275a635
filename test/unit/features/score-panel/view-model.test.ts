import { cloudPracticeAward as award } from "../../../../src/programmes/index.ts";
import { describe, expect, test } from "vitest";
import { messages } from "../../../../src/features/score-panel/messages.ts";
import {
  toMeaningText,
  toTotalText,
} from "../../../../src/features/score-panel/summary-text.ts";
import { toScoreView } from "../../../../src/features/score-panel/view-model.ts";
import {
  aNomination,
  itemsOf,
  sampleChecklist,
} from "../../../support/domain-records.ts";
import { inJapanese } from "../../../support/page-records.ts";

const t = inJapanese(messages);
const numbered = (number: number): string => `項目${number}`;

const viewOf = (...yes: string[]) =>
  toScoreView(
    award,
    aNomination({ checklist: sampleChecklist(...yes) }),
    null,
    numbered,
  );

describe("the score panel", () => {
  test("exactly 12 points are enough", () => {
    const view = viewOf(...itemsOf("A", "B", "C"));
    expect(toTotalText(view, t)).toBe("12 / 12点");
    expect(toMeaningText(view, t)).toBe("基準に届いています");
  });

  test("with 11 points it names the gap and the items that close it", () => {
    const view = viewOf(...itemsOf("A", "B"), "C1", "C2", "C3");
    expect(toTotalText(view, t)).toBe("11 / 12点");
    expect(toMeaningText(view, t)).toBe(
      "あと1点: C4、D1、D2、D3、D4、E1ほか3項目のどれか1つで基準に届きます",
    );
  });

  test("nothing answered is not scored, and not failed with 0 points", () => {
    expect(toMeaningText(viewOf(), t)).toBe(
      "まだ採点していません。項目ごとに回答してください。",
    );
  });

  test("a gap of several points says how many items are needed", () => {
    expect(
      toMeaningText(viewOf(...itemsOf("A", "B"), "C1", "C2"), t),
    ).toContain("のうち2つで基準に届きます");
  });

  test("when no answer can help it says so", () => {
    const checklist = sampleChecklist("A1").slice(0, 4);
    const view = toScoreView(award, aNomination({ checklist }), null, numbered);
    expect(toMeaningText(view, t)).toBe(
      "あと11点: 残りの項目がすべて「はい」でも基準に届きません",
    );
  });

  test("areas have their own totals, whatever the order of the rows", () => {
    const [first, ...rest] = sampleChecklist("A1", "E1");
    const checklist = first === undefined ? rest : [...rest, first];
    const { areas } = toScoreView(
      award,
      aNomination({ checklist }),
      null,
      numbered,
    );
    const customers = areas.find(({ area }) => area === "顧客満足度の向上");
    expect(customers).toMatchObject({ earned: 1, maximum: 4, answered: 1 });
    expect(customers?.rows.map(({ itemId }) => itemId)).toEqual([
      "A2",
      "A3",
      "A4",
      "A1",
    ]);
  });

  test("the blank row of a new record is no item", () => {
    const blank = {
      id: null,
      itemId: "",
      itemArea: "",
      itemText: "",
      itemPoints: null,
      answer: null,
      evidence: "",
    };
    const view = toScoreView(
      award,
      aNomination({ checklist: [blank] }),
      null,
      numbered,
    );
    expect(view.score.itemCount).toBe(0);
  });

  test("an item without an id is called by its number", () => {
    const checklist = sampleChecklist().map((item) => ({
      ...item,
      itemId: "",
    }));
    const view = toScoreView(award, aNomination({ checklist }), null, numbered);
    expect(view.areas[0]?.rows[1]?.name).toBe("項目2");
  });

  test("a blank threshold is said, not taken for 0", () => {
    const view = toScoreView(
      award,
      aNomination({ requiredScore: null, checklist: sampleChecklist("A1") }),
      null,
      numbered,
    );
    expect(toTotalText(view, t)).toBe("1点");
    expect(toMeaningText(view, t)).toContain("基準点がまだ入っていません");
  });

  test("items that changed after they were answered are told apart", () => {
    const checklist = sampleChecklist("A1");
    const current = checklist.map((item) => ({
      ...item,
      itemText: "新しい文",
    }));
    const nomination = aNomination({ checklist });
    expect(
      toScoreView(award, nomination, current, numbered).isOtherVersion,
    ).toBe(true);
    expect(
      toScoreView(award, nomination, checklist, numbered).isOtherVersion,
    ).toBe(false);
  });

  test("a sample checklist says so", () => {
    const nomination = aNomination({ checklistKind: "サンプル" });
    expect(toScoreView(award, nomination, null, numbered).isSample).toBe(true);
  });
});
