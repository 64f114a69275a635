import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leaveBrowser, takeBrowser } from "local-kintone/testing";
import {
  EDITION,
  openAs,
  startNominationSite,
} from "../support/nomination-site.ts";
import type { Login, NominationSite } from "../support/nomination-site.ts";

/* The journeys of each role where sources tell kintone's behaviour differently. */

let browser: Browser;
beforeAll(async () => {
  browser = await takeBrowser();
});
afterAll(async () => {
  await leaveBrowser(browser);
});

describe.each([
  ["the first reading of everything", "aohama", {}],
  [
    "the other reading of everything",
    "section",
    {
      "mixed-conditions": "allowed",
      "lookup-copy": "kindred-types",
      "first-status": "free",
      "related-apps": "shown",
      "unassigned-actions": "nobody",
      "other-device": "answers",
      "lookup-by-value": "equal",
    },
  ],
] as const)("by %s", (_, staff, readings) => {
  let site: NominationSite;
  beforeAll(async () => {
    site = await startNominationSite("2022-07-25", readings);
  });
  afterAll(async () => {
    await site?.close();
  });

  const open = async (
    login: Login | "Administrator",
    path: string,
    device?: "phone",
  ) => {
    const opened = await openAs(browser, site, login, device);
    const root = device === "phone" ? "/k/m/" : "/k/";
    await opened.page.goto(`${site.baseUrl}${root}${path}`);
    return opened;
  };

  const aNomination = (registeredName: string) =>
    site.add(
      "nominations",
      { edition: EDITION, society: "青浜商工会", registeredName },
      "aohama",
    );

  const act = async (page: Page, action: string): Promise<void> => {
    await page.getByRole("button", { name: action, exact: true }).click();
    await page.getByRole("button", { name: "実行", exact: true }).click();
  };

  /** Nothing that the plugin shows is about an app that is missing or closed. */
  const expectNoComplaint = async (page: Page): Promise<void> => {
    await page.waitForLoadState("networkidle");
    const texts = await page.locator(".suisen-root").allInnerTexts();
    expect(texts.join()).not.toMatch(/見つかりません|権限がありません/u);
  };

  /** A number of the board. */
  const numberOf = async (page: Page, value: string): Promise<number> =>
    Number(
      /\d+/u.exec(
        await page.locator(`[data-suisen-value="${value}"]`).innerText(),
      )?.[0],
    );

  const openBoard = async (login: Login) => {
    const { views } = await site.clientOf("Administrator").app.getViews({
      app: site.apps.nominations,
    });
    const id = views["推薦ボード"]?.id ?? "";
    const opened = await open(login, `${site.apps.nominations}/?view=${id}`);
    await opened.page.getByRole("heading", { name: "推薦ボード" }).waitFor();
    return opened;
  };

  test.each([staff])(
    "%s of a society enters a firm and contacts the federation",
    async (login) => {
      const { page, failures } = await open(
        login,
        `${site.apps.nominations}/edit`,
      );
      const society = page.getByRole("textbox", {
        name: "商工会",
        exact: true,
      });
      await expect.poll(() => society.inputValue()).toBe("青浜商工会");
      const name = `株式会社${login}`;
      await page
        .getByRole("textbox", { name: "名称（登記上の表記・屋号）" })
        .fill(name);
      await page
        .getByRole("button", { name: "保存", exact: true })
        .first()
        .click();
      await page.waitForURL(/show#record=\d+/);
      await page.locator("[data-suisen-readiness=consent]").waitFor();
      await expectNoComplaint(page);
      await act(page, "県連へ連絡する");
      await page
        .getByRole("dialog")
        .getByRole("button", { name: "連絡する", exact: true })
        .click();
      await page.getByText("7/25(月) に連絡しました。").waitFor();
      await page.goto(`${site.baseUrl}/k/${site.apps.nominations}/`);
      await page.getByRole("link", { name }).first().waitFor();
      expect(await page.getByText("自会の案件").count()).toBeGreaterThan(0);
      await expectNoComplaint(page);
      expect(failures).toEqual([]);
      await page.close();
    },
  );

  test.each([staff])("%s of a society answers for it", async (login) => {
    const { page, failures } = await open(login, `${site.apps.answers}/edit`);
    const society = page.getByRole("textbox", {
      name: "商工会",
      exact: true,
    });
    await expect.poll(() => society.inputValue()).toBe("青浜商工会");
    await page.goto(`${site.baseUrl}/k/${site.apps.answers}/`);
    await expectNoComplaint(page);
    expect(failures).toEqual([]);
    await page.close();
  });

  test.each(["editions", "societies", "nominations", "answers"] as const)(
    "a society's staff open the list and a record of %s",
    async (app) => {
      await aNomination("株式会社一覧");
      const { page, failures } = await open("aohama", `${site.apps[app]}/`);
      await page.getByRole("main").waitFor();
      await expectNoComplaint(page);
      const { records } = await site.clientOf("aohama").record.getRecords({
        app: site.apps[app],
        query: "limit 1",
      });
      for (const record of records) {
        await page.goto(
          `${site.baseUrl}/k/${site.apps[app]}/show#record=${String(record.$id?.value)}`,
        );
        await page.getByRole("main").waitFor();
        await expectNoComplaint(page);
      }
      expect(failures).toEqual([]);
      await page.close();
    },
  );

  test("the board of a society's staff is complete for that society", async () => {
    await aNomination("株式会社盤面");
    await site.add("nominations", {
      edition: EDITION,
      society: "黒崎商工会",
      registeredName: "株式会社よその会",
    });
    const { page, failures } = await openBoard("aohama");
    await page.getByText("株式会社盤面").first().waitFor();
    expect(await page.getByText("株式会社よその会").count()).toBe(0);
    const { totalCount } = await site.clientOf("aohama").record.getRecords({
      app: site.apps.nominations,
      query: 'ステータス in ("準備中")',
      totalCount: true,
    });
    expect(await numberOf(page, "step-preparing")).toBe(Number(totalCount));
    await expectNoComplaint(page);
    expect(failures).toEqual([]);
    await page.close();
  });

  test("the manager sends a contacted firm back and sees the board of all", async () => {
    const id = await aNomination("株式会社差戻し");
    await site.clientOf("aohama").record.updateRecordStatus({
      app: site.apps.nominations,
      id,
      action: "県連へ連絡する",
    });
    const { page, failures } = await open(
      "manager",
      `${site.apps.nominations}/show#record=${id}`,
    );
    await act(page, "差し戻す");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill("同意を確認してください");
    await dialog.getByRole("button", { name: "差し戻す", exact: true }).click();
    await expect
      .poll(async () =>
        Object.values(await site.fetchNomination(id)).some(
          ({ value }) => value === "差戻し",
        ),
      )
      .toBe(true);
    expect(failures).toEqual([]);
    await page.close();
    const board = await openBoard("manager");
    expect(await numberOf(board.page, "step-returned")).toBe(1);
    await expectNoComplaint(board.page);
    expect(board.failures).toEqual([]);
    await board.page.close();
  });

  test("the administrator opens the settings page, where every app is found", async () => {
    const { page, failures } = await open(
      "Administrator",
      `admin/app/${site.apps.nominations}/plugin/config?pluginId=${site.pluginId}`,
    );
    await page.getByText(/項目は整っています/).click();
    await page.getByText("アプリ「提出台帳」が見つかりました").waitFor();
    expect(failures).toEqual([]);
    await page.close();
  });

  test("on a phone staff see the list, a record and the form without an error", async () => {
    const id = await aNomination("株式会社てのひら");
    const { page, failures } = await open(
      "aohama",
      `${site.apps.nominations}/`,
      "phone",
    );
    await page.getByText("株式会社てのひら").first().waitFor();
    await expectNoComplaint(page);
    const app = `${site.baseUrl}/k/m/${site.apps.nominations}`;
    await page.goto(`${app}/show#record=${id}`);
    await page.locator("[data-suisen-readiness=consent]").waitFor();
    await page
      .getByRole("button", { name: "県連へ連絡する", exact: true })
      .waitFor();
    await expectNoComplaint(page);
    await page.goto(`${app}/edit`);
    await page.locator(".suisen-question").first().waitFor();
    await expectNoComplaint(page);
    expect(failures).toEqual([]);
    await page.close();
  });
});
