import type { CDPSession, Page } from "playwright-core";
import { startBenchDemo } from "./demo-page.ts";
import type { BenchDemo } from "./demo-page.ts";
import { median, toFigure } from "./figure.ts";
import type { BenchPart, Figures } from "./figure.ts";

const FRAME_MS = 16;

type Tick = { scriptMs: number; workMs: number; nextFrameMs: number };

const secondsOf = (
  metrics: ReadonlyArray<{ name: string; value: number }>,
  ...names: string[]
): number =>
  metrics
    .filter(({ name }) => names.includes(name))
    .reduce((sum, { value }) => sum + value, 0);

/** Runs in the page: one answer, until the frame that shows it has been drawn. */
const tickOne = (index: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const question = document.querySelectorAll(".suisen-question")[index];
    const radios = question?.querySelectorAll<HTMLInputElement>(
      "input[type=radio]:not(:checked)",
    );
    const radio = radios?.[0];
    if (radio === undefined) {
      reject(new Error(`Question ${index} cannot be ticked`));
      return;
    }
    const start = performance.now();
    radio.click();
    requestAnimationFrame(() => {
      // A message comes after the frame's style, layout and paint.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - start);
      port2.postMessage(null);
    });
  });

const measureOne = async (
  page: Page,
  session: CDPSession,
  index: number,
): Promise<Tick> => {
  const before = (await session.send("Performance.getMetrics")).metrics;
  const nextFrameMs = await page.evaluate(tickOne, index);
  const after = (await session.send("Performance.getMetrics")).metrics;
  const spent = (...names: string[]): number =>
    (secondsOf(after, ...names) - secondsOf(before, ...names)) * 1_000;
  return {
    scriptMs: spent("ScriptDuration"),
    workMs: spent("ScriptDuration", "LayoutDuration", "RecalcStyleDuration"),
    nextFrameMs,
  };
};

const tickThrough = async (
  bench: BenchDemo,
  page: Page,
  rounds: number,
): Promise<{ ticks: Tick[]; items: number }> => {
  await page.goto("about:blank");
  await page.goto(`${bench.demo.boardUrl}edit`);
  await page.locator(".suisen-question").first().waitFor();
  const items = await page.locator(".suisen-question").count();
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const ticks: Tick[] = [];
  for (let turn = 0; turn < rounds * items; turn += 1) {
    ticks.push(await measureOne(page, session, turn % items));
  }
  // The first ones warm the engine up.
  return { ticks: ticks.slice(Math.min(5, items)), items };
};

const toFigures = (
  { ticks, items }: { ticks: Tick[]; items: number },
  name: string,
): Figures => {
  const note = `${ticks.length} ticks, ${items} items`;
  const of = (pick: (tick: Tick) => number): number => median(ticks.map(pick));
  return {
    [`${name}Script`]: {
      ...toFigure(
        of(({ scriptMs }) => scriptMs),
        "ms",
        FRAME_MS,
      ),
      note,
    },
    [`${name}ScriptStyleLayout`]: {
      ...toFigure(
        of(({ workMs }) => workMs),
        "ms",
        FRAME_MS,
      ),
      note,
    },
    [`${name}NextFrame`]: {
      ...toFigure(
        of(({ nextFrameMs }) => nextFrameMs),
        "ms",
      ),
      note: `${note}, waiting for the screen included`,
    },
  };
};

/** Every open edition gets its own items once more under other ids. */
const doubleChecklists = async ({ client, demo }: BenchDemo): Promise<void> => {
  const { records } = await client.record.getRecords({
    app: demo.apps.editions,
    query: 'editionState in ("募集中")',
  });
  for (const record of records) {
    const rows = record.checklist?.value as Array<{
      value: Record<string, { value: unknown }>;
    }>; // a table, whose columns the client does not know
    const again = rows.map(({ value }) => ({
      value: { ...value, itemId: { value: `${value.itemId?.value}x` } },
    }));
    await client.record.updateRecord({
      app: demo.apps.editions,
      id: String(record.$id?.value),
      record: { checklist: { value: [...rows, ...again] } },
    });
  }
};

/** A tick on the score panel of a new nomination, until it is on screen. */
export const measureTick: BenchPart = async ({ isQuick, say }) => {
  const rounds = isQuick ? 1 : 3;
  say("provisioning");
  const bench = await startBenchDemo({ today: "2022-07-20" });
  try {
    const page = await bench.open("societyStaff");
    say("ticking the sample checklist");
    const sample = await tickThrough(bench, page, rounds);
    await doubleChecklists(bench);
    say("ticking twice as many items");
    const doubled = await tickThrough(bench, page, rounds);
    return { ...toFigures(sample, "sample"), ...toFigures(doubled, "doubled") };
  } finally {
    await bench.close();
  }
};
