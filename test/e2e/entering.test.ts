import type { Browser, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import {
  cells,
  openAs,
  useNominationSite,
} from "../support/nomination-site.ts";
import type { NominationSite } from "../support/nomination-site.ts";

let site: NominationSite;
let browser: Browser;
useNominationSite((opened) => ({ site, browser } = opened));

const LONG_NAME = `㈱${"とても長い名称の".repeat(24)}商店`;

const field = (page: Page, name: string) =>
  page.getByRole("textbox", { name, exact: true });

const openCreate = async (
  device: "desktop" | "phone" = "desktop",
  locale: "ja-JP" | "en-US" = "ja-JP",
) => {
  const opened = await openAs(browser, site, "aohama", device, locale);
  const place = device === "phone" ? "k/m" : "k";
  await opened.page.goto(
    `${site.baseUrl}/${place}/${site.apps.nominations}/edit`,
  );
  await opened.page.locator(".suisen-question").first().waitFor();
  return opened;
};

/** Sums every layout shift from here on, also those that follow an input. */
const watchShifts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: string[] = [];
    // The test reads it back from the same page.
    Object.assign(globalThis, { suisenShifts: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // The declarations of this kind of entry are not part of the DOM's.
        const { value, sources } = entry as unknown as {
          value: number;
          sources: Array<{ node: Node | null }>;
        };
        // Below a hundred-thousandth of the screen no field has moved by a pixel.
        if (value < 0.00001) continue;
        const nodes = sources.map(({ node }) => node?.textContent?.trim());
        const focus = document.activeElement?.getAttribute("aria-label") ?? "";
        seen.push(`${value} ${focus}: ${nodes.join(" / ")}`);
      }
    }).observe({ type: "layout-shift" });
  });

const shiftsOf = async (page: Page): Promise<string[]> => {
  await page.waitForTimeout(400);
  return page.evaluate(
    () => (globalThis as unknown as { suisenShifts: string[] }).suisenShifts,
  );
};

const typed: ReadonlyArray<readonly [field: string, text: string]> = [
  ["名称（登記上の表記・屋号）", LONG_NAME],
  ["フリガナ", "ﾅｶﾞｲﾒｲｼｮｳ"],
  ["法人番号", "7000012050003"],
  ["郵便番号", "900-0001"],
  ["所在地", "海山県青浜市1-2-3"],
  ["代表者 職名", "代表取締役"],
  ["代表者 氏名", "青浜 太郎"],
  ["代表者 フリガナ", "アオハマ タロウ"],
  ["業種", "小売業"],
  ["従業員数", "12"],
  ["資本金", "3000000"],
  ["電話", "000-000-0000"],
  ["E-mail", "info@example.com"],
  ["URL", "https://example.com/"],
  ["窓口責任者 部署", "総務"],
  ["窓口責任者 氏名", "青浜 花子"],
  ["窓口責任者 電話", "000-000-0001"],
  ["同意した人", "青浜 太郎"],
  ["同意を得た職員", "青浜 花子"],
  ["SECURITY ACTION 自己宣言ID", "12345678901"],
  ["A1 の根拠・メモ", "予約サイトを使っている".repeat(10)],
];

/** The page has been painted since; later moves are in the list of shifts. */
const nextPaint = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
      ),
  );

/** Presses the key until the focus is where it should be; the count of presses. */
const pressUntil = async (
  page: Page,
  key: string,
  isThere: () => Promise<boolean>,
): Promise<number> => {
  for (let count = 1; count <= 120; count += 1) {
    await page.keyboard.press(key);
    if (await isThere()) return count;
  }
  throw new Error(`120 presses of ${key} did not get there`);
};

const focusText = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");

const isInQuestion = (page: Page, id: string) => (): Promise<boolean> =>
  page.evaluate(
    (name) =>
      document.activeElement
        ?.closest("fieldset")
        ?.querySelector("legend")
        ?.textContent?.trim()
        .startsWith(`${name} `) ?? false,
    id,
  );

const years = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_none, index) => first + index);

const editionOf = (year: number): string => `クラウド実践大賞 ${year}`;

/** One registered declaration of the same firm for each of these years. */
const addEarlier = async (given: readonly number[]): Promise<void> => {
  const { record } = site.federation;
  await record.addRecords({
    app: site.apps.editions,
    records: given.map((year) =>
      cells({
        name: editionOf(year),
        fiscalYear: String(year),
        editionState: "終了",
        threshold: "12",
        target: "1",
      }),
    ),
  });
  const { ids } = await record.addRecords({
    app: site.apps.nominations,
    records: given.map((year) =>
      cells({
        edition: editionOf(year),
        society: "青浜商工会",
        registeredName: "株式会社おなじみ",
        consentNominate: "同意あり",
        consentShare: "同意あり",
        securityActionStars: "一つ星",
        nameCheck: "確認済",
        contactDone: `${year}-07-20`,
        registerDone: `${year}-08-01`,
        checklist: [
          {
            value: cells({ itemId: "A1", itemPoints: "12", answer: "はい" }),
          },
        ],
      }),
    ),
  });
  for (const action of ["県連へ連絡する", "登録済みにする"]) {
    await record.updateRecordsStatus({
      app: site.apps.nominations,
      records: ids.map((id) => ({ id, action })),
    });
  }
};

/** Nothing of the federation's, and the links at the fields. */
const expectOwnGroups = async (page: Page): Promise<void> => {
  const shown = (text: string) =>
    page.getByText(text).filter({ visible: true }).count();
  await expect.poll(() => shown("名称の確認（県連）")).toBe(0);
  expect(await shown("県連のメモ")).toBe(0);
  const register = page.getByRole("link", { name: /法人番号公表サイト/ });
  expect(await register.getAttribute("href")).toContain("houjin-bangou");
  await page.getByText("画面から5分ほどで宣言できます。").waitFor();
};

const clickKindAfterName = async (page: Page): Promise<void> => {
  const kind = page.getByRole("radio", { name: "個人事業主" });
  await field(page, "名称（登記上の表記・屋号）").click();
  await page.keyboard.insertText("㈱しらほ");
  const box = await kind.boundingBox();
  // By its place, as a hand does that is already on its way.
  await page.mouse.click(
    (box?.x ?? 0) + (box?.width ?? 0) / 2,
    (box?.y ?? 0) + (box?.height ?? 0) / 2,
  );
  await expect.poll(() => kind.isChecked()).toBe(true);
};

/** The full form of a name is one press, and chips lead to their fields. */
const followWhatStandsOut = async (page: Page): Promise<void> => {
  await field(page, "名称（登記上の表記・屋号）").fill("㈱しらほ");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: /と略されています/ }).click();
  expect(
    await field(page, "名称（登記上の表記・屋号）").evaluate(
      (input) => input === document.activeElement,
    ),
  ).toBe(true);
  await page.getByRole("button", { name: "「株式会社しらほ」にする" }).click();
  await expect
    .poll(() => field(page, "名称（登記上の表記・屋号）").inputValue())
    .toBe("株式会社しらほ");
  await page.getByRole("button", { name: /^同意 未確認/ }).click();
  expect(
    await page.evaluate(
      () => document.activeElement?.closest("[data-suisen]") === null,
    ),
  ).toBe(true);
  await page.getByRole("button", { name: /^12点/ }).click();
  expect(await isInQuestion(page, "A1")()).toBe(true);
};

/** Nothing that has the focus is covered on the way. */
const tabToLastItem = async (page: Page): Promise<void> => {
  await field(page, "名称（登記上の表記・屋号）").focus();
  const toLink = await pressUntil(page, "Tab", async () =>
    (await focusText(page)).includes("チェックシートへ進む"),
  );
  await page.keyboard.press("Enter");
  expect(await isInQuestion(page, "A1")()).toBe(true);
  const covered: string[] = [];
  const toLast = await pressUntil(page, "Tab", async () => {
    await nextPaint(page);
    const isCovered = await page.evaluate(() => {
      const bar = document
        .querySelector(".suisen-pinned")
        ?.getBoundingClientRect();
      const box = document.activeElement?.getBoundingClientRect();
      return (
        bar !== undefined &&
        box !== undefined &&
        box.bottom > bar.top &&
        box.top < bar.bottom
      );
    });
    if (isCovered) covered.push(await focusText(page));
    return isInQuestion(page, "E4")();
  });
  expect(toLink + 1 + toLast).toBeLessThanOrEqual(30);
  expect(covered).toEqual([]);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await page.keyboard.insertText("社長が話した");
  await page.keyboard.press("Enter");
  expect(await isInQuestion(page, "E4")()).toBe(true);
};

describe("entering a nomination", () => {
  test.each([
    ["desktop", "ja-JP"],
    ["phone", "en-US"],
  ] as const)(
    "on a %s in %s nothing moves while text is typed into any field",
    async (device, locale) => {
      const { page, failures } = await openCreate(device, locale);
      await page.waitForLoadState("networkidle");
      const evidence = page.locator(".suisen-item-evidence").first();
      for (const [name, text] of typed) {
        const input = name.startsWith("A1 ") ? evidence : field(page, name);
        await input.scrollIntoViewIfNeeded();
        await input.click();
        if (name === typed[0]?.[0]) await watchShifts(page);
        const before = await input.evaluate((element) =>
          Math.round(element.getBoundingClientRect().top + window.scrollY),
        );
        await page.keyboard.insertText(text);
        await page.keyboard.press("Tab");
        await nextPaint(page);
        const after = await input.evaluate((element) =>
          Math.round(element.getBoundingClientRect().top + window.scrollY),
        );
        expect([name, after]).toEqual([name, before]);
      }
      expect(await shiftsOf(page)).toEqual([]);
      expect(failures).toEqual([]);
      await page.close();
    },
  );

  test.each(["desktop", "phone"] as const)(
    "on a %s the click on 個人事業主 after a name is not lost",
    async (device) => {
      const { page } = await openCreate(device);
      await clickKindAfterName(page);
      await page.close();
    },
  );

  test("a society sees its own groups and links; what stands out leads to its field; 30 presses of Tab at most lead to the last item", async () => {
    const { page } = await openCreate();
    await expectOwnGroups(page);
    await followWhatStandsOut(page);
    await tabToLastItem(page);
    await page.close();
  });

  test("a firm with 40 earlier declarations is asked what is different this time", async () => {
    await addEarlier(years(1982, 2021));
    const { page } = await openCreate();
    await field(page, "名称（登記上の表記・屋号）").fill("(株)おなじみ");
    await page.keyboard.press("Tab");
    await page
      .getByText("過去に宣言しています（クラウド実践大賞 2021、全40件）")
      .first()
      .waitFor();
    await page.getByText("ほか40件").click();
    expect(
      await page.getByRole("link", { name: /クラウド実践大賞 19/ }).count(),
    ).toBe(18);
    await page.close();
  });
});
