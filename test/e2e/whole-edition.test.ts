import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leaveBrowser, takeBrowser } from "local-kintone/testing";
import { inventCorporateNumber } from "../../scripts/demo/firms.ts";
import {
  EDITION,
  cells,
  openAs,
  sampleItems,
  startNominationSite,
} from "../support/nomination-site.ts";
import type { NominationSite } from "../support/nomination-site.ts";

const FIRMS = 30;
const MOST_PRESSES = 60;

let site: NominationSite;
let browser: Browser;

beforeAll(async () => {
  site = await startNominationSite("2022-07-15");
  browser = await takeBrowser();
  await site.federation.record.updateRecord({
    app: site.apps.editions,
    id: site.editionId,
    record: cells({ editionState: "準備中" }),
  });
});
afterAll(async () => {
  await leaveBrowser(browser);
  await site?.close();
});

const setDay = (day: string): void =>
  site.site.clock.set(Date.parse(`${day}T10:00:00+09:00`));

/** A society enters its firms and hands them to the federation; its presses are its own. */
const nominate = async (
  login: string,
  society: string,
  numbers: readonly number[],
): Promise<void> => {
  const { record } = site.clientOf(login);
  const app = site.apps.nominations;
  const { ids } = await record.addRecords({
    app,
    records: numbers.map((number) =>
      cells({
        edition: EDITION,
        society,
        registeredName: `株式会社第${number}商店`,
        corporateNumber: inventCorporateNumber(number),
        businessKind: "法人",
        address: `海山県青浜町${number}`,
        representativeName: `青山 ${number}郎`,
        nominationKind: "他薦",
        contest: "参加しない",
        consentNominate: "同意あり",
        consentShare: "同意あり",
        consentDate: "2022-07-19",
        securityActionStars: "一つ星",
        securityActionId: "12345678901",
        contactDone: "2022-07-21",
        checklist: sampleItems.map((item, index) => ({
          value: cells({ ...item, answer: index < 14 ? "はい" : "いいえ" }),
        })),
      }),
    ),
  });
  await record.updateRecordsStatus({
    app,
    records: ids.map((id) => ({ id, action: "県連へ連絡する" })),
  });
};

const numbersFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_none, index) => first + index);

const readFirms = async () =>
  (
    await site.federation.record.getRecords({
      app: site.apps.nominations,
      query: "order by $id asc limit 500",
    })
  ).records;

const openClerk = async () => {
  const { page, failures } = await openAs(browser, site, "manager");
  const presses: string[] = [];
  return {
    page,
    failures,
    presses,
    dialog: page.getByRole("dialog"),
    press: async (what: string, target: Locator): Promise<void> => {
      presses.push(what);
      await target.click();
    },
    /** A click into the field is a press; so is a choice. */
    fill: async (what: string, work: () => Promise<unknown>): Promise<void> => {
      presses.push(what);
      await work();
    },
  };
};

type Clerk = Awaited<ReturnType<typeof openClerk>>;

const buttonOf = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole("button", { name });

const openBoard = async ({ page }: Clerk): Promise<void> => {
  await page.goto("about:blank");
  await page.goto(`${site.baseUrl}/k/${site.apps.nominations}/`);
  await page.locator('[data-suisen-value="registered-in-time"]').waitFor();
};

const openEdition = async ({ page, press, fill }: Clerk): Promise<void> => {
  await page.goto(
    `${site.baseUrl}/k/${site.apps.editions}/show#record=${site.editionId}`,
  );
  await press(
    "編集",
    page
      .getByText("レコードを編集する")
      .or(page.getByLabel("レコードを編集する"))
      .first(),
  );
  await fill("状態：募集中", () =>
    page.getByLabel("状態").first().selectOption("募集中"),
  );
  await press(
    "保存",
    page.getByRole("button", { name: "保存", exact: true }).first(),
  );
  await press("周知を始める", buttonOf(page, "周知を始める"));
  await press("知らせる", buttonOf(page, "2件を保存して知らせる"));
  await page.getByText("2商工会に周知済みです。").waitFor();
};

const chaseUnanswered = async (clerk: Clerk): Promise<void> => {
  const { page, dialog, press } = clerk;
  await openBoard(clerk);
  await press("催促する", buttonOf(page, "返事のない商工会すべてに催促する"));
  await press("催促を送る", buttonOf(dialog, "催促する"));
  await page.getByText("1商工会に知らせました。").waitFor();
};

const confirmNames = async (clerk: Clerk): Promise<void> => {
  const { page, dialog, press } = clerk;
  await openBoard(clerk);
  await press(
    "名称確認待ち",
    page.locator('[data-suisen-value="queue-nameCheck"]'),
  );
  await press("すべて選ぶ", page.getByLabel("表示中の案件をすべて選ぶ"));
  await press("名称を確認済みにする", buttonOf(page, "名称を確認済みにする"));
  await press("確認する", buttonOf(dialog, "名称を確認済みにする"));
  await page.getByText(`${FIRMS}件を変更しました。`).waitFor();
};

const register = async (clerk: Clerk): Promise<void> => {
  const { page, dialog, press, fill } = clerk;
  await openBoard(clerk);
  await press("登録待ち", page.locator('[data-suisen-value="queue-register"]'));
  await press("すべて選ぶ", page.getByLabel("表示中の案件をすべて選ぶ"));
  await press("登録済みにする", buttonOf(page, "登録済みにする"));
  await fill("応援団員", () => dialog.getByLabel("応援団員").fill("応援 花子"));
  const receipts = await dialog.locator('[name^="receipt-"]').all();
  for (const [index, receipt] of receipts.entries())
    await fill("受付番号", () => receipt.fill(`R-${index + 1}`));
  await press("登録する", buttonOf(dialog, "登録済みにする"));
  await page.getByText(`${FIRMS}件を変更しました。`).waitFor();
};

const sendSheet = async (clerk: Clerk): Promise<void> => {
  const { page, press, fill } = clerk;
  await openBoard(clerk);
  await press(
    "状況回答シートを作成",
    buttonOf(page, "状況回答シートを作成").first(),
  );
  const goOn = buttonOf(page, /警告のまま進む|内容を確認する/);
  await goOn.waitFor();
  await fill("警告の理由", () =>
    page.getByLabel("警告のまま作成する理由").fill("公式の様式がまだないため"),
  );
  await press("内容を確認する", goOn);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    press("作成してダウンロード", buttonOf(page, "作成してダウンロード")),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  await press("送付済にする", buttonOf(page, "送付済にする"));
  await page.getByText("送付済として記録しました").waitFor();
};

test("the federation takes an edition of 30 firms from the request to the mailed sheet with 60 presses at most", async () => {
  const clerk = await openClerk();
  await openEdition(clerk);
  setDay("2022-07-19");
  await nominate("aohama", "青浜商工会", numbersFrom(1, 18));
  setDay("2022-07-20");
  await chaseUnanswered(clerk);
  setDay("2022-07-21");
  await nominate("kurosaki", "黒崎商工会", numbersFrom(19, 12));
  setDay("2022-07-28");
  await confirmNames(clerk);
  // By now all are registered on the web form.
  setDay("2022-07-29");
  await register(clerk);
  setDay("2022-08-01");
  await sendSheet(clerk);

  const firms = await readFirms();
  expect(firms).toHaveLength(FIRMS);
  for (const firm of firms)
    expect([
      firm.ステータス?.value,
      firm.nameCheck?.value,
      firm.registerDone?.value,
      firm.reportDone?.value,
    ]).toEqual(["報告済", "確認済", "2022-07-29", "2022-08-01"]);
  expect(clerk.presses).toEqual([
    "編集",
    "状態：募集中",
    "保存",
    "周知を始める",
    "知らせる",
    "催促する",
    "催促を送る",
    "名称確認待ち",
    "すべて選ぶ",
    "名称を確認済みにする",
    "確認する",
    "登録待ち",
    "すべて選ぶ",
    "登録済みにする",
    "応援団員",
    ...numbersFrom(1, FIRMS).map(() => "受付番号"),
    "登録する",
    "状況回答シートを作成",
    "警告の理由",
    "内容を確認する",
    "作成してダウンロード",
    "送付済にする",
  ]);
  expect(clerk.presses.length).toBeLessThanOrEqual(MOST_PRESSES);
  expect(clerk.failures).toEqual([]);
  await clerk.page.close();
});
