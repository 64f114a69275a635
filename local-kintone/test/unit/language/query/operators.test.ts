import { describe, expect, test } from "vitest";
import { compileCondition } from "../../../../src/language/query/compile.ts";
import { compileOrder } from "../../../../src/language/query/order.ts";
import { ApiError } from "../../../../src/ground/api-error.ts";
import {
  aContext,
  options,
  someSettings,
  states,
} from "../../../support/app-settings.ts";

/*
 * Every operator on every type of field, alone and in a table, after the table of
 * https://cybozu.dev/ja/kintone/docs/overview/query/ and what SG and KS measured
 * (sources in local-kintone/docs/behaviour-records.md).
 */

const OPERATORS = {
  "=": (value: string) => `= ${value}`,
  "!=": (value: string) => `!= ${value}`,
  ">": (value: string) => `> ${value}`,
  "<": (value: string) => `< ${value}`,
  ">=": (value: string) => `>= ${value}`,
  "<=": (value: string) => `<= ${value}`,
  in: (value: string) => `in (${value})`,
  "not in": (value: string) => `not in (${value})`,
  like: (value: string) => `like ${value}`,
  "not like": (value: string) => `not like ${value}`,
  "is empty": () => "is empty",
  "is not empty": () => "is not empty",
};
type Operator = keyof typeof OPERATORS;
const ALL = Object.keys(OPERATORS) as Operator[];

const equality: Operator[] = ["=", "!="];
const order: Operator[] = [">", "<", ">=", "<="];
const lists: Operator[] = ["in", "not in"];
const words: Operator[] = ["like", "not like"];
const emptiness: Operator[] = ["is empty", "is not empty"];

type Entry = {
  type: string;
  allowed: Operator[];
  value: string;
  more?: object;
  sorts: boolean;
};
const fields: Entry[] = [
  {
    type: "SINGLE_LINE_TEXT",
    allowed: [...equality, ...lists, ...words],
    value: '"a"',
    sorts: true,
  },
  {
    type: "LINK",
    allowed: [...equality, ...lists, ...words],
    value: '"a"',
    sorts: true,
  },
  {
    type: "MULTI_LINE_TEXT",
    allowed: [...words, ...emptiness],
    value: '"a"',
    sorts: false,
  },
  {
    type: "RICH_TEXT",
    allowed: [...words, ...emptiness],
    value: '"a"',
    sorts: false,
  },
  {
    type: "NUMBER",
    allowed: [...equality, ...order, ...lists],
    value: "1",
    sorts: true,
  },
  {
    type: "CALC",
    allowed: [...equality, ...order, ...lists],
    value: "1",
    more: { format: "NUMBER", expression: "1" },
    sorts: true,
  },
  {
    type: "DATE",
    allowed: [...equality, ...order],
    value: '"2026-04-25"',
    sorts: true,
  },
  {
    type: "TIME",
    allowed: [...equality, ...order],
    value: '"09:00"',
    sorts: true,
  },
  {
    type: "DATETIME",
    allowed: [...equality, ...order],
    value: '"2026-04-25T00:00:00Z"',
    sorts: true,
  },
  ...["CHECK_BOX", "MULTI_SELECT"].map((type) => ({
    type,
    allowed: lists,
    value: '"a"',
    more: { options: options("a") },
    sorts: false,
  })),
  ...["RADIO_BUTTON", "DROP_DOWN"].map((type) => ({
    type,
    allowed: lists,
    value: '"a"',
    more: { options: options("a") },
    sorts: true,
  })),
  { type: "USER_SELECT", allowed: lists, value: '"sato"', sorts: false },
  {
    type: "ORGANIZATION_SELECT",
    allowed: lists,
    value: '"sales"',
    sorts: false,
  },
  { type: "GROUP_SELECT", allowed: lists, value: '"staff"', sorts: false },
  {
    type: "FILE",
    allowed: [...words, ...emptiness],
    value: '"a"',
    sorts: false,
  },
];

const system: Array<Entry & { code: string }> = [
  {
    code: "レコード番号",
    type: "RECORD_NUMBER",
    allowed: [...equality, ...order, ...lists],
    value: "1",
    sorts: true,
  },
  {
    code: "$id",
    type: "__ID__",
    allowed: [...equality, ...order, ...lists],
    value: "1",
    sorts: true,
  },
  ...["作成者", "更新者"].map((code) => ({
    code,
    type: "CREATOR",
    allowed: lists,
    value: '"sato"',
    sorts: true,
  })),
  ...["作成日時", "更新日時"].map((code) => ({
    code,
    type: "CREATED_TIME",
    allowed: [...equality, ...order],
    value: '"2026-04-25T00:00:00Z"',
    sorts: true,
  })),
  {
    code: "ステータス",
    type: "STATUS",
    allowed: [...equality, ...lists],
    value: '"open"',
    sorts: true,
  },
  {
    code: "作業者",
    type: "STATUS_ASSIGNEE",
    allowed: lists,
    value: '"sato"',
    sorts: false,
  },
];

const properties = (prefix: string) =>
  Object.fromEntries(
    fields.map(({ type, more }) => [`${prefix}${type}`, { type, ...more }]),
  );
const settings = someSettings(
  { ...properties(""), table: { type: "SUBTABLE", fields: properties("t_") } },
  { process: { enable: true, states: states("open"), actions: [] } },
);

const answer = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof ApiError) return error.code;
    throw error;
  }
  return "accepted";
};
const ask = (code: string, operator: Operator, value: string) =>
  answer(() =>
    compileCondition(
      settings,
      `${code} ${OPERATORS[operator](value)}`,
      aContext(),
    ),
  );
const answers = (wanted: (operator: Operator) => string) =>
  Object.fromEntries(ALL.map((operator) => [operator, wanted(operator)]));

describe.each([...fields.map((it) => ({ code: it.type, ...it })), ...system])(
  "$code",
  ({ code, allowed, value, sorts }) => {
    test("takes its operators and refuses the others with GAIA_IQ03", () => {
      expect(answers((operator) => ask(code, operator, value))).toEqual(
        answers((it) => (allowed.includes(it) ? "accepted" : "GAIA_IQ03")),
      );
    });

    test(`${sorts ? "can" : "cannot"} be sorted by`, () => {
      const items = [{ field: code, direction: "asc" as const }];
      expect(answer(() => compileOrder(settings, items, aContext()))).toBe(
        sorts ? "accepted" : "GAIA_IS02",
      );
    });
  },
);

describe.each(fields)("$type in a table", ({ type, allowed, value }) => {
  const code = `t_${type}`;
  test("takes the same operators but = and !=, which are GAIA_IQ07", () => {
    expect(answers((operator) => ask(code, operator, value))).toEqual(
      answers((it) => {
        if (equality.includes(it)) return "GAIA_IQ07";
        return allowed.includes(it) ? "accepted" : "GAIA_IQ03";
      }),
    );
  });

  test("cannot be sorted by", () => {
    const items = [{ field: code, direction: "asc" as const }];
    expect(answer(() => compileOrder(settings, items, aContext()))).toBe(
      "GAIA_IS02",
    );
  });
});

describe("functions belong to the fields they fit", () => {
  const days = [
    "TODAY()",
    "YESTERDAY()",
    "TOMORROW()",
    "FROM_TODAY(-3, DAYS)",
    "FROM_TODAY(1, WEEKS)",
    "FROM_TODAY(1, MONTHS)",
    "FROM_TODAY(1, YEARS)",
    "THIS_WEEK()",
    "LAST_WEEK(MONDAY)",
    "NEXT_WEEK(SATURDAY)",
    "THIS_MONTH()",
    "LAST_MONTH(LAST)",
    "NEXT_MONTH(31)",
    "THIS_YEAR()",
    "LAST_YEAR()",
    "NEXT_YEAR()",
  ];
  test.each([
    ["DATE", days, ["NOW()", "LOGINUSER()", "PRIMARY_ORGANIZATION()"]],
    ["DATETIME", [...days, "NOW()"], ["LOGINUSER()"]],
    ["作成日時", [...days, "NOW()"], ["LOGINUSER()"]],
    ["更新日時", [...days, "NOW()"], ["PRIMARY_ORGANIZATION()"]],
    ["TIME", [], [...days, "NOW()"]],
    ["NUMBER", [], ["TODAY()", "LOGINUSER()"]],
    ["SINGLE_LINE_TEXT", [], ["TODAY()", "LOGINUSER()"]],
  ])("%s with =", (code, fitting, others) => {
    for (const value of fitting)
      expect([value, ask(code, "=", value)]).toEqual([value, "accepted"]);
    for (const value of others)
      expect([value, ask(code, "=", value)]).toEqual([value, "CB_VA01"]);
  });

  test.each([
    ["USER_SELECT", "LOGINUSER()", "accepted"],
    ["作成者", "LOGINUSER()", "accepted"],
    ["更新者", "LOGINUSER()", "accepted"],
    ["作業者", "LOGINUSER()", "accepted"],
    ["ORGANIZATION_SELECT", "PRIMARY_ORGANIZATION()", "accepted"],
    ["ORGANIZATION_SELECT", "LOGINUSER()", "CB_VA01"],
    ["GROUP_SELECT", "LOGINUSER()", "CB_VA01"],
    ["USER_SELECT", "PRIMARY_ORGANIZATION()", "CB_VA01"],
    ["USER_SELECT", "TODAY()", "CB_VA01"],
    ["USER_SELECT", "LOGINUSER(1)", "CB_VA01"],
    ["DROP_DOWN", "TODAY()", "CB_VA01"],
  ])("%s in (%s): %s", (code, value, wanted) => {
    expect(ask(code, "in", value)).toBe(wanted);
  });
});
