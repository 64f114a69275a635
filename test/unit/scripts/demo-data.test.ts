import { describe, expect, test } from "vitest";
import { isCorporateNumber } from "../../../src/domain/corporate-number.ts";
import { createDemoData } from "../../../scripts/demo/demo-data.ts";
import { demoUsers } from "../../../scripts/demo/index.ts";
import { demoSocieties } from "../../../scripts/demo/societies.ts";

/** Last action → how many nominations end with it. */
const endings = (today: string) => {
  const counts = new Map<string, number>();
  for (const { actions } of createDemoData(today).nominations) {
    const last = actions.at(-1) ?? "(準備中)";
    counts.set(last, (counts.get(last) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
};

describe("the demo", () => {
  const demo = createDemoData("2026-05-11");
  const ofEdition = (name: string) =>
    demo.nominations
      .map(({ record }) => record)
      .filter(({ edition }) => edition === name);

  test("has nominations in every state", () => {
    expect(demo.nominations.length).toBeGreaterThanOrEqual(34);
    expect(endings("2026-05-11")).toEqual({
      "(準備中)": 9,
      県連へ連絡する: 8,
      登録済みにする: 9,
      報告済みにする: 6,
      差し戻す: 3,
      取り下げる: 3,
    });
  });

  test("has 14 active societies, one without candidate and one silent", () => {
    const active = demoSocieties.filter(
      ({ active: state }) => state === "有効",
    );
    expect(active).toHaveLength(14);
    const answers = demo.answers.filter(
      ({ edition }) => edition === demo.names.current.name,
    );
    expect(answers.filter(({ answer }) => answer === "該当なし")).toMatchObject(
      [{ society: "緑野町商工会" }],
    );
    const heard = new Set(
      [...answers, ...ofEdition(demo.names.current.name)].map(
        ({ society }) => society,
      ),
    );
    expect(
      active.filter(({ name }) => !heard.has(name)).map(({ name }) => name),
    ).toEqual(["遠見町商工会"]);
  });

  test("has exactly one firm nominated by two societies", () => {
    const numbers = ofEdition(demo.names.current.name)
      .map(({ corporateNumber }) => corporateNumber)
      .filter((number) => number !== "");
    const twice = numbers.filter(
      (number, index) => numbers.indexOf(number) !== index,
    );
    expect(twice).toEqual(["7000000000002"]);
  });

  test("has a name that looks abbreviated and one that is late", () => {
    const records = ofEdition(demo.names.current.name);
    expect(
      records.filter(({ registeredName = "" }) =>
        registeredName.includes("㈱"),
      ),
    ).toHaveLength(1);
    expect(
      records.filter(
        ({ contactDone }) =>
          (contactDone ?? "") > demo.names.current.dates.contact,
      ),
    ).toHaveLength(1);
  });

  test("knows good corporate numbers, and none for a sole proprietor", () => {
    for (const { record } of demo.nominations)
      expect(
        record.businessKind === "法人"
          ? isCorporateNumber(record.corporateNumber ?? "")
          : record.corporateNumber === "",
      ).toBe(true);
  });

  test("keeps the dates of the notice for the edition of 2022", () => {
    expect(demo.editions[0]).toMatchObject({
      name: "クラウド実践大賞 2022",
      editionState: "終了",
      contactDate: "2022-07-27",
      registerDate: "2022-08-01",
      reportDate: "2022-08-01",
      caseDate: "2022-08-15",
    });
  });

  test("has logins for every role, three of them of societies", () => {
    expect(demoUsers.map(({ role }) => role)).toEqual([
      "administrator",
      "federationManager",
      "federationStaff",
      "societyStaff",
      "societyStaff",
      "societyStaff",
    ]);
  });
});

describe.each([
  "2019-05-01",
  "2022-07-20",
  "2022-08-01",
  "2022-12-30",
  "2026-01-03",
  "2026-05-06",
])("the demo around %s", (today) => {
  const { names, nominations, answers } = createDemoData(today);

  test("has its open edition around that day", () => {
    const { contact, register, case: last } = names.current.dates;
    expect([contact <= register, register <= last]).toEqual([true, true]);
    expect(last >= today).toBe(true);
    expect(names.current.name).not.toBe(names.past.name);
  });

  test("says of nothing that it was done after that day", () => {
    const done = nominations
      .filter(({ record }) => record.edition === names.current.name)
      .flatMap(({ record }) => [
        record.contactDone,
        record.registerDone,
        record.reportDone,
        record.caseDone,
        record.consentDate,
        record.nameCheckedOn,
        record.securityActionDate,
      ]);
    const answered = answers
      .filter(({ edition }) => edition === names.current.name)
      .map(({ answeredOn }) => answeredOn);
    expect(
      [...done, ...answered].filter((day) => day != null && day > today),
    ).toEqual([]);
  });

  test("registers nothing before it was contacted", () => {
    for (const { record } of nominations)
      if (record.registerDone != null)
        expect((record.contactDone ?? "9") <= record.registerDone).toBe(true);
  });
});

test("on a day of its run the edition of 2022 is the open one", () => {
  expect(createDemoData("2022-07-20").editions).toMatchObject([
    { name: "クラウド実践大賞 2021", editionState: "終了" },
    { name: "クラウド実践大賞 2022", editionState: "募集中" },
  ]);
});

describe("a scaled demo", () => {
  const { nominations, names } = createDemoData("2026-05-11", 1000);

  test("has as many nominations as wanted, all of the open edition", () => {
    expect(nominations).toHaveLength(1000);
    expect(new Set(nominations.map(({ record }) => record.edition))).toEqual(
      new Set([names.current.name]),
    );
  });

  test("spreads every state over every society that has candidates", () => {
    const places = new Set(
      nominations.map(
        ({ record, actions }) => `${record.society} ${actions.at(-1) ?? ""}`,
      ),
    );
    const societies = new Set(nominations.map(({ record }) => record.society));
    expect(societies.size).toBe(12);
    expect(places.size).toBe(12 * 6);
  });

  test("is the same every time", () => {
    expect(createDemoData("2026-05-11", 1000).nominations).toEqual(nominations);
  });
});
