import { isDeepStrictEqual } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  createSite,
  restoreSnapshot,
  startServer,
  takeSnapshot,
  type Site,
  type Snapshot,
} from "local-kintone";
import type { AppSettings } from "../../src/app-kit/app-settings.ts";
import { appKeys } from "../../src/apps/index.ts";
import { writers } from "../../src/provision/apply/write-setting.ts";
import { provision } from "../../src/provision/index.ts";
import {
  isSamePlan,
  type SetUp,
} from "../../src/provision/set-up/plan-set-up.ts";
import {
  createBareSite,
  settingsOf,
  type BareSite,
} from "../support/bare-site.ts";

let bare: BareSite;
beforeEach(async () => {
  bare = createBareSite();
  // The empty app in which the plugin's settings are open.
  await bare.connection.client.app.addApp({ name: "推薦" });
});
afterEach(() => {
  bare.close();
});

const publishEmpty = async (): Promise<void> => {
  const { app } = bare.connection.client;
  await app.deployApp({ apps: [{ app: "1" }] });
  await expect
    .poll(async () => (await app.getDeployStatus({ apps: ["1"] })).apps[0])
    .toMatchObject({ status: "SUCCESS" });
};

const expectWhole = async (): Promise<void> => {
  const { actual, plan: rest } = await bare.plan();
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

/** A site as the next press finds it; the time of the note of who is at work says nothing. */
const sightOf = ({ store }: Site): string =>
  JSON.stringify([
    [...store.groups.keys()],
    [...store.apps.values()].map(({ live, preview }) => [
      live?.settings,
      preview.settings,
      live?.revision === preview.revision,
    ]),
  ]).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, "");

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

const failWith = async (
  fault: Fault,
  answer: () => Promise<Response>,
): Promise<Response> => {
  if (fault === "drop after") await answer();
  if (fault.startsWith("drop")) throw new TypeError("fetch failed");
  return new Response("refused", { status: Number(fault) });
};

/**
 * Cuts the request with this number. From then on nothing gets through, as with
 * a lost connection or session.
 *
 * @returns how many writes were tried after the cut
 */
const cutAt = async (
  fault: Fault,
  place: number,
  work: () => Promise<unknown>,
): Promise<{ readonly isCut: boolean; readonly writesAfter: number }> => {
  let seen = 0;
  let writesAfter = 0;
  bare.intercept = async ({ method }, answer) => {
    seen += 1;
    if (seen <= place) return answer();
    if (seen === place + 1) return failWith(fault, answer);
    if (method !== "GET") writesAfter += 1;
    return failWith(fault === "drop after" ? "drop before" : fault, answer);
  };
  const isCut = await work().then(
    () => false,
    () => true,
  );
  bare.intercept = (_sent, answer) => answer();
  return { isCut, writesAfter };
};

/** Counts the requests of a run, and sees the site as it is before each that changes it. */
const watch = async (
  work: () => Promise<unknown>,
  onWrite: (place: number) => void = () => undefined,
): Promise<number> => {
  let seen = 0;
  bare.intercept = async ({ method }, answer) => {
    if (method !== "GET") onWrite(seen);
    seen += 1;
    return answer();
  };
  await work();
  bare.intercept = (_sent, answer) => answer();
  return seen;
};

/** Places of the first two requests that change something; the second one is not sent. */
const findFirstWrites = async (
  work: () => Promise<unknown>,
): Promise<number[]> => {
  const places: number[] = [];
  let seen = 0;
  bare.intercept = async ({ method }, answer) => {
    if (method !== "GET") places.push(seen);
    seen += 1;
    return places.length < 2 ? answer() : failWith("drop before", answer);
  };
  await work().catch(() => undefined);
  bare.intercept = (_sent, answer) => answer();
  return places;
};

const press = (): Promise<void> => bare.press();
const applyOf = (setUp: SetUp) => (): Promise<void> => bare.apply(setUp);

type Settings = ReturnType<typeof settingsOf>;

/** Settings that are not as an uncut run makes them, by app and kind. */
const namesOfDifferent = (actual: Settings, whole: Settings): string[] =>
  whole.flatMap((settings, index) =>
    Object.entries(settings)
      .filter(
        ([kind, value]) =>
          !isDeepStrictEqual(
            // The kinds are the keys of what is compared.
            actual[index]?.[kind as keyof Settings[number]],
            value,
          ),
      )
      .map(([kind]) => `app ${index + 1}: another ${kind}`),
  );

/** Faults of the site as a cut has left it, and of the press that comes after. */
const findFaults = async (
  where: string,
  whole: Settings,
): Promise<string[]> => {
  const open = openApps();
  const next = await bare.press().then(
    () => [],
    (error: unknown) => [`${where}: ${String(error)}`],
  );
  const { size } = bare.site.store.apps;
  const different = namesOfDifferent(settingsOf(bare.site), whole);
  return [
    ...(open.length > 0 ? [`${where}: open ${open.join()}`] : []),
    ...next,
    ...(size === appKeys.length ? [] : [`${where}: ${size} apps`]),
    ...different.map((one) => `${where}: ${one}`),
  ];
};

describe("cut at every request", () => {
  test("while the plan is made, nothing is changed", async () => {
    const before = structuredClone(takeSnapshot(bare.site));
    const reads = await watch(() => bare.plan());
    expect(reads).toBeGreaterThan(10);
    for (let place = 0; place < reads; place += 1)
      for (const fault of faults) {
        const { isCut, writesAfter } = await cutAt(fault, place, press);
        expect({ isCut, writesAfter }).toEqual({ isCut: true, writesAfter: 0 });
      }
    expect(takeSnapshot(bare.site)).toEqual(before);
  });

  test("while the apps are made, the next press makes what an uncut run makes, and no app is open or made twice meanwhile", async () => {
    // A site as it is before each request that changes it, and when all is done.
    const states: Snapshot[] = [];
    const sights: string[] = [];
    const whole = await bare.plan();
    const requests = await watch(
      () => bare.apply(whole),
      () => {
        states.push(takeSnapshot(bare.site));
        sights.push(sightOf(bare.site));
      },
    );
    await expectWhole();
    sights.push(sightOf(bare.site));
    const made = settingsOf(bare.site);
    const failures: string[] = [];
    let cuts = 0;
    let presses = 0;
    for (const [index, state] of states.entries()) {
      restoreSnapshot(bare.site, state);
      const setUp = await bare.plan();
      // The first write notes who is at work; the one after it is the one to cut.
      const writes = await findFirstWrites(applyOf(setUp));
      const last = writes[Math.min(index, 1)] ?? 0;
      // A closed page sends nothing more: the site is as before the request.
      restoreSnapshot(bare.site, state);
      failures.push(
        ...(await findFaults(`page closed at write ${index}`, made)),
      );
      for (let place = 0; place <= last; place += 1)
        for (const fault of faults) {
          const where = `${fault} at request ${place} up to write ${index}`;
          restoreSnapshot(bare.site, state);
          const { isCut, writesAfter } = await cutAt(
            fault,
            place,
            applyOf(setUp),
          );
          cuts += 1;
          if (!isCut) failures.push(`${where}: nothing was cut`);
          if (writesAfter > 0) failures.push(`${where}: goes on`);
          const open = openApps();
          if (open.length > 0) failures.push(`${where}: open ${open.join()}`);
          // Each other fault leaves the site as the closed page does, this one as the page that is closed a write later.
          if (fault !== "drop after" || place !== last) continue;
          if (sightOf(bare.site) === sights[index + 1]) continue;
          presses += 1;
          failures.push(...(await findFaults(where, made)));
        }
    }
    console.log(
      `installer: ${requests} requests, ${states.length} of them writes, ${cuts} cuts, ${presses + states.length} next presses`,
    );
    expect(failures).toEqual([]);
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

test("a plan of Monday is another on Friday when somebody has changed a setting meanwhile", async () => {
  await bare.press();
  const { app } = bare.connection.client;
  const monday = await bare.plan();
  expect(isSamePlan(monday, await bare.plan())).toBe(true);
  await app.deleteFormFields({ app: "2", fields: ["kana"] });
  expect(isSamePlan(monday, await bare.plan())).toBe(false);
});

test("an app that was deleted meanwhile is made again, and the others are kept", async () => {
  await bare.press();
  const { actual } = await bare.plan();
  const answers = Number(actual.apps.answers?.id);
  bare.site.store.removeApp(answers);
  await bare.press();
  await expectWhole();
  const { actual: now } = await bare.plan();
  expect(now.apps.answers?.id).not.toBe(String(answers));
  expect(now.apps.nominations?.id).toBe(actual.apps.nominations?.id);
});

const statesOf = (...names: string[]) =>
  Object.fromEntries(
    names.map((name, index) => [
      name,
      {
        name,
        index: String(index),
        assignee: { type: "ONE" as const, entities: [] },
      },
    ]),
  );

test.each([
  ["kintone's own statuses go", [], []],
  [
    "statuses that somebody has added and not published stay",
    ["確認中"],
    ["処理中", "完了", "確認中"],
  ],
])(
  "a process that was switched on only gets ours: %s",
  async (_what, added, kept) => {
    const { client } = bare.connection;
    await client.app.updateProcessManagement({ app: "1", enable: true });
    await client.app.updateProcessManagement({
      app: "1",
      states: statesOf("未処理", "処理中", "完了", ...added),
    });
    await writers.process(client, "1", {
      process: { enable: true, states: statesOf("作成済", "送付済") },
    } as unknown as AppSettings); // The writer reads no other part.
    const { states } = await client.app.getProcessManagement({
      app: "1",
      preview: true,
    });
    expect(Object.keys(states ?? {})).toEqual(["作成済", "送付済", ...kept]);
  },
);

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
