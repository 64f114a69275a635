import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  createSite,
  restoreSnapshot,
  startServer,
  takeSnapshot,
  type Site,
  type Snapshot,
} from "local-kintone";
import { appKeys } from "../../src/apps/index.ts";
import { cloudPracticeAward } from "../../src/programmes/index.ts";
import { provision } from "../../src/provision/index.ts";
import { planSetUp } from "../../src/provision/set-up/plan-set-up.ts";
import { createMemory } from "../../src/provision/site/memory.ts";
import { createBareSite, type BareSite } from "../support/bare-site.ts";

let bare: BareSite;
beforeEach(async () => {
  bare = createBareSite();
  // The empty app in which the plugin's settings are open.
  await bare.connection.client.app.addApp({ name: "推薦" });
});
afterEach(() => {
  bare.close();
});

const plan = () =>
  planSetUp({
    connection: bare.connection,
    programme: cloudPracticeAward,
    memory: createMemory(),
    adoptedApp: "1",
  });

const publishEmpty = async (): Promise<void> => {
  const { app } = bare.connection.client;
  await app.deployApp({ apps: [{ app: "1" }] });
  await expect
    .poll(async () => (await app.getDeployStatus({ apps: ["1"] })).apps[0])
    .toMatchObject({ status: "SUCCESS" });
};

const expectWhole = async (): Promise<void> => {
  const { actual, plan: rest } = await plan();
  expect(rest.steps).toEqual([]);
  expect(actual.apps.editions?.id).toBe("1");
  expect(bare.site.store.apps.size).toBe(appKeys.length);
};

/** Live apps that have a form while everybody may do everything in them. */
const openApps = (): string[] =>
  [...bare.site.store.apps.values()].flatMap(({ id, live }) => {
    const fields = Object.keys(live?.settings.fields ?? {});
    const hasForm = fields.some((code) => /^[a-z]/u.test(code));
    const isClosed = JSON.stringify(live?.settings.appAcl ?? []).includes(
      '"federation"',
    );
    return hasForm && !isClosed ? [String(id)] : [];
  });

/** Live settings of every app, as a person sees them: without numbers of lists. */
const settingsOf = (site: Site) =>
  [...site.store.apps.values()].map(({ live }) => {
    const { views, ...settings } = live?.settings ?? { views: {} };
    const lists = Object.entries(views).map(([name, { id: _id, ...view }]) => [
      name,
      view,
    ]);
    return { ...settings, views: Object.fromEntries(lists) };
  });

test("an app that was never published becomes 募集回, and a second press has nothing to do", async () => {
  await bare.press();
  await expectWhole();
});

test("the apps equal those of npm run provision in every setting", async () => {
  await bare.press();
  vi.unstubAllGlobals();
  const site = createSite({ deployDelayMs: 0 });
  const handler = await startServer({ site });
  await provision({
    baseUrl: handler.baseUrl,
    auth: { username: "Administrator", password: "Administrator" },
  });
  expect(settingsOf(bare.site)).toEqual(settingsOf(site));
  await handler.close();
  site.close();
});

test("an empty app that is live already becomes 募集回", async () => {
  await publishEmpty();
  await bare.press();
  await expectWhole();
});

const faults = ["drop before", "drop after", "403", "503"] as const;
type Fault = (typeof faults)[number];

/** Three of the four leave the site as it was, so every sixth place is enough for them. */
const faultsAt = (index: number): readonly Fault[] =>
  index % 6 === 0 ? faults : ["drop after"];

const failWith = async (
  fault: Fault,
  answer: () => Promise<Response>,
): Promise<Response> => {
  if (fault === "drop after") await answer();
  if (fault.startsWith("drop")) throw new TypeError("fetch failed");
  return new Response("refused", { status: Number(fault) });
};

describe("cut at every request", () => {
  test("the next press finishes it, and no app is open or made twice meanwhile", async () => {
    // A site as it is before each request that changes it.
    const before: Snapshot[] = [takeSnapshot(bare.site)];
    let reads = 0;
    bare.intercept = async ({ method }, answer) => {
      if (method === "GET") reads += 1;
      else before.push(takeSnapshot(bare.site));
      return answer();
    };
    await bare.press();
    console.log(`installer: ${reads} reads, ${before.length - 1} writes`);
    const failures: string[] = [];
    for (const [index, snapshot] of before.slice(1).entries())
      for (const fault of faultsAt(index)) {
        restoreSnapshot(bare.site, snapshot);
        // The first write notes who is at work; the one after it is the one to cut.
        let writesBefore = Math.min(index, 1);
        bare.intercept = async ({ method }, answer) => {
          if (method === "GET") return answer();
          writesBefore -= 1;
          return writesBefore === -1 ? failWith(fault, answer) : answer();
        };
        const first = await bare.press().then(
          () => "went through",
          () => "failed",
        );
        const open = openApps();
        const where = `${fault} at write ${index}`;
        if (first !== "failed") failures.push(`${where}: nothing was cut`);
        if (open.length > 0) failures.push(`${where}: open ${open.join()}`);
        bare.intercept = (_sent, answer) => answer();
        await bare.press().catch((error: unknown) => {
          failures.push(`${where}: ${String(error)}`);
        });
        if (bare.site.store.apps.size !== appKeys.length)
          failures.push(`${where}: ${bare.site.store.apps.size} apps`);
      }
    expect(failures).toEqual([]);
    await expectWhole();
  }, 600_000);
});

describe("two administrators at once", () => {
  const other = { code: "sato", name: "佐藤 <次長>" };

  test("the second is told who is at work, and goes on when the first has ended", async () => {
    let told: unknown;
    await bare.press({
      me: other,
      onProgress: ({ done }) => {
        if (done === 5 && told === undefined)
          told = bare.press().catch((error: unknown) => error);
      },
    });
    expect(await told).toMatchObject({
      code: "provision/held",
      params: { name: expect.stringContaining("佐藤") },
    });
    await expectWhole();
  });

  test("five minutes after the first has left, the second goes on", async () => {
    const leaving = new AbortController();
    await bare
      .press({
        me: other,
        signal: leaving.signal,
        onProgress: ({ done }) => {
          if (done === 5) leaving.abort();
        },
      })
      .catch(() => undefined);
    await expect(bare.press()).rejects.toMatchObject({
      code: "provision/held",
    });
    bare.site.clock.set(Date.now() + 6 * 60_000);
    await bare.press();
    await expectWhole();
  });

  test("in another app the second is sent to the first one's", async () => {
    const { app } = await bare.connection.client.app.addApp({ name: "私の" });
    await bare.press();
    await expect(bare.press({ adoptedApp: app })).rejects.toMatchObject({
      code: "provision/other-set",
      params: { app: "1" },
    });
  });
});

test("an app with fields of somebody's is left alone", async () => {
  const { app } = bare.connection.client;
  await app.addFormFields({
    app: "1",
    properties: {
      customer: { type: "SINGLE_LINE_TEXT", code: "customer", label: "顧客" },
    },
  });
  await expect(bare.press()).rejects.toMatchObject({
    code: "provision/app-in-use",
    params: { fields: "customer" },
  });
});

test("an organisation chosen as the federation has its rights, and keeps them at the next press", async () => {
  await bare.connection.directory.addOrganizations([
    { code: "kenren", name: "県連" },
  ]);
  const federation = { type: "ORGANIZATION", code: "kenren" } as const;
  await bare.press({ federation });
  const rights = JSON.stringify(settingsOf(bare.site));
  expect(rights).toContain('"kenren"');
  expect(rights).not.toContain('"federation"');
  expect(bare.site.store.groups.has("federation")).toBe(false);
  await expectWhole();
});
