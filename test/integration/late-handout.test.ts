import { afterEach, expect, test } from "vitest";
import { applyHandout } from "../../src/features/handout/apply-plan.ts";
import { loadPlan } from "../../src/features/handout/load-plan.ts";
import { connectAs } from "../support/cycle-gateway.ts";
import { startCycleSite } from "../support/cycle-site.ts";
import type { CycleSite } from "../support/cycle-site.ts";

const EDITION = "クラウド実践大賞 2022";
const edition = { name: EDITION, contactDate: "2022-07-27", closedDays: [] };

let run: CycleSite;
afterEach(() => run.close());

/** Days on which the society is notified, when the request goes out early in the morning. */
const daysTold = async (handedOutOn: string): Promise<string[]> => {
  const start = Date.parse(`${handedOutOn}T08:00:00+09:00`);
  run = await startCycleSite(`${handedOutOn}T08:00:00+09:00`, 1);
  const { gateway } = connectAs(run, "clerk");
  const plan = await loadPlan(gateway, edition, {
    closedDays: [],
    today: handedOutOn,
  });
  await applyHandout(gateway, EDITION, plan);
  for (let hour = 1; hour < 14 * 24; hour += 1) {
    run.setClock(start + hour * 3_600_000);
    if (hour % 12 === 0) await run.touch();
  }
  return run
    .notificationsOf("s01")
    .map(({ createdAt }) =>
      new Date(Date.parse(createdAt) + 9 * 3_600_000)
        .toISOString()
        .slice(5, 10),
    )
    .sort();
};

test.each([
  [
    "on the morning of the reminder's day",
    "2022-07-20",
    ["07-20", "07-26", "07-28"],
  ],
  ["two days before the date", "2022-07-25", ["07-25", "07-26", "07-28"]],
  ["on the morning before the date", "2022-07-26", ["07-26", "07-28"]],
  ["on the day itself", "2022-07-27", ["07-27", "07-28"]],
])(
  "a society whose request goes out %s is told once a day at most",
  async (_name, day, expected) => {
    expect(await daysTold(day)).toEqual(expected);
  },
);
