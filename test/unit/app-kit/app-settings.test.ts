import { describe, expect, test } from "vitest";
import type { AppDeclaration } from "../../../src/app-kit/app-declaration.ts";
import { defineApp } from "../../../src/app-kit/app-model.ts";
import { toAppSettings } from "../../../src/app-kit/app-settings.ts";
import {
  calculated,
  calculatedText,
  copied,
  date,
  dropDown,
  lookup,
  number,
  radio,
  relatedRecords,
  table,
  text,
  users,
} from "../../../src/app-kit/define-fields.ts";
import { everyone, group, inField } from "../../../src/app-kit/entity.ts";

const model = defineApp({
  key: "orders",
  fields: {
    customer: lookup("顧客", {
      app: "customers",
      key: "name",
      copies: { rank: "grade" },
      pickerFields: ["grade"],
    }),
    rank: copied(text("ランク")),
    title: text("題名", { required: true, maxLength: 64 }),
    amount: number("数量", { minValue: 0, unit: "個" }),
    kind: radio("種別", ["急ぎ", "通常"]),
    colour: dropDown("色", ["赤", "青"], { defaultValue: "青" }),
    due: date("期限"),
    people: users("担当", { defaultFunction: "LOGINUSER()" }),
    lines: table("明細", {
      price: number("単価"),
      tax: calculated("税", "price*0.1"),
    }),
    note: calculatedText("まとめ", 'title&"!"'),
    others: relatedRecords("他の注文", {
      app: "orders",
      field: "customer",
      relatedField: "customer",
      displayFields: ["title"],
      size: "5",
    }),
  },
  states: ["受付", "完了"],
});

const declaration: AppDeclaration = {
  model,
  name: "注文",
  description: "<div>注文です。</div>",
  icon: "APP1",
  theme: "BLUE",
  titleField: "title",
  layout: [
    { row: [{ space: "top", width: 500, height: 80 }] },
    { row: ["customer", { code: "title", width: 300 }, "kind"] },
    { table: "lines" },
    { group: "more", label: "その他", open: false, rows: [["amount", "due"]] },
  ],
  views: [
    { name: "一覧", type: "LIST", fields: ["title"], sort: "due asc" },
    { name: "板", type: "CUSTOM", html: "<div></div>" },
  ],
  process: {
    states: [
      { name: "受付", assignees: [] },
      { name: "完了", assignees: [group("office")] },
    ],
    actions: [
      { name: "終える", from: "受付", to: "完了", filterCond: "amount > 0" },
      {
        name: "戻す",
        from: "完了",
        to: "受付",
        executableBy: [inField("people")],
      },
    ],
  },
  appRights: [{ entity: everyone, may: ["recordViewable"] }],
  recordRights: [{ entity: inField("people"), may: ["viewable"] }],
  fieldRights: [],
  generalNotifications: [{ entity: group("office"), on: ["recordAdded"] }],
  recordNotifications: [],
  reminders: [
    {
      code: "due",
      daysLater: -3,
      time: "09:00",
      filterCond: "",
      title: "もうすぐ",
      targets: [inField("people")],
    },
  ],
};

const settings = toAppSettings(declaration);

describe("toAppSettings: fields", () => {
  test("a lookup names the other app by its key and has no unique or default", () => {
    expect(settings.fields.customer).toEqual({
      type: "SINGLE_LINE_TEXT",
      code: "customer",
      label: "顧客",
      required: false,
      lookup: {
        relatedApp: { app: "customers" },
        relatedKeyField: "name",
        fieldMappings: [{ field: "rank", relatedField: "grade" }],
        lookupPickerFields: ["grade"],
        filterCond: "",
        sort: "",
      },
    });
  });

  test.each([
    [
      "title",
      { required: true, unique: false, defaultValue: "", maxLength: "64" },
    ],
    ["amount", { minValue: "0", unit: "個", unitPosition: "AFTER" }],
    ["due", { required: false, defaultNowValue: false }],
    ["people", { defaultValue: [{ type: "FUNCTION", code: "LOGINUSER()" }] }],
    ["note", { expression: 'title&"!"', hideExpression: true }],
    [
      "kind",
      {
        defaultValue: "急ぎ",
        options: {
          急ぎ: { label: "急ぎ", index: "0" },
          通常: { label: "通常", index: "1" },
        },
      },
    ],
    ["colour", { defaultValue: "青" }],
    ["more", { type: "GROUP", label: "その他", openGroup: false }],
  ])("%s becomes %j", (code, expected) => {
    expect(settings.fields[code]).toMatchObject(expected);
  });

  test("a mark that only we use does not reach kintone", () => {
    expect(settings.fields.rank).not.toHaveProperty("copied");
  });

  test("a table carries its columns", () => {
    expect(settings.fields.lines).toMatchObject({
      fields: {
        price: { type: "NUMBER" },
        tax: { type: "CALC", expression: "price*0.1", format: "NUMBER" },
      },
    });
  });
});

test("the layout gives every part the size its type can have", () => {
  expect(settings.layout).toEqual([
    {
      type: "ROW",
      fields: [
        {
          type: "SPACER",
          elementId: "top",
          size: { width: "500", height: "80" },
        },
      ],
    },
    {
      type: "ROW",
      fields: [
        { type: "SINGLE_LINE_TEXT", code: "customer", size: { width: "240" } },
        { type: "SINGLE_LINE_TEXT", code: "title", size: { width: "300" } },
        { type: "RADIO_BUTTON", code: "kind" },
      ],
    },
    {
      type: "SUBTABLE",
      code: "lines",
      fields: [
        { type: "NUMBER", code: "price", size: { width: "120" } },
        { type: "CALC", code: "tax", size: { width: "120" } },
      ],
    },
    {
      type: "GROUP",
      code: "more",
      layout: [
        {
          type: "ROW",
          fields: [
            { type: "NUMBER", code: "amount", size: { width: "120" } },
            { type: "DATE", code: "due", size: { width: "140" } },
          ],
        },
      ],
    },
  ]);
});

test("views keep their order, and a custom view runs on phones without paging", () => {
  expect(settings.views).toEqual({
    一覧: {
      name: "一覧",
      type: "LIST",
      fields: ["title"],
      index: "0",
      filterCond: "",
      sort: "due asc",
    },
    板: {
      name: "板",
      type: "CUSTOM",
      html: "<div></div>",
      index: "1",
      filterCond: "",
      sort: "",
      pager: false,
      device: "ANY",
    },
  });
});

test("a state without assignees lets whoever sees the record go on", () => {
  expect(settings.process).toEqual({
    enable: true,
    states: {
      受付: {
        name: "受付",
        index: "0",
        assignee: { type: "ONE", entities: [] },
      },
      完了: {
        name: "完了",
        index: "1",
        assignee: {
          type: "ANY",
          entities: [
            { entity: { type: "GROUP", code: "office" }, includeSubs: false },
          ],
        },
      },
    },
    actions: [
      {
        name: "終える",
        from: "受付",
        to: "完了",
        filterCond: "amount > 0",
        type: "PRIMARY",
      },
      {
        name: "戻す",
        from: "完了",
        to: "受付",
        filterCond: "",
        type: "SECONDARY",
        executableUser: {
          entities: [
            {
              entity: { type: "FIELD_ENTITY", code: "people" },
              includeSubs: true,
            },
          ],
        },
      },
    ],
  });
});

test("what is not granted is refused in so many words", () => {
  expect(settings.appAcl).toEqual([
    {
      entity: { type: "GROUP", code: "everyone" },
      includeSubs: false,
      appEditable: false,
      recordViewable: true,
      recordAddable: false,
      recordEditable: false,
      recordDeletable: false,
      recordImportable: false,
      recordExportable: false,
    },
  ]);
  expect(settings.recordAcl).toMatchObject([
    { entities: [{ viewable: true, editable: false, deletable: false }] },
  ]);
});

test("reminders are given in Japan time", () => {
  expect(settings.reminders).toMatchObject({
    timezone: "Asia/Tokyo",
    notifications: [
      { timing: { code: "due", daysLater: "-3", time: "09:00" } },
    ],
  });
});

test("an app without a process switches it off", () => {
  expect(toAppSettings({ ...declaration, process: undefined }).process).toEqual(
    { enable: false },
  );
});

test("a layout that names an unknown field is our own mistake", () => {
  expect(() =>
    toAppSettings({ ...declaration, layout: [{ row: ["nothing"] }] }),
  ).toThrow("No field nothing");
});
