import type { Browser } from "playwright-core";
import { expect, test } from "vitest";
import { openAs, useNominationSite } from "../support/nomination-site.ts";
import type { NominationSite } from "../support/nomination-site.ts";

let site: NominationSite;
let browser: Browser;
useNominationSite((opened) => ({ site, browser } = opened), "2022-07-15");

test("the federation sees who gets the request, presses once, and each society is told once", async () => {
  const { page, failures } = await openAs(browser, site, "manager");
  await page.goto(
    `${site.baseUrl}/k/${site.apps.editions}/show#record=${site.editionId}`,
  );
  await page.getByRole("button", { name: "周知を始める" }).click();
  await expect
    .poll(() => page.getByText("これから届く商工会（2）").innerText())
    .toContain("青浜商工会、黒崎商工会");
  await page.getByRole("button", { name: "2件を保存して知らせる" }).click();
  await page.getByText("2商工会に周知済みです。").waitFor();
  const { records } = await site.federation.record.getRecords({
    app: site.apps.answers,
  });
  expect(records.map(({ answer }) => answer?.value)).toEqual([
    "未開封",
    "未開封",
  ]);
  expect(site.site.store.notifications("aohama")).toHaveLength(1);
  expect(failures).toEqual([]);
  await page.close();
});
