import { describe, expect, test } from "vitest";
import {
  keyInfo,
  keysOf,
  listPlaced,
  parseMap,
  proposeMap,
  readForm,
} from "excel-form";
import { catalogueOf } from "../../../src/domain/value-catalogue.ts";
import { VOCABULARY, vocabularyOf } from "../../../src/domain/vocabulary.ts";
import { programmes } from "../../../src/programmes/index.ts";
import type { Programme } from "../../../src/programmes/index.ts";
import { sampleForm } from "../../../src/report/sample/sample-form.ts";

const named = (id: string): Programme => {
  const found = programmes.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No programme ${id}`);
  return found;
};

const cloud = named("cloud-practice-award");
const healthy = named("healthy-company-declaration");
const longService = named("long-service-award");

const PERSON = /^person\.|^report\.personCount$|^edition\.serviceDay$/u;
const CONTEST = /^case\.|^report\.caseCount$/u;
const SECURITY = /^securityAction\./u;
const SCORE = /^score\./u;

const offered = (programme: Programme): string[] =>
  Object.keys(vocabularyOf(programme).keys);

/** The values that one award has and the other lacks. */
const beyond = (one: Programme, other: Programme): string[] =>
  offered(one).filter((key) => !offered(other).includes(key));

const areaLabels = (programme: Programme): string[] =>
  offered(programme)
    .filter((key) => key.startsWith("score.area"))
    .map((key) => keyInfo(vocabularyOf(programme), key).label.ja);

const proposedKeys = (form: Programme, award: Programme): string[] => {
  const vocabulary = vocabularyOf(award);
  const map = proposeMap(vocabulary, readForm(sampleForm(form).bytes), {
    isAnyway: true,
  });
  return listPlaced(map).flatMap(({ placement }) =>
    keysOf(VOCABULARY, placement),
  );
};

describe("the list of values in the mapping screen", () => {
  test("クラウド実践大賞 offers no honoured person, years of service or base date", () => {
    const keys = offered(cloud);
    expect(keys.filter((key) => PERSON.test(key))).toEqual([]);
    for (const words of [CONTEST, SECURITY, SCORE]) {
      expect(keys.some((key) => words.test(key))).toBe(true);
    }
  });

  test("健康企業宣言 offers no practice case, SECURITY ACTION or honoured person", () => {
    const keys = offered(healthy);
    for (const words of [CONTEST, SECURITY, PERSON]) {
      expect(keys.filter((key) => words.test(key))).toEqual([]);
    }
    expect(beyond(cloud, healthy).filter((key) => SCORE.test(key))).toEqual([
      "score.area4",
      "score.area5",
    ]);
  });

  test("優良従業員表彰 offers no score, practice case, SECURITY ACTION or registering party", () => {
    const keys = offered(longService);
    for (const words of [CONTEST, SECURITY, SCORE]) {
      expect(keys.filter((key) => words.test(key))).toEqual([]);
    }
    expect(keys).not.toContain("declaration.registeredBy");
    expect(beyond(longService, cloud)).toEqual(
      Object.keys(VOCABULARY.keys).filter((key) => PERSON.test(key)),
    );
  });

  test("「顧客満足度の向上／健診と保健指導」 is the label of no area", () => {
    for (const programme of [cloud, healthy, longService]) {
      expect(areaLabels(programme)).toEqual(
        programme.areas.map(({ name }) => name.ja),
      );
    }
  });

  test("areas named by their number alone are those of the award", () => {
    expect(vocabularyOf(healthy).numbered?.keys).toEqual([
      "score.area1",
      "score.area2",
      "score.area3",
    ]);
    expect(vocabularyOf(longService).numbered?.keys).toEqual([]);
  });

  test("is worked out once for an award", () => {
    expect(vocabularyOf(healthy)).toBe(vocabularyOf(healthy));
  });
});

describe("the proposal", () => {
  test.each([
    ["クラウド実践大賞", "優良従業員表彰", cloud, longService, PERSON],
    ["健康企業宣言", "優良従業員表彰", healthy, longService, PERSON],
    ["健康企業宣言", "クラウド実践大賞", healthy, cloud, CONTEST],
    ["優良従業員表彰", "クラウド実践大賞", longService, cloud, SCORE],
  ])(
    "for %s places no value that only %s has",
    (_, __, award, other, words) => {
      expect(proposedKeys(other, other).some((key) => words.test(key))).toBe(
        true,
      );
      const keys = proposedKeys(other, award);
      expect(keys.length).toBeGreaterThan(0);
      expect(keys.filter((key) => words.test(key))).toEqual([]);
    },
  );
});

describe("a saved map", () => {
  test("with a value of another award is read, and the value keeps its name", () => {
    const { bytes, mapOf } = sampleForm(longService);
    const map = mapOf(readForm(bytes));
    const vocabulary = catalogueOf(cloud);
    expect(parseMap(vocabulary, map)).toEqual(map);
    expect(keyInfo(vocabulary, "person.years").label.ja).toBe("勤続年数");
  });

  test("names an area as the award does", () => {
    expect(
      [cloud, healthy].map(
        (one) => keyInfo(catalogueOf(one), "score.area1").label.ja,
      ),
    ).toEqual(["顧客満足度の向上", "健診と保健指導"]);
  });
});
