import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leaveBrowser, takeBrowser } from "local-kintone/testing";
import { startTestDemo, visitDemo } from "../support/demo.ts";
import type { DemoVisit, TestDemo } from "../support/demo.ts";

const EDITION = "クラウド実践大賞 2022";

let demo: TestDemo;
let browser: Browser;

beforeAll(async () => {
  [demo, browser] = await Promise.all([
    startTestDemo({ today: "2022-07-28" }),
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
  await page.locator('[data-suisen-value="registered-in-time"]').waitFor();
};

const readNumber = async (
  { page }: DemoVisit,
  name: string,
): Promise<number> => {
  const text = await page
    .locator(`[data-suisen-value="${name}"] strong`)
    .innerText();
  return Number(text);
};

const bottomOf = async (
  { page }: DemoVisit,
  value: string,
): Promise<number> => {
  const box = await page
    .locator(`[data-suisen-value="${value}"]`)
    .boundingBox();
  return box === null ? Infinity : box.y + box.height;
};

test.each(["desktop", "phone"] as const)(
  "the board is the first thing that opens on a %s, and its first 600 px say whether the date is kept and by whom not",
  async (device) => {
    const isPhone = device === "phone";
    const visit = await visitDemo(
      browser,
      demo,
      demo.user("federationManager"),
      { isPhone },
    );
    const { page } = visit;
    if (!isPhone) await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(
      `${demo.baseUrl}/k/${isPhone ? "m/" : ""}${demo.apps.nominations}/`,
    );
    await page.getByRole("heading", { name: "推薦ボード" }).waitFor();
    const openSocieties = page.locator('[data-suisen-value="open-societies"]');
    await openSocieties.waitFor();
    expect(await openSocieties.innerText()).toMatch(
      /^まだの商工会 \d+\s+\S+商工会 \d+件、.+ほか\d+商工会$/u,
    );
    expect(await bottomOf(visit, "days-left")).toBeLessThan(600);
    expect(await bottomOf(visit, "open-societies")).toBeLessThan(600);
    const print = await page
      .getByRole("button", { name: "印刷" })
      .boundingBox();
    // Above the first card it would take a row of the phone's first screen.
    expect((print?.y ?? 0) > 600).toBe(isPhone);
    // The longest name that an edition may have.
    const isWide = await page.evaluate(() => {
      const option = document.querySelector(".suisen-board-edition option");
      if (option !== null) option.textContent = "長".repeat(64);
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth > clientWidth;
    });
    expect(isWide).toBe(false);
    expect(visit.errors).toEqual([]);
    await page.close();
  },
);

test("names are confirmed for all picked firms in one press, and the number goes down", async () => {
  const visit = await visitDemo(browser, demo, demo.user("federationManager"));
  await openBoard(visit);
  const { page } = visit;
  const waiting = (
    await demo.readAll(
      "nominations",
      `edition = "${EDITION}" and ステータス in ("県連へ連絡済") and nameCheck in ("未確認") and nominationKind in ("他薦")`,
    )
  ).length;
  expect(waiting).toBeGreaterThan(0);
  const before = Number(
    await page
      .locator('[data-suisen-value="queue-nameCheck"] strong')
      .innerText(),
  );
  expect(before).toBe(waiting);
  await page.locator('[data-suisen-value="queue-nameCheck"]').click();
  await page.getByLabel("表示中の案件をすべて選ぶ").check();
  await page.getByRole("button", { name: "名称を確認済みにする" }).click();
  await page.getByText(`次の${waiting}件を変更します。`).waitFor();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: "名称を確認済みにする" })
    .click();
  await page.getByText(`${waiting}件を変更しました。`).waitFor();
  expect(await readNumber(visit, "queue-nameCheck")).toBe(0);
  const [one] = await demo.readAll(
    "nominations",
    `edition = "${EDITION}" and nameCheckedOn = "2022-07-28"`,
  );
  expect(one?.nameCheck?.value).toBe("確認済");
  expect(visit.errors).toEqual([]);
  await visit.page.close();
});

test("a silent society is chased once in its own record; a second press on the same day asks", async () => {
  const visit = await visitDemo(browser, demo, demo.user("federationManager"));
  const { page } = visit;
  await page.goto(
    `${demo.baseUrl}/k/${demo.apps.editions}/show#record=${await editionId()}`,
  );
  await page
    .getByRole("button", { name: /周知を始める|届いていない商工会に送る/ })
    .click();
  await page.getByRole("button", { name: /件を保存して知らせる/ }).click();
  await page.getByText(/商工会に周知済みです/).waitFor();
  await openBoard(visit);
  const press = () =>
    page
      .getByRole("button", { name: "返事のない商工会すべてに催促する" })
      .click();
  await press();
  await page.getByText("1商工会に、次の内容を知らせます。").waitFor();
  const dialog = page.getByRole("dialog");
  expect(await dialog.innerText()).toContain("ご回答がまだ届いていません");
  await dialog.getByRole("button", { name: "催促する" }).click();
  await page.getByText("1商工会に知らせました。").waitFor();
  await page.getByText("催促1回 7/28(木)").waitFor();
  await press();
  await dialog.getByText("本日すでに催促した商工会が1あります").waitFor();
  await dialog.getByRole("button", { name: "催促する" }).click();
  await page.getByText("どの商工会にも知らせていません。").waitFor();
  const silent = (
    await demo.readAll("answers", `edition = "${EDITION}"`)
  ).filter((one) => one.answer?.value === "未開封");
  const rows = silent.flatMap((one) => one.chases?.value as unknown[]);
  expect(
    rows.filter((row) => JSON.stringify(row).includes("2022-07-28")),
  ).toHaveLength(1);
  expect(visit.errors).toEqual([]);
  await visit.page.close();
});

const editionId = async (): Promise<string> => {
  const [edition] = await demo.readAll("editions", `name = "${EDITION}"`);
  return String(edition?.$id?.value);
};

test("a sheet that was never sent is the loudest thing on the board, which prints on one A4 landscape page", async () => {
  await demo.setClock("2022-08-02T10:00:00+09:00");
  const visit = await visitDemo(browser, demo, demo.user("federationManager"));
  await openBoard(visit);
  const alert = visit.page.getByRole("alert");
  expect(await alert.innerText()).toContain(
    "状況回答シートが未送付です — 期限 8/1(月)を1日過ぎています。",
  );
  const box = await alert.boundingBox();
  expect((box?.y ?? 9_999) + (box?.height ?? 0)).toBeLessThan(600);
  const pdf = await visit.page.pdf({ format: "A4", landscape: true });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g);
  expect(pages).toHaveLength(1);
  await visit.page.close();
  const society = await visitDemo(browser, demo, demo.user("societyStaff"));
  await society.page.goto(await demo.listUrl("推薦ボード"));
  await society.page.getByRole("heading", { name: "自会の回答" }).waitFor();
  expect(await society.page.getByText("状況回答シートが未送付").count()).toBe(
    0,
  );
  expect(await society.page.getByText("目標").count()).toBe(0);
  await society.page.close();
});

test("every linked number opens a list of exactly so many records, and a name typed into the search leaves that firm alone", async () => {
  await demo.setClock("2022-07-29T09:00:00+09:00");
  const visit = await visitDemo(browser, demo, demo.user("federationManager"));
  await openBoard(visit);
  const { page } = visit;
  await page.locator('[data-suisen-value="step-preparing"] a').waitFor();
  const links = await page
    .locator(
      '#suisen-matrix td a, [data-suisen-value^="step-"] a, [data-suisen-value^="societies-"] a',
    )
    .evaluateAll((all) =>
      all.map((link) => ({
        href: link instanceof HTMLAnchorElement ? link.href : "",
        text:
          (link.closest("td, li") ?? link).textContent?.replace(/\s+/g, " ") ??
          "",
      })),
    );
  expect(links.length).toBeGreaterThan(20);
  for (const { href, text } of links) {
    const url = new URL(href);
    const app = url.pathname.includes(`/${demo.apps.answers}/`)
      ? "answers"
      : "nominations";
    const records = await demo.readAll(
      app,
      url.searchParams.get("query") ?? "",
    );
    const count = Number(/(?:× |)(\d+)件?\s*$/.exec(text)?.[1] ?? "1");
    expect([text, records.length]).toEqual([
      text,
      /\d+月|\d+\/\d+\(.\)\s*$/.test(text) ? 1 : count,
    ]);
  }
  const firms = page.locator("#suisen-lines tbody tr a");
  const name = await firms.first().innerText();
  await page.getByRole("searchbox").fill(name);
  expect(new Set(await firms.allInnerTexts())).toEqual(new Set([name]));
  expect(visit.errors).toEqual([]);
  await visit.page.close();
});

test("firms are registered in bulk with what the sheet lists, asked once for all", async () => {
  await demo.setClock("2022-07-29T09:00:00+09:00");
  const visit = await visitDemo(browser, demo, demo.user("federationManager"));
  await openBoard(visit);
  const { page } = visit;
  await page.locator("#suisen-lines select").first().selectOption("register");
  const rows = page.locator("#suisen-lines tbody tr");
  const count = await rows.count();
  expect(count).toBeGreaterThan(0);
  await page.getByLabel("表示中の案件をすべて選ぶ").check();
  await page.getByRole("button", { name: "登録済みにする" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("応援団員").fill("応援 花子");
  const press = () =>
    dialog.getByRole("button", { name: "登録済みにする" }).click();
  const receipts = dialog.locator('[name^="receipt-"]');
  const names = await receipts.evaluateAll((all) =>
    all.map((one) => one.getAttribute("name") ?? ""),
  );
  await receipts.first().fill("");
  await press();
  await dialog.getByText("「受付番号」を入力してください").waitFor();
  for (const [index, name] of names.entries())
    await dialog.locator(`[name="${name}"]`).fill(`R-${index + 1}`);
  await press();
  await page.getByText(`${names.length}件を変更しました。`).waitFor();
  const done = await demo.readAll(
    "nominations",
    `registerDone = "2022-07-29" and receiptNumber in (${names.map((_none, index) => `"R-${index + 1}"`).join(", ")})`,
  );
  expect(done).toHaveLength(names.length);
  for (const one of done) {
    expect(one.ステータス?.value).toBe("登録済");
    expect(one.supporterName?.value).not.toBe("");
  }
  expect(visit.errors).toEqual([]);
  await visit.page.close();
});
