import { afterEach, expect, test } from "vitest";
import { applyChange } from "../../src/features/edition-change/apply-change.ts";
import { loadChange } from "../../src/features/edition-change/load-change.ts";
import { applyHandout } from "../../src/features/handout/apply-plan.ts";
import { loadPlan } from "../../src/features/handout/load-plan.ts";
import { applyBulk } from "../../src/kintone/bulk-moves.ts";
import type { Gateway } from "../../src/kintone/gateway.ts";
import { connectAs, readAll } from "../support/cycle-gateway.ts";
import { startCycleSite } from "../support/cycle-site.ts";
import type { CycleSite } from "../support/cycle-site.ts";
import { addManyNominations } from "../support/many-nominations.ts";
import { cells } from "../support/nomination-site.ts";

const EDITION = "クラウド実践大賞 2022";
const TODAY = "2022-07-21";
const NOW = "2022-07-21T10:00:00+09:00";
const settings = { closedDays: [], today: TODAY };
const edition = { name: EDITION, contactDate: "2022-07-27", closedDays: [] };
const presser = { user: "clerk", at: Date.parse(NOW), timeZone: "Asia/Tokyo" };

let run: CycleSite;
afterEach(() => run.close());

const handOut = async (gateway: Gateway, notice?: string): Promise<void> => {
  const plan = await loadPlan(gateway, edition, settings);
  const { revision } = await gateway.fetchRecord("editions", run.editionId);
  await applyHandout(
    gateway,
    EDITION,
    plan,
    notice === undefined
      ? null
      : { editionId: run.editionId, revision, text: notice },
  );
};

test("60 societies get the request within 6 requests, and 100 within 6, too", async () => {
  run = await startCycleSite(NOW, 100);
  const startAnew = run.remember();
  const later = (await readAll(run, "societies")).slice(0, 40);
  await run.clerk.record.updateRecords({
    app: run.apps.societies,
    records: later.map(({ $id }) => ({
      id: String($id?.value),
      record: cells({ active: "統合・廃止" }),
    })),
  });
  for (const count of [60, 100]) {
    if (count === 100) startAnew();
    const { gateway, countRequests } = connectAs(run, "clerk");
    await handOut(gateway, "ご案内です。");
    expect(countRequests()).toBeLessThanOrEqual(6);
    expect(await readAll(run, "answers")).toHaveLength(count);
    expect(run.toldTimes().filter((times) => times === 1)).toHaveLength(count);
    expect(run.toldTimes().filter((times) => times > 1)).toEqual([]);
  }
});

test("a change that is stopped goes on with the next press, and nobody is told twice", async () => {
  run = await startCycleSite(NOW, 5);
  const { gateway } = connectAs(run, "clerk");
  await handOut(gateway);
  await addManyNominations(run, EDITION, 250);
  const before = run.toldTimes();
  await run.changeEdition({ contactDate: "2022-07-29" });
  const stopper = new AbortController();
  const progress: number[] = [];
  await expect(
    applyChange(
      gateway,
      await loadChange(gateway, run.editionId, settings),
      presser,
      ({ done }) => {
        progress.push(done);
        if (done === 2) stopper.abort();
      },
      stopper.signal,
    ),
  ).rejects.toThrow();
  expect(progress).toEqual([1, 2]);
  const half = await loadChange(gateway, run.editionId, settings);
  expect(half.plan.stale.length).toBe(150);
  await applyChange(gateway, half, presser);
  const end = await loadChange(gateway, run.editionId, settings);
  expect(end.plan).toMatchObject({ stale: [], answers: [], toNotify: [] });
  expect(run.toldTimes()).toEqual(before.map((times) => times + 1));
});

const confirmNames = async (
  gateway: Gateway,
  signal: AbortSignal,
  onProgress: (progress: { done: number; total: number }) => void,
) => {
  const waiting = await gateway.listRecords("nominations", {
    fields: [
      "status",
      "registeredName",
      "corporateNumber",
      "businessKind",
      "edition",
      "nominationKind",
      "contactDue",
      "contactDone",
      "registerDue",
      "registerDone",
      "reportDue",
      "reportDone",
      "caseDue",
      "caseDone",
      "nameCheck",
    ],
  });
  return applyBulk(
    gateway,
    "nameCheck",
    waiting.filter(({ nameCheck }) => nameCheck !== "確認済"),
    {
      today: TODAY,
      user: "clerk",
      registeredOn: TODAY,
      registrationOf: () => ({}),
      signal,
      onProgress,
    },
  );
};

test("a bulk action over 500 firms shows its progress, is stopped and gone on with", async () => {
  run = await startCycleSite(NOW, 5);
  await addManyNominations(run, EDITION, 500);
  const all = await readAll(run, "nominations");
  for (let at = 0; at < 500; at += 100)
    await run.clerk.record.updateRecords({
      app: run.apps.nominations,
      records: all.slice(at, at + 100).map(({ $id }) => ({
        id: String($id?.value),
        record: cells({ nameCheck: "未確認" }),
      })),
    });
  const { gateway } = connectAs(run, "clerk");
  const stopper = new AbortController();
  const progress: number[] = [];
  const first = await confirmNames(gateway, stopper.signal, ({ done }) => {
    progress.push(done);
    if (done === 200) stopper.abort();
  });
  expect(progress).toEqual([100, 200]);
  expect(first.done).toHaveLength(200);
  const rest = await confirmNames(
    gateway,
    new AbortController().signal,
    () => undefined,
  );
  expect(rest.done).toHaveLength(300);
  expect(rest.failures).toEqual([]);
  const end = await readAll(run, "nominations");
  expect(new Set(end.map(({ nameCheck }) => nameCheck?.value))).toEqual(
    new Set(["確認済"]),
  );
});

test("an answer deleted by hand is handed out anew, to that society alone", async () => {
  run = await startCycleSite(NOW, 5);
  const { gateway } = connectAs(run, "clerk");
  await handOut(gateway);
  const second = (await readAll(run, "answers")).find(
    ({ society }) => society?.value === "s02商工会",
  );
  await run.clerk.record.deleteRecords({
    app: run.apps.answers,
    ids: [String(second?.$id?.value)],
  });
  await handOut(gateway);
  const answers = await readAll(run, "answers");
  expect(answers.map(({ society }) => society?.value).sort()).toEqual([
    "s01商工会",
    "s02商工会",
    "s03商工会",
    "s04商工会",
    "s05商工会",
  ]);
  // The notice about the deleted record is still there.
  expect(run.toldTimes()).toEqual([1, 2, 1, 1, 1]);
});

test("a date in the past and a threshold of 0 are applied like others, and told once", async () => {
  run = await startCycleSite(NOW, 5);
  const { gateway } = connectAs(run, "clerk");
  await handOut(gateway);
  await addManyNominations(run, EDITION, 6);
  const before = run.toldTimes();
  await run.changeEdition({ contactDate: "2022-07-15", threshold: "0" });
  await applyChange(
    gateway,
    await loadChange(gateway, run.editionId, settings),
    presser,
  );
  expect(run.toldTimes()).toEqual(before.map((times) => times + 1));
  const nominations = await readAll(run, "nominations");
  for (const { contactDue, requiredScore, verdict } of nominations)
    expect([contactDue?.value, requiredScore?.value, verdict?.value]).toEqual([
      "2022-07-15",
      "0",
      "基準以上",
    ]);
  const end = await loadChange(gateway, run.editionId, settings);
  expect(end.plan).toMatchObject({ stale: [], answers: [], toNotify: [] });
});

test("an edition closed while a change is being applied: the change ends whole, once it is pressed again", async () => {
  run = await startCycleSite(NOW, 5);
  const { gateway } = connectAs(run, "clerk");
  await handOut(gateway);
  await run.changeEdition({ contactDate: "2022-07-29" });
  const loaded = await loadChange(gateway, run.editionId, settings);
  await run.changeEdition({ editionState: "終了" });
  const before = run.toldTimes();
  // The preview is of another edition than the one that is stored now.
  await expect(applyChange(gateway, loaded, presser)).rejects.toMatchObject({
    code: "kintone/changed-meanwhile",
  });
  expect(run.toldTimes()).toEqual(before);
  await run.changeEdition({ editionState: "募集中" });
  await applyChange(
    gateway,
    await loadChange(gateway, run.editionId, settings),
    presser,
  );
  expect(run.toldTimes()).toEqual(before.map((times) => times + 1));
});
