import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createSession,
  issueRequestToken,
  sessionCookie,
} from "../../src/http/session.ts";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";

let it: ClientSite;
let app: number;

beforeAll(async () => {
  it = await startWithClient();
  app = await it.liveApp("案件");
});
afterAll(() => it.close());

const ja = { "Accept-Language": "ja" };
const en = { "Accept-Language": "en" };

describe("credentials", () => {
  // Texts: contract tests of SonicGarden/kintone-emulator against a real site.
  test.each([
    [ja, "ログインしてください。"],
    [en, "Please login."],
  ])("none: CB_AU01", async (headers, message) => {
    const answer = await it.ask(`/k/v1/app.json?id=${app}`, {
      login: null,
      headers,
    });
    expect(answer).toMatchObject({
      status: 401,
      body: { code: "CB_AU01", message },
    });
    expect(answer.body.id).toMatch(/^[A-Za-z0-9]{20}$/);
  });

  test.each(["!!!", "", "bm9jb2xvbg==", "QWRtaW5pc3RyYXRvcjp3cm9uZw=="])(
    "a password header %j: CB_WA01",
    async (header) => {
      const answer = await it.ask(`/k/v1/app.json?id=${app}`, {
        login: null,
        headers: { "X-Cybozu-Authorization": header, ...en },
      });
      expect(answer).toMatchObject({
        status: 401,
        body: {
          code: "CB_WA01",
          message:
            "Password authentication failed. The value in http header of X-Cybozu-Authorization is not valid.",
        },
      });
    },
  );

  test("a user who is out of use cannot get in", async () => {
    it.addUser("gone", { valid: false });
    const answer = await it.ask("/k/v1/apps.json", { login: "gone" });
    expect(answer.body.code).toBe("CB_WA01");
  });

  test("a login name and password beyond ASCII", async () => {
    it.addUser("佐藤");
    const { apps } = await it.clientOf("佐藤").app.getApps({});
    expect(apps).toHaveLength(1);
  });

  test("the password wins over a token", async () => {
    const answer = await it.ask("/k/v1/apps.json", {
      headers: { "X-Cybozu-API-Token": "unknown" },
    });
    expect(answer.status).toBe(200);
  });
});

describe("API tokens", () => {
  const byToken = (path: string, token: string, init: RequestInit = {}) =>
    it.ask(path, {
      ...init,
      login: null,
      headers: { "X-Cybozu-API-Token": token, ...init.headers },
    });

  test("unknown: GAIA_IA02 400", async () => {
    const answer = await byToken(`/k/v1/app.json?id=${app}`, "x");
    expect(answer).toMatchObject({ status: 400, body: { code: "GAIA_IA02" } });
  });

  test("of an app never deployed: GAIA_IA02", async () => {
    const draft = await it.addApp("draft");
    const { token } = await it.control("POST", "tokens", {
      app: draft,
      rights: ["manage"],
    });
    const answer = await byToken(
      "/k/v1/preview/app/settings.json",
      String(token),
    );
    expect(answer.body.code).toBe("GAIA_IA02");
  });

  test("ten at once are too many", async () => {
    const answer = await byToken(
      "/k/v1/app.json?id=1",
      Array(10).fill("x").join(","),
    );
    expect(answer).toMatchObject({ status: 400, body: { code: "CB_IL02" } });
  });

  test("each right opens what it is for", async () => {
    const tokenOf = async (...rights: string[]) =>
      String((await it.control("POST", "tokens", { app, rights })).token);
    const settings = `/k/v1/preview/app/settings.json?app=${app}`;
    const live = `/k/v1/app/settings.json?app=${app}`;
    const view = await tokenOf("view");
    const manage = await tokenOf("manage");
    expect((await byToken(live, view)).status).toBe(200);
    expect((await byToken(settings, view)).body.code).toBe("GAIA_NO01");
    expect((await byToken(settings, manage)).status).toBe(200);
    expect((await byToken("/k/v1/apps.json", manage)).body.code).toBe(
      "GAIA_NO01",
    );
    expect(
      (await byToken(`/k/v1/app/customize.json?app=${app}`, manage)).body.code,
    ).toBe("GAIA_NO01");
  });
});

describe("a browser session", () => {
  const session = () => {
    const user = it.site.store.users.get("Administrator");
    if (!user) throw new Error("no administrator");
    const cookie =
      sessionCookie(createSession(it.site, user)).split(";")[0] ?? "";
    const token = issueRequestToken(
      it.site,
      new Request("http://localhost/", { headers: { Cookie: cookie } }),
    );
    return { cookie, token };
  };
  const xhr = { "X-Requested-With": "XMLHttpRequest" };

  test("reads with the header that only scripts can send", async () => {
    const { cookie } = session();
    const path = `/k/v1/app.json?id=${app}`;
    const bare = await it.ask(path, {
      login: null,
      headers: { Cookie: cookie },
    });
    expect(bare.body.code).toBe("CB_JH01");
    const scripted = await it.ask(path, {
      login: null,
      headers: { Cookie: cookie, ...xhr },
    });
    expect(scripted.status).toBe(200);
  });

  test("writes with its request token only", async () => {
    const { cookie, token } = session();
    const post = (body: object) =>
      it.call("POST", "/k/v1/preview/app.json", body, {
        login: null,
        headers: { Cookie: cookie, ...xhr },
      });
    expect((await post({ name: "a" })).body.code).toBe("CB_IL02");
    const other = session().token;
    expect(
      (await post({ name: "a", __REQUEST_TOKEN__: other })).body.code,
    ).toBe("CB_IL02");
    expect((await post({ name: "a", __REQUEST_TOKEN__: token })).status).toBe(
      200,
    );
  });

  test("sends the token in the query string of a DELETE", async () => {
    const { cookie, token } = session();
    const draft = await it.addApp("draft", {
      a: { type: "NUMBER", code: "a", label: "a" },
    });
    const remove = (query: string) =>
      it.ask(
        `/k/v1/preview/app/form/fields.json?app=${draft}&fields[0]=a${query}`,
        {
          method: "DELETE",
          login: null,
          headers: { Cookie: cookie, ...xhr },
        },
      );
    expect((await remove("")).body.code).toBe("CB_IL02");
    expect((await remove(`&__REQUEST_TOKEN__=${token}`)).status).toBe(200);
  });

  test("its token dies a day after the last access", async () => {
    const { cookie, token } = session();
    const post = () =>
      it.call(
        "POST",
        "/k/v1/preview/app.json",
        { name: "a", __REQUEST_TOKEN__: token },
        { login: null, headers: { Cookie: cookie, ...xhr } },
      );
    const now = Date.now();
    it.site.clock.set(now + 86_000_000);
    expect((await post()).status).toBe(200);
    it.site.clock.set(now + 86_000_000 + 86_401_000);
    expect((await post()).body.code).toBe("CB_IL02");
    it.site.clock.set(null);
  });
});

describe("requests", () => {
  test("parameters come in the query string, percent-encoded or not, or as JSON on any method", async () => {
    const path = "/k/v1/apps.json";
    const expected = { status: 200 };
    const ids = (answer: { body: Record<string, unknown> }) =>
      (answer.body.apps as Array<{ appId: string }>).map(({ appId }) => appId);
    for (const query of [`ids[0]=${app}`, `ids%5B0%5D=${app}`]) {
      const answer = await it.ask(`${path}?${query}`);
      expect(answer).toMatchObject(expected);
      expect(ids(answer)).toEqual([String(app)]);
    }
    const overridden = await it.call(
      "POST",
      path,
      { ids: [String(app)] },
      { headers: { "X-HTTP-Method-Override": "GET" } },
    );
    expect(ids(overridden)).toEqual([String(app)]);
  });

  test.each([
    ["{", "CB_IJ01"],
    ["[1]", "CB_IJ01"],
    ['"x"', "CB_IJ01"],
    ["null", "CB_IJ01"],
    ["", "CB_IL02"],
  ])("body %j: %s", async (body, code) => {
    const answer = await it.ask("/k/v1/preview/app.json", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
    });
    expect(answer).toMatchObject({ status: 400, body: { code } });
  });

  test("a body that is not UTF-8 is no JSON", async () => {
    const answer = await it.ask("/k/v1/preview/app.json", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: new Uint8Array([0x7b, 0xff, 0x7d]),
    });
    expect(answer.body.code).toBe("CB_IJ01");
  });

  test("JSON under another type is refused", async () => {
    const answer = await it.ask("/k/v1/preview/app.json", {
      method: "POST",
      headers: { "Content-Type": "text/plain" },
      body: '{"name":"a"}',
    });
    expect(answer.body.code).toBe("CB_IL02");
  });

  test("a method that an address does not take: CB_IL02", async () => {
    const answer = await it.call("PUT", "/k/v1/apps.json", {});
    expect(answer).toMatchObject({ status: 400, body: { code: "CB_IL02" } });
  });

  test.each([
    "/k/v1/space/portal.json",
    "/k/v1/preview/records.json",
    "/v1/nothing.json",
    "/k/v1/x",
  ])("what is not known here (%s) is refused by name", async (path) => {
    const answer = await it.ask(path, { headers: en });
    expect(answer).toMatchObject({
      status: 501,
      body: { code: "LOCAL_UNKNOWN" },
    });
    expect(answer.body.message).toMatch(/does not know GET/);
  });

  test("a page that does not exist says so", async () => {
    const answer = await it.ask("/nothing/here");
    expect(answer.status).toBe(501);
    expect(answer.body.text).toContain("GET /nothing/here");
  });

  test("missing and blank parameters: CB_VA01", async () => {
    for (const query of ["", "?app="]) {
      const answer = await it.ask(`/k/v1/app/form/fields.json${query}`, {
        headers: ja,
      });
      expect(answer).toMatchObject({
        status: 400,
        body: {
          code: "CB_VA01",
          message: "入力内容が正しくありません。",
          errors: { app: { messages: ["必須です。"] } },
        },
      });
    }
    const english = await it.ask("/k/v1/app/status.json?app=0", {
      headers: en,
    });
    expect(english.body).toMatchObject({
      message: "Missing or invalid input.",
      errors: {
        app: { messages: ["must be greater than or equal to 1"] },
      },
    });
  });
});

test("a request that is cut off in the middle changes nothing and does no harm", async () => {
  const before = it.site.store.apps.size;
  const { port } = new URL(it.baseUrl);
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), "localhost", () => {
      socket.write(
        [
          "POST /k/v1/preview/app.json HTTP/1.1",
          "Host: localhost",
          "Content-Type: application/json",
          "Content-Length: 1000",
          `X-Cybozu-Authorization: ${Buffer.from("Administrator:Administrator").toString("base64")}`,
          "",
          '{"name":"half',
        ].join("\r\n"),
        () => socket.destroy(),
      );
    });
    socket.on("close", () => resolve());
    // The server may end the connection first: that is what is wanted.
    socket.on("error", () => resolve());
  });
  expect((await it.ask(`/k/v1/app.json?id=${app}`)).status).toBe(200);
  expect(it.site.store.apps.size).toBe(before);
});

describe("answers", () => {
  test("carry the concurrency headers, errors too", async () => {
    for (const path of [`/k/v1/app.json?id=${app}`, "/k/v1/app.json"]) {
      const { headers } = await it.ask(path);
      expect(headers.get("X-ConcurrencyLimit-Limit")).toBe("100");
      expect(headers.get("X-ConcurrencyLimit-Running")).toBe("1");
      expect(headers.get("Content-Type")).toMatch(/^application\/json/);
    }
  });

  test("the 101st request at a time: 429 in English", async () => {
    await it.control("POST", "faults", {
      path: "*app.json",
      count: 0,
      delayMs: 700,
    });
    const answers = await Promise.all(
      Array.from({ length: 101 }, () =>
        it.ask(`/k/v1/app.json?id=${app}`, { headers: ja }),
      ),
    );
    await it.control("DELETE", "faults");
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(100);
    expect(refused[0]?.body.code).toBe("GAIA_TO04");
    expect(refused[0]?.body.message).toMatch(/^The number of concurrent/);
    expect(refused[0]?.headers.get("X-Cybozu-Error")).toBe("GAIA_TO04");
    expect(refused[0]?.headers.get("X-ConcurrencyLimit-Running")).toBe("101");
    expect((await it.ask(`/k/v1/app.json?id=${app}`)).status).toBe(200);
  });
});

test("the official client adds an app to a space", async () => {
  const { id } = await it.control("POST", "spaces", { name: "部屋" });
  const { app: inside } = await it.client.app.addApp({
    name: "in a space",
    space: Number(id),
  });
  await it.deploy(Number(inside));
  expect(await it.client.app.getApp({ id: inside })).toMatchObject({
    spaceId: id,
    threadId: id,
  });
  const bad = (body: object) =>
    it.call("POST", "/k/v1/preview/app.json", { name: "a", ...body });
  expect((await bad({ space: 999, thread: 1 })).body.code).toBe("OC_NO01");
  expect((await bad({ space: id, thread: 999 })).body.code).toBe("OC_NO02");
  expect((await bad({ space: id })).body.code).toBe("CB_VA01");
  expect((await bad({ thread: 1 })).body.code).toBe("CB_VA01");
});

describe("guest spaces", () => {
  test("their apps answer under their own path and nowhere else", async () => {
    const { id } = await it.control("POST", "spaces", {
      name: "客",
      isGuest: true,
    });
    const created = await it.call(
      "POST",
      `/k/guest/${id}/v1/preview/app.json`,
      {
        name: "guest app",
      },
    );
    const guest = Number(created.body.app);
    const deploy = await it.call(
      "POST",
      `/k/guest/${id}/v1/preview/app/deploy.json`,
      {
        apps: [{ app: guest }],
      },
    );
    expect(deploy.status).toBe(200);
    await expect
      .poll(
        async () =>
          (await it.ask(`/k/guest/${id}/v1/app.json?id=${guest}`)).status,
      )
      .toBe(200);
    expect((await it.ask(`/k/v1/app.json?id=${guest}`)).body.code).toBe(
      "GAIA_IL23",
    );
    expect(
      (await it.ask(`/k/guest/${id}/v1/app.json?id=${app}`)).body.code,
    ).toBe("CB_NO02");
    expect(
      (await it.ask(`/k/guest/99/v1/app.json?id=${guest}`)).body.code,
    ).toBe("CB_NO02");
    const listed = (await it.client.app.getApps({})).apps;
    expect(listed.find((one) => one.appId === String(guest))?.spaceId).toBe(id);
  });
});
