import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";

let it: ClientSite;
let app: number;

beforeAll(async () => {
  it = await startWithClient();
  app = await it.liveApp("案件", {
    n: { type: "NUMBER", code: "n", label: "n" },
  });
  for (const n of [2, 1, 3])
    await it.client.record.addRecord({ app, record: { n: { value: n } } });
});
afterAll(() => it.close());

const en = { "Accept-Language": "en" };
const tokenOf = async (of: number, ...rights: string[]): Promise<string> =>
  String((await it.control("POST", "tokens", { app: of, rights })).token);
const byTokens = (path: string, ...tokens: string[]) =>
  it.ask(path, {
    login: null,
    headers: { "X-Cybozu-API-Token": tokens.join(","), ...en },
  });

// Recorded in kintone/cli-kintone: features/record/{export,import,delete}.feature.
describe("API tokens", () => {
  test("two tokens of one app in a request are refused", async () => {
    const tokens = [await tokenOf(app, "view"), await tokenOf(app, "add")];
    expect(
      await byTokens(`/k/v1/records.json?app=${app}`, ...tokens),
    ).toMatchObject({
      status: 400,
      body: {
        code: "GAIA_DA03",
        message: "You cannot specify a duplicate API token for the same app.",
      },
    });
  });

  test("the same token twice is a token of one app twice", async () => {
    const token = await tokenOf(app, "view");
    const answer = await byTokens(
      `/k/v1/records.json?app=${app}`,
      token,
      token,
    );
    expect(answer.body.code).toBe("GAIA_DA03");
  });

  test("tokens of two apps go together", async () => {
    const other = await it.liveApp("別");
    const tokens = [await tokenOf(app, "view"), await tokenOf(other, "add")];
    const answer = await byTokens(`/k/v1/records.json?app=${app}`, ...tokens);
    expect(answer.status).toBe(200);
  });

  test("an unknown token beside a good one is refused with 400", async () => {
    const token = await tokenOf(app, "view");
    expect(
      await byTokens(`/k/v1/records.json?app=${app}`, token, "unknown"),
    ).toMatchObject({ status: 400, body: { code: "GAIA_IA02" } });
  });

  test("app.json is not for tokens that may only add records", async () => {
    const adding = await tokenOf(app, "add");
    expect(await byTokens(`/k/v1/app.json?id=${app}`, adding)).toMatchObject({
      status: 403,
      body: { code: "GAIA_NO01" },
    });
    expect(
      (await byTokens(`/k/v1/app/form/fields.json?app=${app}`, adding)).status,
    ).toBe(200);
  });
});

test("a guest space whose number has nineteen digits is one without a right", async () => {
  const answer = await it.ask(
    `/k/guest/9999999999999999999/v1/records.json?app=${app}`,
    { headers: en },
  );
  expect(answer).toMatchObject({
    status: 403,
    body: { code: "CB_NO02", message: "No privilege to proceed." },
  });
});

// Measured in qiita.com/wv-sumichan/items/785915c9.
test("an order without a direction is a descending one", async () => {
  const numbersOf = async (query: string) => {
    const { records } = await it.client.record.getRecords({ app, query });
    return records.map((record) => record.n?.value);
  };
  expect(await numbersOf("order by n")).toEqual(["3", "2", "1"]);
  expect(await numbersOf("order by n asc")).toEqual(["1", "2", "3"]);
});

describe("a GET request with its parameters as a JSON body", () => {
  const getWithBody = (path: string, body: string) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const login = Buffer.from("Administrator:Administrator");
      const sent = request(
        `${it.baseUrl}${path}`,
        {
          method: "GET",
          headers: {
            "X-Cybozu-Authorization": login.toString("base64"),
            "Content-Type": "application/json",
            "Content-Length": Buffer.byteLength(body),
          },
        },
        (answer) => {
          let text = "";
          answer.setEncoding("utf8");
          answer.on("data", (chunk) => (text += chunk));
          answer.on("end", () =>
            resolve({ status: answer.statusCode ?? 0, text }),
          );
        },
      );
      sent.on("error", reject);
      sent.end(body);
    });

  test("is answered", async () => {
    const { status, text } = await getWithBody(
      "/k/v1/records.json",
      JSON.stringify({ app, query: "n > 1 order by n asc", fields: ["n"] }),
    );
    expect(status, text).toBe(200);
    expect(JSON.parse(text).records).toHaveLength(2);
  });

  test("is refused when the body is no JSON", async () => {
    const { status, text } = await getWithBody("/k/v1/records.json", "{");
    expect(status).toBe(400);
    expect(JSON.parse(text).code).toBe("CB_IJ01");
  });
});

// SonicGarden/kintone-emulator: doc/kintone-behavior-notes.md.
test("of 150 requests sent at once those beyond a hundred are refused", async () => {
  const path = `/k/v1/records.json?app=${app}`;
  const refusedOfBurst = async () => {
    const burst = Array.from({ length: 150 }, () => it.ask(path));
    const answers = await Promise.all(burst);
    return answers.filter(({ status }) => status === 429);
  };
  // The first burst opens the connections, which takes longer than answering.
  const bursts = [await refusedOfBurst()];
  while (bursts.length < 5 && bursts.at(-1)?.length === 0)
    bursts.push(await refusedOfBurst());
  const refused = bursts.at(-1) ?? [];
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThanOrEqual(50);
  for (const { headers, body } of refused) {
    expect(body.code).toBe("GAIA_TO04");
    expect(headers.get("X-Cybozu-Error")).toBe("GAIA_TO04");
  }
  await expect
    .poll(async () =>
      (await it.ask(path)).headers.get("X-ConcurrencyLimit-Running"),
    )
    .toBe("1");
});

describe("the control doors", () => {
  test.each([
    [{ Origin: "https://example.com" }],
    [{ Origin: "http://localhost:1" }],
    [{ "Sec-Fetch-Site": "cross-site" }],
  ])("refuse a page of another site: %j", async (headers) => {
    const answer = await it.ask("/_local/reset", { method: "POST", headers });
    expect(answer).toMatchObject({
      status: 403,
      body: { code: "LOCAL_FOREIGN_PAGE" },
    });
    expect(it.site.store.apps.has(app)).toBe(true);
  });

  test.each([
    ["POST", "clock"],
    ["GET", "clock"],
    ["POST", "faults"],
    ["GET", "faults"],
    ["DELETE", "faults"],
    ["GET", "stats"],
    ["DELETE", "stats"],
    ["GET", "notifications?user=Administrator"],
    ["POST", "snapshot"],
    ["POST", "restore"],
    ["POST", "tokens"],
    ["PUT", "apps"],
    ["DELETE", "apps"],
    ["POST", "spaces"],
    ["POST", "space-templates"],
  ])("refuse it each: %s %s", async (method, door) => {
    const answer = await it.ask(`/_local/${door}`, {
      method,
      headers: { Origin: "https://example.com" },
      ...(method !== "GET" && { body: "{}" }),
    });
    expect(answer).toMatchObject({
      status: 403,
      body: { code: "LOCAL_FOREIGN_PAGE" },
    });
  });

  test("serve pages of the site itself", async () => {
    const answer = await it.ask("/_local/clock", {
      headers: { Origin: it.baseUrl, "Sec-Fetch-Site": "same-origin" },
    });
    expect(answer.status).toBe(200);
  });
});

test("a connection stays open while its client computes for six seconds", async () => {
  const { headers } = await it.ask("/k/v1/apps.json");
  const seconds = /timeout=(\d+)/.exec(headers.get("Keep-Alive") ?? "")?.[1];
  expect(Number(seconds)).toBeGreaterThanOrEqual(60);
});
