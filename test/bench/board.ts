import { setTimeout as wait } from "node:timers/promises";
import { openPlainPage } from "./plain-page.ts";
import type { PlainPage } from "./plain-page.ts";
import { startBenchDemo } from "./demo-page.ts";
import type { BenchDemo } from "./demo-page.ts";
import { median, toFigure } from "./figure.ts";
import type { BenchPart } from "./figure.ts";

const USABLE_LIMIT_MS = 2_000;
const RECORDS_PER_REQUEST = 500;
const OTHER_REQUESTS = 8;

type Times = {
  /** From opening the address until the next date or a missed one is shown. */
  firstUsefulMs: number;
  /** From the last answer's last byte until the page could be clicked. */
  afterDataMs: number;
  /** From opening the address. */
  wholeMs: number;
};

type Visit = Times & { requests: number };

type Stats = {
  requests: Array<{ method: string; path: string; count: number }>;
};

const countRequests = async (baseUrl: string): Promise<number> => {
  const response = await fetch(`${baseUrl}/_local/stats`);
  const { requests } = (await response.json()) as Stats; // our own control endpoint
  return requests
    .filter(({ path }) => path.startsWith("/k/v1/"))
    .reduce((sum, { count }) => sum + count, 0);
};

/** Links to the lists and other awards are looked up after the numbers stand there. */
const countUntilQuiet = async (baseUrl: string): Promise<number> => {
  let known = -1;
  for (;;) {
    const count = await countRequests(baseUrl);
    if (count === known) return count;
    known = count;
    await wait(500);
  }
};

const findBoardUrl = async ({ client, demo }: BenchDemo): Promise<string> => {
  const { views } = await client.app.getViews({ app: demo.apps.nominations });
  return `${demo.boardUrl}?view=${views["推薦ボード"]?.id}`;
};

/**
 * Runs in the page. The board is usable once its numbers stand there and the
 * page has answered a timer after the frame that shows them.
 */
const waitUntilUsable = async (): Promise<Times> => {
  // A function with a name would need a helper that the page does not have.
  const seenMs: number[] = [];
  for (const selector of [
    '[data-suisen-value="days-left"], .suisen-board-missed',
    '[data-suisen-value="registered-in-time"]',
  ]) {
    while (document.querySelector(selector) === null)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    seenMs.push(performance.now());
  }
  await new Promise((resolve) =>
    requestAnimationFrame(() => setTimeout(resolve)),
  );
  const wholeMs = performance.now();
  const answers = performance
    .getEntriesByType("resource")
    .filter(({ name }) => new URL(name).pathname === "/k/v1/records.json")
    .map(({ startTime, duration }) => startTime + duration);
  return {
    firstUsefulMs: seenMs[0] ?? Number.NaN,
    afterDataMs: wholeMs - Math.max(...answers),
    wholeMs,
  };
};

const visitBoard = async (
  page: PlainPage,
  baseUrl: string,
  url: string,
): Promise<Visit> => {
  await page.goto("about:blank");
  await fetch(`${baseUrl}/_local/stats`, { method: "DELETE" });
  await page.goto(url);
  const times = await page.evaluate(waitUntilUsable);
  return { ...times, requests: await countUntilQuiet(baseUrl) };
};

/** The deadline board in Chromium, of thousands of nominations. */
export const measureBoard: BenchPart = async ({ isQuick, say }) => {
  const scale = isQuick ? 1_000 : 10_000;
  say(`provisioning, ${scale} nominations`);
  const bench = await startBenchDemo({ scale, onProgress: say });
  try {
    const url = await findBoardUrl(bench);
    const signedIn = await bench.open("federationManager");
    const page = await openPlainPage(signedIn.context());
    await signedIn.close();
    const visits: Visit[] = [];
    for (let turn = 0; turn < (isQuick ? 2 : 5); turn += 1) {
      visits.push(await visitBoard(page, bench.demo.baseUrl, url));
      say(`visit ${turn + 1}: ${JSON.stringify(visits.at(-1))}`);
    }
    const { totalCount } = await bench.client.record.getRecords({
      app: bench.demo.apps.nominations,
      query: "limit 1",
      totalCount: true,
    });
    const nominations = Number(totalCount);
    const note = `${nominations} nominations`;
    return {
      requests: {
        ...toFigure(
          median(visits.map(({ requests }) => requests)),
          "requests",
          Math.ceil(nominations / RECORDS_PER_REQUEST) + OTHER_REQUESTS,
        ),
        note,
      },
      usableAfterData: {
        ...toFigure(
          median(visits.map(({ afterDataMs }) => afterDataMs)),
          "ms",
          USABLE_LIMIT_MS,
        ),
        note,
      },
      firstUsefulAfterOpening: {
        ...toFigure(
          median(visits.map(({ firstUsefulMs }) => firstUsefulMs)),
          "ms",
        ),
        note: `${note}: the next date and a missed one`,
      },
      usableAfterOpening: {
        ...toFigure(
          median(visits.map(({ wholeMs }) => wholeMs)),
          "ms",
          USABLE_LIMIT_MS,
        ),
        note: `${note}, with a server in the same two cores`,
      },
    };
  } finally {
    await bench.close();
  }
};
