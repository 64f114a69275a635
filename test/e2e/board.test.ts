import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leaveBrowser, takeBrowser } from "local-kintone/testing";
import { startTestDemo, visitDemo } from "../support/demo.ts";
import type { DemoVisit, TestDemo } from "../support/demo.ts";
import { countIndependently } from "../support/independent-board.ts";

const EDITION = "クラウド実践大賞 2022";

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

const openBoard = async ({ page }: DemoVisit): Promise<void> => {
  await page.goto("about:blank");
  await page.goto(await demo.listUrl("推薦ボード"));
  await page.getByRole("heading", { name: "推薦ボード" }).waitFor();
};

const readValue = async ({ page }: DemoVisit, name: string): Promise<string> =>
  (await page.locator(`[data-suisen-value="${name}"]`).innerText()).replace(
    /\s+/g,
    " ",
  );

const readNumber = async (visit: DemoVisit, name: string): Promise<number> =>
  Number(/\d+/.exec(await readValue(visit, name))?.[0]);

const readRecords = async () => {
  const condition = `edition = "${EDITION}"`;
  const [editions, nominations, societies, answers, deliveries] =
    await Promise.all([
      demo.readAll("editions", `name = "${EDITION}"`),
      demo.readAll("nominations", condition),
      demo.readAll("societies"),
      demo.readAll("answers", condition),
      demo.readAll("deliveries", condition),
    ]);
  const [edition] = editions;
  if (edition === undefined) {
    throw new Error("The demo has no edition 2022");
  }
  return { edition, nominations, societies, answers, deliveries };
};

const steps = [
  ["preparing", "準備中"],
  ["contact", "県連へ連絡済"],
  ["register", "登録済"],
  ["report", "報告済"],
  ["returned", "差戻し"],
  ["withdrawn", "取下げ"],
] as const;

// The clock's instant, and the day it is in Japan then. The browser itself is in Los Angeles,
// where it is the day before. The counts of further moments are held without a browser.
test.each([
  ["the last day at 23:59", "2022-08-01T23:59:00+09:00", "2022-08-01"],
  ["the day after at 00:01", "2022-08-02T00:01:00+09:00", "2022-08-02"],
  ["after everything", "2022-08-16T00:01:00+09:00", "2022-08-16"],
])(
  "every number of the board is right on %s (%s)",
  async (_name, instant, today) => {
    await demo.setClock(instant);
    const visit = await visitDemo(
      browser,
      demo,
      demo.user("federationManager"),
      {
        timezoneId: "America/Los_Angeles",
      },
    );
    await openBoard(visit);
    const expected = countIndependently({ ...(await readRecords()), today });

    expect(await readNumber(visit, "registered-in-time")).toBe(
      expected.registeredInTime,
    );
    expect(await readValue(visit, "target-detail")).toBe(
      `登録済 ${expected.registered}件 ・ 推薦中の案件 ${expected.running}件`,
    );
    for (const state of ["candidate", "noCandidate", "noAnswer"] as const) {
      expect(await readNumber(visit, `societies-${state}`), state).toBe(
        expected.societies[state],
      );
    }
    expect(await readNumber(visit, "overdue")).toBe(expected.overdue.length);
    expect(await readNumber(visit, "week")).toBe(expected.week.length);
    for (const [step, state] of steps) {
      expect(await readNumber(visit, `step-${step}`), state).toBe(
        expected.steps[state] ?? 0,
      );
    }
    if (expected.nextDate === null) {
      expect(
        await visit.page.getByText("これから来る期限はありません").count(),
      ).toBe(1);
    } else {
      expect(
        await visit.page.locator("time").first().getAttribute("datetime"),
      ).toBe(expected.nextDate);
      expect(await readValue(visit, "days-left")).toBe(
        expected.nextDate === today
          ? "本日が期限です"
          : `あと${expected.businessDaysLeft}営業日`,
      );
    }
    expect(visit.errors).toEqual([]);
    await visit.page.close();
  },
);

test("a society's staff see the board cut to their own society, and no button for the sheet", async () => {
  await demo.setClock("2022-07-20T09:00:00+09:00");
  const visit = await visitDemo(browser, demo, demo.user("societyStaff"));
  await openBoard(visit);
  const { page } = visit;
  const own = await demo
    .clientOf(demo.user("societyStaff"))
    .record.getAllRecords({ app: demo.apps.societies });
  expect(own).toHaveLength(1);
  const rows = page.locator("#suisen-matrix tbody th");
  expect(await rows.allInnerTexts()).toEqual([String(own[0]?.name?.value)]);
  expect(await page.getByText("まだ返事のない商工会").count()).toBe(0);
  expect(await page.getByText("同じ事業者と思われる案件").count()).toBe(0);
  expect(
    await page.getByRole("button", { name: "状況回答シートを作成" }).count(),
  ).toBe(0);
  const others = (await demo.readAll("societies"))
    .map((one) => String(one.name?.value))
    .filter((name) => name !== String(own[0]?.name?.value));
  const text = await page.locator("body").innerText();
  expect(others.filter((name) => text.includes(name))).toEqual([]);
  await visit.page.close();
});

test("a card narrows the list, and the list comes back", async () => {
  await demo.setClock("2022-07-29T09:00:00+09:00");
  const visit = await visitDemo(browser, demo, demo.user("federationManager"));
  await openBoard(visit);
  const lines = visit.page.locator("#suisen-lines tbody tr");
  const showRest = async (): Promise<void> => {
    const rest = visit.page.getByRole("button", { name: /残り\d+件を表示/ });
    if ((await rest.count()) > 0) {
      await rest.click();
    }
  };
  // The heading comes before the nominations.
  await lines.first().waitFor();
  await showRest();
  const all = await lines.count();
  const overdue = await readNumber(visit, "overdue");
  expect(overdue).toBeGreaterThan(0);
  await visit.page.locator('[data-suisen-value="overdue"]').click();
  await showRest();
  expect(await lines.count()).toBe(overdue);
  await visit.page.getByRole("button", { name: "すべて表示" }).click();
  await showRest();
  expect(await lines.count()).toBe(all);
  await visit.page.close();
});

test("when kintone is out of breath the board says so and can be loaded again", async () => {
  await demo.setClock("2022-07-20T09:00:00+09:00");
  const visit = await visitDemo(browser, demo, demo.user("federationManager"));
  await demo.addFault({
    status: 503,
    body: "<html>Service Unavailable</html>",
    path: "/k/v1/records.json",
    count: 200,
  });
  await visit.page.goto(await demo.listUrl("推薦ボード"));
  await visit.page
    .getByRole("alert")
    .filter({ hasText: "応答していません" })
    .first()
    .waitFor({ timeout: 30_000 });
  await demo.clearFaults();
  await visit.page.getByRole("button", { name: "もう一度読み込む" }).click();
  await visit.page.getByRole("heading", { name: "次の期限" }).waitFor();
  await visit.page.close();
});

// The last one: it takes an app away.
test("with a sibling app deleted the board says so, whatever still arrives", async () => {
  const visit = await visitDemo(browser, demo, demo.user("federationManager"));
  const deleted = await fetch(`${demo.baseUrl}/_local/apps`, {
    method: "DELETE",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ app: demo.apps.answers }),
  });
  // 404: gone already, when the test is tried again.
  expect([200, 404]).toContain(deleted.status);
  // The nominations come in after the refusal.
  await demo.addFault({
    path: "/k/v1/records.json",
    skip: 1,
    count: 1,
    delayMs: 1_000,
  });
  await visit.page.goto(await demo.listUrl("推薦ボード"));
  await visit.page
    .getByRole("alert")
    .filter({ hasText: "必要なアプリが見つかりません" })
    .waitFor();
  await visit.page.waitForLoadState("networkidle");
  expect(
    await visit.page.getByRole("button", { name: "もう一度読み込む" }).count(),
  ).toBe(1);
  await visit.page.close();
});
