import { expect, test } from "vitest";
import {
  doubledOpenEditions,
  otherOpenEditions,
} from "../../../src/domain/open-editions.ts";

const edition = (
  id: string,
  editionState: "準備中" | "募集中" | "終了",
  programme = "award",
) => ({ id, name: `第${id}回`, editionState, programme });

test("two open editions of one programme are both named", () => {
  const editions = [
    edition("1", "募集中"),
    edition("2", "募集中"),
    edition("3", "準備中"),
  ];
  expect(doubledOpenEditions(editions).map(({ id }) => id)).toEqual(["1", "2"]);
});

test("open editions of two programmes do not touch each other", () => {
  const editions = [edition("1", "募集中"), edition("2", "募集中", "other")];
  expect(doubledOpenEditions(editions)).toEqual([]);
});

test("an edition that opens meets the others that are open, and not itself", () => {
  const own = edition("3", "募集中");
  expect(otherOpenEditions(own, [own, edition("1", "募集中")])).toEqual([
    edition("1", "募集中"),
  ]);
});
