import { expect, test } from "vitest";
import {
  renameStatus,
  statusCodeIn,
} from "../../../src/provision/site/status-code.ts";
import { desired } from "./support.ts";

const { nominations } = desired.apps;

const renamed = (filterCond: string): unknown =>
  renameStatus(
    {
      ...nominations,
      views: { v: { filterCond, fields: ["ステータス", "a"] } },
    },
    "ステータス",
    "Status",
  ).views.v;

test("conditions and columns name the status as the site does", () => {
  expect(renamed('ステータス in ("準備中") and 前のステータス = "x"')).toEqual({
    filterCond: 'Status in ("準備中") and 前のステータス = "x"',
    fields: ["Status", "a"],
  });
});

test("a value that reads like the field's code stays", () => {
  expect(renamed('name = "ステータス \\" ステータス"')).toMatchObject({
    filterCond: 'name = "ステータス \\" ステータス"',
  });
});

test("the code is that of the field of the type STATUS", () => {
  const status = { type: "STATUS", code: "Status", label: "Status" };
  expect(statusCodeIn({ Status: status })).toBe("Status");
  expect(statusCodeIn({})).toBe("ステータス");
});
