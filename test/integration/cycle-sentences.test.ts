import { afterEach, expect, test } from "vitest";
import { desktopErrors } from "../../src/errors/desktop-catalogue.ts";
import { toMessage } from "../../src/errors/to-message.ts";
import { applyChange } from "../../src/features/edition-change/apply-change.ts";
import { loadChange } from "../../src/features/edition-change/load-change.ts";
import {
  applyHandout,
  handOut as pressHandOut,
} from "../../src/features/handout/apply-plan.ts";
import { loadPlan } from "../../src/features/handout/load-plan.ts";
import type { Gateway } from "../../src/kintone/gateway.ts";
import { connectAs, readAll } from "../support/cycle-gateway.ts";
import { startCycleSite } from "../support/cycle-site.ts";
import type { CycleSite } from "../support/cycle-site.ts";

const EDITION = "クラウド実践大賞 2022";
const NOW = "2022-07-21T10:00:00+09:00";
const settings = { closedDays: [], today: "2022-07-21" };
const edition = { name: EDITION, contactDate: "2022-07-27", closedDays: [] };
const presser = { user: "clerk", at: Date.parse(NOW), timeZone: "Asia/Tokyo" };

let run: CycleSite;
afterEach(() => run.close());

/** The sentence with which a press ends; null when it worked. */
const sentenceOf = (work: Promise<unknown>): Promise<string | null> =>
  work.then(
    () => null,
    (error: unknown) => toMessage(error, "ja", desktopErrors),
  );

const handOut = async (gateway: Gateway): Promise<void> =>
  applyHandout(gateway, EDITION, await loadPlan(gateway, edition, settings));

const change = async (gateway: Gateway): Promise<string[]> =>
  applyChange(
    gateway,
    await loadChange(gateway, run.editionId, settings),
    presser,
  );

/** Loses every distinct reading the first time, before it arrives. */
const connectLosingReads = () => {
  const lost = new Set<string>();
  const connection = connectAs(run, "clerk", (send) => async (...call) => {
    const key = JSON.stringify(call);
    if (call[0] !== "GET" || lost.has(key)) return send(...call);
    lost.add(key);
    throw new TypeError("fetch failed");
  });
  return { ...connection, countLost: () => lost.size };
};

/** Presses until it works. @returns the sentences of the presses that did not */
const pressUntilDone = async (
  press: () => Promise<unknown>,
): Promise<string[]> => {
  const sentences: string[] = [];
  for (let times = 0; times < 30; times += 1) {
    const sentence = await sentenceOf(press());
    if (sentence === null) return sentences;
    sentences.push(sentence);
  }
  throw new Error("Thirty presses did not finish the work");
};

test("every reading lost once: each press says that the network is gone, and pressing again finishes", async () => {
  run = await startCycleSite(NOW, 3);
  const { gateway, countLost } = connectLosingReads();
  const sentences = await pressUntilDone(() => handOut(gateway));
  expect(await readAll(run, "answers")).toHaveLength(3);
  expect(run.toldTimes()).toEqual([1, 1, 1]);
  await run.changeEdition({ contactDate: "2022-07-29" });
  sentences.push(...(await pressUntilDone(() => change(gateway))));
  // Two readings of one press may be lost at once.
  expect(sentences.length).toBeGreaterThanOrEqual(4);
  expect(countLost()).toBeGreaterThanOrEqual(sentences.length);
  expect(new Set(sentences)).toEqual(
    new Set([
      "kintoneにつながりません。ネットワークの接続を確かめてから、もう一度操作してください。",
    ]),
  );
  expect(run.toldTimes()).toEqual([2, 2, 2]);
  const end = await loadChange(gateway, run.editionId, settings);
  expect(end.plan).toMatchObject({ stale: [], answers: [], toNotify: [] });
});

test("two people hand out at once: the second is told so, and nobody gets it twice", async () => {
  run = await startCycleSite(NOW, 3);
  const [first, second] = [connectAs(run, "clerk"), connectAs(run, "clerk")];
  const plans = await Promise.all([
    loadPlan(first.gateway, edition, settings),
    loadPlan(second.gateway, edition, settings),
  ]);
  await applyHandout(first.gateway, EDITION, plans[0]);
  const sentence = await sentenceOf(
    applyHandout(second.gateway, EDITION, plans[1]),
  );
  expect(sentence).toBe(
    "ほかの人が先に周知しました。「もう一度読み取る」を押して、まだ届いていない商工会を確かめてください。",
  );
  expect(await readAll(run, "answers")).toHaveLength(3);
  expect(run.toldTimes()).toEqual([1, 1, 1]);
  // The next press reads a new plan and has nothing left to do.
  expect(await sentenceOf(handOut(second.gateway))).toBeNull();
  expect(run.toldTimes()).toEqual([1, 1, 1]);
});

const EDITION_CHANGED =
  "募集回がこの画面を開いたあとに更新されています。今回の分は、まだだれにも知らせていません。「もう一度読み取る」を押して、期限と状態を確かめてください。";

test("a press whose answer was lost: the next one blames nobody else and does not say that nobody was told before", async () => {
  run = await startCycleSite(NOW, 3);
  const { gateway } = connectAs(run, "clerk", (send) => async (...call) => {
    if (call[1] !== "bulkRequest") return send(...call);
    await send(...call);
    throw new TypeError("fetch failed");
  });
  const shown = await gateway.fetchRecord("editions", run.editionId);
  const press = async () => {
    const plan = await loadPlan(gateway, shown, settings);
    return sentenceOf(pressHandOut(gateway, shown, plan, "ご案内です。"));
  };
  expect(await press()).toContain("kintoneにつながりません。");
  expect(run.toldTimes()).toEqual([1, 1, 1]);
  expect(await press()).toBe(EDITION_CHANGED);
  expect(run.toldTimes()).toEqual([1, 1, 1]);
});

test.each([
  ["moved its date", { contactDate: "2022-07-29" }],
  ["closed it", { editionState: "終了" }],
])(
  "an edition whose page is open while somebody %s is handed out to nobody, until it is read again",
  async (_what, values) => {
    run = await startCycleSite(NOW, 3);
    await run.changeEdition({ noticeText: "ご案内です。" });
    const { gateway } = connectAs(run, "clerk");
    const read = () => gateway.fetchRecord("editions", run.editionId);
    const shown = await read();
    const plan = await loadPlan(gateway, shown, settings);
    await run.changeEdition(values);
    expect(await sentenceOf(pressHandOut(gateway, shown, plan, null))).toBe(
      EDITION_CHANGED,
    );
    expect(await readAll(run, "answers")).toEqual([]);
    expect(run.toldTimes()).toEqual([0, 0, 0]);
    await run.changeEdition({ editionState: "募集中" });
    const now = await read();
    const planNow = await loadPlan(gateway, now, settings);
    expect(
      await sentenceOf(pressHandOut(gateway, now, planNow, null)),
    ).toBeNull();
    expect(run.toldTimes()).toEqual([1, 1, 1]);
    const answers = await readAll(run, "answers");
    expect(answers.map(({ answerDue }) => answerDue?.value)).toEqual(
      answers.map(() => now.contactDate),
    );
  },
);

test("two people apply a change at once, or the edition is closed meanwhile: the other press says that it was changed", async () => {
  run = await startCycleSite(NOW, 3);
  const { gateway } = connectAs(run, "clerk");
  await handOut(gateway);
  await run.changeEdition({ contactDate: "2022-07-29" });
  const seen = await loadChange(gateway, run.editionId, settings);
  await change(gateway);
  const told = run.toldTimes();
  expect(await sentenceOf(applyChange(gateway, seen, presser))).toContain(
    "ほかの人がこのレコードを先に更新しました。",
  );
  expect(run.toldTimes()).toEqual(told);
  await run.changeEdition({ contactDate: "2022-07-28" });
  const later = await loadChange(gateway, run.editionId, settings);
  await run.changeEdition({ editionState: "終了" });
  expect(await sentenceOf(applyChange(gateway, later, presser))).toContain(
    "ほかの人がこのレコードを先に更新しました。",
  );
  expect(run.toldTimes()).toEqual(told);
});
