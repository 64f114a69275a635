import { describe } from "vitest";
import {
  field,
  lookupTo,
  options,
  recordsOf,
  useFormProbes,
} from "../../support/form-probes.ts";
import type { Ask, Json } from "../../support/form-probes.ts";

/*
 * Which new fields a real site took and which it refused: kintone-labs/kintone-java-sdk,
 * src/test/java/com/cybozu/kintone/client/module/app/AppTest.java (testAddFormFields…).
 */

const { taken, refused } = useFormProbes();

const adding =
  (properties: Json, more: Json = {}): Ask =>
  () => ["POST", "preview/app/form/fields", { properties, ...more }];
const add = (type: string, more: Json = {}) => adding(field("new", type, more));
const look =
  (more: Json, type = "SINGLE_LINE_TEXT"): Ask =>
  ({ source }) => [
    "POST",
    "preview/app/form/fields",
    { properties: field("new", type, { lookup: lookupTo(source, more) }) },
  ];
const relate =
  (more: Json): Ask =>
  ({ source }) => [
    "POST",
    "preview/app/form/fields",
    {
      properties: field("new", "REFERENCE_TABLE", {
        referenceTable: recordsOf(source, more),
      }),
    },
  ];
const mapped = (field_: string, relatedField: string) =>
  look({ fieldMappings: [{ field: field_, relatedField }] });
const entity = (type: string, code: string) => ({ type, code });

describe("new fields", () => {
  taken({
    "a text with a code of one's own": add("SINGLE_LINE_TEXT"),
    "a text without label place": add("SINGLE_LINE_TEXT", { noLabel: true }),
    "a lookup without picker fields": look({}),
    "a lookup without copies": look({ lookupPickerFields: ["name"] }),
    "a lookup with a copy": mapped("text", "name"),
    "a lookup by day, week and amount": look({
      filterCond:
        'amount >= 10 and 更新日時 = THIS_WEEK(WEDNESDAY) and 作成日時 < FROM_TODAY(-1, WEEKS) and $id >= 10 and name = "a"',
      sort: "amount desc, $id asc",
    }),
    "people without a choice of people": add("USER_SELECT", {
      defaultValue: [
        entity("USER", "member"),
        entity("GROUP", "crew"),
        entity("ORGANIZATION", "team"),
      ],
    }),
    "groups to choose from": add("GROUP_SELECT", {
      entities: [entity("GROUP", "crew")],
    }),
    "organisations to choose from": add("ORGANIZATION_SELECT", {
      entities: [entity("ORGANIZATION", "team")],
    }),
    "related records under a condition": relate({
      filterCond: 'name = "a"',
      sort: "amount desc",
    }),
    "a field of each simple type": adding({
      ...field("n1", "MULTI_LINE_TEXT"),
      ...field("n2", "RICH_TEXT"),
      ...field("n3", "NUMBER"),
      ...field("n4", "CALC", { expression: "number + 1" }),
      ...field("n5", "RADIO_BUTTON", { options: options("a") }),
      ...field("n6", "CHECK_BOX", { options: options("a") }),
      ...field("n7", "DROP_DOWN", { options: options("a") }),
      ...field("n8", "MULTI_SELECT", { options: options("a") }),
      ...field("n9", "DATE"),
      ...field("n10", "TIME"),
      ...field("n11", "DATETIME"),
      ...field("n12", "LINK", { protocol: "CALL" }),
      ...field("n13", "FILE"),
      ...field("n14", "GROUP"),
      ...field("n15", "SUBTABLE", { fields: field("n16", "NUMBER") }),
    }),
    "with the revision -1": adding(field("new", "DATE"), { revision: -1 }),
  });

  refused({
    "no properties": () => ["POST", "preview/app/form/fields", {}],
    "no field among the properties": adding({}),
    "null for a field": adding({ new: null }),
    "no app": adding(field("new", "DATE"), { app: undefined }),
    "an app that is not there": adding(field("new", "DATE"), { app: 99999 }),
    "app 0": adding(field("new", "DATE"), { app: 0 }),
    "app -1": adding(field("new", "DATE"), { app: -1 }),
    "an old revision": adding(field("new", "DATE"), { revision: 1 }),
    "the revision 0": adding(field("new", "DATE"), { revision: 0 }),
    "the revision -2": adding(field("new", "DATE"), { revision: -2 }),
    "another code than the key": adding({
      new: { type: "DATE", code: "else", label: "x" },
    }),
    "an empty code": adding(field("", "DATE")),
    "a code of 129 letters": adding(field("a".repeat(129), "DATE")),
    "a code with a symbol": adding(field("a!b", "DATE")),
    "a code that begins with a digit": adding(field("1a", "DATE")),
    "a code that is taken": adding(field("text", "SINGLE_LINE_TEXT")),
    "the code of the form itself": adding(
      field("__ROOT__", "RADIO_BUTTON", { options: options("a") }),
    ),
    "no label": adding({ new: { type: "DATE", code: "new" } }),
    "an empty label": add("SINGLE_LINE_TEXT", { label: "" }),
    "a label of 129 letters": add("SINGLE_LINE_TEXT", {
      label: "a".repeat(129),
    }),
    "an unknown type": add("LETTER"),
    "501 fields": adding(
      Object.assign(
        {},
        ...Array.from({ length: 501 }, (_, i) =>
          field(`f${i}`, "SINGLE_LINE_TEXT"),
        ),
      ) as Json,
    ),
    "51 tables without columns": adding(
      Object.assign(
        {},
        ...Array.from({ length: 51 }, (_, i) => field(`t${i}`, "SUBTABLE")),
      ) as Json,
    ),
  });

  refused(
    Object.fromEntries(
      [
        "RECORD_NUMBER",
        "CREATOR",
        "CREATED_TIME",
        "MODIFIER",
        "UPDATED_TIME",
        "STATUS",
        "STATUS_ASSIGNEE",
        "CATEGORY",
      ].map((type) => [`a second ${type}`, add(type)]),
    ),
  );
});

describe("texts, numbers and links", () => {
  refused({
    "shortest above longest": add("SINGLE_LINE_TEXT", {
      minLength: "9",
      maxLength: "3",
    }),
    "a negative shortest": add("SINGLE_LINE_TEXT", { minLength: "-1" }),
    "a negative longest": add("SINGLE_LINE_TEXT", { maxLength: "-1" }),
    "smallest above largest": add("NUMBER", { minValue: "9", maxValue: "3" }),
    "a unit of 129 letters": add("NUMBER", { unit: "a".repeat(129) }),
    "eleven decimals": add("NUMBER", { displayScale: "11" }),
    "-1 decimals": add("NUMBER", { displayScale: "-1" }),
    "a default that is no number": add("NUMBER", { defaultValue: "abc" }),
    "a link without a protocol": add("LINK", {
      defaultValue: "https://example.com",
    }),
    "a link of protocol null": add("LINK", { protocol: null }),
    "a link of an unknown protocol": add("LINK", { protocol: "FAX" }),
    "a web address without a scheme": add("LINK", {
      protocol: "WEB",
      defaultValue: "hoge",
    }),
    "a mail address without a place": add("LINK", {
      protocol: "MAIL",
      defaultValue: "hoge",
    }),
    "a day that is none": add("DATE", { defaultValue: "abc" }),
    "a time that is none": add("TIME", { defaultValue: "abc" }),
    "a moment that is none": add("DATETIME", { defaultValue: "abc" }),
    "a formula that is empty": add("CALC", { expression: "" }),
    "no formula": add("CALC"),
    "an unknown thumbnail size": add("FILE", { thumbnailSize: "51" }),
  });
});

describe("choices", () => {
  const choose = (more: Json) => add("RADIO_BUTTON", more);
  refused({
    "no options": choose({}),
    "null for options": choose({ options: null }),
    "an empty set of options": choose({ options: {} }),
    "an option without a label": choose({ options: { a: { index: "0" } } }),
    "an option whose label is null": choose({
      options: { a: { label: null, index: "0" } },
    }),
    "a label of 129 letters": choose({ options: options("a".repeat(129)) }),
    "an empty label": choose({ options: options("") }),
    "an option without an index": choose({ options: { a: { label: "a" } } }),
    "two options of one index": choose({
      options: {
        a: { label: "a", index: "1" },
        b: { label: "b", index: "1" },
      },
    }),
    "an empty default of a radio button": choose({
      options: options("a"),
      defaultValue: "",
    }),
    "a default that is no option": choose({
      options: options("a"),
      defaultValue: "z",
    }),
    "a default of a check box that is no option": add("CHECK_BOX", {
      options: options("a"),
      defaultValue: ["z"],
    }),
  });
});

describe("people, groups and organisations", () => {
  refused({
    "a user to choose an organisation from": add("ORGANIZATION_SELECT", {
      entities: [entity("USER", "member")],
    }),
    "a user to choose a group from": add("GROUP_SELECT", {
      entities: [entity("USER", "member")],
    }),
    "an entity without a type": add("USER_SELECT", {
      entities: [{ code: "member" }],
    }),
    "an entity of an unknown type": add("USER_SELECT", {
      entities: [entity("ROBOT", "member")],
    }),
    "an entity without a code": add("ORGANIZATION_SELECT", {
      entities: [{ type: "ORGANIZATION" }],
    }),
    "an entity with an empty code": add("ORGANIZATION_SELECT", {
      entities: [entity("ORGANIZATION", "")],
    }),
    "an organisation that is not there": add("ORGANIZATION_SELECT", {
      entities: [entity("ORGANIZATION", "nowhere")],
    }),
    "a default user who is not there": add("USER_SELECT", {
      defaultValue: [entity("USER", "nobody")],
    }),
    "a default group that is not there": add("GROUP_SELECT", {
      defaultValue: [entity("GROUP", "nowhere")],
    }),
    "a default organisation that is not there": add("ORGANIZATION_SELECT", {
      defaultValue: [entity("ORGANIZATION", "nowhere")],
    }),
    "a default without a type": add("USER_SELECT", {
      defaultValue: [{ code: "member" }],
    }),
    "a default without a code": add("USER_SELECT", {
      defaultValue: [{ type: "USER" }],
    }),
    "a default with an empty code": add("USER_SELECT", {
      defaultValue: [entity("USER", "")],
    }),
    "a user as the default group": add("GROUP_SELECT", {
      defaultValue: [entity("USER", "member")],
    }),
    "a user as the default organisation": add("ORGANIZATION_SELECT", {
      defaultValue: [entity("USER", "member")],
    }),
  });
});

describe("tables", () => {
  refused({
    "no columns": add("SUBTABLE"),
    "null for columns": add("SUBTABLE", { fields: null }),
    "an empty set of columns": add("SUBTABLE", { fields: {} }),
    "a lookup in a table that copies outside of it": ({ source }) => [
      "POST",
      "preview/app/form/fields",
      {
        properties: field("new", "SUBTABLE", {
          fields: field("inner", "SINGLE_LINE_TEXT", {
            lookup: lookupTo(source, {
              fieldMappings: [{ field: "text", relatedField: "name" }],
            }),
          }),
        }),
      },
    ],
    "a table in a table": add("SUBTABLE", {
      fields: field("inner", "SUBTABLE", { fields: field("x", "NUMBER") }),
    }),
  });
});

describe("lookups", () => {
  refused({
    "no related app": look({ relatedApp: undefined }),
    "neither id nor code of the app": look({ relatedApp: { code: "" } }),
    "an app that is not there": look({ relatedApp: { app: 99999 } }),
    "an app code that is not there": look({ relatedApp: { code: "NONE" } }),
    "no key": look({ relatedKeyField: undefined }),
    "a key that is null": look({ relatedKeyField: null }),
    "an empty key": look({ relatedKeyField: "" }),
    "a key that is not there": look({ relatedKeyField: "nothing" }),
    "a key that is a column": look({ relatedKeyField: "line" }),
    "a copy into a field that is not there": mapped("nothing", "name"),
    "a copy into an empty code": mapped("", "name"),
    "a copy without a target": look({
      fieldMappings: [{ relatedField: "name" }],
    }),
    "a copy from a field that is not there": mapped("text", "nothing"),
    "a copy from null": look({
      fieldMappings: [{ field: "text", relatedField: null }],
    }),
    "a copy from a column": mapped("text", "line"),
    "a copy into a column": mapped("cell", "name"),
    "a copy into another lookup": mapped("look", "name"),
    "two copies into one field": look({
      fieldMappings: [
        { field: "text", relatedField: "name" },
        { field: "text", relatedField: "key" },
      ],
    }),
    "a web address copied into a mail address": mapped("mail", "site"),
    "a picker field that is not there": look({
      lookupPickerFields: ["nothing"],
    }),
    "a picker field that is a column": look({ lookupPickerFields: ["line"] }),
    "a condition on a field that is not there": look({
      filterCond: 'nothing = "a"',
    }),
    "a condition that is none": look({ filterCond: "hoge" }),
    "an order by a field that is not there": look({ sort: "nothing desc" }),
    "an order by a column": look({ sort: "line desc" }),
    "an order that is none": look({ sort: "name upwards" }),
  });
});

describe("related records", () => {
  refused({
    "no settings": add("REFERENCE_TABLE"),
    "null for settings": add("REFERENCE_TABLE", { referenceTable: null }),
    "no related app": relate({ relatedApp: undefined }),
    "neither id nor code of the app": relate({ relatedApp: { code: "" } }),
    "an app that is not there": relate({ relatedApp: { app: 99999 } }),
    "no condition": relate({ condition: undefined }),
    "a condition without a field": relate({
      condition: { relatedField: "name" },
    }),
    "a condition without a related field": relate({
      condition: { field: "text" },
    }),
    "a field that is not there": relate({
      condition: { field: "nothing", relatedField: "name" },
    }),
    "a related field that is not there": relate({
      condition: { field: "text", relatedField: "nothing" },
    }),
    "a column as the field": relate({
      condition: { field: "cell", relatedField: "name" },
    }),
    "a column as the related field": relate({
      condition: { field: "text", relatedField: "line" },
    }),
    "a lookup of a text against a number": relate({
      condition: { field: "look", relatedField: "amount" },
    }),
    "a mail address against a web address": relate({
      condition: { field: "mail", relatedField: "site" },
    }),
    "a record number against a record number": relate({
      condition: { field: "レコード番号", relatedField: "レコード番号" },
    }),
    "no fields to show": relate({ displayFields: undefined }),
    "null for the fields to show": relate({ displayFields: null }),
    "an empty list of fields to show": relate({ displayFields: [] }),
    "a field to show that is not there": relate({ displayFields: ["nothing"] }),
    "an empty code among the fields to show": relate({ displayFields: [""] }),
    "a number of records that is not offered": relate({ size: "7" }),
    "a condition on a field of the app itself": relate({
      filterCond: 'related.name = "a"',
    }),
    "a condition that is none": relate({ filterCond: "hoge" }),
    "a condition on a field that is nowhere": relate({
      filterCond: 'nothing = "a"',
    }),
    "an order by a field that is not there": relate({ sort: "nothing desc" }),
  });
});
