import { cloudPracticeAward as award } from "../../src/programmes/index.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { HandoutPlan } from "../../src/domain/plan-handout.ts";
import { applyHandout } from "../../src/features/handout/apply-plan.ts";
import { loadPlan } from "../../src/features/handout/load-plan.ts";
import { createGateway } from "../../src/kintone/gateway.ts";
import { where } from "../../src/kintone/query.ts";
import { createPasswordTransport } from "../../src/kintone/transport.ts";
import { startDemoSite, type DemoSite } from "../support/demo-site.ts";

const EDITION = "クラウド実践大賞 2022";
const edition = { name: EDITION, contactDate: "2022-07-27", closedDays: [] };
const settings = { closedDays: [], today: "2022-07-15" };

let demo: DemoSite;
beforeAll(async () => {
  demo = await startDemoSite("2022-07-15");
});
afterAll(() => demo.close());

const gatewayOf = (user: string) =>
  createGateway({
    programme: award,
    page: {
      appId: "",
      fetchFormFields: () => Promise.resolve({}),
      targetApp: () => null,
    },
    app: null,
    overrides: demo.apps,
    transport: createPasswordTransport(demo.credentials(user)),
  });

const listAnswers = () =>
  gatewayOf("hamano").listRecords("answers", {
    fields: ["societyCode", "answer", "answeredOn", "answerDue", "remindOn"],
    condition: where("edition", "=", EDITION),
  });

const planAs = (user: string): Promise<HandoutPlan> =>
  loadPlan(gatewayOf(user), edition, settings);

test("two people who press at once hand out one record per society", async () => {
  const before = await listAnswers();
  const [first, second] = await Promise.all([
    planAs("hamano"),
    planAs("hamano"),
  ]);
  const told = demo.notificationsOf("hoshi").length;
  expect(first.add.length).toBeGreaterThan(0);
  const ends = await Promise.allSettled(
    [first, second].map((plan) =>
      applyHandout(gatewayOf("hamano"), EDITION, plan),
    ),
  );
  expect(ends.map(({ status }) => status).sort()).toEqual([
    "fulfilled",
    "rejected",
  ]);
  const after = await listAnswers();
  expect(after).toHaveLength(before.length + first.add.length);
  expect(new Set(after.map(({ societyCode }) => societyCode)).size).toBe(
    after.length,
  );
  // Answers given before are the same as they were.
  for (const { id, answer, answeredOn } of before) {
    expect(after.find((one) => one.id === id)).toMatchObject({
      answer,
      answeredOn,
    });
  }
  const silent = after.find(({ societyCode }) => societyCode === "s13");
  expect(silent).toMatchObject({
    answer: "未開封",
    answeredOn: null,
    answerDue: "2022-07-27",
    remindOn: "2022-07-20",
  });
  // A society that had answered already is not notified again.
  expect(demo.notificationsOf("hoshi").length).toBe(told);
  expect(await planAs("hamano")).toMatchObject({ add: [], update: [] });
});
