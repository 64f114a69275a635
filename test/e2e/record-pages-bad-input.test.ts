import type { Browser, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import {
  EDITION,
  cells,
  openAs,
  useNominationSite,
} from "../support/nomination-site.ts";
import type { NominationSite } from "../support/nomination-site.ts";

let site: NominationSite;
let browser: Browser;
useNominationSite((opened) => ({ site, browser } = opened));

const MARKUP = `<img src=x onerror="globalThis.hacked=1"><script>hacked=1</script>`;
const hostile = [
  ["markup", MARKUP],
  ["quotes", `"'\`\${alert(1)}{{x}}</textarea>`],
  ["right-to-left text", "\u202eabc\u2067株式会社"],
  ["a lone surrogate", "株式会社\ud800商店"],
  ["10,000 characters", "あ".repeat(10_000)],
] as const;

const addNomination = (values: Record<string, unknown>): Promise<string> =>
  site.add("nominations", {
    edition: EDITION,
    society: "青浜商工会",
    registeredName: "株式会社青浜商店",
    ...values,
  });

const openDetail = async (
  id: string,
  prepare?: (page: Page) => Promise<void>,
) => {
  const opened = await openAs(browser, site, "aohama");
  await prepare?.(opened.page);
  await opened.page.goto(
    `${site.baseUrl}/k/${site.apps.nominations}/show#record=${id}`,
  );
  await opened.page.locator("[data-suisen-readiness=consent]").waitFor();
  return opened;
};

/** The page itself reads by another path. */
const isPluginReading = ({ pathname }: URL): boolean =>
  pathname === "/k/v1/records.json";

const isHacked = (page: Page): Promise<boolean> =>
  page.evaluate(() => "hacked" in globalThis);

describe("hostile text", () => {
  test.each(hostile)(
    "%s is text in every panel and in the dialog",
    async (_, text) => {
      const id = await addNomination({
        registeredName: text,
        securityActionId: text.slice(0, 50),
        consentMethod: "口頭",
        checklist: [
          {
            value: cells({
              itemId: text.slice(0, 64),
              itemArea: text,
              itemText: text,
              itemPoints: "1",
              answer: "はい",
              evidence: text,
            }),
          },
        ],
      });
      const { page, failures } = await openDetail(id);
      await page.locator("[data-suisen-total]").waitFor();
      expect(await page.locator("[data-suisen-total]").innerText()).toBe(
        "1 / 12点",
      );
      await page
        .getByRole("button", { name: "県連へ連絡する", exact: true })
        .click();
      await page.getByRole("button", { name: "実行", exact: true }).click();
      await page.getByRole("dialog").waitFor();
      expect(await isHacked(page)).toBe(false);
      expect(failures).toEqual([]);
      // Long words must not push the panels out of the page.
      const panel = page.locator("[data-suisen=score-panel]");
      const box = await panel.boundingBox();
      expect(box?.width ?? Infinity).toBeLessThanOrEqual(1000);
      await page.close();
    },
  );

  test("in the edition's checklist it is text on the create page", async () => {
    const name = "クラウド実践大賞 悪い回";
    await site.federation.record.updateRecord({
      app: site.apps.editions,
      id: site.editionId,
      record: { editionState: { value: "終了" } },
    });
    await site.add("editions", {
      name,
      editionState: "募集中",
      registerDate: "2022-09-01",
      threshold: "0.5",
      target: "1",
      checklistStatus: "サンプル",
      checklist: hostile.map(([, text], index) => ({
        value: cells({
          itemId: `${index}${text.slice(0, 60)}`,
          itemArea: "セキュリティ",
          itemText: text,
          itemPoints: "0.5",
        }),
      })),
    });
    const { page, failures } = await openAs(browser, site, "aohama");
    await page.goto(`${site.baseUrl}/k/${site.apps.nominations}/edit`);
    const first = page.locator(".suisen-question").first();
    await first.getByRole("radio", { name: "はい", exact: true }).check();
    expect(await page.locator("[data-suisen-total]").innerText()).toBe(
      "0.5 / 0.5点",
    );
    expect(await isHacked(page)).toBe(false);
    expect(failures).toEqual([]);
    await page.close();
    await site.federation.record.updateRecord({
      app: site.apps.editions,
      id: site.editionId,
      record: { editionState: { value: "募集中" } },
    });
  });
});

describe("an edition that is not as it should be", () => {
  const anEdition = (name: string) =>
    site.add("editions", {
      name,
      editionState: "準備中",
      threshold: "12",
      target: "1",
    });

  test("without dates and items it gives sentences, not blanks", async () => {
    await anEdition("日付のない回");
    const id = await addNomination({ edition: "日付のない回" });
    const { page, failures } = await openDetail(id);
    const dates = page.getByText("募集回に日付がまだ入っていません");
    await dates.first().waitFor();
    expect(await dates.count()).toBe(4);
    await page
      .getByText("この募集回には、チェック項目が登録されていません")
      .waitFor();
    expect(failures).toEqual([]);
    await page.close();
  });

  test("when it was deleted, the record says so and stays readable", async () => {
    const editionId = await anEdition("消えた回");
    const id = await addNomination({ edition: "消えた回" });
    await site.federation.record.deleteRecords({
      app: site.apps.editions,
      ids: [editionId],
    });
    const { page, failures } = await openDetail(id);
    await page.getByText("募集回「消えた回」が見つかりません").waitFor();
    expect(failures).toEqual([]);
    await page.close();
  });

  test("when it cannot be read, the copied dates are shown with a word of warning", async () => {
    const id = await addNomination({});
    const { page } = await openDetail(id, async (opened) => {
      await opened.route(isPluginReading, (route) => route.abort());
    });
    await page.getByText("写した日付で示しています").waitFor();
    expect(
      await page.locator("[data-suisen-milestone=register]").innerText(),
    ).toContain("8/1(月)");
    await page.close();
  });

  test("when kintone is down, a new nomination can still be entered by hand", async () => {
    const { page, failures } = await openAs(browser, site, "aohama");
    await page.route(isPluginReading, (route) =>
      route.fulfill({
        status: 404,
        json: { code: "GAIA_AP01", id: "x", message: "no app" },
      }),
    );
    await page.goto(`${site.baseUrl}/k/${site.apps.nominations}/edit`);
    await page.getByText("必要なアプリが見つかりません").first().waitFor();
    await page.getByText("募集回を選ぶと、期限がここに出ます").waitFor();
    expect(failures).toEqual([]);
    await page.close();
  });
});
