import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";
import { startBenchDemo } from "./demo-page.ts";
import type { BenchDemo } from "./demo-page.ts";
import { toFigure } from "./figure.ts";
import type { BenchPart } from "./figure.ts";

const REQUESTS_LIMIT = 3_000;
const SOCIETIES = 60;
const BOARDS_OF_FEDERATION = 100;
/** Longer than a page takes between two requests. */
const QUIET_MS = 2_000;

/** Twenty page views of a society: it looks more often than it writes. */
const societyDay = {
  board: 4,
  list: 4,
  answer: 3,
  nomination: 5,
  nominationEdit: 3,
  nominationNew: 1,
} as const;

type View = keyof typeof societyDay;

/** Requests by app key. */
type Counts = Readonly<Record<string, number>>;

type Stats = {
  requests: Array<{ path: string; app: number | null; count: number }>;
};

const readCounts = async ({ demo }: BenchDemo): Promise<Counts> => {
  const response = await fetch(`${demo.baseUrl}/_local/stats`);
  const { requests } = (await response.json()) as Stats; // our own control endpoint
  const counts: Record<string, number> = {};
  for (const [key, id] of Object.entries(demo.apps))
    counts[key] = requests
      .filter(
        ({ path, app }) =>
          path.startsWith("/k/v1/") && app !== null && String(app) === id,
      )
      .reduce((sum, { count }) => sum + count, 0);
  return counts;
};

const sumOf = (counts: Counts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** The counts once nothing has been added for a while; a busy machine is slow to ask. */
const readSettled = async (bench: BenchDemo): Promise<Counts> => {
  let counts = await readCounts(bench);
  for (;;) {
    await wait(QUIET_MS);
    const later = await readCounts(bench);
    if (sumOf(later) === sumOf(counts)) return later;
    counts = later;
  }
};

/**
 * The requests of a page view, and of the work that follows it.
 *
 * @param sign - selector of what the plugin draws there
 */
const countView = async (
  bench: BenchDemo,
  page: Page,
  { url, sign }: { url: string; sign: string },
  work: () => Promise<void> = () => Promise.resolve(),
): Promise<Counts> => {
  await page.goto("about:blank");
  await fetch(`${bench.demo.baseUrl}/_local/stats`, { method: "DELETE" });
  await page.goto(url);
  await page.locator(sign).first().waitFor();
  await work();
  return readSettled(bench);
};

const firstIdOf = async (
  { client, demo }: BenchDemo,
  app: "editions" | "answers" | "nominations",
  condition: string,
): Promise<string> => {
  const { records } = await client.record.getRecords({
    app: demo.apps[app],
    query: `${condition} order by $id desc limit 1`,
  });
  return String(records[0]?.$id?.value);
};

const findViews = async (
  bench: BenchDemo,
): Promise<Record<View, { url: string; sign: string }>> => {
  const { client, demo } = bench;
  const { views } = await client.app.getViews({ app: demo.apps.nominations });
  const own = 'societyCode = "s01"';
  const nomination = await firstIdOf(
    bench,
    "nominations",
    `${own} and ステータス in ("準備中")`,
  );
  const answer = await firstIdOf(bench, "answers", own);
  const app = `${demo.baseUrl}/k/${demo.apps.nominations}`;
  return {
    board: {
      url: `${app}/?view=${views["推薦ボード"]?.id}`,
      sign: "#suisen-matrix",
    },
    list: {
      url: `${app}/?view=${views["自会の案件"]?.id}`,
      sign: '[data-suisen="list-badge"] .suisen-badge',
    },
    answer: {
      url: `${demo.baseUrl}/k/${demo.apps.answers}/show#record=${answer}`,
      sign: '[data-suisen="answer-notice"] p',
    },
    nomination: {
      url: `${app}/show#record=${nomination}`,
      sign: '[data-suisen="deadline-line"] .suisen-badge',
    },
    nominationEdit: {
      url: `${app}/show#record=${nomination}&mode=edit`,
      sign: ".suisen-question",
    },
    nominationNew: { url: `${app}/edit`, sign: ".suisen-question" },
  };
};

const countChange = async (bench: BenchDemo, page: Page): Promise<Counts> => {
  const { client, demo } = bench;
  const id = await firstIdOf(bench, "editions", 'editionState in ("募集中")');
  await client.record.updateRecord({
    app: demo.apps.editions,
    id,
    record: { contactDate: { value: "2022-07-29" } },
  });
  const edition = {
    url: `${demo.baseUrl}/k/${demo.apps.editions}/show#record=${id}`,
    sign: '[data-suisen="edition-change"]',
  };
  return countView(bench, page, edition, async () => {
    await page.getByRole("button", { name: "変更を反映" }).click();
    await page.getByText("反映済").first().waitFor();
  });
};

const addTimes = (
  sums: Record<string, number>,
  counts: Counts,
  times: number,
): void => {
  for (const [key, count] of Object.entries(counts))
    sums[key] = (sums[key] ?? 0) + count * times;
};

/**
 * Requests per app on a working day of a federation with 60 societies: 20 page views of each, 100
 * openings of the board, one change of the edition. Each kind of page is opened and counted once.
 *
 * @see https://jp.cybozu.help/k/ja/id/040466.html (10,000 requests per app and day)
 */
export const measureDay: BenchPart = async ({ say }) => {
  const bench = await startBenchDemo({ today: "2022-07-20" });
  try {
    const views = await findViews(bench);
    const sums: Record<string, number> = {};
    const society = await bench.open("societyStaff");
    for (const view of Object.keys(societyDay) as View[]) {
      const counts = await countView(bench, society, views[view]);
      say(`${view} of a society: ${JSON.stringify(counts)}`);
      addTimes(sums, counts, societyDay[view] * SOCIETIES);
    }
    const manager = await bench.open("federationManager");
    const board = await countView(bench, manager, views.board);
    say(`board of the federation: ${JSON.stringify(board)}`);
    addTimes(sums, board, BOARDS_OF_FEDERATION);
    const change = await countChange(bench, manager);
    say(`change of the edition: ${JSON.stringify(change)}`);
    addTimes(sums, change, 1);
    return Object.fromEntries(
      Object.entries(sums).map(([key, sum]) => [
        key,
        toFigure(sum, "requests", REQUESTS_LIMIT),
      ]),
    );
  } finally {
    await bench.close();
  }
};
