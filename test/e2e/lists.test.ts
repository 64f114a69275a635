import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leaveBrowser, takeBrowser } from "local-kintone/testing";
import { startTestDemo, visitDemo } from "../support/demo.ts";
import type { DemoVisit, TestDemo } from "../support/demo.ts";
import { countIndependently } from "../support/independent-board.ts";

const EDITION = "クラウド実践大賞 2022";
const MILESTONES = [
  "県連への連絡",
  "他薦登録",
  "状況回答シート提出",
  "実践事例の提出",
];

let demo: TestDemo;
let browser: Browser;

beforeAll(async () => {
  [demo, browser] = await Promise.all([
    startTestDemo({ today: "2022-07-20" }),
    takeBrowser(),
  ]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await demo?.close();
});

const visit = () =>
  visitDemo(browser, demo, demo.user("federationManager"), {
    timezoneId: "America/Los_Angeles",
  });

type Row = { text: string; badge: string; step: string };

const stepIn = (text: string): string =>
  /準備中|県連へ連絡済|登録済|報告済|差戻し|取下げ/.exec(text)?.[0] ?? "";

/** Visible rows of a list: each row's text, and the badge in it. */
const readRows = async (
  { page }: DemoVisit,
  view: string,
): Promise<readonly Row[]> => {
  await page.goto("about:blank");
  await page.goto(`${await demo.listUrl(view)}&size=100`);
  const rows = page.locator("tbody tr");
  await rows.or(page.getByText("データがありません。")).first().waitFor();
  await expect
    .poll(() => page.locator('[data-suisen="list-badge"]').count())
    .toBe(await rows.count());
  return Promise.all(
    (await rows.all()).map(async (row) => ({
      text: await row.innerText(),
      badge: (await row.locator(".suisen-badge").allInnerTexts()).join(" "),
      step: stepIn(await row.innerText()),
    })),
  );
};

/** A list knows no edition: records that an earlier one left open are in it too. */
const countOverdue = async (today: string): Promise<number> => {
  const [editions, nominations] = await Promise.all([
    demo.readAll("editions"),
    demo.readAll("nominations"),
  ]);
  const counts = editions.map((edition) =>
    countIndependently({
      edition,
      nominations: nominations.filter(
        (one) => one.edition?.value === edition.name?.value,
      ),
      societies: [],
      answers: [],
      today,
    }),
  );
  return counts.reduce((sum, { overdue }) => sum + overdue.length, 0);
};

test.each([
  ["2022-07-28T00:01:00+09:00", "2022-07-28"],
  ["2022-08-01T23:59:00+09:00", "2022-08-01"],
  ["2022-08-02T00:01:00+09:00", "2022-08-02"],
])(
  "at %s 「期限超過」 holds what the board calls overdue, and each row says so",
  async (instant, today) => {
    await demo.setClock(instant);
    const manager = await visit();
    const overdue = await countOverdue(today);
    expect(overdue).toBeGreaterThan(0);
    const late = new Map<string, Row>();
    for (const milestone of MILESTONES) {
      const rows = await readRows(manager, `期限超過（${milestone}）`);
      rows.forEach((row) => late.set(row.text, row));
    }
    expect(late.size).toBe(overdue);
    expect(new Set([...late.values()].map(({ badge }) => badge))).toEqual(
      new Set(["期限超過"]),
    );
    expect(manager.errors).toEqual([]);
    await manager.page.close();
  },
);

test("a row that is past caring carries no badge, the others their most urgent date", async () => {
  await demo.setClock("2022-07-27T12:00:00+09:00");
  const manager = await visit();
  const rows = await readRows(manager, "すべての案件");
  const badgesOf = (step: string) => [
    ...new Set(
      rows
        .filter((row) => row.step === step && row.text.includes(EDITION))
        .map(({ badge }) => badge),
    ),
  ];
  expect(badgesOf("取下げ")).toEqual([""]);
  expect(badgesOf("差戻し")).toEqual([""]);
  // 27 July is the day on which the federation wants to have the answer.
  expect(badgesOf("準備中")).toContain("本日");
  expect(badgesOf("報告済")).not.toContain("本日");
  await manager.page.close();
});
