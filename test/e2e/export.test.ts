import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { leaveBrowser, takeBrowser } from "local-kintone/testing";
import { startTestDemo, visitDemo } from "../support/demo.ts";
import type { DemoVisit, TestDemo } from "../support/demo.ts";
import { goToContents } from "../support/form-site.ts";

const EDITION = "クラウド実践大賞 2022";

type Raw = Record<string, { value: unknown }>;

let demo: TestDemo;
let browser: Browser;
/** The manager's page, at the list of the nominations. */
let visit: DemoVisit;

beforeAll(async () => {
  [demo, browser] = await Promise.all([
    startTestDemo({ today: "2022-07-29" }),
    takeBrowser(),
  ]);
  visit = await visitDemo(browser, demo, demo.user("federationManager"));
  await goToList();
});
afterEach(() => {
  expect(visit.errors).toEqual([]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await demo?.close();
});

const text = (record: Raw, code: string): string =>
  String(record[code]?.value ?? "");

const listDeliveries = (): Promise<Raw[]> =>
  demo.readAll("deliveries", `edition = "${EDITION}"`);

/** Expected entries of the sheet, by the rule and not by our code. */
const listRegistered = async (): Promise<Raw[]> => {
  const all = await demo.readAll("nominations", `edition = "${EDITION}"`);
  return all
    .filter(
      (one) =>
        text(one, "nominationKind") === "他薦" &&
        ["登録済", "報告済"].includes(text(one, "ステータス")) &&
        text(one, "consentNominate") === "同意あり" &&
        text(one, "consentShare") === "同意あり",
    )
    .sort(
      (a, b) =>
        Number(text(a, "societyOrder")) - Number(text(b, "societyOrder")) ||
        text(a, "registerDone").localeCompare(text(b, "registerDone")),
    );
};

const goToList = async (): Promise<void> => {
  await visit.page.goto(`${demo.baseUrl}/k/${demo.apps.nominations}/`);
};

/** Opens the dialog, closing the one of an earlier step. */
const openDialog = async ({ page }: DemoVisit): Promise<void> => {
  const open = page.getByRole("dialog");
  if ((await open.count()) > 0) await page.keyboard.press("Escape");
  await open.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "状況回答シートを作成" }).click();
  await page.getByText("種別").waitFor();
};

const makeAndDownload = async ({ page }: DemoVisit) => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "作成してダウンロード" }).click(),
  ]);
  const path = await download.path();
  return { name: download.suggestedFilename(), bytes: await readFile(path) };
};

const openWorkbook = async (bytes: Uint8Array): Promise<ExcelJS.Worksheet> => {
  const workbook = new ExcelJS.Workbook();
  // exceljs declares an older Buffer than Node's.
  await workbook.xlsx.load(bytes as never);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) {
    throw new Error("The file has no sheet");
  }
  return sheet;
};

/** Rows of the sample form's list that hold a firm. */
const readRows = (sheet: ExcelJS.Worksheet): ExcelJS.Row[] => {
  const rows: ExcelJS.Row[] = [];
  sheet.eachRow((row) => {
    const isNumbered = typeof row.getCell("A").value === "number";
    if (isNumbered && row.getCell("C").text !== "") {
      rows.push(row);
    }
  });
  return rows;
};

test("the manager makes the sheet, and file, records and ledger agree", async () => {
  const before = await listDeliveries();
  const expected = await listRegistered();
  expect(expected.length).toBeGreaterThan(3);

  await openDialog(visit);
  await goToContents(visit.page);
  const file = await makeAndDownload(visit);
  expect(file.name).toMatch(
    /^自己宣言の登録（他薦）状況回答シート（サンプル）_.+_20220729\.xlsx$/,
  );

  const rows = readRows(await openWorkbook(file.bytes));
  expect(rows.map((row) => row.getCell("C").text)).toEqual(
    expected.map((one) => text(one, "registeredName")),
  );
  expect(rows.map((row) => row.getCell("B").text)).toEqual(
    expected.map((one) => text(one, "society")),
  );
  rows.forEach((row, index) => {
    const record = expected[index] ?? {};
    const isSole = text(record, "businessKind") === "個人事業主";
    expect(row.getCell("A").value).toBe(index + 1);
    // 13 digits are text; a number would lose its look and a leading zero.
    expect(row.getCell("E").value).toBe(
      isSole ? "個人" : text(record, "corporateNumber"),
    );
    expect(row.getCell("J").value).toBe(Number(text(record, "scoreTotal")));
    expect(row.getCell("K").value).toEqual(
      new Date(`${text(record, "registerDone")}T00:00:00Z`),
    );
  });

  const [delivery, ...others] = (await listDeliveries()).filter(
    (one) => !before.some((old) => text(old, "$id") === text(one, "$id")),
  );
  expect(others).toEqual([]);
  expect(text(delivery ?? {}, "nominationCount")).toBe(String(expected.length));
  const included = delivery?.included?.value as Array<{ value: Raw }>;
  expect(
    included.map(({ value }) => [
      text(value, "nominationId"),
      text(value, "nominationRevision"),
    ]),
  ).toEqual(expected.map((one) => [text(one, "$id"), text(one, "$revision")]));
  expect(text(delivery ?? {}, "resultHash")).toBe(
    createHash("sha256").update(file.bytes).digest("hex"),
  );
  const [attached] = delivery?.reportFile?.value as Array<{ fileKey: string }>;
  const kept = await demo
    .clientOf(demo.user("federationManager"))
    .file.downloadFile({ fileKey: attached?.fileKey ?? "" });
  expect(Buffer.from(kept)).toEqual(file.bytes);
  expect(text(delivery ?? {}, "warningReason")).toBe("途中経過の報告のため");

  await visit.page.getByRole("button", { name: "送付済にする" }).click();
  await visit.page.getByText("送付済として記録しました").waitFor();
  const [sent] = await demo.readAll(
    "deliveries",
    `$id = "${text(delivery ?? {}, "$id")}"`,
  );
  expect(text(sent ?? {}, "deliveryState")).toBe("送付済");
  expect(text(sent ?? {}, "sentAt")).toMatch(/^2022-07-29T00:0\d:00Z$/);
});

test("society staff reach neither button, ledger nor file", async () => {
  const staff = demo.user("societyStaff");
  const other = await visitDemo(browser, demo, staff);
  await other.page.goto(`${demo.baseUrl}/k/${demo.apps.nominations}/`);
  await other.page.getByRole("table").first().waitFor();
  expect(
    await other.page
      .getByRole("button", { name: "状況回答シートを作成" })
      .count(),
  ).toBe(0);
  const client = demo.clientOf(staff);
  await expect(
    client.record.getRecords({ app: demo.apps.deliveries }),
  ).rejects.toMatchObject({ code: "CB_NO02" });
  const [delivery] = await listDeliveries();
  const [attached] = delivery?.reportFile?.value as Array<{ fileKey: string }>;
  await expect(
    client.file.downloadFile({ fileKey: attached?.fileKey ?? "" }),
  ).rejects.toThrow();
  await other.page.close();
});

test("when the ledger cannot be written nothing is left half done, and what was typed stays", async () => {
  const before = await listDeliveries();
  await openDialog(visit);
  await goToContents(visit.page);
  await demo.addFault({
    status: 503,
    body: "Service Unavailable",
    path: "/k/v1/record.json",
    count: 1,
  });
  await visit.page
    .getByRole("button", { name: "作成してダウンロード" })
    .click();
  await visit.page
    .getByText("提出台帳にも何も記録していません")
    .waitFor({ timeout: 30_000 });
  expect(await listDeliveries()).toHaveLength(before.length);
  await demo.clearFaults();

  await visit.page.getByRole("button", { name: "もう一度読み込む" }).click();
  const reason = visit.page.getByLabel("警告のまま作成する理由");
  await reason.waitFor();
  expect(await reason.inputValue()).toBe("途中経過の報告のため");
  await goToContents(visit.page);
  await makeAndDownload(visit);
  await visit.page.getByText("提出台帳に記録しました").waitFor();
  expect(await listDeliveries()).toHaveLength(before.length + 1);
});

test("an answer that is lost neither loses the sheet nor enters it twice", async () => {
  const { page } = visit;
  const before = await listDeliveries();
  await openDialog(visit);
  await page
    .getByLabel("警告のまま作成する理由")
    .fill("回線の悪い場所での作成");
  await page.getByRole("button", { name: "警告のまま進む" }).click();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/k/v1/record.json", async (route) => {
    if (route.request().method() === "POST") {
      await held;
      await route.fetch();
      await route.abort();
    } else {
      await route.continue();
    }
  });
  await page.getByRole("button", { name: "作成してダウンロード" }).click();
  // The dialog stays open while the ledger entry is being saved.
  await page.getByText("提出台帳に記録しています").waitFor();
  await page.keyboard.press("Escape");
  expect(await page.getByRole("button", { name: "中止" }).isDisabled()).toBe(
    true,
  );
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    Promise.resolve(release()),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  await page.getByText("提出台帳に記録しました").waitFor();
  expect(await listDeliveries()).toHaveLength(before.length + 1);
  // The keyboard goes on where the work does.
  expect(await page.locator(":focus").innerText()).toBe("4. 送付");
});

test("a record that somebody changes meanwhile stops the making", async () => {
  const before = await listDeliveries();
  await openDialog(visit);
  await visit.page.getByRole("radio", { name: /本提出/ }).check();
  await goToContents(visit.page);
  const [first] = await listRegistered();
  await demo.clientOf(demo.user("federationStaff")).record.updateRecord({
    app: demo.apps.nominations,
    id: text(first ?? {}, "$id"),
    record: { remarks: { value: "電話で確認" } },
  });
  await visit.page
    .getByRole("button", { name: "作成してダウンロード" })
    .click();
  await visit.page.getByText("1件の案件が変更または登録されました").waitFor();
  expect(await listDeliveries()).toHaveLength(before.length);
});

test("hostile text is text in the sheet", async () => {
  const [first] = await listRegistered();
  const hostile = '=HYPERLINK("http://example.com","x")<b>&"\u202e';
  await demo.clientOf(demo.user("federationStaff")).record.updateRecord({
    app: demo.apps.nominations,
    id: text(first ?? {}, "$id"),
    record: {
      registeredName: { value: hostile },
      // Confirmed as it is: a name that differs from the confirmed one blocks the sheet.
      confirmedName: { value: hostile },
    },
  });
  await openDialog(visit);
  await visit.page.getByRole("radio", { name: /本提出/ }).check();
  await goToContents(visit.page);
  const { bytes } = await makeAndDownload(visit);
  const names = readRows(await openWorkbook(bytes)).map(
    (row) => row.getCell("C").value,
  );
  expect(names).toContain(hostile);

  // The finding about the name leads to the name.
  await openDialog(visit);
  await visit.page.getByRole("radio", { name: /本提出/ }).check();
  const finding = visit.page
    .getByRole("listitem")
    .filter({ hasText: "登記では使わない書き方" })
    .filter({ hasText: "HYPERLINK" });
  const href = await finding.getByRole("link").first().getAttribute("href");
  await visit.page.goto("about:blank");
  await visit.page.goto(`${href}`);
  const field = visit.page.locator(".suisen-linked-field");
  await expect.poll(() => field.innerText()).toContain("=HYPERLINK");
});

test("an edition without a single nomination still gives a sheet, with a reason", async () => {
  const federation = demo.clientOf(demo.user("federationManager"));
  await federation.record.addRecord({
    app: demo.apps.editions,
    record: {
      name: { value: "空の賞" },
      fiscalYear: { value: 2022 },
      editionState: { value: "募集中" },
      registerDate: { value: "2022-08-01" },
      reportDate: { value: "2022-08-01" },
      federationName: { value: "海原県商工会連合会" },
      threshold: { value: 12 },
      target: { value: 1 },
    },
  });
  const { page } = visit;
  await goToList();
  await openDialog(visit);
  await page.getByRole("dialog").getByLabel("募集回").selectOption("空の賞");
  const reason = page.getByLabel("該当なし（0件）の理由");
  await reason.waitFor();
  expect(
    await page
      .getByRole("button", { name: /警告のまま進む|内容を確認する/ })
      .isDisabled(),
  ).toBe(true);
  await reason.fill("8月1日(火)の役員会で決めた");
  await page
    .getByText("「8月1日(火)」の曜日が日付と合いません。8/1(月)です。")
    .waitFor();
  await reason.fill("対象となる事業者がなかったため");
  await goToContents(visit.page);
  const { bytes } = await makeAndDownload(visit);
  const sheet = await openWorkbook(bytes);
  expect(readRows(sheet)).toEqual([]);
  const cells: string[] = [];
  sheet.eachRow((row) =>
    row.eachCell((cell) => cells.push(String(cell.value))),
  );
  expect(cells.join("\n")).toContain("対象となる事業者がなかったため");
  expect(cells).toContain("0");
});
