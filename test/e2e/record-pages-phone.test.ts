import type { Browser, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { findViolations } from "../support/accessibility.ts";
import {
  EDITION,
  openAs,
  useNominationSite,
} from "../support/nomination-site.ts";
import type { NominationSite } from "../support/nomination-site.ts";

let site: NominationSite;
let browser: Browser;
useNominationSite((opened) => ({ site, browser } = opened));

const openPhone = async (path: string) => {
  const opened = await openAs(browser, site, "aohama", "phone");
  await opened.page.goto(
    `${site.baseUrl}/k/m/${site.apps.nominations}/${path}`,
  );
  await opened.page.locator("[data-suisen-readiness=consent]").waitFor();
  return opened;
};

const pageWidth = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll(".suisen-root")].map(
        (root) => root.getBoundingClientRect().right,
      ),
    ),
  );

describe("on a phone", () => {
  test("a nomination is entered with the thumb, and areas fold with their totals", async () => {
    const { page, failures } = await openPhone("edit");
    await page.locator(".suisen-question").first().waitFor();
    const areas = page.locator(".suisen-area");
    expect(await areas.count()).toBe(5);
    expect(await page.locator(".suisen-area[open]").count()).toBe(1);
    await page
      .getByRole("group", { name: /^A1 / })
      .getByRole("radio", { name: "はい", exact: true })
      .check();
    await areas.nth(4).locator("summary").tap();
    await page
      .getByRole("group", { name: /^E1 / })
      .getByRole("radio", { name: "はい", exact: true })
      .check();
    expect(await areas.first().locator("summary").innerText()).toContain(
      "1 / 4点",
    );
    expect(await page.locator("[data-suisen-total]").innerText()).toBe(
      "2 / 12点",
    );
    await page
      .getByRole("textbox", { name: "名称（登記上の表記・屋号）" })
      .fill("株式会社てのひら");
    await page.getByRole("button", { name: "保存", exact: true }).first().tap();
    await page.waitForURL(/show#record=\d+/);
    await page.locator("[data-suisen-total]").waitFor();
    const id = /record=(\d+)/.exec(page.url())?.[1] ?? "";
    const saved = await site.fetchNomination(id);
    expect(saved.scoreTotal?.value).toBe("2");
    expect(saved.society?.value).toBe("青浜商工会");
    expect(failures).toEqual([]);
    await page.close();
  });

  test("what is pressed is at least 44 pixels high, and nothing is wider than the screen", async () => {
    const { page } = await openPhone("edit");
    await page.locator(".suisen-question").first().waitFor();
    const heights = await page
      .locator(
        ".suisen-area[open] .suisen-choice, .suisen-area[open] .suisen-input, .suisen-area > summary",
      )
      .evaluateAll((elements) =>
        elements.map((element) => element.getBoundingClientRect().height),
      );
    expect(heights.length).toBeGreaterThan(20);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    expect(await pageWidth(page)).toBeLessThanOrEqual(390);
    await page.close();
  });

  test("the next step stays in sight at the lower edge while scrolling", async () => {
    const { page } = await openPhone("edit");
    await page.locator(".suisen-question").first().waitFor();
    const bar = page.locator(".suisen-next");
    await page.evaluate(() => window.scrollTo(0, 1500));
    await expect
      .poll(async () => {
        const box = await bar.boundingBox();
        return box === null ? 0 : Math.round(box.y + box.height);
      })
      .toBe(844);
    await page.evaluate(() =>
      window.scrollTo(0, document.documentElement.scrollHeight),
    );
    await expect
      .poll(async () => (await bar.boundingBox())?.y ?? 0)
      .toBeLessThan(0);
    await page.close();
  });

  test("a contact that cannot be sent is said aloud and moves nothing", async () => {
    const id = await site.add("nominations", {
      edition: EDITION,
      society: "青浜商工会",
      registeredName: "株式会社青浜商店",
    });
    const { page } = await openPhone(`show#record=${id}`);
    await page.route("**/k/v1/record/comment.json*", (route) => route.abort());
    await page
      .getByRole("button", { name: "県連へ連絡する", exact: true })
      .tap();
    await page.getByRole("button", { name: "実行", exact: true }).tap();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: "連絡する", exact: true })
      .tap();
    await page.getByText("ステータスは変えていません").waitFor();
    const saved = await site.fetchNomination(id);
    expect(saved.contactDone?.value).toBe(null);
    await page.close();
  });

  test("has no accessibility findings", async () => {
    const { page } = await openPhone("edit");
    await page.locator(".suisen-question").first().waitFor();
    expect(await findViolations(page, ".suisen-root")).toEqual([]);
    await page.close();
  });
});
