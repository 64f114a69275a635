import { afterAll, beforeAll, expect, test } from "vitest";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";
import {
  commentErrors,
  processErrors,
  recordErrors,
} from "../support/recorded-record-errors.ts";
import { settingsErrors } from "../support/recorded-settings-errors.ts";

/*
 * Error answers of a real kintone, in English, as the tests of the former official
 * client expected them: https://github.com/kintone-labs/kintone-js-sdk
 * (test/resources/kintoneErrorMessage.json, 2020, MIT). The requests are ours.
 */

let it: ClientSite;
/** A live app with a table, a record and a process; `bare` has neither process nor comments. */
let app: number;
let bare: number;

const field = (code: string, type: string, more: object = {}) => ({
  [code]: { type, code, label: code, ...more },
});

beforeAll(async () => {
  it = await startWithClient();
  it.addUser("assignee", { locale: "en" });
  it.addUser("stranger", { locale: "en" });
  app = await it.addApp("subject", {
    ...field("text", "SINGLE_LINE_TEXT", { unique: true }),
    ...field("number", "NUMBER", { maxValue: "64" }),
    ...field("wanted", "SINGLE_LINE_TEXT", { required: true }),
    ...field("table", "SUBTABLE", { fields: field("cell", "NUMBER") }),
  });
  const user = (code: string) => ({ entity: { type: "USER", code } });
  const nobody = { type: "ONE", entities: [] };
  await it.call("PUT", "/k/v1/preview/app/status.json", {
    app,
    enable: true,
    states: {
      open: { name: "open", index: 0, assignee: nobody },
      mine: {
        name: "mine",
        index: 1,
        assignee: { type: "ONE", entities: [user("assignee")] },
      },
      done: { name: "done", index: 2, assignee: nobody },
    },
    actions: [
      { name: "start", from: "open", to: "mine" },
      { name: "skip", from: "open", to: "done" },
      { name: "finish", from: "mine", to: "done" },
    ],
  });
  await it.deploy(app);
  bare = await it.liveApp("bare", field("text", "SINGLE_LINE_TEXT"));
  await it.call("PUT", "/k/v1/preview/app/settings.json", {
    app: bare,
    enableComments: false,
  });
  await it.call("PUT", "/k/v1/preview/app/acl.json", {
    app: bare,
    rights: [
      {
        entity: { type: "USER", code: "Administrator" },
        appEditable: true,
        recordViewable: true,
        recordAddable: true,
      },
      {
        entity: { type: "USER", code: "stranger" },
        recordViewable: true,
        recordAddable: true,
        recordEditable: true,
      },
    ],
  });
  await it.call("PUT", "/k/v1/preview/field/acl.json", {
    app: bare,
    rights: [
      {
        code: "text",
        entities: [
          {
            entity: { type: "GROUP", code: "everyone" },
            accessibility: "READ",
          },
        ],
      },
    ],
  });
  await it.deploy(bare);
  const record = { wanted: { value: "x" } };
  const records = [{ ...record, text: { value: "taken" } }, record, record];
  const added = await it.call("POST", "/k/v1/records.json", { app, records });
  expect(added.status).toBe(200);
  await it.call("POST", "/k/v1/record.json", { app: bare });
  // The third record waits for its assignee.
  await it.call("PUT", "/k/v1/record/status.json", {
    app,
    id: 3,
    action: "start",
    assignee: "assignee",
  });
  await it.client.record.addRecordComment({
    app,
    record: 1,
    comment: { text: "from the administrator" },
  });
});
afterAll(() => it.close());

const withApps = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value)
      .replaceAll('"APP"', String(app))
      .replaceAll('"BARE"', String(bare))
      .replaceAll("(ID: APP)", `(ID: ${app})`),
  ) as T;

const token = async (rights: string[]) => {
  const { token: text } = await it.control("POST", "tokens", { app, rights });
  return { "X-Cybozu-API-Token": String(text), "Accept-Language": "en" };
};

test("an endpoint that takes no API token", async () => {
  const answer = await it.ask("/k/v1/apps.json", {
    login: null,
    headers: await token(["view"]),
  });
  expect(answer.body).toMatchObject({
    code: "GAIA_NO01",
    message: "Using this API token, you cannot run the specified API.",
  });
});

test("what the asker has no right to", async () => {
  const answer = await it.ask(`/k/v1/preview/app/settings.json?app=${app}`, {
    login: "stranger",
  });
  expect(answer.body).toMatchObject({
    code: "CB_NO02",
    message: "No privilege to proceed.",
  });
});

test.each([
  ...settingsErrors,
  ...recordErrors,
  ...commentErrors,
  ...processErrors,
])(
  "%s",
  async (_title, [method, path, body], expected, login = "Administrator") => {
    const isGet = method === "GET";
    const answer = await it.call(
      isGet ? "POST" : method,
      `/k/v1/${path}.json`,
      withApps(body),
      {
        login,
        headers: {
          "Accept-Language": "en",
          ...(isGet && { "X-HTTP-Method-Override": "GET" }),
        },
      },
    );
    const { code, message, errors = {} } = withApps(expected);
    expect(answer.body).toMatchObject({
      code,
      ...(message !== undefined && { message }),
    });
    for (const [at, messages] of Object.entries(errors))
      expect(answer.body.errors).toHaveProperty([at], { messages });
  },
);
