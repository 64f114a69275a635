import { expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import {
  openEditionFor,
  orderEditions,
  pickEdition,
} from "../../../src/domain/edition-order.ts";

const TODAY = "2022-07-20";

type Dates = Partial<
  Record<
    "contactDate" | "registerDate" | "reportDate" | "caseDate",
    string | null
  >
>;

const edition = (
  name: string,
  editionState: "準備中" | "募集中" | "終了",
  fiscalYear: number,
  dates: Dates = {},
) => ({
  name,
  editionState,
  fiscalYear,
  contactDate: null,
  registerDate: null,
  reportDate: null,
  caseDate: null,
  ...dates,
});

const ended = edition("2021", "終了", 2021, { registerDate: "2021-08-01" });
const soon = edition("2022", "募集中", 2022, { registerDate: "2022-08-01" });
const later = edition("2022秋", "募集中", 2022, { registerDate: "2022-11-01" });
const undated = edition("別の賞", "募集中", 2022);
const planned = edition("2023", "準備中", 2023);
const forgotten = edition("2021のまま", "募集中", 2021, {
  registerDate: "2021-08-01",
  caseDate: "2021-09-30",
});
const longForgotten = edition("2020のまま", "募集中", 2020, {
  registerDate: "2020-08-01",
});

test("open editions come first, the next date before later and missing ones", () => {
  expect(
    orderEditions(award, [ended, undated, planned, later, soon], TODAY),
  ).toEqual([soon, later, undated, planned, ended]);
});

test("an edition left open after its last date stands behind those with work ahead", () => {
  expect(
    orderEditions(
      award,
      [longForgotten, forgotten, planned, undated, later],
      TODAY,
    ),
  ).toEqual([later, undated, forgotten, longForgotten, planned]);
  expect(pickEdition(award, [forgotten, soon], null, TODAY)).toBe(soon);
});

test("past its registration an edition stands behind one that takes nominations, before one where all is over", () => {
  const registered = edition("受付後", "募集中", 2022, {
    registerDate: "2022-07-01",
    caseDate: TODAY,
  });
  expect(orderEditions(award, [forgotten, registered, soon], TODAY)).toEqual([
    soon,
    registered,
    forgotten,
  ]);
  expect(pickEdition(award, [forgotten, registered], null, TODAY)).toBe(
    registered,
  );
  expect(pickEdition(award, [undated, registered], null, "2022-07-21")).toBe(
    undated,
  );
});

test("a new record belongs to the edition that the board begins with", () => {
  const all = [ended, planned, forgotten, undated, later, soon];
  for (const today of ["2022-07-20", "2022-08-02", "2022-12-01"]) {
    expect(openEditionFor(award, all, today)).toBe(
      pickEdition(award, all, null, today),
    );
  }
  expect(openEditionFor(award, [ended, planned], TODAY)).toBeNull();
});

test("the edition chosen before is kept as long as it exists", () => {
  expect(pickEdition(award, [soon, ended], "2021", TODAY)).toBe(ended);
  expect(pickEdition(award, [soon, ended], "2019", TODAY)).toBe(soon);
  expect(pickEdition(award, [], null, TODAY)).toBeNull();
});
