import { afterEach, beforeEach, describe, expect, test } from "vitest";
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
  toProvisionMessage,
  type Connection,
  type Credentials,
} from "../../src/provision/index.ts";

let site: Site;
let server: RunningServer;
let admin: Credentials;
let kintone: Connection;
const start = async (deployDelayMs = 0) => {
  site = createSite({ deployDelayMs });
  server = await startServer({ site });
  admin = {
    baseUrl: server.baseUrl,
    auth: { username: "Administrator", password: "Administrator" },
  };
  kintone = connect(admin);
};
beforeEach(() => start());
afterEach(async () => {
  await server.close();
  site.close();
});

const sentenceOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    return toProvisionMessage(error, "ja");
  }
  return "";
};

const kindsOf = async (options: Parameters<typeof previewProvision>[0]) =>
  (await previewProvision(options)).steps.map(({ kind }) => kind);

describe("the federation", () => {
  test("may be an organisation that is there, and stays it without the option", async () => {
    await kintone.directory.addOrganizations([
      { code: "kenren", name: "県連" },
    ]);
    const federation = { type: "ORGANIZATION", code: "kenren" } as const;
    const { apps } = await provision({ ...admin, federation });
    const { rights } = await kintone.client.app.getRecordAcl({
      app: apps.nominations,
    });
    expect(rights[0]?.entities).toContainEqual(
      expect.objectContaining({
        entity: { type: "ORGANIZATION", code: "kenren" },
        includeSubs: true,
      }),
    );
    expect(JSON.stringify(rights)).not.toContain("federation");
    expect(await kintone.directory.listGroups(["federation"])).toEqual([]);
    expect(await kindsOf(admin)).toEqual([]);
  });

  test("may be a group that is there", async () => {
    await kintone.directory.addGroup("office", "事務局");
    const federation = { type: "GROUP", code: "office" } as const;
    await provision({ ...admin, federation });
    expect(await kindsOf(admin)).toEqual([]);
    expect(await kindsOf({ ...admin, federation })).toEqual([]);
  });

  test("as an organisation that is not there stops before anything is made", async () => {
    const federation = { type: "ORGANIZATION", code: "nowhere" } as const;
    expect(await sentenceOf(provision({ ...admin, federation }))).toContain(
      "組織「nowhere」がありません",
    );
    expect(site.store.apps.size).toBe(0);
  });

  test("without the right to make groups the sentence says how to make it by hand", async () => {
    await fetch(`${server.baseUrl}/_local/faults`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        path: "/v1/groups.json",
        method: "POST",
        status: 403,
        body: { code: "CB_NO02", id: "x", message: "権限がありません。" },
      }),
    });
    const sentence = await sentenceOf(provision(admin));
    expect(sentence).toContain("--federation-group");
    expect(sentence).toContain("権限がありません。");
  });
});

describe("the plugin", () => {
  const pack = async (desktop: string, privateKey?: string) => {
    const packed = await packPlugin(
      { version: "1", desktop: [desktop] },
      privateKey,
    );
    return { ...packed, zip: Uint8Array.from(packed.plugin) };
  };

  test("of other contents and the same version is sent, and once only", async () => {
    const first = await pack("1;");
    await provision({ ...admin, pluginZip: first.zip });
    const { zip } = await pack("2;", first.privateKey);
    const second = { ...admin, pluginZip: zip };
    expect(await kindsOf(second)).toEqual([
      "update-plugin",
      "record-plugin",
      "deploy",
    ]);
    await provision(second);
    expect(await kindsOf(second)).toEqual([]);
    expect(await kindsOf(admin)).toEqual([]);
  });

  test("under another id stops with a sentence, and is replaced when told so", async () => {
    const former = await pack("1;");
    await provision({ ...admin, pluginZip: former.zip });
    const { zip, id } = await pack("1;");
    const other = { ...admin, pluginZip: zip };
    const sentence = await sentenceOf(provision(other));
    expect(sentence).toContain(former.id);
    expect(sentence).toContain("--replace-plugin");
    await provision({ ...other, replacePlugin: true });
    const { plugins } = await kintone.client.plugin.getPlugins({});
    expect(plugins.map((plugin) => plugin.id)).toEqual([id]);
    expect(await kindsOf(other)).toEqual([]);
  });
});

describe("--prune", () => {
  const note = async () => {
    const { apps } = await provision(admin);
    const app = apps.editions;
    await kintone.client.app.addFormFields({
      app,
      properties: {
        memo: { type: "SINGLE_LINE_TEXT", code: "memo", label: "memo" },
      },
    });
    await kintone.client.app.deployApp({ apps: [{ app }] });
    await expect
      .poll(
        async () =>
          (await kintone.client.app.getDeployStatus({ apps: [app] })).apps[0]
            ?.status,
      )
      .toBe("SUCCESS");
    for (const name of ["A", "B"])
      await kintone.client.record.addRecord({
        app,
        record: {
          name: { value: name },
          memo: { value: name === "A" ? "x" : "" },
          threshold: { value: "1" },
        },
      });
    return app;
  };

  test("says how many records lose what, and changes nothing after a no", async () => {
    const app = await note();
    const told: unknown[] = [];
    const sentence = await sentenceOf(
      provision({
        ...admin,
        prune: true,
        confirmLosses: async (losses) => {
          told.push(...losses);
          return false;
        },
      }),
    );
    expect(told).toEqual([{ app: "editions", field: "memo", filled: 1 }]);
    expect(sentence).toContain("削除を取りやめました");
    const { properties } = await kintone.client.app.getFormFields({ app });
    expect(properties).toHaveProperty("memo");
  });

  test("deletes after a yes", async () => {
    const app = await note();
    await provision({
      ...admin,
      prune: true,
      confirmLosses: () => Promise.resolve(true),
    });
    const { properties } = await kintone.client.app.getFormFields({ app });
    expect(properties).not.toHaveProperty("memo");
  });
});

describe("two at once", () => {
  test("one is done and the other is told; the next run uses the same apps", async () => {
    const outcomes = await Promise.allSettled([
      provision(admin),
      provision(admin),
    ]);
    const told = outcomes.flatMap((one) =>
      one.status === "rejected" ? [toProvisionMessage(one.reason, "ja")] : [],
    );
    expect(told.length).toBeGreaterThan(0);
    for (const sentence of told) expect(sentence).toContain("もう一度実行");
    await provision(admin);
    expect(await kindsOf(admin)).toEqual([]);
    const { apps } = await kintone.client.app.getApps({});
    expect(apps.map(({ name }) => name).sort()).toEqual(
      ["募集回", "商工会", "回答", "推薦案件", "提出台帳"].sort(),
    );
  });

  test("a run that begins after the other has made its group gives way and makes no second set", async () => {
    let other: Promise<unknown> | undefined;
    const first = provision({
      ...admin,
      onProgress: (_, { done }) => {
        // 募集回 is made and not yet published, so no list names it.
        if (done === 3) other ??= provision(admin).catch((error) => error);
      },
    });
    await first;
    expect(toProvisionMessage(await other, "ja")).toContain("もう一度実行");
    await provision(admin);
    const { apps } = await kintone.client.app.getApps({});
    expect(apps).toHaveLength(5);
  });

  test("a run during somebody's publication waits for its end", async () => {
    const { apps } = await provision(admin);
    await kintone.client.app.updateAppSettings({
      app: apps.answers,
      description: "x",
    });
    site.options.deployDelayMs = 400;
    await kintone.client.app.deployApp({ apps: [{ app: apps.answers }] });
    await provision(admin);
    expect(await kindsOf(admin)).toEqual([]);
  });
});
