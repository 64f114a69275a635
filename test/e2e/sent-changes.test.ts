import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";
import type { Workbook } from "exceljs";
import type { Browser, Download, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeFromKintone } from "../../scripts/report/from-kintone.ts";
import { describeMap, proposeMap, readForm } from "excel-form";
import { leaveBrowser, takeBrowser } from "local-kintone/testing";
import { startTestDemo, visitDemo } from "../support/demo.ts";
import type { TestDemo } from "../support/demo.ts";
import {
  EDITION,
  goToContents,
  listRegistered,
  makeSheet,
  openExport,
  openWorkbook,
  storeForm,
  textOf,
  type Raw,
} from "../support/form-site.ts";
import { VOCABULARY } from "../../src/domain/vocabulary.ts";

let demo: TestDemo;
let browser: Browser;

beforeAll(async () => {
  [demo, browser] = await Promise.all([
    startTestDemo({ today: "2022-07-29" }),
    takeBrowser(),
  ]);
});
afterAll(async () => {
  await leaveBrowser(browser);
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
  expect(await page.getByRole("radio", { name: /本提出/ }).isChecked()).toBe(
    true,
  );
  await page.getByRole("radio", { name: /追加提出/ }).check();
  await page.getByText("追加する案件はありません").waitFor();
  const next = page.getByRole("button", {
    name: /警告のまま進む|内容を確認する/,
  });
  expect(await next.isDisabled()).toBe(true);
};

test("what changes after the mailing is named, cell by cell, until it is mailed again", async () => {
  const { page, errors } = await visitDemo(
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
  expect(await page.getByRole("radio", { name: /追加提出/ }).isChecked()).toBe(
    true,
  );
  expect(namesIn(await openWorkbook(await makeSheet(page)))).toEqual([added]);
  await markSent(page);

  // The whole sheet once more: then nothing is different any longer.
  await openExport(page, demo);
  await page.getByRole("radio", { name: /本提出/ }).check();
  const whole = namesIn(await openWorkbook(await makeSheet(page)));
  expect(whole).toHaveLength(registered.length + 1);
  await markSent(page);
  await openNomination(page, id);
  await page.getByText("うつわ製造業").waitFor();
  await page.waitForLoadState("networkidle");
  expect(await page.getByText("提出後に変更あり").count()).toBe(0);
  expect(errors).toEqual([]);
  await page.close();
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
  const { page, errors } = await visitDemo(browser, demo, staff);
  await openNomination(page, id);
  await page.getByText("海運業").waitFor();
  await page.waitForLoadState("networkidle");
  expect(await page.getByText("提出後").count()).toBe(0);
  expect(errors).toEqual([]);
  await page.close();
});

/** A form about one firm, as an association would draw it. */
const storeRecommendation = async (): Promise<void> => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("推薦書");
  sheet.getCell("B1").value = "クラウド実践大賞 推薦書";
  for (const [row, label] of [
    [3, "連合会名"],
    [5, "商工会名"],
    [6, "事業所名"],
    [7, "業種"],
  ] as const) {
    sheet.getCell(`B${row}`).value = label;
    for (const cell of [`B${row}`, `C${row}`]) {
      const line = { style: "thin" } as const;
      const border = { top: line, left: line, bottom: line, right: line };
      sheet.getCell(cell).border = border;
    }
  }
  sheet.getColumn("C").width = 40;
  const data = new Uint8Array(await workbook.xlsx.writeBuffer());
  const form = readForm(data);
  const map = describeMap(VOCABULARY, form, {
    ...proposeMap(VOCABULARY, form),
    revision: 1,
  });
  await storeForm(demo, { name: "推薦書.xlsx", data }, map);
};

/** The command line makes the same, one at a time. */
const expectCommand = async (nomination: Raw): Promise<void> => {
  const { code, password } = demo.user("federationManager");
  const environment = {
    KINTONE_BASE_URL: demo.baseUrl,
    KINTONE_USERNAME: code,
    KINTONE_PASSWORD: password,
  };
  const out = path.join(tmpdir(), `suisen-${process.pid}.xlsx`);
  const make = (id?: string) =>
    makeFromKintone({ edition: EDITION, out, nomination: id }, environment);
  await expect(make()).rejects.toMatchObject({ code: "report/firm-needed" });
  await expect(make("0")).rejects.toMatchObject({
    code: "report/firm-missing",
  });
  expect(await make(textOf(nomination, "$id"))).toMatchObject({ count: 1 });
  const { worksheets } = await openWorkbook(await readFile(out));
  await rm(out);
  expect(worksheets[0]?.getCell("C6").value).toBe(
    textOf(nomination, "registeredName"),
  );
};

test("a form about one firm becomes a file and a ledger entry for each firm that is chosen", async () => {
  await storeRecommendation();
  const { page, errors } = await visitDemo(
    browser,
    demo,
    demo.user("federationManager"),
  );
  const chosen = (await listRegistered(demo)).slice(0, 2);
  const names = chosen.map((one) => textOf(one, "registeredName"));
  const before = await demo.readAll("deliveries");
  const downloads: Download[] = [];
  page.on("download", (download) => downloads.push(download));
  await openExport(page, demo);
  const firms = page.getByRole("group", { name: /作成する事業所/ });
  await firms.getByLabel("すべて").check();
  await firms.getByLabel("すべて").uncheck();
  await page.getByText("作成する事業所を選んでください").waitFor();
  for (const name of names) await firms.getByLabel(name).check();
  await goToContents(page);
  await page.getByText("合わせて2個のファイルを作成します").waitFor();
  await page.getByRole("button", { name: "作成してダウンロード" }).click();
  await page.getByText("提出台帳に記録しました").waitFor();
  await expect.poll(() => downloads.length).toBe(2);
  for (const [index, download] of downloads.entries()) {
    expect(download.suggestedFilename()).toContain(`_${names[index]}_2022`);
    const { worksheets } = await openWorkbook(
      await readFile(await download.path()),
    );
    expect(worksheets[0]?.getCell("C6").value).toBe(names[index]);
  }
  const made = (await demo.readAll("deliveries")).filter(
    (one) =>
      !before.some((old) => textOf(old, "$id") === textOf(one, "$id")) &&
      textOf(one, "nominationCount") === "1",
  );
  const listed = made.flatMap(({ included }) => included?.value as Row[]);
  expect(listed.map(({ value }) => textOf(value, "nominationName"))).toEqual(
    expect.arrayContaining(names),
  );
  expect(listed).toHaveLength(2);
  // The covering mail is easily forwarded: it names no firm, nor a file named after one.
  const mail = await page.getByLabel("本文").inputValue();
  expect(mail).toContain("Excelファイル2件");
  expect(mail).not.toContain(names[0]);

  await expectCommand(chosen[1] ?? {});

  // Each is compared by itself.
  await markSent(page);
  const id = textOf(chosen[0] ?? {}, "$id");
  await update(id, { industry: { value: "旅館業" } });
  await openNomination(page, id);
  const line = page.getByRole("row", { name: /^業種 C7 .+ 旅館業$/ });
  await line.waitFor();
  await openExport(page, demo);
  await firms
    .getByText(/送付済.+その後に変更あり/)
    .first()
    .waitFor();
  expect(errors).toEqual([]);
  await page.close();
});
