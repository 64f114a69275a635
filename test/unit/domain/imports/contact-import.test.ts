import { expect, test } from "vitest";
import type { Directory } from "../../../../src/domain/imports/find-entity.ts";
import { parseDelimited } from "../../../../src/domain/imports/parse-delimited.ts";
import {
  contactColumns,
  planContactImport,
} from "../../../../src/domain/imports/plan-contact-import.ts";
import type { KnownSociety } from "../../../../src/domain/imports/plan-society-import.ts";
import { proposeColumns } from "../../../../src/domain/imports/propose-columns.ts";

const directory: Directory = {
  organizations: [],
  users: [
    { code: "hanako", name: "青浜 花子", email: "hanako@aohama.example" },
    { code: "jiro", name: "青浜 次郎", email: "" },
    { code: "taro1", name: "鈴木 太郎", email: "" },
    { code: "taro2", name: "鈴木 太郎", email: "" },
  ],
};

const society = (
  code: string,
  name: string,
  contactUsers: KnownSociety["contactUsers"] = [],
): KnownSociety => ({
  id: code,
  revision: "1",
  name,
  code,
  kana: "",
  sortOrder: 1,
  organization: [],
  contactUsers,
  active: "有効",
});

const plan = (text: string, known: readonly KnownSociety[]) => {
  const table = parseDelimited(text);
  const { headRows, columns } = proposeColumns(table, contactColumns);
  return planContactImport(
    table.rows.slice(headRows),
    columns,
    known,
    directory,
  );
};

const HEAD = "商工会名,氏名,メールアドレス";

test("several rows of a society become its contacts, beside those that it has", () => {
  const known = [
    society("S01", "青浜商工会", [{ code: "old", name: "前任" }]),
    society("S02", "黒崎商工会"),
  ];
  const { steps, problems, same } = plan(
    "商工会名,ログイン名\n青浜商工会,hanako\n黒崎商工会,jiro\n青浜商工会,jiro",
    known,
  );
  expect(problems).toEqual([]);
  expect(same).toBe(0);
  expect(
    steps.map(({ name, changes, values }) => [name, changes, values]),
  ).toEqual([
    [
      "青浜商工会",
      [
        {
          field: "contactUsers",
          from: "前任",
          to: "前任、青浜 花子、青浜 次郎",
        },
      ],
      {
        contactUsers: [{ code: "old" }, { code: "hanako" }, { code: "jiro" }],
      },
    ],
    [
      "黒崎商工会",
      [{ field: "contactUsers", from: "", to: "青浜 次郎" }],
      { contactUsers: [{ code: "jiro" }] },
    ],
  ]);
});

test("the second run changes nothing", () => {
  const known = [
    society("S01", "青浜商工会", [{ code: "hanako", name: "青浜 花子" }]),
  ];
  expect(plan(`${HEAD}\n青浜商工会,青浜花子,`, known)).toMatchObject({
    steps: [],
    same: 1,
    problems: [],
  });
});

test("an unknown society, an unknown person and one of two namesakes are named with their row", () => {
  const { steps, problems } = plan(
    "コード,ログイン名\nS01,hanako\nS99,jiro\nS01,nobody\nS01,鈴木太郎\nS01,",
    [society("S01", "青浜商工会")],
  );
  expect(problems.map(({ row, code, text }) => [row, code, text])).toEqual([
    [3, "societyMissing", "S99"],
    [4, "userMissing", "nobody"],
    [5, "userAmbiguous", "鈴木太郎"],
    [6, "userBlank", ""],
  ]);
  expect(steps).toHaveLength(1);
});

test("1,000 rows are planned in a second", () => {
  const known = Array.from({ length: 500 }, (_, index) =>
    society(`S${index}`, `第${index}区商工会`),
  );
  const rows = known.flatMap(({ code }) => [`${code},hanako`, `${code},jiro`]);
  const start = performance.now();
  const { steps } = plan(["コード,ログイン名", ...rows].join("\n"), known);
  expect(steps).toHaveLength(500);
  expect(performance.now() - start).toBeLessThan(1_000);
});
