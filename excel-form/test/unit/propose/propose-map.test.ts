import { describe, expect, test } from "vitest";
import { checkMap, proposeMap, readForm } from "../../../src/index.ts";
import { parseMap } from "../../../src/map/parse-map.ts";
import { allBlankForms } from "../../support/forms/blank-forms.ts";
import { judge, precisionOf, recallOf } from "../../support/forms/truth.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

// Read once: the forms are many.
const forms = (await allBlankForms()).map((blank) => {
  const form = readForm(blank.bytes);
  return { ...blank, form, map: proposeMap(VOCABULARY, form) };
});

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;

describe("proposeMap", () => {
  test("finds at least nine of ten targets of association forms and no wrong cell", () => {
    const lines: string[] = [];
    const sum = { right: 0, wrong: 0, targets: 0, details: [] };
    for (const { name, map, truth } of forms) {
      const score = judge(map, truth);
      sum.right += score.right;
      sum.wrong += score.wrong;
      sum.targets += score.targets;
      lines.push(
        `${name}: precision ${percent(precisionOf(score))}, recall ${percent(recallOf(score))} (${score.right} of ${score.targets})`,
        ...score.details.map((detail) => `  ${detail}`),
      );
    }
    lines.push(
      `all: precision ${percent(precisionOf(sum))}, recall ${percent(recallOf(sum))}`,
    );
    console.log(lines.join("\n"));
    expect(sum.wrong).toBe(0);
    expect(recallOf(sum)).toBeGreaterThanOrEqual(0.95);
  });

  test.each(forms)(
    "leaves nothing of $name worse than open",
    ({ map, truth }) => {
      const score = judge(map, truth);
      expect(
        score.details.filter((detail) => detail.startsWith("wrong")),
      ).toEqual([]);
      expect(recallOf(score)).toBeGreaterThanOrEqual(0.9);
    },
  );

  test.each(forms)(
    "makes a map of $name that fits its form and the schema",
    ({ form, map }) => {
      expect(parseMap(VOCABULARY, JSON.parse(JSON.stringify(map)))).toEqual(
        map,
      );
      expect(checkMap(VOCABULARY, form, map)).toEqual([]);
    },
  );

  test("says for every cell why and how sure it is", () => {
    for (const { map } of forms) {
      const { cells, lists } = map;
      for (const entry of [
        ...cells,
        ...lists.flatMap((list) => list.columns),
      ]) {
        expect(entry.reason?.ja).toMatch(/「.+」/s);
        expect(entry.reason?.en).not.toBe("");
        expect(entry.confidence).toBeGreaterThanOrEqual(0.6);
      }
    }
  });

  test("keeps to the values there are", () => {
    const [first] = forms;
    if (!first) throw new Error("no blanks");
    const { form } = first;
    const map = proposeMap(VOCABULARY, form, {
      targets: ["federation.name", "society.name"],
    });
    expect(map.cells.map(({ key }) => key)).toEqual(["federation.name"]);
    expect(
      map.lists.flatMap(({ columns }) => columns.map(({ key }) => key)),
    ).toEqual(["society.name"]);
  });

  test.each(forms)("asks of $name for no place twice", ({ map }) => {
    const places = [...map.cells, ...(map.open ?? [])].map(
      ({ sheet, cell }) => `${sheet}!${cell}`,
    );
    expect(new Set(places).size).toBe(places.length);
  });

  test("inserts no row that would part a table beside the list", () => {
    const beside = forms.find(({ name }) =>
      name.startsWith("k10 two lists side by side"),
    );
    expect(beside?.map.lists.map(({ onSurplus }) => onSurplus)).toEqual([
      "refuse",
    ]);
  });

  test("inserts rows into a list that has counts beside its first rows", () => {
    const counts = forms.find(({ name }) =>
      name.startsWith("m08 counts beside"),
    );
    expect(
      counts?.map.lists.map(({ firstRow, onSurplus }) => [firstRow, onSurplus]),
    ).toEqual([[5, "insert"]]);
  });
});
