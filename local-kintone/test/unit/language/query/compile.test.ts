import { describe, expect, test } from "vitest";
import { compileCondition } from "../../../../src/language/query/compile.ts";
import { ApiError } from "../../../../src/ground/api-error.ts";
import type { StoredRecord } from "../../../../src/model/model.ts";
import {
  aContext,
  aRecord,
  aUser,
  options,
  someSettings,
  states,
} from "../../../support/app-settings.ts";

const settings = someSettings(
  {
    title: { type: "SINGLE_LINE_TEXT" },
    memo: { type: "MULTI_LINE_TEXT" },
    rich: { type: "RICH_TEXT" },
    amount: { type: "NUMBER" },
    total: { type: "CALC", format: "NUMBER" },
    hours: { type: "CALC", format: "HOUR_MINUTE" },
    due: { type: "DATE" },
    at: { type: "DATETIME" },
    time: { type: "TIME" },
    kind: { type: "DROP_DOWN", options: options("a", "b", "c") },
    tags: { type: "CHECK_BOX", options: options("x", "y") },
    who: { type: "USER_SELECT" },
    team: { type: "ORGANIZATION_SELECT" },
    circle: { type: "GROUP_SELECT" },
    papers: { type: "FILE" },
    items: {
      type: "SUBTABLE",
      fields: {
        name: { type: "SINGLE_LINE_TEXT" },
        qty: { type: "NUMBER" },
      },
    },
    box: { type: "GROUP" },
  },
  { process: { enable: true, states: states("未処理", "完了"), actions: [] } },
);

const rows = (...list: Array<[name: string, qty: string]>) =>
  list.map(([name, qty], i) => ({ id: String(i), value: { name, qty } }));

const idsOf = (
  query: string,
  records: StoredRecord[],
  context = aContext(),
): number[] =>
  records
    .filter(compileCondition(settings, query, context))
    .map(({ id }) => id);

const codeOf = (query: string, context = aContext()): string => {
  try {
    compileCondition(settings, query, context);
  } catch (error) {
    if (error instanceof ApiError) return error.code;
    throw error;
  }
  return "accepted";
};

describe("compileCondition", () => {
  const records = [
    aRecord(
      1,
      {
        title: "gamma keyword",
        memo: " \n",
        amount: "5",
        total: "5",
        hours: "25:01",
        due: "2026-04-25",
        at: "2026-04-25T14:59:00Z",
        time: "09:30",
        kind: "a",
        tags: ["x", "y"],
        who: [{ code: "sato" }],
        team: [{ code: "sales" }],
        circle: [{ code: "staff" }],
      },
      { status: "未処理" },
    ),
    aRecord(
      2,
      {
        title: "山田商事株式会社",
        memo: "いろはにほへと",
        amount: "-12.5",
        total: "123456789012345678",
        hours: "",
        due: "2026-04-26",
        at: "2026-04-25T15:00:00Z",
        time: "18:00",
        kind: "b",
        tags: ["y"],
        who: [{ code: "ito" }],
      },
      { status: "完了", creator: "ito", assignees: ["sato"] },
    ),
    aRecord(
      3,
      {
        title: "",
        memo: "",
        amount: "",
        due: null,
        at: "",
        time: null,
        kind: null,
        tags: [],
        who: [],
      },
      { status: "未処理" },
    ),
  ];

  test.each([
    ["", [1, 2, 3]],
    ['title = "gamma keyword"', [1]],
    ['title != "gamma keyword"', [2, 3]],
    ['title = ""', [3]],
    ['title in ("", "gamma keyword")', [1, 3]],
    ['title not in ("gamma keyword")', [2, 3]],
    ['title like "keyword"', [1]],
    ['title like "KEYWORD"', [1]],
    ['title like "key"', []],
    ['title not like "key"', [1, 2, 3]],
    ['title like "株式会社"', [2]],
    ['title like "。"', []],
    ["memo is empty", [1, 3]],
    ["memo is not empty", [2]],
    ["amount = 5", [1]],
    ['amount = "5.0"', [1]],
    ["amount != 5", [2, 3]],
    ['amount = ""', [3]],
    ['amount != ""', [1, 2]],
    ["amount > -13", [1, 2]],
    ["amount < 5", [2]],
    ["amount >= 5", [1]],
    ["amount <= 5", [1, 2]],
    ["amount in (5, -12.5)", [1, 2]],
    ["amount not in (5)", [2, 3]],
    ['amount in ("")', [3]],
    ["total = 123456789012345678", [2]],
    ["total = 123456789012345679", []],
    ["total > 123456789012345677", [2]],
    ['hours > "24:59"', [1]],
    ['due = "2026-04-25"', [1]],
    ['due > "2026-04-25"', [2]],
    ['due = ""', [3]],
    ['due != ""', [1, 2]],
    ["due = TODAY()", [1]],
    ["due = TOMORROW()", [2]],
    ["due >= FROM_TODAY(1, DAYS)", [2]],
    ["due = THIS_WEEK()", [1]],
    ["due = NEXT_WEEK(SUNDAY)", [2]],
    ["due = THIS_MONTH(25)", [1]],
    ["due = THIS_MONTH()", [1, 2]],
    ["due = THIS_YEAR()", [1, 2]],
    ["due = LAST_MONTH()", []],
    // 14:59Z is 23:59 in Tokyo, one minute before the day ends there.
    ["at = TODAY()", [1]],
    ["at > TODAY()", [2]],
    ["at >= TODAY()", [1, 2]],
    ["at <= TODAY()", [1]],
    ["at < TOMORROW()", [1]],
    ['at = "2026-04-25T23:59:00+0900"', [1]],
    ['at >= "2026-04-26T00:00:00+09:00"', [2]],
    ["at > NOW()", [1, 2]],
    ['at = ""', [3]],
    ['time > "09:30"', [2]],
    ['time = "9:30"', [1]],
    ['kind in ("a", "c")', [1]],
    ['kind in ("")', [3]],
    ['kind not in ("a")', [2, 3]],
    ['kind not in ("", "a")', [2]],
    ['tags in ("x")', [1]],
    ['tags in ("")', [3]],
    ['tags not in ("x")', [2, 3]],
    ['who in ("ito")', [2]],
    ["who in (LOGINUSER())", [1]],
    ['who in ("")', [3]],
    ['team in ("sales")', [1]],
    ['circle in ("staff")', [1]],
    ['作成者 in ("ito")', [2]],
    ["作成者 not in (LOGINUSER())", [2]],
    ['ステータス = "完了"', [2]],
    ['ステータス != "完了"', [1, 3]],
    ['ステータス in ("未処理")', [1, 3]],
    ["作業者 in (LOGINUSER())", [2]],
    ['作業者 in ("")', [1, 3]],
    ["$id > 1", [2, 3]],
    ["$id in (1, 3)", [1, 3]],
    ['レコード番号 = "2"', [2]],
    ['amount = 5 or title = ""', [1, 3]],
    ["amount > 0 and $id < 3", [1]],
    ["(amount > 0 or $id = 2) and $id != 1", [2]],
    ["amount > 0 or $id = 2 and $id != 2", [1]],
    ['papers like "a"', []],
    ["papers is empty", [1, 2, 3]],
  ])("%s", (query, ids) => {
    expect(idsOf(query, records)).toEqual(ids);
  });

  test("blanks between tokens may be tabs, newlines and full-width spaces", () => {
    expect(idsOf("amount\t=\n5　and　$id=1", records)).toEqual([1]);
  });

  test("record numbers may carry the app code", () => {
    const context = aContext({ appCode: "CASE" });
    expect(idsOf('レコード番号 = "CASE-2"', records, context)).toEqual([2]);
  });

  test("day functions follow the user's time zone, not the server's", () => {
    // SG:doc/kintone-query-behavior.md, Samoa against Hawaii.
    const now = Date.parse("2026-04-24T13:51:00Z");
    const samoa = aContext({
      now,
      user: aUser("a", { timezone: "Pacific/Apia" }),
    });
    const hawaii = aContext({
      now,
      user: aUser("b", { timezone: "Pacific/Honolulu" }),
    });
    expect(idsOf("due = TODAY()", records, samoa)).toEqual([1]);
    expect(idsOf("due = FROM_TODAY(1, DAYS)", records, hawaii)).toEqual([1]);
  });

  test("PRIMARY_ORGANIZATION() of a user without one drops the condition", () => {
    const query = "team in (PRIMARY_ORGANIZATION()) and $id != 3";
    expect(idsOf(query, records)).toEqual([1, 2]);
    const member = aContext({
      user: aUser("sato", { organizations: ["sales"] }),
    });
    expect(idsOf(query, records, member)).toEqual([1]);
  });

  describe("columns of a table", () => {
    const tables = [
      aRecord(1, { items: rows(["apple", "100"], ["orange", "200"]) }),
      aRecord(2, { items: rows(["shared", "50"]) }),
      aRecord(3, { items: [] }),
    ];
    test.each([
      ['name in ("apple")', [1]],
      ["qty > 50", [1]],
      ['name in ("apple") and qty in ("100")', [1]],
      ['name in ("apple") and qty in ("200")', []],
      ['name in ("apple") and (qty in ("200"))', []],
      ['name in ("apple") or qty in ("50")', [1, 2]],
      ['name not in ("shared")', [1]],
      ['name not like "orange"', [2]],
      ['name in ("")', []],
      ['$id = 1 and name in ("apple")', [1]],
    ])("%s", (query, ids) => {
      expect(idsOf(query, tables)).toEqual(ids);
    });
  });

  test.each([
    ["title ===", "CB_VA01"],
    ["title = 'a'", "CB_VA01"],
    ['title = "a\tb"', "CB_VA01"],
    ['title = "a', "CB_VA01"],
    ["title", "CB_VA01"],
    ["title = ", "CB_VA01"],
    ['(title = "a"', "CB_VA01"],
    ['title = "a" and', "CB_VA01"],
    ['title = "a" limit 1', "CB_VA01"],
    ['title in "a"', "CB_VA01"],
    ["title in ()", "CB_VA01"],
    ["title = TODAY()", "CB_VA01"],
    ["due = SOMEDAY()", "CB_VA01"],
    ['due = "2026-02-30"', "CB_VA01"],
    ['amount > "many"', "CB_VA01"],
    ['xyz = "a"', "GAIA_IQ11"],
    ['box = "a"', "GAIA_IQ03"],
    ['memo = "a"', "GAIA_IQ03"],
    ['kind = "a"', "GAIA_IQ03"],
    ['title > "a"', "GAIA_IQ03"],
    ['due in ("2026-04-25")', "GAIA_IQ03"],
    ['作業者 = "sato"', "GAIA_IQ03"],
    ['name = "a"', "GAIA_IQ07"],
    ["qty != 1", "GAIA_IQ07"],
    ['kind in ("z")', "GAIA_IQ10"],
    ['ステータス = "知らない"', "GAIA_IQ10"],
    ['who in ("nobody")', "GAIA_IL26"],
    ['team in ("nowhere")', "GAIA_IL28"],
    ['items.name in ("a")', "GAIA_IR02"],
    ["due = THIS_MONTH(32)", "GAIA_IQ23"],
    ["due = THIS_MONTH(0)", "GAIA_IQ23"],
    ["due = FROM_TODAY(1, HOURS)", "GAIA_IQ25"],
    ["due = FROM_TODAY(1)", "GAIA_IL08"],
    ["due = TODAY(1)", "GAIA_IL08"],
    ['カテゴリー in ("a")', "GAIA_IQ11"],
  ])("%s is refused with %s", (query, code) => {
    expect(codeOf(query)).toBe(code);
  });

  test("a condition on the status is refused while process management is off", () => {
    const off = someSettings({});
    expect(() =>
      compileCondition(off, 'ステータス = "未処理"', aContext()),
    ).toThrow(expect.objectContaining({ code: "GAIA_ST02" }));
  });

  test("the words of a refusal name the field and the operator", () => {
    try {
      compileCondition(settings, 'kind = "a"', aContext());
      expect.unreachable();
    } catch (error) {
      expect((error as ApiError).text.ja).toBe(
        "kindフィールドのフィールドタイプには演算子=を使用できません。",
      );
    }
  });

  test("hostile nesting is refused instead of exhausting the stack", () => {
    const query = `${"(".repeat(50_000)}$id = 1${")".repeat(50_000)}`;
    expect(codeOf(query)).toBe("CB_VA01");
  });

  test("conditions of settings go on when a person has left", () => {
    const context = aContext({ isStored: true });
    expect(idsOf('who in ("nobody", "ito")', records, context)).toEqual([2]);
  });
});
