import type { Browser } from "playwright-core";
import { describe, expect, test } from "vitest";
import {
  EDITION,
  openAs,
  useNominationSite,
} from "../support/nomination-site.ts";
import type { NominationSite } from "../support/nomination-site.ts";

let site: NominationSite;
let browser: Browser;
useNominationSite((opened) => ({ site, browser } = opened));

describe("a society's answer", () => {
  test("begins with the open edition and the society, and a flip keeps its history", async () => {
    const { page, failures } = await openAs(browser, site, "aohama");
    await page.goto(`${site.baseUrl}/k/${site.apps.answers}/edit`);
    const society = page.getByRole("textbox", { name: "商工会", exact: true });
    await expect.poll(() => society.inputValue()).toBe("青浜商工会");
    expect(
      await page
        .getByRole("textbox", { name: "募集回", exact: true })
        .inputValue(),
    ).toBe(EDITION);
    await page.getByRole("radio", { name: "該当なし" }).check();
    await page
      .getByRole("textbox", { name: "理由・連絡事項" })
      .fill("候補がない");
    await page
      .getByRole("button", { name: "保存", exact: true })
      .first()
      .click();
    await page.waitForURL(/show#record=\d+/);
    const id = /record=(\d+)/.exec(page.url())?.[1] ?? "";

    site.site.clock.set(Date.parse("2022-07-26T09:00:00+09:00"));
    await page.goto(
      `${site.baseUrl}/k/${site.apps.answers}/show#record=${id}&mode=edit`,
    );
    await page.reload();
    await page.getByRole("radio", { name: "候補あり" }).check();
    await page.getByRole("textbox", { name: "理由・連絡事項" }).fill("");
    await page
      .getByRole("button", { name: "保存", exact: true })
      .first()
      .click();
    await expect
      .poll(async () => {
        const { record } = await site.federation.record.getRecord({
          app: site.apps.answers,
          id,
        });
        return record.answer?.value;
      })
      .toBe("候補あり");
    const { record } = await site.federation.record.getRecord({
      app: site.apps.answers,
      id,
    });
    // The client's type of a table does not know our columns.
    const history = record.history?.value as Array<{
      value: Record<string, { value: string }>;
    }>;
    expect(
      history.map(({ value }) =>
        Object.fromEntries(
          Object.entries(value).map(([code, cell]) => [code, cell.value]),
        ),
      ),
    ).toEqual([
      {
        pastAnswer: "該当なし",
        pastReason: "候補がない",
        pastOn: "2022-07-25",
        pastBy: "青浜 花子",
      },
    ]);
    expect(record.answeredOn?.value).toBe("2022-07-26");
    expect(failures).toEqual([]);
    await page.close();
  });
});
