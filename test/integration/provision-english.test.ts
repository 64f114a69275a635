import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createSite,
  startServer,
  type RunningServer,
  type Site,
} from "local-kintone";
import {
  connect,
  previewProvision,
  provision,
  type Credentials,
} from "../../src/provision/index.ts";

/* A site whose built-in fields have English codes, because its apps are made in English. */

let site: Site;
let server: RunningServer;
let admin: Credentials;
let nominations: string;
beforeAll(async () => {
  site = createSite({ deployDelayMs: 0, defaultLanguage: "en" });
  server = await startServer({ site });
  admin = {
    baseUrl: server.baseUrl,
    auth: { username: "Administrator", password: "Administrator" },
  };
  ({
    apps: { nominations },
  } = await provision(admin));
});
afterAll(async () => {
  await server.close();
  site.close();
});

test("lists and notices ask for the status under the code of the site", async () => {
  const { client } = connect(admin);
  const { properties } = await client.app.getFormFields({ app: nominations });
  expect(properties).toHaveProperty("Status.type", "STATUS");
  const { views } = await client.app.getViews({ app: nominations });
  const { notifications } = await client.app.getPerRecordNotifications({
    app: nominations,
  });
  const stored = JSON.stringify([views, notifications]);
  expect(stored).toContain("Status ");
  expect(stored).not.toContain("ステータス");
});

test("a second run finds nothing to do", async () => {
  expect((await previewProvision(admin)).steps).toEqual([]);
});
