import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startLocalSite } from "../support/local-site.ts";
import type { LocalSite } from "../support/local-site.ts";

const CDN = "https://cdn.example.com/";
const API = "https://api.example.com/";

const folder = mkdtempSync(join(tmpdir(), "substitutes-"));
mkdirSync(join(folder, "cdn/lib"), { recursive: true });
writeFileSync(join(folder, "cdn/lib/a.js"), "window.a = 1;");
writeFileSync(join(folder, "secret.txt"), "secret");

const service = createServer((request, response) => {
  response.end(`asked ${request.url ?? ""}`);
});

let site: LocalSite;
let app: number;
let cookie: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, "localhost", resolve));
  const { port } = service.address() as AddressInfo;
  site = await startLocalSite({
    substitutes: {
      [CDN]: join(folder, "cdn"),
      [API]: `http://localhost:${port}/`,
    },
  });
  app = await site.addApp("見本");
  const url = (path: string) => ({ type: "URL", url: path });
  await site.send("PUT", "/k/v1/preview/app/customize.json", {
    app,
    scope: "ALL",
    desktop: {
      js: [url(`${CDN}lib/a.js`), url("https://elsewhere.example.com/b.js")],
      css: [],
    },
  });
  await site.deploy(app);
  const login = await fetch(`${site.baseUrl}/login`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({
      username: "Administrator",
      password: "Administrator",
    }),
  });
  cookie = login.headers.get("Set-Cookie")?.split(";")[0] ?? "";
});

afterAll(async () => {
  await site.close();
  service.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = { cookie }) =>
  fetch(`${site.baseUrl}${path}`, { headers });

describe("what stands for addresses of the world", () => {
  test("scripts come from the folder; other addresses stay what they are", async () => {
    const page = await (await get(`/k/${app}/`)).text();
    expect(page).toContain('src="https://elsewhere.example.com/b.js"');
    expect(page).not.toContain(CDN);
    const path = /src="(\/_page\/substitutes\/[^"]+)"/.exec(page)?.[1] ?? "";
    const file = await get(path);
    expect(file.headers.get("Content-Type")).toContain("text/javascript");
    expect(await file.text()).toBe("window.a = 1;");
  });

  test.each([
    "/_page/substitutes/0/..%2fsecret.txt",
    "/_page/substitutes/0/lib%2f..%2f..%2fsecret.txt",
    "/_page/substitutes/0/missing.js",
    "/_page/substitutes/0/lib",
    "/_page/substitutes/1/lib/a.js",
    "/_page/substitutes/9/lib/a.js",
  ])("%s is not there", async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test("nobody without a session gets a file", async () => {
    expect((await get("/_page/substitutes/0/lib/a.js", {})).status).toBe(404);
  });

  test("kintone.proxy asks the service in its place, and nobody else", async () => {
    const page = await (await get(`/k/${app}/`)).text();
    const token = /"requestToken":"([^"]+)"/.exec(page)?.[1];
    const ask = (url: string) =>
      fetch(`${site.baseUrl}/_page/proxy`, {
        method: "POST",
        headers: {
          cookie,
          "Content-Type": "application/json",
          "X-Requested-With": "XMLHttpRequest",
        },
        body: JSON.stringify({
          url,
          method: "GET",
          headers: {},
          data: "",
          __REQUEST_TOKEN__: token,
        }),
      });
    const answer = await ask(`${API}v1/weather?q=1`);
    expect(await answer.json()).toMatchObject({
      status: 200,
      body: "asked /v1/weather?q=1",
    });
    expect((await ask("https://elsewhere.example.com/")).status).toBe(400);
  });
});

test("one field may be asked for as fields=CODE", async () => {
  const url = `/k/v1/records.json?app=${app}&fields=%24id`;
  const answer = await get(url, { cookie, "X-Requested-With": "x" });
  expect(await answer.json()).toEqual({ records: [], totalCount: null });
});
