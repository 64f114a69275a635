import { afterAll, beforeAll, beforeEach } from "vitest";
import { startWithClient } from "./site-client.ts";
import type { ClientSite } from "./site-client.ts";

/** Site of the file that runs; a worker runs one file at a time. */
export let it: ClientSite;
/** App of the test that runs, not deployed yet. */
export let app: number;

export const text = (code: string, more: object = {}) => ({
  [code]: { type: "SINGLE_LINE_TEXT", code, label: code, ...more },
});
const number = (code: string) => ({
  [code]: { type: "NUMBER", code, label: code },
});

/** Starts a site for the file and makes an app for each test. */
export const useSettingsSite = () => {
  beforeAll(async () => {
    it = await startWithClient();
    it.addUser("sato");
    it.addUser("ito");
    await it.call("POST", "/v1/organizations.json", {
      organizations: [{ code: "sales", name: "営業" }],
    });
    await it.call("POST", "/v1/groups.json", {
      groups: [{ code: "staff", name: "職員" }],
    });
  });
  afterAll(() => it.close());
  beforeEach(async () => {
    app = await it.addApp("案件", {
      ...text("name"),
      ...number("n"),
      day: { type: "DATE", code: "day", label: "day" },
      who: { type: "USER_SELECT", code: "who", label: "who" },
      t: { type: "SUBTABLE", code: "t", label: "t", fields: text("inner") },
    });
  });
};

export const put = (
  path: string,
  body: object,
  init: { login?: string } = {},
) => it.call("PUT", `/k/v1/preview/${path}.json`, { app, ...body }, init);
export const get = async (path: string) =>
  (await it.ask(`/k/v1/preview/${path}.json?app=${app}`)).body;
export const errorsOf = (answer: { body: Record<string, unknown> }) =>
  Object.keys((answer.body.errors ?? {}) as object);
export const everyone = { type: "GROUP", code: "everyone" };
