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

const fields = async (): Promise<Record<string, Record<string, unknown>>> =>
  (await it.client.app.getFormFields({ app, preview: true }))
    .properties as never;
const text = (code: string, more: object = {}) => ({
  [code]: { type: "SINGLE_LINE_TEXT", code, label: code, ...more },
});
const options = (...names: string[]) =>
  Object.fromEntries(names.map((label, index) => [label, { label, index }]));

describe("lookups", () => {
  let source: number;
  beforeAll(async () => {
    source = await it.liveApp("得意先", {
      ...text("name", { unique: true }),
      ...text("plain"),
      n: { type: "NUMBER", code: "n", label: "n" },
      f: { type: "FILE", code: "f", label: "f" },
      r: { type: "RADIO_BUTTON", code: "r", label: "r", options: options("x") },
    });
  });
  const lookup = (more: object = {}, type = "SINGLE_LINE_TEXT") => ({
    look: {
      type,
      code: "look",
      label: "look",
      lookup: {
        relatedApp: { app: source },
        relatedKeyField: "name",
        fieldMappings: [{ field: "n", relatedField: "n" }],
        lookupPickerFields: ["name"],
        filterCond: "",
        sort: "name asc",
        ...more,
      },
    },
  });
  const target = {
    n: { type: "NUMBER", code: "n", label: "n" },
    ...text("s"),
    date: { type: "DATE", code: "date", label: "d" },
  };

  test("are kept with the id as text and the app code read through", async () => {
    expect((await add({ ...target, ...lookup() })).status).toBe(200);
    expect((await fields()).look).toEqual({
      type: "SINGLE_LINE_TEXT",
      code: "look",
      label: "look",
      noLabel: false,
      required: false,
      lookup: {
        relatedApp: { app: String(source), code: "" },
        relatedKeyField: "name",
        fieldMappings: [{ field: "n", relatedField: "n" }],
        lookupPickerFields: ["name"],
        filterCond: "",
        sort: "name asc",
      },
    });
  });

  test.each([
    ["an app that is not there", { relatedApp: { app: 9999 } }, "GAIA_AP01"],
    ["$id as the key", { relatedKeyField: "$id" }, "CB_VA01"],
    ["an unknown key", { relatedKeyField: "zz" }, "GAIA_FC01"],
    ["a key of another type", { relatedKeyField: "n" }, "CB_VA01"],
    [
      "an unknown copy target",
      { fieldMappings: [{ field: "zz", relatedField: "n" }] },
      "GAIA_FC01",
    ],
    [
      "an unknown copy source",
      { fieldMappings: [{ field: "n", relatedField: "zz" }] },
      "GAIA_FC01",
    ],
    [
      "a target twice",
      {
        fieldMappings: [
          { field: "n", relatedField: "n" },
          { field: "n", relatedField: "n" },
        ],
      },
      "CB_VA01",
    ],
    [
      "types that do not fit",
      { fieldMappings: [{ field: "date", relatedField: "n" }] },
      "CB_VA01",
    ],
    [
      "a file",
      { fieldMappings: [{ field: "s", relatedField: "f" }] },
      "CB_VA01",
    ],
    [
      "itself as target",
      { fieldMappings: [{ field: "look", relatedField: "plain" }] },
      "CB_VA01",
    ],
    ["an unknown picker column", { lookupPickerFields: ["zz"] }, "GAIA_FC01"],
  ])("%s: refused", async (_name, more, code) => {
    expect((await add({ ...target, ...lookup(more) })).body.code).toBe(code);
  });

  test("an app that is not live yet: GAIA_AP01", async () => {
    const draft = await it.addApp("draft", text("name", { unique: true }));
    const answer = await add({
      ...target,
      ...lookup({ relatedApp: { app: draft } }),
    });
    expect(answer).toMatchObject({ status: 404, body: { code: "GAIA_AP01" } });
  });

  test("without an order get one by the source's record number", async () => {
    await add({ ...target, ...lookup({ sort: "" }) });
    expect((await fields()).look).toMatchObject({
      lookup: { sort: "レコード番号 desc" },
    });
  });

  test("a choice can be copied into a text", async () => {
    const answer = await add({
      ...target,
      ...lookup({ fieldMappings: [{ field: "s", relatedField: "r" }] }),
    });
    expect(answer.status).toBe(200);
  });

  test("the app code wins over the id", async () => {
    await it.control("PUT", "apps", { app: source, code: "CUSTOMERS" });
    const answer = await add({
      ...target,
      ...lookup({ relatedApp: { app: 9999, code: "CUSTOMERS" } }),
    });
    expect(answer.status).toBe(200);
    expect((await fields()).look).toMatchObject({
      lookup: { relatedApp: { app: String(source), code: "CUSTOMERS" } },
    });
    await it.control("PUT", "apps", { app: source, code: "" });
  });

  test("a key that is not unique shows when the app is deployed: GAIA_LO03", async () => {
    await add({ ...target, ...lookup({ relatedKeyField: "plain" }) });
    const answer = await it.call("POST", "/k/v1/preview/app/deploy.json", {
      apps: [{ app }],
    });
    expect(answer).toMatchObject({ status: 400, body: { code: "GAIA_LO03" } });
  });

  test("a field that a lookup reads cannot be deleted there: GAIA_LO02", async () => {
    await add({ ...target, ...lookup() });
    const answer = await it.call("DELETE", path, {
      app: source,
      fields: ["name"],
    });
    expect(answer).toMatchObject({ status: 400, body: { code: "GAIA_LO02" } });
  });

  test("who may not see the source app cannot point at it", async () => {
    it.addUser("sato");
    const mine = await it.clientOf("sato").app.addApp({ name: "mine" });
    await it.client.app.updateAppAcl({
      app: source,
      rights: [
        {
          entity: { type: "CREATOR" },
          appEditable: true,
          recordViewable: true,
        },
      ],
    } as never);
    await it.deploy(source);
    const answer = await it.call(
      "POST",
      path,
      { app: mine.app, properties: { ...target, ...lookup() } },
      { login: "sato" },
    );
    expect(answer.body.code).toBe("CB_NO02");
  });
});

describe("related records", () => {
  test("point at fields of a live app", async () => {
    const other = await it.liveApp("明細", {
      ...text("key"),
      n: { type: "NUMBER", code: "n", label: "n" },
    });
    const list = (more: object = {}) => ({
      rel: {
        type: "REFERENCE_TABLE",
        code: "rel",
        label: "rel",
        referenceTable: {
          relatedApp: { app: other },
          condition: { field: "mine", relatedField: "key" },
          displayFields: ["n"],
          ...more,
        },
      },
    });
    expect((await add({ ...text("mine"), ...list() })).status).toBe(200);
    expect((await fields()).rel).toMatchObject({
      referenceTable: {
        relatedApp: { app: String(other), code: "" },
        size: "5",
        sort: "",
        filterCond: "",
      },
    });
    app = await it.addApp("x", text("mine"));
    expect((await add(list({ displayFields: ["zz"] }))).body.code).toBe(
      "GAIA_FC01",
    );
    expect((await add(list({ size: 4 }))).body.code).toBe("CB_VA01");
    expect(
      (await add(list({ condition: { field: "zz", relatedField: "key" } })))
        .body.code,
    ).toBe("GAIA_FC01");
  });
});
