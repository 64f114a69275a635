import { describe, expect, test } from "vitest";
import type { Directory } from "../../../../src/domain/imports/find-entity.ts";
import { toOrganizationsTable } from "../../../../src/domain/imports/organizations-table.ts";
import { parseDelimited } from "../../../../src/domain/imports/parse-delimited.ts";
import { planSocietyImport } from "../../../../src/domain/imports/plan-society-import.ts";
import type { KnownSociety } from "../../../../src/domain/imports/plan-society-import.ts";
import { proposeColumns } from "../../../../src/domain/imports/propose-columns.ts";
import { readSocietyRows } from "../../../../src/domain/imports/read-society-rows.ts";
import { societyColumns } from "../../../../src/domain/imports/society-columns.ts";

const HEAD = "コード,商工会名,フリガナ,並び順,組織,担当者,状態";

const directory: Directory = {
  organizations: [
    { code: "aohama", name: "青浜商工会" },
    { code: "kurosaki", name: "黒崎商工会" },
    { code: "twin1", name: "中央商工会" },
    { code: "twin2", name: "中央商工会" },
  ],
  users: [
    { code: "hanako", name: "青浜 花子", email: "hanako@aohama.example" },
    { code: "taro1", name: "鈴木 太郎", email: "" },
    { code: "taro2", name: "鈴木 太郎", email: "" },
  ],
};

const aKnown = (values: Partial<KnownSociety> = {}): KnownSociety => ({
  id: "1",
  revision: "3",
  name: "青浜商工会",
  code: "S01",
  kana: "アオハマ",
  sortOrder: 1,
  organization: [{ code: "aohama", name: "青浜商工会" }],
  contactUsers: [{ code: "hanako", name: "青浜 花子" }],
  active: "有効",
  ...values,
});

const plan = (text: string, known: readonly KnownSociety[] = []) => {
  const table = parseDelimited(text);
  const { headRows, columns } = proposeColumns(table, societyColumns);
  return planSocietyImport(
    readSocietyRows(table.rows.slice(headRows), columns),
    known,
    directory,
  );
};

const problemsOf = (...args: Parameters<typeof plan>) =>
  plan(...args).problems.map(({ row, code }) => `${row} ${code}`);

describe("an import of societies", () => {
  test("a new society is added with all that the list says", () => {
    expect(
      plan(`${HEAD}\nS01,青浜商工会,ｱｵﾊﾏ,１,青浜商工会,hanako,有効`).steps,
    ).toEqual([
      {
        kind: "add",
        row: 2,
        name: "青浜商工会",
        values: {
          name: "青浜商工会",
          code: "S01",
          kana: "アオハマ",
          sortOrder: 1,
          organization: [{ code: "aohama" }],
          contactUsers: [{ code: "hanako" }],
          active: "有効",
        },
      },
    ]);
  });

  test("a list of names alone takes code and organisation from the site, and its own order", () => {
    const { steps, problems } = plan("商工会名\n青浜商工会\n黒崎商工会");
    expect(problems).toEqual([]);
    expect(steps.map(({ values }) => values)).toMatchObject([
      { code: "aohama", sortOrder: 1, organization: [{ code: "aohama" }] },
      { code: "kurosaki", sortOrder: 2, organization: [{ code: "kurosaki" }] },
    ]);
  });

  test("the second run changes nothing", () => {
    const text = `${HEAD}\nS01,青浜商工会,アオハマ,1,青浜商工会,青浜花子,有効`;
    expect(plan(text, [aKnown()])).toMatchObject({
      steps: [],
      same: 1,
      problems: [],
      unnamed: [],
    });
    expect(plan("商工会名\n青浜商工会", [aKnown()])).toMatchObject({
      steps: [],
      same: 1,
    });
  });

  test("a change is shown from which value to which, and no more is written", () => {
    expect(
      plan(`${HEAD}\nS01,新青浜商工会,,5,,,統合・廃止`, [aKnown()]).steps,
    ).toEqual([
      {
        kind: "update",
        row: 2,
        name: "青浜商工会",
        id: "1",
        revision: "3",
        changes: [
          { field: "name", from: "青浜商工会", to: "新青浜商工会" },
          { field: "sortOrder", from: "1", to: "5" },
          { field: "active", from: "有効", to: "統合・廃止" },
        ],
        values: { name: "新青浜商工会", sortOrder: 5, active: "統合・廃止" },
      },
    ]);
  });

  test("a blank cell leaves the value that the society has", () => {
    expect(plan(`${HEAD}\nS01,青浜商工会,,,,,`, [aKnown()])).toMatchObject({
      steps: [],
      same: 1,
    });
  });

  test("another way to write a name renames nothing", () => {
    expect(plan("商工会名\n青浜 商工会", [aKnown()]).steps).toEqual([]);
  });

  test("societies that the list does not name are told and stay", () => {
    expect(
      plan("商工会名\n青浜商工会", [
        aKnown(),
        aKnown({ id: "2", code: "S02", name: "黒崎商工会" }),
      ]),
    ).toMatchObject({ steps: [], unnamed: ["黒崎商工会"] });
  });

  test.each([
    ["a doubled code", "S01,青浜商工会\nS01,黒崎商工会", ["3 twice"]],
    ["a doubled name", "S01,青浜商工会\nS02,青浜　商工会", ["3 twice"]],
    ["a row without a name", "S01,\nS02,黒崎商工会", ["2 nameMissing"]],
    ["a name of 200 characters", `S01,${"あ".repeat(200)}`, ["2 tooLong"]],
    ["a code of 65 characters", `${"1".repeat(65)},青浜商工会`, ["2 tooLong"]],
    ["an order in words", "S01,青浜商工会,,一番", ["2 notNumber"]],
    ["a state nobody knows", "S01,青浜商工会,,,,,休眠", ["2 stateUnknown"]],
    [
      "an unknown organisation",
      "S01,青浜商工会,,,灰色課",
      ["2 organizationMissing"],
    ],
    [
      "two organisations of that name",
      "S01,中央商工会",
      ["2 organizationAmbiguous"],
    ],
    ["no organisation of that name", "S01,白浜商工会", ["2 organizationNone"]],
  ])("%s is named with its row, the rest is taken", (_, rows, expected) => {
    expect(problemsOf(`${HEAD}\n${rows}`)).toEqual(expected);
  });

  test("the problem names the earlier row that has the code", () => {
    expect(plan(`${HEAD}\nS01,青浜商工会\nS01,黒崎商工会`).problems).toEqual([
      { row: 3, code: "twice", field: "code", text: "S01", other: "2" },
    ]);
  });

  test("two rows about one society of the app: the second is left out", () => {
    expect(
      problemsOf(`${HEAD}\nS01,新青浜商工会\nS09,青浜商工会`, [aKnown()]),
    ).toEqual(["3 twice"]);
  });

  test("a code that another society has is refused", () => {
    const known = [
      aKnown(),
      aKnown({ id: "2", code: "S02", name: "黒崎商工会" }),
    ];
    expect(problemsOf(`${HEAD}\nS02,青浜商工会`, known)).toEqual([
      "2 codeTaken",
    ]);
    expect(
      problemsOf("商工会名\n黒崎商工会", [aKnown({ code: "kurosaki" })]),
    ).toEqual(["2 codeTaken"]);
  });

  test.each([
    ["unknown", "dareka", "userMissing"],
    ["of two who have that name", "鈴木 太郎", "userAmbiguous"],
  ])("a contact %s is told, the society is taken", (_, contact, code) => {
    const { steps, notes } = plan(
      `${HEAD}\nS01,青浜商工会,,,,hanako@aohama.example、${contact}`.replace(
        "aohama.example、",
        "aohama.example；",
      ),
    );
    expect(steps[0]?.values.contactUsers).toEqual([{ code: "hanako" }]);
    expect(notes.map((note) => note.code)).toEqual([code]);
  });

  test("a name over two lines of its cell is one line", () => {
    expect(plan('商工会名\n"青浜\n商工会"').steps[0]?.name).toBe("青浜商工会");
  });

  test("the site's organisations are a list themselves, without the federation", () => {
    expect(
      toOrganizationsTable([
        { code: "kenren", name: "海山県商工会連合会" },
        ...directory.organizations.slice(0, 2),
        { code: "it", name: "情報課" },
      ]).rows.map(({ cells }) => cells),
    ).toEqual([
      ["青浜商工会", "aohama"],
      ["黒崎商工会", "kurosaki"],
    ]);
  });

  test("5,000 societies are all planned, each once", () => {
    const rows = Array.from(
      { length: 5_000 },
      (_, index) => `X${index},第${index}商工会,,${index},aohama`,
    );
    const { steps, problems } = plan([HEAD, ...rows].join("\n"));
    expect(problems).toEqual([]);
    expect(new Set(steps.map(({ name }) => name)).size).toBe(5_000);
  });
});
