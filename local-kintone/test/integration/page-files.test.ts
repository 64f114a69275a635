import { afterAll, beforeAll, expect, test } from "vitest";
import { startLocalSite } from "../support/local-site.ts";
import type { LocalSite } from "../support/local-site.ts";

let site: LocalSite;
beforeAll(async () => {
  site = await startLocalSite();
});
afterAll(() => site.close());

const fetchScript = (headers: Record<string, string> = {}) =>
  fetch(`${site.baseUrl}/_page/runtime.js`, { headers });

test("a script that the browser has is not sent again", async () => {
  const first = await fetchScript();
  const etag = first.headers.get("ETag") ?? "";
  expect(etag).not.toBe("");
  const again = await fetchScript({ "If-None-Match": etag });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");
});

test("a script that changed is sent, although the browser has an older one", async () => {
  const answer = await fetchScript({ "If-None-Match": '"older"' });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Cache-Control")).toBe("private, no-cache");
  expect(await answer.text()).toBe(await (await fetchScript()).text());
});
