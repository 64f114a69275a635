import { afterEach, beforeEach, expect, test } from "vitest";
import {
  createSite,
  startServer,
  type RunningServer,
  type Site,
} from "local-kintone";
import { appKeys } from "../../src/apps/index.ts";
import {
  connect,
  previewProvision,
  provision,
  type Credentials,
} from "../../src/provision/index.ts";
import { packPlugin } from "local-kintone/testing";

let site: Site;
let server: RunningServer;
let admin: Credentials;
beforeEach(async () => {
  site = createSite({ deployDelayMs: 0 });
  server = await startServer({ site });
  admin = {
    baseUrl: server.baseUrl,
    auth: { username: "Administrator", password: "Administrator" },
  };
});
afterEach(async () => {
  await server.close();
  site.close();
});

const pack = async (version: string) => {
  const { plugin, id } = await packPlugin({ version, desktop: ["1;"] });
  return { pluginZip: Uint8Array.from(plugin), id };
};

test("the plugin is installed, put on all five apps and live", async () => {
  const { pluginZip, id } = await pack("1");
  const { apps, pluginId } = await provision({ ...admin, pluginZip });
  expect(pluginId).toBe(id);
  const { client } = connect(admin);
  const { apps: withPlugin } = await client.plugin.getApps({ id });
  expect(withPlugin.map((app) => app.id).sort()).toEqual(
    appKeys.map((key) => apps[key]).sort(),
  );
  const { plugins } = await client.app.getPlugins({ app: apps.nominations });
  expect(plugins).toMatchObject([{ id, enabled: true }]);
  expect((await previewProvision({ ...admin, pluginZip })).steps).toEqual([]);
});

test("without a zip, plugins are left as they are", async () => {
  const { pluginZip } = await pack("1");
  await provision({ ...admin, pluginZip });
  expect((await previewProvision(admin)).steps).toEqual([]);
});

test("a zip that is no plugin is refused before anything is asked", async () => {
  await expect(
    provision({ ...admin, pluginZip: new TextEncoder().encode("no zip") }),
  ).rejects.toMatchObject({ code: "provision/not-a-plugin" });
  expect((await connect(admin).client.app.getApps({})).apps).toEqual([]);
});
