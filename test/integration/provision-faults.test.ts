import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createSite,
  startServer,
  type RunningServer,
  type Site,
} from "local-kintone";
import {
  createMemory,
  previewProvision,
  provision,
  toProvisionMessage,
} from "../../src/provision/index.ts";

let site: Site;
let server: RunningServer;
beforeEach(async () => {
  site = createSite({ deployDelayMs: 0 });
  server = await startServer({ site });
});
afterEach(async () => {
  await server.close();
  site.close();
});

const options = () => ({
  baseUrl: server.baseUrl,
  auth: { username: "Administrator", password: "Administrator" },
  memory,
});
let memory = createMemory();
beforeEach(() => {
  memory = createMemory();
});

const addFault = async (fault: Record<string, unknown>): Promise<void> => {
  const response = await fetch(`${server.baseUrl}/_local/faults`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(fault),
  });
  expect(response.ok).toBe(true);
};

const failure = async (): Promise<unknown> => {
  try {
    await provision(options());
  } catch (error) {
    return error;
  }
  throw new Error("Provisioning went through");
};

const expectWhole = async (): Promise<void> => {
  const { apps } = await provision(options());
  expect(Object.values(apps).sort()).toEqual(["1", "2", "3", "4", "5"]);
  expect((await previewProvision(options())).steps).toEqual([]);
};

const preview = "/k/v1/preview/app";

describe("a request that fails once", () => {
  test.each([
    [
      "fields",
      { path: `${preview}/form/fields.json`, method: "POST", skip: 6 },
    ],
    ["layout", { path: `${preview}/form/layout.json`, method: "PUT", skip: 2 }],
    ["views", { path: `${preview}/views.json`, method: "PUT", skip: 2 }],
    ["the process", { path: `${preview}/status.json`, method: "PUT" }],
    [
      "rights",
      { path: "/k/v1/preview/record/acl.json", method: "PUT", skip: 1 },
    ],
    [
      "publication",
      { path: `${preview}/deploy.json`, method: "POST", skip: 1 },
    ],
    ["a new app", { path: `${preview}.json`, method: "POST", skip: 2 }],
  ])("%s: the site is busy, then the rest is done", async (_, fault) => {
    await addFault({ ...fault, status: 503, body: "Service Unavailable" });
    expect(await failure()).toMatchObject({ code: "provision/busy" });
    await expectWhole();
  });

  test.each([
    [
      "fields",
      { path: `${preview}/form/fields.json`, method: "POST", skip: 3 },
    ],
    ["views", { path: `${preview}/views.json`, method: "PUT", skip: 1 }],
    [
      "publication",
      { path: `${preview}/deploy.json`, method: "POST", skip: 2 },
    ],
  ])(
    "%s: done, but the answer is lost; nothing is done twice",
    async (_, fault) => {
      await addFault({ ...fault, drop: "after" });
      expect(await failure()).toMatchObject({ code: "provision/unreachable" });
      await expectWhole();
    },
  );
});

test("the sentence says at which step it stopped and what to do", async () => {
  await addFault({
    path: `${preview}/status.json`,
    method: "PUT",
    status: 503,
  });
  const sentence = toProvisionMessage(await failure(), "ja");
  expect(sentence).toContain("推薦案件：プロセス管理を設定");
  expect(sentence).toContain("もう一度実行すると、続きから再開します");
});
