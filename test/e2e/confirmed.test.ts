import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leaveBrowser, takeBrowser } from "local-kintone/testing";
import { findViolations } from "../support/accessibility.ts";
import {
  EDITION,
  openAs,
  startNominationSite,
} from "../support/nomination-site.ts";
import type { Login, NominationSite } from "../support/nomination-site.ts";

const LONG_NAME = `株式会社${"青".repeat(196)}`;

let site: NominationSite;
let browser: Browser;
let id = "";
beforeAll(async () => {
  site = await startNominationSite();
  browser = await takeBrowser();
  id = await site.add(
    "nominations",
    {
      edition: EDITION,
      society: "青浜商工会",
      registeredName: "株式会社青浜商店",
      businessKind: "法人",
    },
    "aohama",
  );
});
afterAll(async () => {
  await leaveBrowser(browser);
  await site?.close();
});

const open = async (login: Login, suffix = ""): Promise<Page> => {
  const { page } = await openAs(browser, site, login);
  await page.goto(
    `${site.baseUrl}/k/${site.apps.nominations}/show#record=${id}${suffix}`,
  );
  return page;
};

test("a name confirmed by the federation is kept, and a later one is told on page and board", async () => {
  const manager = await open("manager", "&mode=edit");
  await manager.getByRole("radio", { name: "確認済" }).check();
  await manager.getByRole("button", { name: "保存" }).click();
  await manager.locator("[data-suisen-readiness=nameCheck]").waitFor();
  await expect
    .poll(() => site.fetchNomination(id))
    .toMatchObject({
      confirmedName: { value: "株式会社青浜商店" },
      confirmedKind: { value: "法人" },
      confirmedEdition: { value: EDITION },
      nameCheckedBy: { value: [{ code: "manager" }] },
      nameCheckedOn: { value: "2022-07-25" },
    });
  await manager.close();

  await site.clientOf("aohama").record.updateRecord({
    app: site.apps.nominations,
    id,
    record: { registeredName: { value: LONG_NAME } },
  });
  const society = await open("aohama");
  const said = `名称が確認後に変わりました（株式会社青浜商店 → ${LONG_NAME}）`;
  await society.getByText(said).waitFor();
  expect(await findViolations(society, ".suisen-root")).toEqual([]);
  await society.close();

  const { views } = await site.federation.app.getViews({
    app: site.apps.nominations,
  });
  const { page: board } = await openAs(browser, site, "manager");
  await board.goto(
    `${site.baseUrl}/k/${site.apps.nominations}/?view=${views["推薦ボード"]?.id}`,
  );
  await board
    .locator(`[data-suisen-finding="${id}"]`)
    .getByText(said)
    .waitFor();
  expect(await findViolations(board, ".suisen-root")).toEqual([]);
  await board.close();
});
