import { cloudPracticeAward as award } from "../../src/programmes/index.ts";
import { afterEach, expect, test } from "vitest";
import { applyChange } from "../../src/features/edition-change/apply-change.ts";
import { loadChange } from "../../src/features/edition-change/load-change.ts";
import { applyHandout } from "../../src/features/handout/apply-plan.ts";
import { loadPlan } from "../../src/features/handout/load-plan.ts";
import { createGateway } from "../../src/kintone/gateway.ts";
import { createPasswordTransport } from "../../src/kintone/transport.ts";
import type { RestTransport } from "../../src/kintone/transport.ts";
import { startCycleSite } from "../support/cycle-site.ts";
import type { CycleSite } from "../support/cycle-site.ts";
import { cells, sampleItems } from "../support/nomination-site.ts";

const EDITION = "クラウド実践大賞 2022";
const settings = { closedDays: [], today: "2022-07-21" };

let run: CycleSite;
afterEach(() => run.close());

/** Counts writes, and cuts the connection at one of them when asked. */
const gatewayOf = (cutAt = Infinity) => {
  const inner = createPasswordTransport({
    baseUrl: run.baseUrl,
    username: "clerk",
    password: "clerk",
  });
  let requests = 0;
  const transport: RestTransport = {
    ...inner,
    request: async (method, path, params) => {
      requests += 1;
      if (requests === cutAt) throw new TypeError("cut before it arrived");
      const answer = await inner.request<never>(method, path, params);
      return answer;
    },
  };
  const gateway = createGateway({
    programme: award,
    page: {
      appId: "",
      fetchFormFields: () => Promise.resolve({}),
      targetApp: () => null,
    },
    app: null,
    overrides: run.apps,
    transport,
  });
  return { gateway, countRequests: () => requests };
};

const presser = {
  user: "clerk",
  at: Date.parse("2022-07-21T10:05:00+09:00"),
  timeZone: "Asia/Tokyo",
};

const twelvePoints = sampleItems.map((item, index) => ({
  value: cells({ ...item, answer: index < 12 ? "はい" : "いいえ" }),
}));

/** Three societies, one of which has a nomination of exactly 12 points; then both change. */
const prepare = async (): Promise<void> => {
  run = await startCycleSite("2022-07-21T10:00:00+09:00", 3);
  const { gateway } = gatewayOf();
  const edition = { name: EDITION, contactDate: "2022-07-27", closedDays: [] };
  await applyHandout(
    gateway,
    EDITION,
    await loadPlan(gateway, edition, settings),
  );
  await run.clientOf("s01").record.addRecord({
    app: run.apps.nominations,
    record: cells({
      edition: EDITION,
      society: "s01商工会",
      registeredName: "株式会社青空",
      checklist: twelvePoints,
    }),
  });
  await run.clerk.record.updateRecord({
    app: run.apps.editions,
    id: run.editionId,
    record: cells({ contactDate: "2022-07-29", threshold: "13" }),
  });
};

const press = async (cutAt?: number): Promise<void> => {
  const { gateway } = gatewayOf(cutAt);
  const loaded = await loadChange(gateway, run.editionId, settings);
  await applyChange(gateway, loaded, presser);
};

const readEnd = async () => {
  const { gateway } = gatewayOf();
  const { edition, plan } = await loadChange(gateway, run.editionId, settings);
  const nominations = await gateway.listRecords("nominations", {
    fields: ["contactDue", "requiredScore", "verdict", "scoreTotal"],
  });
  const answers = await gateway.listRecords("answers", {
    fields: ["answerDue", "remindOn"],
  });
  const comments = await Promise.all(
    answers.map(({ id }) => gateway.listComments("answers", id)),
  );
  return {
    stale: [plan.stale.length, plan.answers.length, plan.toNotify.length],
    history: edition.changes.map(({ changeState, changeText }) => [
      changeState,
      changeText,
    ]),
    nominations: nominations.map(
      ({ contactDue, requiredScore, verdict, scoreTotal }) => [
        contactDue,
        requiredScore,
        verdict,
        scoreTotal,
      ],
    ),
    answers: answers.map(({ answerDue, remindOn }) => [answerDue, remindOn]),
    comments: comments.map((list) => list.map(({ text }) => text.trim())),
    told: run.societies.map(
      (code) =>
        run.notificationsOf(code).filter(({ kind }) => kind === "mention")
          .length,
    ),
  };
};

test("a moved date and a raised threshold: the preview is what happens, and each society is told once", async () => {
  await prepare();
  const { gateway, countRequests } = gatewayOf();
  const loaded = await loadChange(gateway, run.editionId, settings);
  expect(loaded.plan.flips.map(({ verdictAfter }) => verdictAfter)).toEqual([
    "基準未満",
  ]);
  expect(loaded.plan.toNotify.map(({ society }) => society.code)).toEqual(
    run.societies,
  );
  await applyChange(gateway, loaded, presser);
  // One page and one batch of nominations, 6, and one per society notified.
  expect(countRequests()).toBeLessThanOrEqual(1 + 1 + 6 + 3);
  const end = await readEnd();
  expect(end).toMatchObject({
    stale: [0, 0, 0],
    nominations: [["2022-07-29", 13, "基準未満", 12]],
    answers: Array.from({ length: 3 }, () => ["2022-07-29", "2022-07-22"]),
    told: [1, 1, 1],
  });
  expect(end.history).toEqual([
    ["反映済", expect.stringContaining("県連への連絡：7/27(水) → 7/29(金)")],
  ]);
  expect(end.comments[0]?.join()).toContain(
    "株式会社青空：基準以上 → 基準未満",
  );
  expect(end.comments[1]?.join()).not.toContain("株式会社青空");
  // No reminder of the date that is no longer.
  run.setClock(Date.parse("2022-07-28T12:00:00+09:00"));
  await run.touch();
  expect(
    run
      .notificationsOf("s02")
      .filter(({ title }) => title.includes("期限超過")),
  ).toEqual([]);
});

test("cut at any request and pressed again, the end is the same and nobody is told twice", async () => {
  const ends: unknown[] = [];
  await prepare();
  const startAnew = run.remember();
  for (let cutAt = 1; cutAt <= 12; cutAt += 1) {
    startAnew();
    await press(cutAt).catch(() => undefined);
    await press();
    ends.push(await readEnd());
  }
  for (const end of ends) expect(end).toEqual(ends.at(-1));
  expect(ends.at(-1)).toMatchObject({ stale: [0, 0, 0], told: [1, 1, 1] });
});
