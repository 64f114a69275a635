import { createSite, startServer } from "local-kintone";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seedAward, seedUsers } from "../../scripts/demo/index.ts";
import { toDemoOptions } from "../../scripts/demo-options.ts";
import { programmes } from "../../src/programmes/index.ts";
import { connect, provision } from "../../src/provision/index.ts";

const TODAY = "2026-07-20";
const auth = { username: "Administrator", password: "Administrator" };
const site = createSite({
  deployDelayMs: 0,
  now: Date.parse(`${TODAY}T00:00:00Z`),
});
let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  server = await startServer({ site });
  await seedUsers({ baseUrl: server.baseUrl, auth });
}, 60_000);
afterAll(async () => {
  await server.close();
  site.close();
});

const options = (programme: string | undefined) =>
  toDemoOptions({
    port: undefined,
    today: undefined,
    empty: false,
    scale: undefined,
    data: undefined,
    programme,
  }).programmes;

test("the demo shows the awards that are named, or all of them", () => {
  const [first, second] = programmes;
  expect(options(undefined)).toBeUndefined();
  expect(options("all")).toEqual(programmes);
  expect(options(`${second?.id},${first.id},${second?.id}`)).toEqual([
    second,
    first,
  ]);
  expect(() => options("nobel")).toThrow(/“nobel” is no award of this build/u);
});

test.each(programmes.map((programme) => [programme.id, programme] as const))(
  "a demo of %s alone has an open edition, requests and firms; a second start adds nothing",
  async (_id, programme) => {
    const { baseUrl } = server;
    const { apps } = await provision({ baseUrl, auth, programme });
    const award = { baseUrl, apps, programme, today: TODAY };
    const { client } = connect({ baseUrl, auth });
    const count = async (app: keyof typeof apps): Promise<number> =>
      (await client.record.getRecords({ app: apps[app] })).records.length;
    await seedAward(award);
    const [edition] = (await client.record.getRecords({ app: apps.editions }))
      .records;
    expect(edition?.editionState?.value).toBe("募集中");
    for (const { id } of programme.milestones)
      expect(edition?.[`${id}Date`]?.value).toMatch(/^2026-/u);
    const counts = [
      await count("editions"),
      await count("answers"),
      await count("nominations"),
    ];
    expect(counts).toEqual([1, 14, 3]);
    await seedAward(award);
    expect([
      await count("editions"),
      await count("answers"),
      await count("nominations"),
    ]).toEqual(counts);
  },
);
