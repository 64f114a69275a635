import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from "vitest";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";

let it: ClientSite;
let app: number;

beforeAll(async () => {
  it = await startWithClient();
});
afterAll(() => it.close());
beforeEach(async () => {
  app = await it.addApp("案件");
});

const path = "/k/v1/preview/app/form/fields.json";
const add = (properties: unknown, more: object = {}) =>
  it.call("POST", path, { app, properties, ...more });
const put = (properties: unknown) => it.call("PUT", path, { app, properties });
const fields = async (): Promise<Record<string, Record<string, unknown>>> =>
  (await it.client.app.getFormFields({ app, preview: true }))
    .properties as never;
const layout = async () =>
  (await it.client.app.getFormLayout({ app, preview: true })).layout;

const text = (code: string, more: object = {}) => ({
  [code]: { type: "SINGLE_LINE_TEXT", code, label: code, ...more },
});
const options = (...names: string[]) =>
  Object.fromEntries(names.map((label, index) => [label, { label, index }]));
const drop = (code: string, more: object = {}) => ({
  [code]: {
    type: "DROP_DOWN",
    code,
    label: code,
    options: options("a", "b"),
    ...more,
  },
});
const errorsOf = (answer: { body: Record<string, unknown> }) =>
  Object.keys((answer.body.errors ?? {}) as object);

describe("adding fields", () => {
  test("fills in what was left out, numbers as text", async () => {
    await add({
      ...text("title", { maxLength: 10, unique: "true" }),
      n: {
        type: "NUMBER",
        code: "n",
        label: "N",
        minValue: 1,
        displayScale: "2",
      },
      r: {
        type: "RADIO_BUTTON",
        code: "r",
        label: "R",
        options: options("x", "y"),
      },
    });
    const all = await fields();
    expect(all.title).toEqual({
      type: "SINGLE_LINE_TEXT",
      code: "title",
      label: "title",
      noLabel: false,
      required: false,
      unique: true,
      defaultValue: "",
      minLength: "",
      maxLength: "10",
      expression: "",
      hideExpression: false,
    });
    expect(all.n).toMatchObject({
      minValue: "1",
      maxValue: "",
      displayScale: "2",
      unitPosition: "BEFORE",
    });
    expect(all.r).toMatchObject({
      defaultValue: "x",
      align: "HORIZONTAL",
      options: { x: { label: "x", index: "0" }, y: { label: "y", index: "1" } },
    });
  });

  test("puts them at the end of the layout, tables and groups as rows of their own", async () => {
    await add({
      ...text("title"),
      t: { type: "SUBTABLE", code: "t", label: "T", fields: text("inner") },
      g: { type: "GROUP", code: "g", label: "G" },
    });
    expect(await layout()).toMatchObject([
      { type: "ROW", fields: [{ type: "SINGLE_LINE_TEXT", code: "title" }] },
      { type: "SUBTABLE", code: "t", fields: [{ code: "inner" }] },
      { type: "GROUP", code: "g", layout: [] },
    ]);
  });

  test.each([
    ["a digit first", text("1a"), "properties[1a].code"],
    ["a symbol", text("a-b"), "properties[a-b].code"],
    ["a blank", text("a b"), "properties[a b].code"],
    ["a reserved code", text("レコード番号"), "properties[レコード番号].code"],
    [
      "129 characters",
      text("a".repeat(129)),
      `properties[${"a".repeat(129)}].code`,
    ],
    ["another key", { b: text("a").a }, "properties[b].code"],
    ["no label", text("a", { label: "" }), "properties[a].label"],
    ["no code", { a: { type: "NUMBER", label: "a" } }, "properties[a].code"],
    ["no type", { a: { code: "a", label: "a" } }, "properties[a].type"],
    [
      "a type of its own",
      { a: { type: "X", code: "a", label: "a" } },
      "properties[a].type",
    ],
    [
      "a system type",
      { a: { type: "CREATOR", code: "a", label: "a" } },
      "properties[a].type",
    ],
    [
      "no options",
      { a: { type: "CHECK_BOX", code: "a", label: "a" } },
      "properties[a].options",
    ],
    ["empty options", drop("a", { options: {} }), "properties[a].options"],
    [
      "an option under another key",
      drop("a", { options: { x: { label: "y", index: 0 } } }),
      "properties[a].options[x].label",
    ],
    [
      "a default outside the options",
      drop("a", { defaultValue: "z" }),
      "properties[a].defaultValue",
    ],
    [
      "crossed limits",
      text("a", { minLength: 5, maxLength: 2 }),
      "properties[a]",
    ],
    [
      "a limit that is no number",
      text("a", { maxLength: "x" }),
      "properties[a].maxLength",
    ],
    [
      "a day that does not exist",
      {
        a: { type: "DATE", code: "a", label: "a", defaultValue: "2022-02-30" },
      },
      "properties[a].defaultValue",
    ],
    [
      "an unknown format",
      {
        a: {
          type: "CALC",
          code: "a",
          label: "a",
          expression: "1",
          format: "X",
        },
      },
      "properties[a].format",
    ],
    [
      "a table without columns",
      { a: { type: "SUBTABLE", code: "a", label: "a", fields: {} } },
      "properties[a].fields",
    ],
    [
      "a table in a table",
      {
        a: {
          type: "SUBTABLE",
          code: "a",
          label: "a",
          fields: {
            b: { type: "SUBTABLE", code: "b", label: "b", fields: text("c") },
          },
        },
      },
      "properties[a].fields[b].type",
    ],
    [
      "a unique column",
      {
        a: {
          type: "SUBTABLE",
          code: "a",
          label: "a",
          fields: text("b", { unique: true }),
        },
      },
      "properties[a].fields[b].unique",
    ],
    [
      "a wrong function",
      {
        a: {
          type: "USER_SELECT",
          code: "a",
          label: "a",
          defaultValue: [{ type: "FUNCTION", code: "NOW()" }],
        },
      },
      "properties[a].defaultValue",
    ],
    ["nothing", {}, "properties"],
    ["a list", [], "properties"],
  ])("%s: CB_VA01 and nothing changes", async (_name, properties, at) => {
    const before = await fields();
    const answer = await add(properties);
    expect(answer).toMatchObject({ status: 400, body: { code: "CB_VA01" } });
    expect(errorsOf(answer)).toContain(at);
    expect(await fields()).toEqual(before);
  });

  test("codes are unique over the whole form, columns included", async () => {
    await add({
      t: { type: "SUBTABLE", code: "t", label: "T", fields: text("inner") },
    });
    expect(errorsOf(await add(text("inner")))).toEqual([
      "properties[inner].code",
    ]);
    expect(
      errorsOf(
        await add({
          ...text("x"),
          u: { type: "SUBTABLE", code: "u", label: "u", fields: text("x") },
        }),
      ),
    ).toEqual(["properties[u].fields[x].code"]);
  });

  test.each([
    "文字列__1行_",
    "Ａｂｃ",
    "・中黒",
    "_x",
    "カナ",
    "constructor",
    "__proto__",
  ])("the code %s is fine", async (code) => {
    const properties: unknown = JSON.parse(
      `{${JSON.stringify(code)}: {"type":"NUMBER","code":${JSON.stringify(code)},"label":"x"}}`,
    );
    expect((await add(properties)).status).toBe(200);
    expect(Object.keys(await fields())).toContain(code);
  });

  test("unknown people are refused", async () => {
    const answer = await add({
      u: {
        type: "USER_SELECT",
        code: "u",
        label: "u",
        entities: [{ type: "USER", code: "nobody" }],
      },
    });
    expect(answer.body.code).toBe("GAIA_IL26");
  });

  test("a stale revision: GAIA_CO03 409, the current one and -1 pass", async () => {
    expect(await add(text("a"), { revision: 1 })).toMatchObject({
      status: 409,
      body: { code: "GAIA_CO03" },
    });
    expect((await add(text("a"), { revision: 2 })).body).toEqual({
      revision: "3",
    });
    expect((await add(text("b"), { revision: -1 })).body).toEqual({
      revision: "4",
    });
  });
});

test("what a real site makes of settings by itself", async () => {
  // cy-takeuchi/monosashi: packages/kisekae/fixtures/form/definition.json (September 2026)
  await add({
    ...text("u", { unique: true }),
    r: {
      type: "RADIO_BUTTON",
      code: "r",
      label: "r",
      required: false,
      options: options("one", "two"),
    },
    f: { type: "FILE", code: "f", label: "f" },
  });
  const all = await fields();
  expect(all.u).toMatchObject({ unique: true, maxLength: "64" });
  expect(all.r).toMatchObject({ required: true, defaultValue: "one" });
  expect(all.f).toMatchObject({ thumbnailSize: "50" });
  await put({ r: { type: "RADIO_BUTTON", required: false } });
  expect((await fields()).r).toMatchObject({ required: true });
});

describe("changing fields", () => {
  test("a field is renamed wherever it is named", async () => {
    await add({
      ...text("name"),
      n: { type: "NUMBER", code: "n", label: "n" },
      twice: {
        type: "CALC",
        code: "twice",
        label: "twice",
        expression: 'IF(n > 1, n * 2, 0) & "n"',
      },
    });
    await it.client.app.updateViews({
      app,
      views: {
        v: {
          type: "LIST",
          name: "v",
          index: 0,
          fields: ["n"],
          filterCond: 'name = "n" and n > 1',
          sort: "n asc",
        },
      },
    });
    await it.client.app.updateFieldAcl({
      app,
      rights: [
        {
          code: "n",
          entities: [
            {
              accessibility: "READ",
              entity: { type: "GROUP", code: "everyone" },
            },
          ],
        },
      ],
    });
    expect((await put({ n: { type: "NUMBER", code: "amount" } })).status).toBe(
      200,
    );
    const all = await fields();
    expect(all.n).toBeUndefined();
    expect(all.twice?.expression).toBe('IF(amount > 1, amount * 2, 0) & "n"');
    const { views } = await it.client.app.getViews({ app, preview: true });
    expect(views.v).toMatchObject({
      fields: ["amount"],
      filterCond: 'name = "n" and amount > 1',
      sort: "amount asc",
    });
    const { rights } = await it.client.app.getFieldAcl({
      app,
      preview: true,
    });
    expect(rights[0]?.code).toBe("amount");
    expect(JSON.stringify(await layout())).toContain('"amount"');
  });

  test("two fields can swap their codes", async () => {
    await add({ ...text("a", { label: "A" }), ...text("b", { label: "B" }) });
    const swap = await put({
      a: { type: "SINGLE_LINE_TEXT", code: "b" },
      b: { type: "SINGLE_LINE_TEXT", code: "a" },
    });
    expect(swap.status).toBe(200);
    const all = await fields();
    expect([all.a?.label, all.b?.label]).toEqual(["B", "A"]);
  });

  test("what is left out stays, options given replace the set", async () => {
    await add(drop("d", { label: "D", required: true, defaultValue: "a" }));
    await put({
      d: {
        type: "DROP_DOWN",
        options: {
          b: { label: "b", index: 0 },
          a: { label: "A", index: 1 },
          c: { label: "c", index: 2 },
        },
      },
    });
    expect((await fields()).d).toMatchObject({
      label: "D",
      required: true,
      defaultValue: "A",
      options: { b: { index: "0" }, A: { index: "1" }, c: { index: "2" } },
    });
  });

  test("columns are added through their table", async () => {
    await add({
      t: { type: "SUBTABLE", code: "t", label: "T", fields: text("one") },
    });
    await put({
      t: {
        type: "SUBTABLE",
        fields: {
          ...text("two"),
          one: { type: "SINGLE_LINE_TEXT", label: "first" },
        },
      },
    });
    const { t } = await fields();
    expect(t?.fields).toMatchObject({
      one: { label: "first" },
      two: { label: "two" },
    });
    expect(await layout()).toMatchObject([
      { fields: [{ code: "one" }, { code: "two" }] },
    ]);
  });

  test.each([
    ["another type", { a: { type: "NUMBER" } }, "properties[a].type"],
    ["no type", { a: { label: "x" } }, "properties[a].type"],
    [
      "a code that is taken",
      { a: { type: "SINGLE_LINE_TEXT", code: "b" } },
      "properties[a].code",
    ],
    [
      "a bad code",
      { a: { type: "SINGLE_LINE_TEXT", code: "-" } },
      "properties[a].code",
    ],
    [
      "a lookup out of nothing",
      { a: { type: "SINGLE_LINE_TEXT", lookup: {} } },
      "properties[a].lookup",
    ],
    [
      "a new option under another key",
      { d: { type: "DROP_DOWN", options: { new: { label: "x", index: 0 } } } },
      "properties[d].options[new].label",
    ],
    [
      "process management by the way",
      { ステータス: { type: "STATUS", enabled: true } },
      "properties[ステータス].enabled",
    ],
  ])("%s: CB_VA01", async (_name, properties, at) => {
    await add({ ...text("a"), ...text("b"), ...drop("d") });
    const before = await fields();
    const answer = await put(properties);
    expect(answer.body.code).toBe("CB_VA01");
    expect(errorsOf(answer)).toContain(at);
    expect(await fields()).toEqual(before);
  });

  test("an unknown field: GAIA_FC01", async () => {
    const answer = await put({ zz: { type: "NUMBER" } });
    expect(answer).toMatchObject({ status: 400, body: { code: "GAIA_FC01" } });
  });

  test("system fields can be renamed, not retyped", async () => {
    await put({
      作成者: { type: "CREATOR", code: "author", label: "書いた人" },
    });
    expect((await fields()).author).toMatchObject({
      type: "CREATOR",
      label: "書いた人",
    });
  });
});

describe("deleting fields", () => {
  const remove = (...codes: string[]) =>
    it.call("DELETE", path, { app, fields: codes });

  test("takes them out of layout and list columns", async () => {
    await add({ ...text("a"), ...text("b") });
    await it.client.app.updateViews({
      app,
      views: { v: { type: "LIST", name: "v", index: 0, fields: ["a", "b"] } },
    });
    expect((await remove("a")).status).toBe(200);
    expect((await fields()).a).toBeUndefined();
    expect(await layout()).toHaveLength(1);
    expect(
      (await it.client.app.getViews({ app, preview: true })).views.v,
    ).toMatchObject({ fields: ["b"] });
  });

  test.each([
    ["unknown", ["zz"], "GAIA_FC01"],
    ["used by a filter", ["a"], "CB_VA01"],
    ["the last column", ["inner"], "CB_VA01"],
    ["101 at once", Array.from({ length: 101 }, (_, i) => `f${i}`), "CB_VA01"],
    ["none", [], "CB_VA01"],
  ])("%s: refused", async (_name, codes, code) => {
    await add({
      ...text("a"),
      t: { type: "SUBTABLE", code: "t", label: "T", fields: text("inner") },
    });
    await it.client.app.updateViews({
      app,
      views: {
        v: {
          type: "LIST",
          name: "v",
          index: 0,
          fields: ["a"],
          filterCond: 'a = "x"',
        },
      },
    });
    expect((await remove(...codes)).body.code).toBe(code);
  });

  test("left out, fields are told of twice", async () => {
    const answer = await it.call(
      "DELETE",
      path,
      { app },
      { headers: { "Accept-Language": "en" } },
    );
    expect(answer.body.errors).toEqual({
      fields: {
        messages: ["Required field.", "size must be between 1 and 100"],
      },
    });
  });

  test("built-in ones only leave the layout", async () => {
    await add(text("a"));
    await it.client.app.updateFormLayout({
      app,
      layout: [
        {
          type: "ROW",
          fields: [
            { type: "CREATOR", code: "作成者" },
            { type: "SINGLE_LINE_TEXT", code: "a" },
          ],
        },
      ],
    } as never);
    const all = Object.keys(await fields());
    expect((await remove(...all)).status).toBe(200);
    expect(await layout()).toEqual([]);
    expect(Object.keys(await fields())).toEqual(
      all.filter((code) => code !== "a"),
    );
  });

  test("a group leaves what it held", async () => {
    await add({ ...text("a"), g: { type: "GROUP", code: "g", label: "G" } });
    await it.client.app.updateFormLayout({
      app,
      layout: [
        {
          type: "GROUP",
          code: "g",
          layout: [
            { type: "ROW", fields: [{ type: "SINGLE_LINE_TEXT", code: "a" }] },
          ],
        },
      ],
    } as never);
    await remove("g");
    expect(await layout()).toMatchObject([
      { type: "ROW", fields: [{ code: "a" }] },
    ]);
  });
});
