import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leaveBrowser, takeBrowser } from "local-kintone/testing";
import {
  EDITION,
  openAs,
  startNominationSite,
} from "../support/nomination-site.ts";
import type { NominationSite } from "../support/nomination-site.ts";

let site: NominationSite;
let browser: Browser;
let answerId: string;

beforeAll(async () => {
  site = await startNominationSite("2022-07-15");
  browser = await takeBrowser();
  await site.federation.record.updateRecord({
    app: site.apps.editions,
    id: site.editionId,
    record: {
      noticeText: { value: "候補をお知らせください。<b>太字</b>" },
      otherFormUrl: { value: "https://form.example.jp/tasen" },
    },
  });
  answerId = await site.add("answers", {
    edition: EDITION,
    society: "青浜商工会",
    answer: "未開封",
    answerDue: "2022-07-27",
    answeredOn: null,
    answeredBy: [],
  });
});
afterAll(async () => {
  await leaveBrowser(browser);
  await site?.close();
});

const fetchAnswer = async () =>
  (
    await site.federation.record.getRecord({
      app: site.apps.answers,
      id: answerId,
    })
  ).record;

test.each(["desktop", "phone"] as const)(
  "a society reads its request on a %s",
  async (device) => {
    const { page, failures } = await openAs(browser, site, "aohama", device);
    await page.goto(
      device === "phone"
        ? `${site.baseUrl}/k/m/${site.apps.answers}/show?record=${answerId}`
        : `${site.baseUrl}/k/${site.apps.answers}/show#record=${answerId}`,
    );
    await page.getByText("候補をお知らせください。<b>太字</b>").waitFor();
    expect(await page.getByText("ご回答期限 7/27(水)").count()).toBe(1);
    expect(
      await page.getByRole("link", { name: "他薦フォーム ↗" }).count(),
    ).toBe(1);
    expect(failures).toEqual([]);
    await page.close();
  },
);

test("「確認しました」 is one press, 「該当なし」 two with a reason, and a way of passing on is kept", async () => {
  await site.federation.record.updateRecord({
    app: site.apps.answers,
    id: answerId,
    record: {
      answer: { value: "未開封" },
      answeredOn: { value: null },
      answeredBy: { value: [] },
      passedOn: { value: "" },
      reason: { value: "" },
    },
  });
  const { page, failures } = await openAs(browser, site, "aohama");
  await page.goto(
    `${site.baseUrl}/k/${site.apps.answers}/show#record=${answerId}`,
  );
  await page.getByRole("button", { name: "確認しました" }).click();
  await expect
    .poll(async () => (await fetchAnswer()).answer?.value)
    .toBe("確認済");
  await page.getByText("7/15(金)に確認しました").waitFor();
  await page.getByRole("checkbox", { name: "会報" }).check();
  await expect
    .poll(async () => (await fetchAnswer()).passedOn?.value)
    .toBe("会報");
  await page.getByRole("button", { name: "該当なし" }).click();
  const reason = page.getByLabel("理由をひとこと");
  const answerNone = () =>
    page.getByRole("button", { name: "該当なしと回答する" }).click();
  // A weekday that is another day's is said once; the next press keeps the text.
  await reason.fill("8月1日(火)の総会で決めた");
  await answerNone();
  await page
    .getByText("「8月1日(火)」の曜日が日付と合いません。8/1(月)です。")
    .waitFor();
  await reason.fill("候補が見つからない");
  await answerNone();
  await expect
    .poll(async () => (await fetchAnswer()).answer?.value)
    .toBe("該当なし");
  const record = await fetchAnswer();
  expect(record.reason?.value).toBe("候補が見つからない");
  expect(record.answeredOn?.value).toBe("2022-07-15");
  expect(failures).toEqual([]);
  await page.close();
});

test("a society's own date needs a reason, and kintone's reminder follows it", async () => {
  const { page } = await openAs(browser, site, "manager");
  const save = () =>
    page.getByRole("button", { name: "保存", exact: true }).first().click();
  await page.goto(
    `${site.baseUrl}/k/${site.apps.answers}/show#record=${answerId}&mode=edit`,
  );
  await page.getByLabel("回答期限", { exact: true }).fill("2022-07-29");
  await save();
  await page
    .getByText("「期限をのばした理由」を入れてください", { exact: false })
    .first()
    .waitFor();
  await page.getByLabel("期限をのばした理由").fill("総会のため");
  await save();
  await expect
    .poll(async () => (await fetchAnswer()).remindOn?.value)
    .toBe("2022-07-22");
  await page.close();
});
