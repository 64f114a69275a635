import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { itemsThatClose } from "../../../src/domain/closing-items.ts";
import type { ScoreItem } from "../../../src/domain/score-rules.ts";
import { itemsOf, sampleChecklist } from "../../support/domain-records.ts";

const item = (
  itemId: string,
  itemPoints: number,
  answer: ScoreItem["answer"] = null,
): ScoreItem => ({ itemId, itemPoints, answer, itemArea: "x" });

describe("itemsThatClose", () => {
  test("one point short, any open item will do, blank ones first", () => {
    const items = sampleChecklist(...itemsOf("A", "B"), "C1", "C2", "C3").map(
      (one) =>
        one.itemId === "C4" ? { ...one, answer: "いいえ" as const } : one,
    );
    const closing = itemsThatClose(items, 1);
    expect(closing).toMatchObject({ size: 1, anyOfThem: true });
    expect(closing?.candidates).toEqual([...itemsOf("D", "E"), "C4"]);
  });

  test("only the items that are worth enough close it alone", () => {
    expect(
      itemsThatClose([item("half", 0.5), item("two", 2), item("one", 1)], 1),
    ).toEqual({
      size: 1,
      candidates: ["two", "one"],
      anyOfThem: true,
      example: ["two"],
    });
  });

  test("two are needed, and not any two", () => {
    expect(
      itemsThatClose([item("a", 2), item("b", 1), item("c", 1)], 3),
    ).toEqual({
      size: 2,
      candidates: ["a", "b", "c"],
      anyOfThem: false,
      example: ["a", "b"],
    });
  });

  test("halves close a gap of one", () => {
    const halves = ["a", "b", "c"].map((id) => item(id, 0.5));
    expect(itemsThatClose(halves, 1)).toMatchObject({
      size: 2,
      anyOfThem: true,
      candidates: ["a", "b", "c"],
    });
  });

  test("what is はい, 対象外 or worth nothing is no help", () => {
    expect(
      itemsThatClose(
        [item("a", 5, "はい"), item("b", 5, "対象外"), item("c", 0)],
        1,
      ),
    ).toBeNull();
  });

  test("there is nothing to say without a gap or when it cannot be closed", () => {
    expect(itemsThatClose([item("a", 1)], 0)).toBeNull();
    expect(itemsThatClose([item("a", 1)], 2)).toBeNull();
  });

  const halves = fc.integer({ min: 0, max: 6 }).map((half) => half / 2);
  const someItems = fc
    .array(
      fc.tuple(halves, fc.constantFrom(null, "いいえ", "対象外", "はい")),
      {
        maxLength: 8,
      },
    )
    .map((rows) =>
      rows.map(([points, answer], index) =>
        item(String(index), points, answer as ScoreItem["answer"]),
      ),
    );

  const subsetsOf = (items: readonly ScoreItem[]): ScoreItem[][] =>
    items.reduce<ScoreItem[][]>(
      (sets, one) => [...sets, ...sets.map((set) => [...set, one])],
      [[]],
    );

  test("agrees with trying every set", () => {
    fc.assert(
      fc.property(someItems, halves, (items, gap) => {
        const open = items.filter(
          ({ answer, itemPoints }) =>
            (answer === null || answer === "いいえ") && (itemPoints ?? 0) > 0,
        );
        const closing = subsetsOf(open).filter(
          (set) =>
            set.length > 0 &&
            gap > 0 &&
            set.reduce((sum, one) => sum + (one.itemPoints ?? 0), 0) >= gap,
        );
        const size = Math.min(...closing.map(({ length }) => length));
        const smallest = closing.filter(({ length }) => length === size);
        const members = new Set(smallest.flat().map(({ itemId }) => itemId));
        const found = itemsThatClose(items, gap);
        expect(found?.size ?? Infinity).toBe(size);
        expect(new Set(found?.candidates)).toEqual(members);
        const sets = smallest.map((set) =>
          set.map(({ itemId }) => itemId).sort(),
        );
        const ofMembers = subsetsOf(
          open.filter(({ itemId }) => members.has(itemId)),
        ).filter(({ length }) => length === size);
        expect(found?.anyOfThem ?? true).toBe(
          closing.length === 0 || ofMembers.length === smallest.length,
        );
        if (found !== null) {
          expect(sets).toContainEqual([...found.example].sort());
        }
      }),
    );
  });
});
