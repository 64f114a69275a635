import { createSign, generateKeyPairSync } from "node:crypto";
import type { KeyPairKeyObjectResult } from "node:crypto";
import { strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  pluginConfigPage,
  pluginFile,
  pluginFilesFor,
} from "../../src/rooms/plugins/plugin-files.ts";
import {
  readPluginConfig,
  savePluginConfig,
} from "../../src/rooms/plugins/plugin-config.ts";
import { pluginIdOf } from "../../src/rooms/plugins/plugin-zip.ts";
import type { Caller } from "../../src/model/endpoint.ts";
import type { App } from "../../src/model/model.ts";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";
import { packPlugin } from "../../src/testing/pack-plugin.ts";

let it: ClientSite;
beforeAll(async () => {
  it = await startWithClient();
  it.addUser("sato");
});
afterAll(() => it.close());

const upload = (zip: Uint8Array) => it.upload(zip, "plugin.zip");
const install = async (zip: Uint8Array) =>
  it.call("POST", "/k/v1/plugin.json", { fileKey: await upload(zip) });

/** Signs contents as the packer does, but without looking at them first. */
const sign = (
  contents: Record<string, Uint8Array>,
  { publicKey, privateKey }: KeyPairKeyObjectResult,
): Uint8Array => {
  const zip = zipSync(contents);
  return zipSync({
    "contents.zip": zip,
    PUBKEY: new Uint8Array(publicKey.export({ format: "der", type: "spki" })),
    SIGNATURE: new Uint8Array(createSign("SHA1").update(zip).sign(privateKey)),
  });
};
const newKey = () => generateKeyPairSync("rsa", { modulusLength: 1024 });

/**
 * A plugin packed by the official packer, unpacked once: its keys take long to
 * make.
 */
let sample: Record<string, Uint8Array>;
beforeAll(async () => {
  const { plugin } = await packPlugin({ desktop: ["1"] });
  const parts = unzipSync(Uint8Array.from(plugin));
  sample = unzipSync(parts["contents.zip"] ?? new Uint8Array());
});

type Manifest = Record<string, unknown>;
const sampleManifest = (): Manifest =>
  JSON.parse(new TextDecoder().decode(sample["manifest.json"])) as Manifest;

/** A plugin of our own making: manifest changes and further files. */
const pack = (
  more: Manifest = {},
  files: Record<string, string> = {},
  key = newKey(),
) => {
  const manifest = { ...sampleManifest(), ...more };
  const contents: Record<string, Uint8Array> = {
    ...sample,
    "manifest.json": strToU8(JSON.stringify(manifest)),
  };
  for (const [name, text] of Object.entries(files))
    contents[name] = strToU8(text);
  const zip = sign(contents, key);
  const id = pluginIdOf(
    new Uint8Array(key.publicKey.export({ format: "der", type: "spki" })),
  );
  return { zip, id, key };
};
const appOf = (id: number): App => {
  const app = it.site.store.apps.get(id);
  if (!app) throw new Error(`no app ${id}`);
  return app;
};
const admin = (): Caller => {
  const user = it.site.store.users.get("Administrator");
  if (!user) throw new Error("no administrator");
  return { user, by: "session", tokens: [] };
};

describe("a plugin file", () => {
  test("of the official packer is installed under the packer's id", async () => {
    const { plugin, id } = await packPlugin({
      version: "1.2.3",
      name: "Mine",
      desktop: ["1"],
    });
    const zip = Uint8Array.from(plugin);
    expect((await install(zip)).body).toEqual({ id, version: "1.2.3" });
    const english = await it.ask(`/k/v1/plugins.json?ids[0]=${id}`, {
      headers: { "Accept-Language": "en" },
    });
    expect(english.body).toEqual({
      plugins: [
        {
          id,
          name: "Mine",
          description: "",
          isMarketPlugin: false,
          version: "1.2.3",
        },
      ],
    });
    expect((await install(zip)).body.code).toBe("CB_VA01");
  });

  test("is updated in place by one with the same key only", async () => {
    const first = pack({}, { "js/desktop0.js": "old" });
    await install(first.zip);
    const newer = pack(
      { version: "2" },
      { "js/desktop0.js": "new" },
      first.key,
    );
    const answer = await it.call("PUT", "/k/v1/plugin.json", {
      id: first.id,
      fileKey: await upload(newer.zip),
    });
    expect(answer.body).toEqual({ id: first.id, version: "2" });
    const file = pluginFile(it.site, first.id, "js/desktop0.js");
    expect(new TextDecoder().decode(file?.bytes)).toBe("new");
    const other = pack();
    for (const id of [first.id, other.id]) {
      const fileKey = await upload(other.zip);
      const wrong = await it.call("PUT", "/k/v1/plugin.json", { id, fileKey });
      expect(wrong.body.code).toBe("CB_VA01");
    }
  });

  const forged = (
    change: (parts: Record<string, Uint8Array>) => void,
  ): Uint8Array => {
    const parts = unzipSync(pack().zip);
    change(parts);
    return zipSync(parts);
  };
  const signed = (
    change: (files: Record<string, Uint8Array>) => void,
  ): Uint8Array => {
    const files = { ...sample };
    change(files);
    return sign(files, newKey());
  };

  /** Says of its one entry that it unpacks to almost four gigabytes. */
  const bomb = (): Uint8Array => {
    const zip = zipSync({ "contents.zip": new Uint8Array(1000) });
    const directory = Buffer.from(zip).indexOf("PK\u0001\u0002");
    new DataView(zip.buffer, zip.byteOffset).setUint32(
      directory + 24,
      0xf0000000,
      true,
    );
    return zip;
  };

  test.each<[string, () => Uint8Array]>([
    ["that is empty", () => new Uint8Array()],
    ["that is no zip", () => strToU8("PK\u0003\u0004 not really")],
    ["that would unpack to gigabytes", bomb],
    [
      "with thousands of entries",
      () =>
        zipSync(
          Object.fromEntries(
            Array.from({ length: 1001 }, (_, i) => [`f${i}`, new Uint8Array()]),
          ),
        ),
    ],
    ["without a signature", () => forged((parts) => delete parts.SIGNATURE)],
    ["without contents", () => forged((parts) => delete parts["contents.zip"])],
    [
      "whose contents were changed",
      () => forged((parts) => parts["contents.zip"]?.fill(0, 40, 50)),
    ],
    [
      "whose signature was changed",
      () => forged((parts) => parts.SIGNATURE?.fill(7, 3, 9)),
    ],
    [
      "under another key",
      () =>
        forged((parts) => {
          parts.PUBKEY = new Uint8Array(
            newKey().publicKey.export({ format: "der", type: "spki" }),
          );
        }),
    ],
    [
      "whose key is noise",
      () =>
        forged((parts) => {
          parts.PUBKEY = strToU8("noise");
        }),
    ],
    [
      "under a key that is not RSA",
      () => sign(sample, generateKeyPairSync("ec", { namedCurve: "P-256" })),
    ],
    [
      "whose manifest is no JSON",
      () =>
        signed((files) => {
          files["manifest.json"] = strToU8("{");
        }),
    ],
    [
      "whose manifest is a list",
      () =>
        signed((files) => {
          files["manifest.json"] = strToU8("[]");
        }),
    ],
    [
      "with two manifests",
      () =>
        signed((files) => {
          files["sub/manifest.json"] = strToU8("{}");
        }),
    ],
    [
      "without a manifest",
      () => signed((files) => delete files["manifest.json"]),
    ],
    [
      "that names a file it lacks",
      () => pack({ desktop: { js: ["missing.js"] } }).zip,
    ],
    [
      "that names a file outside",
      () => pack({ desktop: { js: ["../../etc/passwd"] } }).zip,
    ],
    [
      "that loads over plain http",
      () => pack({ desktop: { js: ["http://example.com/a.js"] } }).zip,
    ],
    [
      "that loads more than thirty scripts",
      () =>
        pack({
          desktop: {
            js: Array.from(
              { length: 31 },
              (_, i) => `https://example.com/${i}.js`,
            ),
          },
        }).zip,
    ],
    ["with a key of its own", () => pack({ background: {} }).zip],
    ["without a name", () => pack({ name: undefined }).zip],
    [
      "of manifest version 2",
      () => pack({ manifest_version: 2, components: [] }).zip,
    ],
    [
      "with a settings page too long",
      () =>
        pack(
          { config: { html: "c.html", js: ["js/desktop0.js"] } },
          { "c.html": "x".repeat(65_536) },
        ).zip,
    ],
  ])("%s is refused and nothing is installed", async (_name, make) => {
    const before = it.site.store.plugins.size;
    const answer = await install(make());
    expect(answer).toMatchObject({ status: 400, body: { code: "CB_VA01" } });
    expect(it.site.store.plugins.size).toBe(before);
  });

  test("may keep its manifest in a folder; files it does not name are left out", async () => {
    const nested = Object.fromEntries(
      Object.entries({ ...sample, "secret.txt": strToU8("s") }).map(
        ([name, bytes]) => [`plugin/${name}`, bytes],
      ),
    );
    const answer = await install(sign(nested, newKey()));
    expect(answer.status).toBe(200);
    const stored = it.site.store.plugins.get(String(answer.body.id));
    expect([...(stored?.files.keys() ?? [])].sort()).toEqual([
      "icon.png",
      "js/desktop0.js",
    ]);
  });

  test("takes a system administrator, and an upload that is used once", async () => {
    const { zip } = pack();
    const fileKey = await upload(zip);
    const answer = await it.call(
      "POST",
      "/k/v1/plugin.json",
      { fileKey },
      { login: "sato" },
    );
    expect(answer).toMatchObject({ status: 403, body: { code: "CB_NO02" } });
    expect(
      (await it.call("POST", "/k/v1/plugin.json", { fileKey })).status,
    ).toBe(200);
    expect(
      (await it.call("POST", "/k/v1/plugin.json", { fileKey })).body.code,
    ).toBe("GAIA_BL01");
    expect(
      (await it.call("POST", "/k/v1/plugin.json", { fileKey: "none" })).body
        .code,
    ).toBe("GAIA_BL01");
  });

  test("left lying for three days is gone", async () => {
    const { zip } = pack();
    const fileKey = await upload(zip);
    it.site.clock.set(Date.now() + 3 * 86_400_000 + 1000);
    expect(
      (await it.call("POST", "/k/v1/plugin.json", { fileKey })).body.code,
    ).toBe("GAIA_BL01");
    it.site.clock.set(null);
  });
});

test("plugins are listed newest first, page by page", async () => {
  const fresh = await startWithClient();
  const ids: string[] = [];
  for (const name of ["one", "two", "three"]) {
    const { zip, id } = pack({ name: { en: name } });
    const fileKey = await fresh.upload(zip, "p.zip");
    await fresh.call("POST", "/k/v1/plugin.json", { fileKey });
    ids.unshift(id);
  }
  const list = async (query: string) => {
    const { plugins } = (await fresh.ask(`/k/v1/plugins.json${query}`))
      .body as { plugins: Array<{ id: string }> };
    return plugins.map(({ id }) => id);
  };
  expect(await list("")).toEqual(ids);
  expect(await list("?offset=1&limit=1")).toEqual([ids[1]]);
  expect((await fresh.ask("/k/v1/plugins.json?limit=101")).body.code).toBe(
    "CB_VA01",
  );
  await fresh.close();
});

describe("a plugin on an app", () => {
  test("loads from the live settings, in the order of adding, from the next deploy on", async () => {
    const app = await it.liveApp("a");
    const one = pack(
      {
        desktop: { js: ["js/desktop0.js", "https://example.com/x.js"] },
        mobile: { js: ["m.js"] },
      },
      { "m.js": "m" },
    );
    const two = pack();
    for (const { zip } of [one, two]) await install(zip);
    const add = await it.call("POST", "/k/v1/preview/app/plugins.json", {
      app,
      ids: [one.id, two.id],
    });
    expect(add.body).toEqual({ revision: "4" });
    expect(pluginFilesFor(it.site, appOf(app), "desktop")).toEqual([]);
    expect(
      (await it.ask(`/k/v1/app/plugins.json?app=${app}`)).body.plugins,
    ).toEqual([]);
    await it.deploy(app);
    expect(
      pluginFilesFor(it.site, appOf(app), "desktop").map(({ id, js }) => [
        id,
        js.length,
      ]),
    ).toEqual([
      [one.id, 2],
      [two.id, 1],
    ]);
    expect(pluginFilesFor(it.site, appOf(app), "mobile")[0]?.js).toEqual([
      { kind: "file", path: "m.js" },
    ]);
    expect(
      (await it.ask(`/k/v1/app/plugins.json?app=${app}&lang=en`)).body,
    ).toEqual({
      plugins: [
        { id: one.id, name: "Test plugin", enabled: true },
        { id: two.id, name: "Test plugin", enabled: true },
      ],
      revision: "5",
    });
    expect((await it.ask(`/k/v1/plugin/apps.json?id=${one.id}`)).body).toEqual({
      apps: [{ id: String(app), name: "a" }],
    });
    expect(
      (
        await it.call("POST", "/k/v1/preview/app/plugins.json", {
          app,
          ids: [one.id],
        })
      ).body.code,
    ).toBe("CB_VA01");
    expect(
      (
        await it.call("POST", "/k/v1/preview/app/plugins.json", {
          app,
          ids: ["x"],
        })
      ).body.code,
    ).toBe("CB_VA01");
  });

  test("that was uninstalled stays on the app as one that is required", async () => {
    const app = await it.liveApp("a");
    const { zip, id } = pack({ name: { en: "Lost" } });
    await install(zip);
    await it.call("POST", "/k/v1/preview/app/plugins.json", { app, ids: [id] });
    await it.deploy(app);
    expect(
      (await it.ask(`/k/v1/plugin.json?id=${id}`, { method: "DELETE" })).status,
    ).toBe(200);
    expect(
      (await it.ask(`/k/v1/plugin.json?id=${id}`, { method: "DELETE" })).body
        .code,
    ).toBe("CB_VA01");
    expect(pluginFilesFor(it.site, appOf(app), "desktop")).toEqual([]);
    const required = await it.ask("/k/v1/plugins/required.json", {
      headers: { "Accept-Language": "en" },
    });
    expect(required.body.plugins).toContainEqual({
      id,
      name: "Lost",
      isMarketPlugin: false,
    });
    await install(zip);
    expect(pluginFilesFor(it.site, appOf(app), "desktop")).toHaveLength(1);
  });

  test("keeps what its settings page saved, live after a deploy, also over an update", async () => {
    const app = await it.liveApp("a");
    const config = { config: { html: "c.html", js: ["c.js"] } };
    const files = { "c.html": "<p>設定</p>", "c.js": "1" };
    const { zip, id, key } = pack(config, files);
    await install(zip);
    await it.call("POST", "/k/v1/preview/app/plugins.json", { app, ids: [id] });
    expect(readPluginConfig(appOf(app), id, "preview")).toEqual({});
    savePluginConfig(it.site, admin(), app, id, { a: "1" });
    savePluginConfig(it.site, admin(), app, id, { b: "2" });
    expect(readPluginConfig(appOf(app), id, "preview")).toEqual({ b: "2" });
    expect(readPluginConfig(appOf(app), id, "live")).toBeNull();
    await it.deploy(app);
    expect(readPluginConfig(appOf(app), id, "live")).toEqual({ b: "2" });
    const newer = pack({ ...config, version: "2" }, files, key);
    await it.call("PUT", "/k/v1/plugin.json", {
      id,
      fileKey: await upload(newer.zip),
    });
    expect(readPluginConfig(appOf(app), id, "live")).toEqual({ b: "2" });
    expect(pluginConfigPage(it.site, id)).toMatchObject({
      version: "2",
      html: "<p>設定</p>",
      js: [{ kind: "file", path: "c.js" }],
    });
  });

  test("with required parameters holds the app back until they are saved", async () => {
    const app = await it.liveApp("a");
    const { zip, id } = pack(
      {
        config: {
          html: "c.html",
          js: ["js/desktop0.js"],
          required_params: ["token"],
        },
      },
      { "c.html": "x" },
    );
    await install(zip);
    await it.call("POST", "/k/v1/preview/app/plugins.json", { app, ids: [id] });
    const deploy = () =>
      it.call("POST", "/k/v1/preview/app/deploy.json", { apps: [{ app }] });
    expect((await deploy()).body.code).toBe("CB_VA01");
    savePluginConfig(it.site, admin(), app, id, { token: "" });
    expect((await deploy()).status).toBe(200);
  });

  test.each<[string, unknown]>([
    ["a value that is no text", { a: 1 }],
    ["a nested object", { a: { b: "c" } }],
    ["a key beyond ASCII", { キー: "1" }],
    ["a value too long", { a: "x".repeat(65_536) }],
    [
      "more than 256 KB",
      Object.fromEntries(
        Array.from({ length: 5 }, (_, i) => [`k${i}`, "x".repeat(65_000)]),
      ),
    ],
    ["a text", "x"],
    ["null", null],
  ])("%s is not saved", async (_name, config) => {
    const app = await it.liveApp("a");
    const { zip, id } = pack();
    await install(zip);
    await it.call("POST", "/k/v1/preview/app/plugins.json", { app, ids: [id] });
    expect(() => savePluginConfig(it.site, admin(), app, id, config)).toThrow(
      "CB_VA01",
    );
    expect(readPluginConfig(appOf(app), id, "preview")).toEqual({});
  });

  test("is configured by who manages the app, and nobody else", async () => {
    const app = await it.liveApp("a");
    const user = it.site.store.users.get("sato");
    if (!user) throw new Error("no user");
    const caller: Caller = { user, by: "session", tokens: [] };
    expect(() => savePluginConfig(it.site, caller, app, "x", {})).toThrow(
      "CB_NO02",
    );
  });
});
