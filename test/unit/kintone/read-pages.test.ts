import { expect, test } from "vitest";
import { readPages } from "../../../src/kintone/read-pages.ts";
import type { PageAsk } from "../../../src/kintone/read-pages.ts";

/** An app whose records may change after each page. */
const anApp = (
  ids: number[],
  afterPage: (page: number) => void = () => undefined,
) => {
  const asks: PageAsk[] = [];
  const fetchPage = async (ask: PageAsk) => {
    asks.push(ask);
    const page = asks.length;
    await Promise.resolve();
    const matching = ids
      .filter((id) => id > ask.above && id < ask.below)
      .toSorted((a, b) => (ask.order === "asc" ? a - b : b - a));
    const answer = {
      records: matching.slice(0, ask.limit),
      totalCount: ask.totalCount ? String(matching.length) : null,
    };
    afterPage(page);
    return answer;
  };
  return { asks, fetchPage };
};

const asIs = { idOf: (id: number) => id, parse: (id: number) => id };
const idsTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

test.each([
  [0, 1],
  [499, 1],
  [500, 1],
  [501, 2],
  [1000, 2],
  [1001, 3],
  [10_000, 20],
])(
  "%i records are read once each, in order, with %i requests",
  async (n, requests) => {
    const { asks, fetchPage } = anApp(idsTo(n));
    expect(await readPages(fetchPage, asIs, {})).toEqual(idsTo(n));
    expect(asks).toHaveLength(requests);
  },
);

test("after the first page two are under way at a time", async () => {
  const { asks, fetchPage } = anApp(idsTo(3000));
  await readPages(fetchPage, asIs, {});
  expect(asks.slice(0, 3).map(({ order }) => order)).toEqual([
    "asc",
    "asc",
    "desc",
  ]);
});

test("records that are deleted meanwhile move no other one out of sight", async () => {
  const ids = idsTo(2600);
  const { fetchPage } = anApp(ids, (page) => {
    if (page === 2) ids.splice(0, 700);
  });
  const read = await readPages(fetchPage, asIs, {});
  expect(read).toEqual([...new Set(read)]);
  expect(read.filter((id) => id > 1000)).toEqual(ids.filter((id) => id > 1000));
});

test("a limit reads one page", async () => {
  const { asks, fetchPage } = anApp(idsTo(3000));
  expect(await readPages(fetchPage, asIs, { limit: 2 })).toEqual([1, 2]);
  expect(asks).toHaveLength(1);
});

test("the progress ends with all of them", async () => {
  const seen: Array<{ done: number; total: number }> = [];
  const { fetchPage } = anApp(idsTo(1200));
  await readPages(fetchPage, asIs, { onProgress: (next) => seen.push(next) });
  expect(seen).toEqual([
    { done: 500, total: 1200 },
    { done: 1000, total: 1200 },
    { done: 1200, total: 1200 },
  ]);
});

test("after a stop or a failure nothing more is asked", async () => {
  const stopper = new AbortController();
  const { asks, fetchPage } = anApp(idsTo(5000), (page) => {
    if (page === 3) stopper.abort();
  });
  await expect(
    readPages(fetchPage, asIs, { signal: stopper.signal }),
  ).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(asks.length).toBeLessThanOrEqual(4);
  const lost = anApp(idsTo(5000), (page) => {
    if (page === 3) throw new TypeError("lost");
  });
  await expect(readPages(lost.fetchPage, asIs, {})).rejects.toThrow("lost");
  const after = lost.asks.length;
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(lost.asks).toHaveLength(after);
});
