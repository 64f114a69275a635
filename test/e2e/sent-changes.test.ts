import type { Workbook } from "exceljs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { startTestDemo, visitDemo } from "../support/demo.ts";
import type { TestDemo } from "../support/demo.ts";
import {
  EDITION,
  listRegistered,
  makeSheet,
  openExport,
  openWorkbook,
  textOf,
} from "../support/form-site.ts";

let demo: TestDemo;
let browser: Browser;

beforeAll(async () => {
  [demo, browser] = await Promise.all([
    startTestDemo({ today: "2022-07-29" }),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

/** Names in the list of the sample form. */
const namesIn = ({ worksheets }: Workbook): string[] => {
  const names: string[] = [];
  worksheets[0]?.eachRow((row) => {
    const isNumbered = typeof row.getCell("A").value === "number";
    const name = row.getCell("C").text;
    if (isNumbered && name !== "") names.push(name);
  });
  return names;
};

const openNomination = async (page: Page, id: string): Promise<void> => {
  await page.goto("about:blank");
  await page.goto(
    `${demo.baseUrl}/k/${demo.apps.nominations}/show#record=${id}`,
  );
};

const markSent = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "送付済にする" }).click();
  await page.getByText("送付済として記録しました").waitFor();
};

const update = (id: string, record: Record<string, { value: unknown }>) =>
  demo.clientOf(demo.user("federationStaff")).record.updateRecord({
    app: demo.apps.nominations,
    id,
    record,
  });

type Row = { id: string; value: Record<string, { value: unknown }> };

/** Makes a nomination that waits for its registration a registered one. */
const register = async (): Promise<string> => {
  const [waiting = {}] = await demo.readAll(
    "nominations",
    `edition = "${EDITION}" and ステータス in ("県連へ連絡済") and nominationKind in ("他薦")`,
  );
  const id = textOf(waiting, "$id");
  const rows = waiting.checklist?.value as Row[];
  await update(id, {
    consentNominate: { value: "同意あり" },
    consentShare: { value: "同意あり" },
    nameCheck: { value: "確認済" },
    securityActionStars: { value: "一つ星" },
    registerDone: { value: "2022-07-29" },
    checklist: {
      value: rows.map((row) => ({
        id: row.id,
        value: { answer: { value: "はい" } },
      })),
    },
  });
  await demo.clientOf(demo.user("federationStaff")).record.updateRecordStatus({
    app: demo.apps.nominations,
    id,
    action: "登録済みにする",
  });
  return textOf(waiting, "registeredName");
};

/** On the record itself, and from there in the ledger. */
const expectNoted = async (
  page: Page,
  id: string,
  total: number,
): Promise<void> => {
  await openNomination(page, id);
  const note = page.getByRole("region", { name: "提出後の変更" });
  await note.getByText("提出後に変更あり").waitFor();
  expect(await note.getByRole("row").nth(1).innerText()).toMatch(
    /業種\s+H\d+\s+.+\s+うつわ製造業/,
  );
  const [ledger] = await Promise.all([
    page.context().waitForEvent("page"),
    note.getByRole("link", { name: "提出台帳の記録を開く" }).click(),
  ]);
  await ledger.getByText(`提出後に変更あり：${total}件のうち1件`).waitFor();
  await ledger.getByRole("cell", { name: "うつわ製造業" }).waitFor();
  await ledger.close();
};

/** With nothing to add, the next sheet is the whole one. */
const expectNothingToAdd = async (page: Page): Promise<void> => {
  await openExport(page, demo);
  await page.getByText("追加 0件 ・ 変更 1件 ・ 取消 0件").waitFor();
  await page.getByText(/業種\s+H\d+：.+→ うつわ製造業/).waitFor();
  expect(await page.getByLabel(/本提出/).isChecked()).toBe(true);
  await page.getByLabel(/追加提出/).check();
  await page.getByText("追加する案件はありません").waitFor();
  const next = page.getByRole("button", {
    name: /警告のまま進む|内容を確認する/,
  });
  expect(await next.isDisabled()).toBe(true);
};

test("what changes after the mailing is named, cell by cell, until it is mailed again", async () => {
  const { page, context, errors } = await visitDemo(
    browser,
    demo,
    demo.user("federationManager"),
  );
  const registered = await listRegistered(demo);
  const [one = {}] = registered;
  const id = textOf(one, "$id");
  await openExport(page, demo);
  await makeSheet(page);
  await markSent(page);

  // Saved again, and nothing that the sheet says has changed.
  await update(id, { contactPersonPhone: { value: "000-0000-9999" } });
  const ledger = page.getByRole("link", { name: "提出台帳の記録を開く" });
  await page.goto(`${await ledger.getAttribute("href")}`);
  await page.getByText(/載せた\d+件は、どれも変わっていません/).waitFor();

  await update(id, { industry: { value: "うつわ製造業" } });
  await expectNoted(page, id, registered.length);
  await expectNothingToAdd(page);

  // One more is registered: the supplementary sheet lists it alone.
  const added = await register();
  await openExport(page, demo);
  await page.getByText("追加 1件 ・ 変更 1件 ・ 取消 0件").waitFor();
  expect(await page.getByLabel(/追加提出/).isChecked()).toBe(true);
  expect(namesIn(await openWorkbook(await makeSheet(page)))).toEqual([added]);
  await markSent(page);

  // The whole sheet once more: then nothing is different any longer.
  await openExport(page, demo);
  await page.getByLabel(/本提出/).check();
  const whole = namesIn(await openWorkbook(await makeSheet(page)));
  expect(whole).toHaveLength(registered.length + 1);
  await markSent(page);
  await openNomination(page, id);
  await page.getByText("うつわ製造業").waitFor();
  await page.waitForLoadState("networkidle");
  expect(await page.getByText("提出後に変更あり").count()).toBe(0);
  expect(errors).toEqual([]);
  await context.close();
});

test("a society learns nothing of the ledger from its own nomination", async () => {
  const staff = demo.user("societyStaff");
  const [own] = await demo.clientOf(staff).record.getAllRecords({
    app: demo.apps.nominations,
    condition: 'ステータス in ("登録済", "報告済")',
  });
  const id = textOf(own ?? {}, "$id");
  await demo.clientOf(demo.user("federationStaff")).record.updateRecord({
    app: demo.apps.nominations,
    id,
    record: { industry: { value: "海運業" } },
  });
  const { page, context, errors } = await visitDemo(browser, demo, staff);
  await openNomination(page, id);
  await page.getByText("海運業").waitFor();
  await page.waitForLoadState("networkidle");
  expect(await page.getByText("提出後").count()).toBe(0);
  expect(errors).toEqual([]);
  await context.close();
});
