import { afterAll, beforeAll, expect, test } from "vitest";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";

/*
 * Form that a real kintone makes of fields that were added with as few members as
 * possible: recorded in September 2026 and published in
 * https://github.com/cy-takeuchi/monosashi (packages/kisekae/fixtures/form/definition.json,
 * docs/KINTONE.md).
 */

let it: ClientSite;
let app: number;
let source: number;
let properties: Record<string, Record<string, unknown>>;
let columns: Record<string, Record<string, unknown>>;

const field = (code: string, type: string, more: object = {}) => ({
  [code]: { type, code, label: code, ...more },
});
const options = {
  p: { label: "p", index: "0" },
  q: { label: "q", index: "1" },
};

const fields = (prefix: string) => ({
  ...field(`${prefix}text`, "SINGLE_LINE_TEXT"),
  ...field(`${prefix}memo`, "MULTI_LINE_TEXT"),
  ...field(`${prefix}rich`, "RICH_TEXT"),
  ...field(`${prefix}number`, "NUMBER"),
  ...field(`${prefix}calc`, "CALC", { expression: `${prefix}number * 2` }),
  ...field(`${prefix}check`, "CHECK_BOX", { options }),
  ...field(`${prefix}radio`, "RADIO_BUTTON", { options }),
  ...field(`${prefix}drop`, "DROP_DOWN", { options }),
  ...field(`${prefix}multi`, "MULTI_SELECT", { options }),
  ...field(`${prefix}date`, "DATE"),
  ...field(`${prefix}time`, "TIME"),
  ...field(`${prefix}moment`, "DATETIME"),
  ...field(`${prefix}link`, "LINK", { protocol: "WEB" }),
  ...field(`${prefix}file`, "FILE"),
  ...field(`${prefix}users`, "USER_SELECT"),
  ...field(`${prefix}organizations`, "ORGANIZATION_SELECT"),
  ...field(`${prefix}groups`, "GROUP_SELECT"),
});

beforeAll(async () => {
  it = await startWithClient();
  source = await it.liveApp("source", {
    ...field("key", "SINGLE_LINE_TEXT", { required: true, unique: true }),
    ...field("name", "SINGLE_LINE_TEXT"),
  });
  app = await it.addApp("target", {
    ...fields(""),
    ...field("unique", "SINGLE_LINE_TEXT", { unique: true }),
    ...field("group", "GROUP", { openGroup: true }),
    ...field("copy", "SINGLE_LINE_TEXT"),
    ...field("table", "SUBTABLE", { fields: fields("t_") }),
    ...field("lookup", "SINGLE_LINE_TEXT", {
      lookup: {
        relatedApp: { app: source },
        relatedKeyField: "key",
        fieldMappings: [{ field: "copy", relatedField: "name" }],
        lookupPickerFields: ["key", "name"],
        filterCond: "",
        sort: "",
      },
    }),
    ...field("related", "REFERENCE_TABLE", {
      referenceTable: {
        relatedApp: { app: source },
        condition: { field: "text", relatedField: "name" },
        filterCond: "",
        displayFields: ["key", "name"],
        sort: "key asc",
        size: "5",
      },
    }),
  });
  await it.deploy(app);
  const answer = await it.client.app.getFormFields({ app });
  properties = answer.properties as typeof properties;
  columns = properties.table?.fields as typeof columns;
});
afterAll(() => it.close());

const common = { noLabel: false, required: false };
const text = {
  ...common,
  minLength: "",
  maxLength: "",
  expression: "",
  hideExpression: false,
  unique: false,
  defaultValue: "",
};
const unit = { displayScale: "", unit: "", unitPosition: "BEFORE" };
const day = { ...common, defaultValue: "", defaultNowValue: false };
const entities = { ...common, entities: [], defaultValue: [] };

const EXPECTED: Array<[code: string, members: object]> = [
  ["text", text],
  ["memo", { ...common, defaultValue: "" }],
  ["rich", { ...common, defaultValue: "" }],
  [
    "number",
    {
      ...common,
      ...unit,
      minValue: "",
      maxValue: "",
      digit: false,
      unique: false,
      defaultValue: "",
    },
  ],
  [
    "calc",
    {
      ...common,
      ...unit,
      expression: "number * 2",
      format: "NUMBER",
      hideExpression: false,
    },
  ],
  ["check", { ...common, options, defaultValue: [], align: "HORIZONTAL" }],
  // A radio button is required and has a default, whatever was asked for.
  [
    "radio",
    {
      ...common,
      required: true,
      options,
      defaultValue: "p",
      align: "HORIZONTAL",
    },
  ],
  ["drop", { ...common, options, defaultValue: "" }],
  ["multi", { ...common, options, defaultValue: [] }],
  ["date", { ...day, unique: false }],
  ["time", day],
  ["moment", { ...day, unique: false }],
  [
    "link",
    {
      ...common,
      protocol: "WEB",
      minLength: "",
      maxLength: "",
      unique: false,
      defaultValue: "",
    },
  ],
  ["file", { ...common, thumbnailSize: "50" }],
  ["users", entities],
  ["organizations", entities],
  ["groups", entities],
];

test.each(EXPECTED)("%s gets its members", (code, members) => {
  const { type, label } = properties[code] ?? {};
  expect(properties[code]).toEqual({ type, code, label, ...members });
});

test.each(EXPECTED)("%s in a table has the same ones", (code, members) => {
  const { expression, ...column } = columns[`t_${code}`] ?? {};
  const { expression: _, ...expected } = members as Record<string, unknown>;
  expect(column).toMatchObject(expected);
  expect(expression === undefined).toBe(!("expression" in members));
  expect(Object.keys(columns[`t_${code}`] ?? {}).sort()).toEqual(
    Object.keys(properties[code] ?? {}).sort(),
  );
});

test("a unique text gets a longest length of 64", () => {
  expect(properties.unique).toMatchObject({ unique: true, maxLength: "64" });
});

test("the key of a lookup has no members of a text", () => {
  expect(properties.lookup).toEqual({
    type: "SINGLE_LINE_TEXT",
    code: "lookup",
    label: "lookup",
    noLabel: false,
    required: false,
    lookup: {
      relatedApp: { app: String(source), code: "" },
      relatedKeyField: "key",
      fieldMappings: [{ field: "copy", relatedField: "name" }],
      lookupPickerFields: ["key", "name"],
      filterCond: "",
      sort: "レコード番号 desc",
    },
  });
  expect(Object.keys(properties.copy ?? {}).sort()).toEqual(
    Object.keys(properties.text ?? {}).sort(),
  );
});

test("groups, related records and tables", () => {
  expect(properties.group).toEqual({
    type: "GROUP",
    code: "group",
    label: "group",
    noLabel: false,
    openGroup: true,
  });
  expect(properties.related).toEqual({
    type: "REFERENCE_TABLE",
    code: "related",
    label: "related",
    noLabel: false,
    referenceTable: {
      relatedApp: { app: String(source), code: "" },
      condition: { field: "text", relatedField: "name" },
      filterCond: "",
      displayFields: ["key", "name"],
      sort: "key asc",
      size: "5",
    },
  });
  expect(Object.keys(properties.table ?? {}).sort()).toEqual([
    "code",
    "fields",
    "label",
    "noLabel",
    "type",
  ]);
});

test("system fields say whether they are enabled only where that can be set", () => {
  const keys = (code: string) => Object.keys(properties[code] ?? {}).sort();
  for (const code of [
    "レコード番号",
    "作成者",
    "作成日時",
    "更新者",
    "更新日時",
  ])
    expect(keys(code)).toEqual(["code", "label", "noLabel", "type"]);
  for (const code of ["ステータス", "作業者", "カテゴリー"])
    expect(keys(code)).toEqual(["code", "enabled", "label", "type"]);
});

test("labels and lines come back with an empty element id", async () => {
  const { layout } = await it.client.app.getFormLayout({ app });
  const added = {
    type: "ROW",
    fields: [
      { type: "LABEL", label: "a label", size: { width: "200" } },
      { type: "HR", size: { width: "200" } },
      { type: "SPACER", size: { width: "100", height: "50" } },
      {
        type: "SPACER",
        elementId: "named",
        size: { width: "100", height: "50" },
      },
    ],
  };
  const answer = await it.call("PUT", "/k/v1/preview/app/form/layout.json", {
    app,
    layout: [...layout, added],
  });
  expect(answer.status).toBe(200);
  const preview = await it.client.app.getFormLayout({ app, preview: true });
  expect(preview.layout.at(-1)).toEqual({
    type: "ROW",
    fields: [
      {
        type: "LABEL",
        label: "a label",
        elementId: "",
        size: { width: "200" },
      },
      { type: "HR", elementId: "", size: { width: "200" } },
      {
        type: "SPACER",
        elementId: "",
        size: { width: "100", height: "50" },
      },
      {
        type: "SPACER",
        elementId: "named",
        size: { width: "100", height: "50" },
      },
    ],
  });
});
