import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { proposeWithReasons, readForm } from "../../../src/index.ts";
import { rules } from "../../../src/propose/rules/index.ts";
import { readSketches } from "../../support/forms/blanks/sketch.ts";
import { newBook, toBytes } from "../../support/forms/drawing.ts";
import { judge, recallOf } from "../../support/forms/truth.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

const SKETCHES = new URL("../../fixtures/rules/", import.meta.url);

const names = Object.values(rules).map(({ name }) => name);

const sketchesOf = (name: string) =>
  readSketches(readFileSync(new URL(`${name}.txt`, SKETCHES), "utf8"));

const proposalFor = async (sketch: ReturnType<typeof sketchesOf>[number]) => {
  const book = newBook();
  sketch.draw(book);
  return proposeWithReasons(VOCABULARY, readForm(await toBytes(book)));
};

describe("the rules of the proposer", () => {
  test("each has a sketch, and each sketch its rule", () => {
    const files = readdirSync(SKETCHES).map((file) => file.replace(".txt", ""));
    expect(files.toSorted()).toEqual(names.toSorted());
  });

  test.each(names)("%s does on its sketches what it is for", async (name) => {
    for (const sketch of sketchesOf(name)) {
      const { map, explained } = await proposalFor(sketch);
      const { details, ...score } = judge(map, sketch.truth);
      expect(details).toEqual([]);
      expect(recallOf({ ...score, details })).toBe(1);
      expect(explained.map(({ rule }) => rule)).toContain(name);
    }
  });
});
