import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { field, options } from "../support/form-probes.ts";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";

/* Answers of a real site that clients in other languages keep in their tests. */

let it: ClientSite;
let app: number;

const form = {
  ...field("Text", "SINGLE_LINE_TEXT", { required: true }),
  ...field("Number", "NUMBER", { maxValue: "150" }),
  ...field("Choice", "DROP_DOWN", { options: options("a", "b") }),
  ...field("User", "USER_SELECT"),
  ...field("Organization", "ORGANIZATION_SELECT"),
  ...field("Group", "GROUP_SELECT"),
};
const english = { headers: { "Accept-Language": "en" } };

beforeAll(async () => {
  it = await startWithClient({ defaultLanguage: "en" });
  app = await it.liveApp("recorded", form);
  await it.client.record.addAllRecords({
    app,
    records: Array.from({ length: 101 }, (_, i) => ({
      Text: { value: `name ${i}` },
      Number: { value: i },
    })),
  });
});
afterAll(() => it.close());

const search = (query: string, more: object = {}) =>
  it.call(
    "POST",
    "/k/v1/records.json",
    { app, query, ...more },
    { headers: { ...english.headers, "X-HTTP-Method-Override": "GET" } },
  );

// cybozu/swift-kintone-rest-api, Tests/KintoneAPITests/DecodableTests (60997cd, May 2026).
describe("Cybozu's client for Swift", () => {
  test("was told of every wrong value at once", async () => {
    const { status, body } = await it.call(
      "POST",
      "/k/v1/record.json",
      { app, record: { Number: { value: "151" }, Text: { value: "" } } },
      english,
    );
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: "CB_VA01",
      message: "Missing or invalid input.",
      errors: {
        "record.Number.value": { messages: ["The value must be 150 or less."] },
        "record.Text.value": { messages: ["Required."] },
      },
    });
  });

  test("was told of the privilege that is missing", async () => {
    it.addUser("stranger", { locale: "en" });
    const closed = await it.liveApp("closed", form);
    await it.send("PUT", "/k/v1/preview/app/acl.json", {
      app: closed,
      rights: [
        {
          entity: { type: "CREATOR" },
          appEditable: true,
          recordViewable: true,
        },
        { entity: { type: "GROUP", code: "everyone" } },
      ],
    });
    await it.deploy(closed);
    const answer = await it.ask(`/k/v1/records.json?app=${closed}`, {
      ...english,
      login: "stranger",
    });
    expect(answer).toMatchObject({
      status: 403,
      body: { code: "CB_NO02", message: "No privilege to proceed." },
    });
  });

  test("was given general settings in texts, digits and months too", async () => {
    const settings = await it.client.app.getAppSettings({ app });
    expect(settings).toMatchObject({
      theme: "WHITE",
      icon: { type: "PRESET" },
      titleField: { selectionMode: "AUTO" },
      numberPrecision: {
        digits: "16",
        decimalPlaces: "4",
        roundingMode: "HALF_EVEN",
      },
      firstMonthOfFiscalYear: "1",
    });
  });

  test("was given the list of one's own work in English, with half-width brackets", async () => {
    const own = await it.liveApp("own", form);
    await it.send("PUT", "/k/v1/preview/app/status.json", {
      app: own,
      enable: true,
    });
    const { views } = await it.client.app.getViews({ app: own, preview: true });
    expect(views["(Assigned to me)"]).toMatchObject({
      name: "(Assigned to me)",
      filterCond: "Assignee in (LOGINUSER())",
      type: "LIST",
      builtinType: "ASSIGNEE",
    });
  });

  test("was given mentions by type and code alone", async () => {
    await it.client.record.addRecordComment({
      app,
      record: 1,
      comment: {
        text: "look",
        mentions: [{ code: "Administrator", type: "USER" }],
      },
    });
    const { comments, older, newer } = await it.client.record.getRecordComments(
      { app, record: 1 },
    );
    expect({ older, newer }).toEqual({ older: false, newer: false });
    expect(comments[0]?.mentions).toEqual([
      { code: "Administrator", type: "USER" },
    ]);
  });
});

// bz0/kintoneasy, tests (PHP, on a site of its author).
describe("a client for PHP", () => {
  test("was given 100 records where it set no limit, and the fields it chose alone", async () => {
    expect((await search("")).body.records).toHaveLength(100);
    const { body } = await search("Number >= 90 order by Number asc", {
      fields: ["Text"],
    });
    const records = body.records as object[];
    expect(records).toHaveLength(11);
    expect(records.map((one) => Object.keys(one))).toEqual(
      records.map(() => ["Text"]),
    );
  });

  test("was refused a comparison of a text, and a record that is not there", async () => {
    expect((await search("Text >= 950")).body.code).toBe("GAIA_IQ03");
    const missing = await it.ask(`/k/v1/record.json?app=${app}&id=10000`);
    expect(missing).toMatchObject({ status: 404, body: { code: "GAIA_RE01" } });
  });
});

// rex0220/kintone-sql-tools, notes on conditions that are handed down to kintone (August 2026).
describe("values of a condition that do not exist", () => {
  test.each([
    ["Choice", "GAIA_IQ10"],
    ["User", "GAIA_IL26"],
    ["Group", "GAIA_IL27"],
    ["Organization", "GAIA_IL28"],
    // The app has no process management.
    ["Status", "GAIA_ST02"],
  ])("in %s: %s", async (code, expected) => {
    expect((await search(`${code} in ("nothing")`)).body.code).toBe(expected);
  });
});
