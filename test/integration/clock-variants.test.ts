import { afterEach, expect, test } from "vitest";
import { applyChange } from "../../src/features/edition-change/apply-change.ts";
import { loadChange } from "../../src/features/edition-change/load-change.ts";
import { applyHandout } from "../../src/features/handout/apply-plan.ts";
import { loadPlan } from "../../src/features/handout/load-plan.ts";
import { todayIn } from "../../src/domain/today.ts";
import { connectAs } from "../support/cycle-gateway.ts";
import { startCycleSite } from "../support/cycle-site.ts";
import type { CycleSite } from "../support/cycle-site.ts";
import { cells } from "../support/nomination-site.ts";

const EDITION = "クラウド実践大賞 2022";
const START = "2022-07-20T08:00:00+09:00";
const DAY_MS = 86_400_000;

let run: CycleSite;
afterEach(() => run.close());

const today = (): string => todayIn("Asia/Tokyo", run.site.clock.now());
const settings = () => ({ closedDays: [], today: today() });

const handOut = async (): Promise<void> => {
  const { gateway } = connectAs(run, "clerk");
  const edition = await gateway.fetchRecord("editions", run.editionId);
  await applyHandout(
    gateway,
    EDITION,
    await loadPlan(gateway, edition, settings()),
  );
};

const moveDate = async (contactDate: string): Promise<void> => {
  await run.changeEdition({ contactDate });
  const { gateway } = connectAs(run, "clerk");
  await applyChange(
    gateway,
    await loadChange(gateway, run.editionId, settings()),
    { user: "clerk", at: run.site.clock.now(), timeZone: "Asia/Tokyo" },
  );
};

const answerNone = async (society: string): Promise<void> => {
  const { gateway } = connectAs(run, society);
  const [own] = await gateway.listRecords("answers", { fields: ["answer"] });
  await gateway.updateRecord("answers", own?.id ?? "", {
    answer: "該当なし",
    reason: "なし",
  });
};

/** Lets the days go by; nobody opens a page but for what is planned on a day. */
const letDaysGoBy = async (
  works: Readonly<Record<string, () => Promise<unknown>>>,
): Promise<void> => {
  for (let day = 1; day < 32; day += 1) {
    run.setClock(Date.parse(START) + day * DAY_MS);
    // Any request lets the stand-in send what fell due.
    await run.touch();
    await works[today()]?.();
  }
};

/** Days on which a society was notified, from kintone's list of its notices. */
const daysOf = (society: string): string[] =>
  run
    .notificationsOf(society)
    .map(({ createdAt }) =>
      todayIn("Asia/Tokyo", Date.parse(createdAt)).slice(5),
    )
    .toSorted();

test.each([1, 7, 60])(
  "with %i societies each is told on the same days, and one that answers is left alone",
  async (count) => {
    run = await startCycleSite(START, count);
    await handOut();
    await letDaysGoBy({ "2022-07-22": () => answerNone("s01") });
    const [first, ...others] = run.societies;
    expect(daysOf(first ?? "")).toEqual(["07-20"]);
    expect(others.map(daysOf)).toEqual(
      others.map(() => ["07-20", "07-26", "07-28"]),
    );
  },
);

test("a date on a Saturday is reminded of five business days before, the day before and the day after", async () => {
  run = await startCycleSite(START, 2);
  await run.changeEdition({ contactDate: "2022-07-30" });
  await handOut();
  await letDaysGoBy({});
  expect(daysOf("s01")).toEqual(["07-20", "07-22", "07-29", "07-31"]);
});

const addSociety = async (): Promise<void> => {
  await run.clerk.record.updateRecords({
    app: run.apps.societies,
    records: (
      await run.clerk.record.getAllRecordsWithCursor({
        app: run.apps.societies,
        query: 'code = "s03"',
      })
    ).map(({ $id }) => ({
      id: String($id?.value),
      record: cells({ active: "有効" }),
    })),
  });
  await handOut();
};

test("a society that joins in the middle gets the request with one press, and nobody else is told again", async () => {
  run = await startCycleSite(START, 3);
  const societies = await run.clerk.record.getAllRecordsWithCursor({
    app: run.apps.societies,
    query: 'code = "s03"',
  });
  await run.clerk.record.updateRecord({
    app: run.apps.societies,
    id: String(societies[0]?.$id?.value),
    record: cells({ active: "統合・廃止" }),
  });
  await handOut();
  await letDaysGoBy({ "2022-07-24": addSociety });
  expect(daysOf("s01")).toEqual(["07-20", "07-26", "07-28"]);
  expect(daysOf("s03")).toEqual(["07-24", "07-26", "07-28"]);
});

test("a date that is moved on its eve is announced once, and the old one is not mentioned any more", async () => {
  run = await startCycleSite(START, 2);
  await handOut();
  await letDaysGoBy({ "2022-07-25": () => moveDate("2022-08-05") });
  expect(daysOf("s01")).toEqual(["07-20", "07-25", "07-29", "08-04", "08-06"]);
});

test("a date moved while one society is being added: its record follows with the next press", async () => {
  run = await startCycleSite(START, 2);
  const { gateway } = connectAs(run, "clerk");
  const old = await loadPlan(
    gateway,
    await gateway.fetchRecord("editions", run.editionId),
    settings(),
  );
  await run.changeEdition({ contactDate: "2022-08-05" });
  await applyHandout(gateway, EDITION, old);
  await moveDate("2022-08-05");
  await letDaysGoBy({});
  const days = daysOf("s01");
  expect(days.filter((day) => day > "07-20")).toEqual([
    "07-29",
    "08-04",
    "08-06",
  ]);
});
