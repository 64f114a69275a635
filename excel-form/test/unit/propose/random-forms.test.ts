import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkMap, proposeMap, readForm } from "../../../src/index.ts";
import { newBook, toBytes } from "../../support/forms/drawing.ts";
import { randomForm } from "../../support/forms/random-form.ts";
import { judge, recallOf } from "../../support/forms/truth.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

describe("proposeMap on forms put together at random", () => {
  test("puts no value into a wrong cell and finds nine of ten", async () => {
    await fc.assert(
      fc.asyncProperty(randomForm, async ({ draw, truth }) => {
        const book = newBook();
        draw(book);
        const form = readForm(await toBytes(book));
        const map = proposeMap(VOCABULARY, form);
        const score = judge(map, truth());
        expect(score.details.filter((d) => d.startsWith("wrong"))).toEqual([]);
        expect(recallOf(score)).toBeGreaterThanOrEqual(0.9);
        expect(checkMap(VOCABULARY, form, map)).toEqual([]);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  }, 60_000);
});
