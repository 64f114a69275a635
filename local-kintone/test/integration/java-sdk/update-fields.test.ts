import { describe, expect, test } from "vitest";
import {
  field,
  lookupTo,
  options,
  recordsOf,
  useFormProbes,
} from "../../support/form-probes.ts";
import type { Ask, Json } from "../../support/form-probes.ts";

/*
 * Which changes of fields a real site took and which it refused: kintone-labs/kintone-java-sdk,
 * src/test/java/com/cybozu/kintone/client/module/app/AppTest.java (testUpdateFormFields… and
 * testDeleteFormFields…).
 */

const { taken, refused, send } = useFormProbes();

const changing =
  (properties: Json, more: Json = {}): Ask =>
  () => ["PUT", "preview/app/form/fields", { properties, ...more }];
const change = (code: string, type: string, more: Json = {}) =>
  changing({ [code]: { type, ...more } });
const look =
  (more: Json): Ask =>
  ({ source }) => [
    "PUT",
    "preview/app/form/fields",
    {
      properties: {
        look: { type: "SINGLE_LINE_TEXT", lookup: lookupTo(source, more) },
      },
    },
  ];
const relate =
  (more: Json): Ask =>
  ({ source }) => [
    "PUT",
    "preview/app/form/fields",
    {
      properties: {
        related: {
          type: "REFERENCE_TABLE",
          referenceTable: recordsOf(source, more),
        },
      },
    },
  ];
const mapped = (target: string, relatedField: string) =>
  look({ fieldMappings: [{ field: target, relatedField }] });
const entity = (type: string, code: string) => ({ type, code });

describe("a changed field", () => {
  taken({
    "another label": change("text", "SINGLE_LINE_TEXT", { label: "else" }),
    "another code of a lookup": change("look", "SINGLE_LINE_TEXT", {
      code: "lookup",
    }),
    "another code of related records": change("related", "REFERENCE_TABLE", {
      code: "list",
    }),
    "empty defaults and limits": changing({
      calc: { type: "CALC", displayScale: "", unit: "" },
      day: { type: "DATE", defaultValue: "" },
      moment: { type: "DATETIME", defaultValue: "" },
      number: {
        type: "NUMBER",
        displayScale: "",
        maxValue: "",
        minValue: "",
        defaultValue: "",
        unit: "",
      },
      web: {
        type: "LINK",
        maxLength: "",
        minLength: "",
        defaultValue: "",
        protocol: "WEB",
      },
    }),
    "nobody to choose from": changing({
      users: { type: "USER_SELECT", entities: [], defaultValue: [] },
      groups: { type: "GROUP_SELECT", entities: [], defaultValue: [] },
      organizations: {
        type: "ORGANIZATION_SELECT",
        entities: [],
        defaultValue: [],
      },
    }),
    "the built-in fields of states": changing({
      ステータス: { type: "STATUS", label: "ステータス" },
      作業者: { type: "STATUS_ASSIGNEE", label: "作業者" },
      カテゴリー: { type: "CATEGORY", label: "カテゴリー" },
    }),
    "options without labels where they are known": change(
      "radio",
      "RADIO_BUTTON",
      { options: { a: { index: "1" }, b: { label: "b", index: "2" } } },
    ),
    "a condition by week": look({ filterCond: "更新日時 = THIS_WEEK(FRIDAY)" }),
    "a condition by day": look({
      filterCond: "更新日時 < FROM_TODAY(5, DAYS)",
    }),
    "related records under another condition and order": relate({
      filterCond: 'name = "b"',
      sort: "amount asc",
    }),
    "the revision -1": changing(
      { text: { type: "SINGLE_LINE_TEXT" } },
      { revision: -1 },
    ),
  });

  refused({
    "no properties": () => ["PUT", "preview/app/form/fields", {}],
    "no app": changing({ text: { type: "SINGLE_LINE_TEXT" } }, { app: null }),
    "an app that is not there": changing({}, { app: 99999 }),
    "app 0": changing({}, { app: 0 }),
    "app -1": changing({}, { app: -1 }),
    "an old revision": changing({ text: {} }, { revision: 1 }),
    "the revision 0": changing({ text: {} }, { revision: 0 }),
    "the revision -2": changing({ text: {} }, { revision: -2 }),
    "a field that is not there": change("nothing", "SINGLE_LINE_TEXT"),
    "an empty key": change("", "SINGLE_LINE_TEXT"),
    "an empty code": change("text", "SINGLE_LINE_TEXT", { code: "" }),
    "a code of 129 letters": change("text", "SINGLE_LINE_TEXT", {
      code: "a".repeat(129),
    }),
    "a code with a symbol": change("text", "SINGLE_LINE_TEXT", { code: "a!" }),
    "a code that is taken": change("text", "SINGLE_LINE_TEXT", {
      code: "memo",
    }),
    "an empty label": change("text", "SINGLE_LINE_TEXT", { label: "" }),
    "a label of 129 letters": change("text", "SINGLE_LINE_TEXT", {
      label: "a".repeat(129),
    }),
    "another type": change("users", "SUBTABLE"),
    "shortest above longest": change("text", "SINGLE_LINE_TEXT", {
      minLength: "9",
      maxLength: "3",
    }),
    "a negative shortest": change("text", "SINGLE_LINE_TEXT", {
      minLength: "-1",
    }),
    "a negative longest": change("text", "SINGLE_LINE_TEXT", {
      maxLength: "-1",
    }),
    "smallest above largest": change("number", "NUMBER", {
      minValue: "9",
      maxValue: "3",
    }),
    "a unit of 129 letters": change("number", "NUMBER", {
      unit: "a".repeat(129),
    }),
    "eleven decimals": change("number", "NUMBER", { displayScale: "11" }),
    "-1 decimals": change("number", "NUMBER", { displayScale: "-1" }),
    "a default that is no number": change("number", "NUMBER", {
      defaultValue: "abc",
    }),
    "an unknown thumbnail size": change("file", "FILE", {
      thumbnailSize: "51",
    }),
    "another protocol of a link": change("web", "LINK", { protocol: "CALL" }),
    "a web address without a scheme": change("web", "LINK", {
      protocol: "WEB",
      defaultValue: "hoge",
    }),
    "a mail address without a place": change("mail", "LINK", {
      protocol: "MAIL",
      defaultValue: "hoge",
    }),
    "a day that is none": change("day", "DATE", { defaultValue: "abc" }),
    "a time that is none": change("time", "TIME", { defaultValue: "abc" }),
    "a moment that is none": change("moment", "DATETIME", {
      defaultValue: "abc",
    }),
    "a column without duplicates": change("table", "SUBTABLE", {
      fields: { cell: { type: "SINGLE_LINE_TEXT", unique: true } },
    }),
    "a new column without what its type needs": change("table", "SUBTABLE", {
      fields: { fresh: { type: "RADIO_BUTTON", code: "fresh", label: "f" } },
    }),
  });
});

describe("changed choices", () => {
  const radio = (more: Json) => change("radio", "RADIO_BUTTON", more);
  refused({
    "an empty set of options": radio({ options: {} }),
    "a new option whose label is another": radio({
      options: { c: { label: "d", index: "1" } },
    }),
    "a new option without a label": radio({
      options: { a: { index: "1" }, c: { index: "4" } },
    }),
    "an option without an index": radio({ options: { a: { label: "a" } } }),
    "two options of one index": radio({
      options: {
        a: { label: "a", index: "1" },
        b: { label: "b", index: "1" },
      },
    }),
    "two options of one label": radio({
      options: {
        a: { label: "a", index: "1" },
        b: { label: "a", index: "2" },
      },
    }),
    "a label of 129 letters": radio({
      options: { a: { label: "a".repeat(129), index: "1" } },
    }),
    "an empty label": radio({ options: { a: { label: "", index: "1" } } }),
    "a default that is no option": radio({
      options: options("a"),
      defaultValue: "b",
    }),
    "the default option of a radio button taken away": radio({
      options: { b: { label: "b", index: "1" } },
    }),
    "the default option of a drop-down taken away": change(
      "drop",
      "DROP_DOWN",
      { options: options("a") },
    ),
    "the default option of a check box taken away": change(
      "check",
      "CHECK_BOX",
      { options: options("a") },
    ),
    "the default option of several taken away": change(
      "multi",
      "MULTI_SELECT",
      { options: options("a") },
    ),
  });
});

describe("changed people, groups and organisations", () => {
  const users = (more: Json) => change("users", "USER_SELECT", more);
  const groups = (more: Json) => change("groups", "GROUP_SELECT", more);
  const teams = (more: Json) =>
    change("organizations", "ORGANIZATION_SELECT", more);
  refused({
    "a user who is not there": users({
      defaultValue: [entity("USER", "nobody")],
    }),
    "a group to choose from that is not there": users({
      entities: [entity("GROUP", "nowhere")],
    }),
    "an organisation to choose from that is not there": users({
      entities: [entity("ORGANIZATION", "nowhere")],
    }),
    "a function to choose from": users({
      entities: [entity("FUNCTION", "LOGINUSER()")],
    }),
    "a function of an unknown name": users({
      defaultValue: [entity("FUNCTION", "member")],
    }),
    "a group that is not there": groups({
      defaultValue: [entity("GROUP", "nowhere")],
    }),
    "a function for a group": groups({
      defaultValue: [entity("FUNCTION", "crew")],
    }),
    "a user among the groups": groups({ entities: [entity("USER", "member")] }),
    "an organisation that is not there": teams({
      defaultValue: [entity("ORGANIZATION", "nowhere")],
    }),
    "a user among the organisations": teams({
      entities: [entity("USER", "member")],
    }),
    "a group among the organisations": teams({
      entities: [entity("GROUP", "crew")],
    }),
    "a function among the organisations": teams({
      entities: [entity("FUNCTION", "team")],
    }),
    "the user's function for an organisation": teams({
      defaultValue: [entity("FUNCTION", "LOGINUSER()")],
    }),
  });
});

describe("changed lookups and related records", () => {
  refused({
    "a lookup without an app": look({ relatedApp: null }),
    "a lookup of an app that is not there": look({
      relatedApp: { app: 99999 },
    }),
    "a lookup of an app code that is not there": look({
      relatedApp: { code: "NONE" },
    }),
    "a copy into a field that is not there": mapped("nothing", "name"),
    "a copy from a field that is not there": mapped("spare", "nothing"),
    "two copies into one field": look({
      fieldMappings: [
        { field: "spare", relatedField: "name" },
        { field: "spare", relatedField: "key" },
      ],
    }),
    "a web address copied into a mail address": mapped("mail", "site"),
    "a picker field that is not there": look({
      lookupPickerFields: ["nothing"],
    }),
    "a condition that is none": look({ filterCond: "hoge" }),
    "an order that is none": look({ sort: "name upwards" }),
    "an order by six fields": look({
      sort: "amount desc, $id desc, amount desc, $id desc, amount desc, $id desc",
    }),
    "related records of an app that is not there": relate({
      relatedApp: { app: 99999 },
    }),
    "related records without an app": relate({ relatedApp: { code: "" } }),
    "a field that is not there against theirs": relate({
      condition: { field: "nothing", relatedField: "name" },
    }),
    "a field against one that is not there": relate({
      condition: { field: "text", relatedField: "nothing" },
    }),
    "a mail address against a web address": relate({
      condition: { field: "mail", relatedField: "site" },
    }),
    "an empty list of fields to show": relate({ displayFields: [] }),
    "a field to show that is not there": relate({ displayFields: ["nothing"] }),
    "a condition of related records that is none": relate({
      filterCond: "hoge",
    }),
    "an order of related records that is none": relate({ sort: "x upwards" }),
    "an order of related records by six fields": relate({
      sort: "amount desc, $id desc, amount desc, $id desc, amount desc, $id desc",
    }),
  });
});

describe("deleted fields", () => {
  const remove =
    (fields: unknown, more: Json = {}): Ask =>
    () => ["DELETE", "preview/app/form/fields", { fields, ...more }];
  taken({
    "a field": remove(["memo"]),
    "the built-in fields of states": remove([
      "ステータス",
      "作業者",
      "カテゴリー",
    ]),
    "the built-in fields of people and times": remove([
      "作成者",
      "作成日時",
      "更新者",
      "更新日時",
    ]),
    "a group and a table": remove(["group", "table"]),
    "the revision -1": remove(["memo"], { revision: -1 }),
  });
  refused({
    "no fields": remove(undefined),
    "no app": remove(["memo"], { app: undefined }),
    "an app that is not there": remove(["memo"], { app: 99999 }),
    "app 0": remove(["memo"], { app: 0 }),
    "app -1": remove(["memo"], { app: -1 }),
    "an old revision": remove(["memo"], { revision: 1 }),
    "the revision 0": remove(["memo"], { revision: 0 }),
    "the revision -2": remove(["memo"], { revision: -2 }),
    "101 fields": remove(Array.from({ length: 101 }, (_, i) => `f${i}`)),
    "a field that is not there": remove(["nothing"]),
    "a field that a formula reads": remove(["number"]),
    "a field that a lookup copies into": remove(["spare"]),
  });

  test("a field whose people work on a status cannot be deleted", async () => {
    await send(() => ["PUT", "preview/app/status", { enable: true }]);
    const entities = [
      { entity: { type: "FIELD_ENTITY", code: "users" }, includeSubs: false },
    ];
    const put = await send(() => [
      "PUT",
      "preview/app/status",
      {
        enable: true,
        states: {
          未処理: { name: "未処理", index: 0 },
          処理中: {
            name: "処理中",
            index: 1,
            assignee: { type: "ANY", entities },
          },
        },
        actions: [],
      },
    ]);
    expect(put.status, JSON.stringify(put.body)).toBe(200);
    const { status } = await send(remove(["users"]));
    expect(status).toBe(400);
  });

  test("nobody but an administrator of the app changes or deletes fields", async () => {
    const asks = [remove(["memo"]), change("text", "SINGLE_LINE_TEXT")];
    for (const ask of [...asks, () => addDay] as Ask[])
      expect((await send(ask, "member")).body.code).toBe("CB_NO02");
  });
});

const addDay: [string, string, Json] = [
  "POST",
  "preview/app/form/fields",
  { properties: field("fresh", "DATE") },
];
