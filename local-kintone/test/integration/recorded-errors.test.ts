import { afterAll, beforeAll, expect, test } from "vitest";
import type { ClientSite } from "../support/site-client.ts";
import {
  commentErrors,
  processErrors,
  recordErrors,
} from "../support/recorded-record-errors.ts";
import { startRecordedSite } from "../support/recorded-site.ts";
import { settingsErrors } from "../support/recorded-settings-errors.ts";

/*
 * Error answers of a real kintone, in English, as the tests of the former official
 * client expected them: https://github.com/kintone-labs/kintone-js-sdk
 * (test/resources/kintoneErrorMessage.json, 2020, MIT). The requests are ours.
 */

let it: ClientSite;
let app: number;
let bare: number;

beforeAll(async () => {
  ({ it, app, bare } = await startRecordedSite());
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
