import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createSite,
  startServer,
  type RunningServer,
  type Site,
} from "local-kintone";
import { packPlugin } from "local-kintone/testing";
import {
  connect,
  previewProvision,
  provision,
  type Credentials,
} from "../../src/provision/index.ts";
import { startWireLog } from "../support/wire/wire-log.ts";

/* The five apps in a guest space, whose API has a path of its own. */

let site: Site;
let server: RunningServer;
let wire: Awaited<ReturnType<typeof startWireLog>>;
let admin: Credentials;
let space = "";
let pluginZip: Uint8Array;
beforeAll(async () => {
  site = createSite({ deployDelayMs: 0 });
  server = await startServer({ site });
  wire = await startWireLog(server.baseUrl);
  const answer = await fetch(`${server.baseUrl}/_local/spaces`, {
    method: "POST",
    body: JSON.stringify({ name: "客間", isGuest: true }),
  });
  space = String(((await answer.json()) as { id: string }).id);
  admin = {
    baseUrl: wire.baseUrl,
    auth: { username: "Administrator", password: "Administrator" },
    guestSpaceId: space,
  };
  const { plugin } = await packPlugin({ version: "1", desktop: ["1;"] });
  pluginZip = Uint8Array.from(plugin);
});
afterAll(async () => {
  await wire.close();
  await server.close();
  site.close();
});

test("a set-up asks under the path of the guest space, and a second one has nothing to do", async () => {
  const { apps, refusals } = await provision({ ...admin, pluginZip });
  expect(refusals).toEqual([]);
  for (const app of Object.values(apps)) {
    const { spaceId } = await connect(admin).client.app.getApp({ id: app });
    expect(spaceId).toBe(space);
  }
  const elsewhere = wire.log
    .map(({ url }) => url)
    .filter((url) => url.startsWith("/k/"))
    .filter((url) => !url.startsWith(`/k/guest/${space}/`))
    // Plugins belong to the whole site.
    .filter((url) => !url.startsWith("/k/v1/plugin"));
  expect(elsewhere).toEqual([]);
  expect((await previewProvision({ ...admin, pluginZip })).steps).toEqual([]);
});
