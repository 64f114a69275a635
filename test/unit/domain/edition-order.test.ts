import { expect, test } from "vitest";
import {
  orderEditions,
  pickEdition,
} from "../../../src/domain/edition-order.ts";

const edition = (
  name: string,
  editionState: "準備中" | "募集中" | "終了",
  fiscalYear: number,
  registerDate: string | null = null,
) => ({ name, editionState, fiscalYear, registerDate });

const ended = edition("2021", "終了", 2021, "2021-08-01");
const soon = edition("2022", "募集中", 2022, "2022-08-01");
const later = edition("2022秋", "募集中", 2022, "2022-11-01");
const undated = edition("別の賞", "募集中", 2022);
const planned = edition("2023", "準備中", 2023);

test("open editions come first, the next date before later and missing ones", () => {
  expect(orderEditions([ended, undated, planned, later, soon])).toEqual([
    soon,
    later,
    undated,
    planned,
    ended,
  ]);
});

test("the edition chosen before is kept as long as it exists", () => {
  expect(pickEdition([soon, ended], "2021")).toBe(ended);
  expect(pickEdition([soon, ended], "2019")).toBe(soon);
  expect(pickEdition([], null)).toBeNull();
});
