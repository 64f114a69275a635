import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createSite,
  startServer,
  type RunningServer,
  type Site,
} from "local-kintone";
import { appKeys, type AppKey } from "../../src/apps/index.ts";
import {
  connect,
  createFileMemory,
  previewProvision,
  provision,
  type Connection,
  type Credentials,
} from "../../src/provision/index.ts";
import { createRepeatedSetUp } from "../support/provisioned.ts";
import { tinyProgramme } from "../support/tiny-programme.ts";

let site: Site;
let server: RunningServer;
let admin: Credentials;
let kintone: Connection;
beforeEach(async () => {
  site = createSite({ deployDelayMs: 0 });
  server = await startServer({ site });
  admin = {
    baseUrl: server.baseUrl,
    auth: { username: "Administrator", password: "Administrator" },
  };
  kintone = connect(admin);
});
afterEach(async () => {
  await server.close();
  site.close();
});

const setUpApps = createRepeatedSetUp(() => provision(admin));
const setUpFurther = createRepeatedSetUp(async () => {
  await setUpApps(site);
  return provision({ ...admin, programme: tinyProgramme });
});

const publish = (app: string) =>
  expect
    .poll(async () => {
      const { apps } = await kintone.client.app.getDeployStatus({
        apps: [app],
      });
      return apps[0]?.status;
    })
    .toBe("SUCCESS");

describe("provision", () => {
  test("makes five live apps, and a second run plans nothing", async () => {
    const { apps } = await provision(admin);
    const { apps: listed } = await kintone.client.app.getApps({});
    expect(listed.map(({ appId, name }) => [appId, name])).toEqual([
      [apps.editions, "募集回"],
      [apps.societies, "商工会"],
      [apps.nominations, "推薦案件"],
      [apps.answers, "回答"],
      [apps.deliveries, "提出台帳"],
    ]);
    expect(await previewProvision(admin)).toEqual({
      steps: [],
      obstacles: [],
      undeclared: [],
    });
  });

  test("two programmes live side by side and share 商工会", async () => {
    const first = await setUpApps(site);
    const second = await setUpFurther(site);
    expect(
      appKeys.filter((key) => first.apps[key] === second.apps[key]),
    ).toEqual(["societies"]);
    const { properties } = await kintone.client.app.getFormFields({
      app: second.apps.nominations,
    });
    expect(properties).toHaveProperty("intakeDue");
    expect(properties).not.toHaveProperty("registerDue");
    expect(properties.society).toMatchObject({
      lookup: { relatedApp: { app: first.apps.societies } },
    });
    const nothing = { steps: [], obstacles: [], undeclared: [] };
    expect(await previewProvision({ ...admin, prune: true })).toEqual(nothing);
    expect(
      await previewProvision({ ...admin, programme: tinyProgramme }),
    ).toEqual(nothing);
  });

  test("a 商工会 shows the nominations of each programme on their own", async () => {
    const first = await setUpApps(site);
    const second = await setUpFurther(site);
    const { properties } = await kintone.client.app.getFormFields({
      app: first.apps.societies,
    });
    expect(properties.societyNominations).toMatchObject({
      referenceTable: { relatedApp: { app: first.apps.nominations } },
    });
    expect(properties.societyNominationsProductContest).toMatchObject({
      label: "推薦案件（特産品コンテスト）",
      referenceTable: { relatedApp: { app: second.apps.nominations } },
    });
  });

  test("a further set leaves the name, the lists and the rights of 商工会 alone", async () => {
    const { apps } = await setUpApps(site);
    const read = async () => {
      const app = apps.societies;
      const { revision: _, ...general } =
        await kintone.client.app.getAppSettings({ app });
      const { views } = await kintone.client.app.getViews({ app });
      const { rights } = await kintone.client.app.getAppAcl({ app });
      const records = await kintone.client.app.getRecordAcl({ app });
      return { general, views, rights, records: records.rights };
    };
    const before = await read();
    await setUpFurther(site);
    expect(await read()).toEqual(before);
  });

  test("a further set asks for the federation that the first one names", async () => {
    await kintone.directory.addGroup("kenren", "県連");
    await provision({
      ...admin,
      federation: { type: "GROUP", code: "kenren" },
    });
    const { apps } = await provision({ ...admin, programme: tinyProgramme });
    const { rights } = await kintone.client.app.getAppAcl({
      app: apps.nominations,
    });
    expect(rights.map(({ entity }) => entity.code)).toEqual([
      null,
      "kenren",
      "everyone",
    ]);
  });

  test("says what it does, one line a step", async () => {
    const lines: string[] = [];
    await provision({ ...admin, onProgress: (line) => lines.push(line) });
    expect(lines[0]).toMatch(
      /^\[1\/\d+\] グループ「県連」（federation）を作成$/u,
    );
    expect(lines.at(-1)).toBe("完了しました。");
  });

  test("an app that was renamed is found again", async () => {
    const { apps } = await setUpApps(site);
    await kintone.client.app.updateAppSettings({
      app: apps.answers,
      name: "回答（県連）",
    });
    const plan = await previewProvision(admin);
    expect(plan.steps.map(({ kind }) => kind)).toEqual(["setting", "deploy"]);
  });

  test("a copy with our mark is told, not guessed at", async () => {
    const { apps } = await setUpApps(site);
    const { description } = await kintone.client.app.getAppSettings({
      app: apps.answers,
    });
    const { app } = await kintone.client.app.addApp({ name: "回答 写し" });
    await kintone.client.app.updateAppSettings({ app, description });
    await kintone.client.app.deployApp({ apps: [{ app }] });
    await publish(app);
    await expect(provision(admin)).rejects.toMatchObject({
      code: "provision/app-twice",
      params: { app: "answers", ids: `${apps.answers}, ${app}` },
    });
  });
});

describe("what others made", () => {
  let apps: Readonly<Record<AppKey, string>>;
  beforeEach(async () => {
    ({ apps } = await setUpApps(site));
    const app = apps.societies;
    await kintone.client.app.addFormFields({
      app,
      properties: {
        メモ: { type: "SINGLE_LINE_TEXT", code: "メモ", label: "メモ" },
      },
    });
    const { views } = await kintone.client.app.getViews({ app, preview: true });
    await kintone.client.app.updateViews({
      app,
      views: {
        ...views,
        担当の一覧: {
          type: "LIST",
          index: 9,
          name: "担当の一覧",
          fields: ["name", "メモ"],
        },
      },
    });
    await kintone.client.app.deployApp({ apps: [{ app }] });
    await publish(app);
  });

  const look = async () => {
    const app = apps.societies;
    const [{ properties }, { layout }, { views }] = await Promise.all([
      kintone.client.app.getFormFields({ app }),
      kintone.client.app.getFormLayout({ app }),
      kintone.client.app.getViews({ app }),
    ]);
    return {
      hasField: "メモ" in properties,
      isPlaced: JSON.stringify(layout).includes("メモ"),
      views: Object.keys(views).sort(),
    };
  };
  const theirs = {
    hasField: true,
    isPlaced: true,
    views: ["すべての商工会", "担当の一覧", "有効な商工会"],
  };

  test("is no reason to do anything, and is told", async () => {
    const { steps, undeclared } = await previewProvision(admin);
    expect(steps).toEqual([]);
    expect(undeclared).toEqual([
      { app: "societies", what: "field", name: "メモ" },
      { app: "societies", what: "view", name: "担当の一覧" },
    ]);
  });

  test("stays while form and lists are put right", async () => {
    const app = apps.societies;
    const { views } = await kintone.client.app.getViews({ app, preview: true });
    const { 有効な商工会: _, ...rest } = views;
    await kintone.client.app.updateViews({ app, views: rest });
    await kintone.client.app.deleteFormFields({ app, fields: ["kana"] });
    await provision(admin);
    expect(await look()).toEqual(theirs);
    expect((await previewProvision(admin)).steps).toEqual([]);
  });

  test("goes with prune, and nothing else does", async () => {
    await provision({ ...admin, prune: true });
    expect(await look()).toEqual({
      hasField: false,
      isPlaced: false,
      views: ["すべての商工会", "有効な商工会"],
    });
    expect(await previewProvision(admin)).toMatchObject({
      steps: [],
      undeclared: [],
    });
  });

  test("an option of theirs keeps its values", async () => {
    const app = apps.societies;
    await kintone.client.app.updateFormFields({
      app,
      properties: {
        active: {
          type: "RADIO_BUTTON",
          label: "?",
          options: {
            有効: { label: "有効", index: "0" },
            "統合・廃止": { label: "統合・廃止", index: "1" },
            休止: { label: "休止", index: "2" },
          },
        },
      },
    });
    await provision(admin);
    const { properties } = await kintone.client.app.getFormFields({ app });
    expect(properties.active).toMatchObject({
      label: "状態",
      options: { 休止: { label: "休止" } },
    });
  });

  test("a field of another type under our code stops everything before it starts", async () => {
    const app = apps.deliveries;
    await kintone.client.app.deleteFormFields({ app, fields: ["sentTo"] });
    await kintone.client.app.addFormFields({
      app,
      properties: { sentTo: { type: "NUMBER", code: "sentTo", label: "数" } },
    });
    await kintone.client.app.updateAppSettings({
      app: apps.editions,
      theme: "BLACK",
    });
    await expect(provision(admin)).rejects.toMatchObject({
      code: "provision/type-conflict",
      params: { app: "提出台帳", field: "sentTo" },
    });
    const { theme } = await kintone.client.app.getAppSettings({
      app: apps.editions,
      preview: true,
    });
    expect(theme).toBe("BLACK");
  });
});

describe("after a failure half-way", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "suisen-provision-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const options = () => ({
    ...admin,
    memory: createFileMemory(folder, admin.baseUrl, "cloud-practice-award"),
  });

  /** Lets the server die in the middle of the given step. */
  const failAt = async (step: number): Promise<void> => {
    const lines: string[] = [];
    await expect(
      provision({
        ...options(),
        onProgress: (line) => {
          lines.push(line);
          if (lines.length === step) throw new Error("the power went out");
        },
      }),
    ).rejects.toThrow("the power went out");
  };

  test.each([3, 5, 8, 12, 17, 30, 50])(
    "at step %i the next run goes on and makes nothing twice",
    async (step) => {
      await failAt(step);
      const { apps } = await provision(options());
      expect(Object.values(apps).sort()).toEqual(["1", "2", "3", "4", "5"]);
      expect((await previewProvision(options())).steps).toEqual([]);
    },
  );
});

describe("who may not", () => {
  test.each([
    ["a wrong password", "Administrator", "x", "provision/login-refused"],
  ])("%s is told so", async (_, username, password, code) => {
    await expect(
      provision({ ...admin, auth: { username, password } }),
    ).rejects.toMatchObject({ code });
  });

  test("a site that does not answer is told so", async () => {
    await expect(
      provision({ ...admin, baseUrl: "http://localhost:1" }),
    ).rejects.toMatchObject({
      code: "provision/unreachable",
      params: { address: "http://localhost:1" },
    });
  });

  test("a user without rights is told what it takes, and nothing is left behind", async () => {
    await kintone.directory.addUsers([
      { code: "taro", name: "太郎", password: "pw", email: "" },
    ]);
    await expect(
      provision({ ...admin, auth: { username: "taro", password: "pw" } }),
    ).rejects.toMatchObject({ code: "provision/no-group-right" });
    expect((await kintone.client.app.getApps({})).apps).toEqual([]);
  });
});
