import { readFile } from "node:fs/promises";
import type { Workbook } from "exceljs";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { leaveBrowser, takeBrowser } from "local-kintone/testing";
import { findViolations } from "../support/accessibility.ts";
import { startTestDemo, visitDemo } from "../support/demo.ts";
import type { TestDemo } from "../support/demo.ts";
import {
  EDITION,
  goToContents,
  listRegistered,
  makeSheet,
  openExport,
  openForms,
  openWorkbook,
  readEdition,
  storeForm,
  textOf,
  type Raw,
} from "../support/form-site.ts";

const BLANK = "excel-form/test/fixtures/forms/b01-status-reply.xlsx";
const BUDGET = "excel-form/test/fixtures/forms/b13-budget-nothing-fits.xlsx";
const SHEET = "回答シート";
/** The list begins in row 15. */
const COLUMNS = "BCDEFGHIJKLM";
const FIRST_ROW = 15;
const COVER = ["C5", "I5", "C6", "I6", "C7", "I7", "C8", "I8", "C10", "J10"];

let demo: TestDemo;
let browser: Browser;

beforeAll(async () => {
  [demo, browser] = await Promise.all([
    startTestDemo({ today: "2022-07-29" }),
    takeBrowser(),
  ]);
});
afterEach(() => demo.clearFaults());
afterAll(async () => {
  await leaveBrowser(browser);
  await demo?.close();
});

const blank = async (path: string, name: string) => ({
  name,
  data: await readFile(path),
});

const cellAt = (page: Page, address: string): Locator =>
  page.locator(`[data-cell="${address}"]`);

const valueLine = (page: Page, key: string): Locator =>
  page.locator(`[data-value="${key}"]`);

const beginMapping = async (page: Page): Promise<void> => {
  await page
    .getByRole("button", { name: /対応付けをはじめる|違いを見て直す/ })
    .click();
  await page.getByRole("grid").waitFor();
};

const save = (page: Page): Promise<void> =>
  page.getByRole("button", { name: "対応付けを保存" }).click();

/** Every cell of the workbook as text, by `sheet!address`. */
const contentOf = (workbook: Workbook): Map<string, string> => {
  const content = new Map<string, string>();
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.isMerged && cell.address !== cell.master.address) return;
        content.set(
          `${sheet.name}!${cell.address}`,
          JSON.stringify(cell.value ?? null),
        );
      }),
    );
  }
  return content;
};

/** Uploads the blank as it came, on the edition's own page, and follows its link. */
const upload = async (page: Page): Promise<void> => {
  const id = textOf(await readEdition(demo), "$id");
  await page.goto(`${demo.baseUrl}/k/${demo.apps.editions}/show#record=${id}`);
  await page.getByText("ここから対応付けをはじめられます").waitFor();
  await page.getByRole("link", { name: "レコードを編集する" }).click();
  await page
    .getByRole("button", { name: "状況回答シート（白紙のExcel）" })
    .setInputFiles(BLANK);
  await page.getByText("b01-status-reply.xlsx").waitFor();
  await page.getByRole("button", { name: "保存" }).first().click();
  await page.getByRole("link", { name: "対応付けをはじめる" }).click();
};

/** The form as a grid, with the proposal in it. */
const expectProposal = async (page: Page): Promise<void> => {
  await expect
    .poll(() => cellAt(page, "A5").innerText())
    .toContain("都道府県連名");
  expect(await cellAt(page, "C5").innerText()).toBe("連合会名");
  expect(await cellAt(page, "C15").getAttribute("aria-label")).toContain(
    "事業所名",
  );
  // Hundreds of cells of one make; each says its address and value.
  expect(
    await findViolations(page, ".suisen-map-root", ".suisen-map-paper"),
  ).toEqual([]);
};

const editByMouse = async (page: Page): Promise<void> => {
  await valueLine(page, "federation.headName").click();
  await cellAt(page, "F6").click();
  await page.getByText("「会長名」をF6に配置しました").waitFor();
};

/** The value waits, arrows move, Enter places, Delete frees. */
const editByKeyboard = async (page: Page): Promise<void> => {
  await valueLine(page, "edition.name").press("Enter");
  await cellAt(page, "F6").press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByText("「募集回」をF7に配置しました").waitFor();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Delete");
  await page.getByText("F6には何も入れません").waitFor();
  await page.getByRole("button", { name: "元に戻す" }).click();
  expect(await cellAt(page, "F6").innerText()).toBe("会長名");
  // Enter on a cell leads to its choice, and Escape back to it; the dialog stays.
  await cellAt(page, "F6").press("Enter");
  expect(await page.locator("select:focus").inputValue()).toBe(
    "federation.headName",
  );
  await page.keyboard.press("Escape");
  expect(await page.locator(":focus").getAttribute("data-cell")).toBe("F6");
};

/** The drop-down of a column beside our values, each with the word that means the same. */
const expectOptions = async (page: Page): Promise<void> => {
  await cellAt(page, "I15").click();
  const oneStar = page.getByLabel("「一つ星」にあたる様式の選択肢");
  expect(await oneStar.inputValue()).toMatch(/一つ星|^★$/);
};

const expectPreview = async (page: Page, expected: Raw[]): Promise<void> => {
  await page.getByLabel("実データで見る").check();
  await page
    .getByText(`登録済の案件${expected.length}件を入れて表示しています`)
    .waitFor();
  expect(await cellAt(page, "C15").innerText()).toBe(
    textOf(expected[0] ?? {}, "registeredName"),
  );
  expect(await cellAt(page, "F7").innerText()).toBe(EDITION);
};

const expectFilled = (
  filled: ReadonlyMap<string, string>,
  expected: Raw[],
): void => {
  const at = (address: string): unknown =>
    JSON.parse(filled.get(`${SHEET}!${address}`) ?? "null");
  expect(at("C5")).toBe("海原県商工会連合会");
  expect(at("F6")).toBe("会長 大潮 一郎");
  expect(at("F7")).toBe(EDITION);
  expect(at("C10")).toBe(expected.length);
  expected.forEach((record, index) => {
    const row = FIRST_ROW + index;
    expect(at(`B${row}`)).toBe(textOf(record, "society"));
    expect(at(`C${row}`)).toBe(textOf(record, "registeredName"));
    expect(at(`E${row}`)).toBe(
      textOf(record, "businessKind") === "個人事業主"
        ? "個人"
        : textOf(record, "corporateNumber"),
    );
    expect(at(`K${row}`)).toBe(Number(textOf(record, "scoreTotal")));
  });
};

/** Cells that are not as in the blank, though nothing is mapped to them. */
const listTouched = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  rows: number,
): string[] => {
  const list = Array.from({ length: rows }, (_row, index) =>
    [...COLUMNS].map((column) => `${column}${FIRST_ROW + index}`),
  );
  const mapped = new Set(
    [...COVER, "F6", "F7", ...list.flat()].map((cell) => `${SHEET}!${cell}`),
  );
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (cell) =>
      !mapped.has(cell) &&
      (before.get(cell) ?? "null") !== (after.get(cell) ?? "null"),
  );
};

test("from the edition's record to the filled form, with nobody to ask", async () => {
  const { page, errors } = await visitDemo(
    browser,
    demo,
    demo.user("federationManager"),
  );
  const expected = await listRegistered(demo);
  await upload(page);
  await beginMapping(page);
  await expectProposal(page);
  await editByMouse(page);
  await editByKeyboard(page);
  await expectOptions(page);
  await expectPreview(page, expected);
  await save(page);
  await page.getByText("この様式で状況回答シートを作成できます").waitFor();
  await page
    .getByRole("dialog")
    .getByRole("link", { name: "推薦案件の一覧で状況回答シートを作成" })
    .waitFor();
  await page.getByRole("button", { name: "閉じる", exact: true }).click();
  await page.getByText("第1版").waitFor();
  // All that is right is one line, to be opened.
  await page.locator(".suisen-checks-fine summary").click();
  await page.getByText(`${EDITION}：様式と対応表がそろっています`).waitFor();

  await page
    .getByRole("link", { name: "推薦案件の一覧で状況回答シートを作成" })
    .click();
  await page.getByRole("button", { name: "状況回答シートを作成" }).click();
  await page.getByText("様式：b01-status-reply.xlsx").waitFor();
  const filled = contentOf(await openWorkbook(await makeSheet(page)));
  expectFilled(filled, expected);
  const before = contentOf(await openWorkbook(await readFile(BLANK)));
  expect(listTouched(before, filled, expected.length)).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
});

test("what is not saved is never lost without a word", async () => {
  await storeForm(demo, await blank(BLANK, "様式.xlsx"));
  const { page, errors } = await visitDemo(
    browser,
    demo,
    demo.user("federationManager"),
  );
  await openForms(page, demo);
  await beginMapping(page);
  await valueLine(page, "federation.headName").click();
  await cellAt(page, "F6").click();

  // Escape asks, however often it is pressed.
  for (let times = 0; times < 3; times += 1) {
    await page.keyboard.press("Escape");
  }
  await page.getByRole("alertdialog").waitFor();
  await page.getByRole("button", { name: "編集に戻る" }).click();
  expect(await cellAt(page, "F6").innerText()).toBe("会長名");

  // The connection is lost.
  await page.route("**/k/v1/record.json", (route) => route.abort());
  await save(page);
  await page.getByText("対応付けはまだ保存されていません").waitFor();
  await page.unroute("**/k/v1/record.json");

  // Another user saves a map at the same time.
  const client = demo.clientOf(demo.user("federationStaff"));
  const id = textOf(await readEdition(demo), "$id");
  const app = demo.apps.editions;
  await client.record.updateRecord({
    app,
    id,
    record: { formMap: { value: '{"version":1}' } },
  });
  await save(page);
  await page.getByText("ほかの人が対応付けを保存しました").waitFor();
  expect(textOf(await readEdition(demo), "formMap")).toBe('{"version":1}');
  await save(page);
  await page.getByText(/対応付けを保存しました（第\d+版）/).waitFor();
  expect(textOf(await readEdition(demo), "formMap")).toContain(
    "federation.headName",
  );

  // Another user replaces the form.
  await cellAt(page, "F7").click();
  await valueLine(page, "edition.name").click();
  await storeForm(
    demo,
    await blank(
      "excel-form/test/fixtures/forms/b05-fax-reply.xlsx",
      "差替.xlsx",
    ),
  );
  await save(page);
  await page.getByText("様式のファイルが差し替えられました").waitFor();
  expect(textOf(await readEdition(demo), "formMap")).toBe("");
  await page.getByRole("button", { name: "閉じる", exact: true }).click();
  await page.getByRole("button", { name: "保存せずに閉じる" }).click();
  await page.getByText("様式：差替.xlsx").waitFor();
  expect(errors).toEqual([]);
  await page.close();
});

/** Cells of the cover's values in the stored map. */
const listPlacedNow = async (): Promise<
  Array<{ sheet: string; cell: string }>
> => JSON.parse(textOf(await readEdition(demo), "formMap")).cells;

test("last year's map never fills this year's form unseen", async () => {
  const { page, errors } = await visitDemo(
    browser,
    demo,
    demo.user("federationManager"),
  );
  const before = await demo.readAll("deliveries", `edition = "${EDITION}"`);
  await storeForm(demo, await blank(BLANK, "昨年.xlsx"));
  await openForms(page, demo);
  await beginMapping(page);
  await save(page);
  await page.getByText(/対応付けを保存しました/).waitFor();
  const map: unknown = JSON.parse(textOf(await readEdition(demo), "formMap"));
  const later = "excel-form/test/fixtures/forms/b08-two-rows-portrait.xlsx";
  await storeForm(demo, await blank(later, "今年.xlsx"), map);

  await openExport(page, demo);
  await page.getByText("このままでは作成できない点").waitFor();
  expect(
    await page
      .getByRole("button", { name: /進む|内容を確認する/ })
      .isDisabled(),
  ).toBe(true);

  await openForms(page, demo);
  await page.getByText("保存したときの様式と違います").waitFor();
  await beginMapping(page);
  await page
    .getByRole("dialog")
    .getByText(/^違い（\d+）$/)
    .waitFor();
  await save(page);
  await page.getByText("対応付けを保存しました（第2版）").waitFor();
  await page.getByRole("button", { name: "閉じる", exact: true }).click();
  await page.getByText("第2版").waitFor();

  // A finding leads to its cell, once.
  const [column] = (await listPlacedNow()).slice(-1);
  if (!column) throw new Error("Nothing is placed");
  await openForms(page, demo, column);
  await expect
    .poll(() => page.locator(":focus").getAttribute("data-cell"))
    .toBe(column.cell);
  expect(page.url()).not.toContain(column.cell);
  await page.keyboard.press("Escape");
  await page.getByText("第2版").waitFor();
  expect(await page.getByRole("dialog").count()).toBe(0);

  // Nor does a form that is replaced while the sheet is being made.
  await openExport(page, demo);
  await goToContents(page);
  await storeForm(demo, await blank(BLANK, "差替.xlsx"), map);
  await page.getByRole("button", { name: "作成してダウンロード" }).click();
  await page.getByText("作成中に募集回").waitFor();
  expect(await demo.readAll("deliveries", `edition = "${EDITION}"`)).toEqual(
    before,
  );
  expect(errors).toEqual([]);
  await page.close();
});

test("a form for something else says why it is left open, and is proposed when asked", async () => {
  await storeForm(demo, await blank(BUDGET, "予算書.xlsx"));
  const { page, errors } = await visitDemo(
    browser,
    demo,
    demo.user("federationManager"),
  );
  await openForms(page, demo);
  await page.getByRole("button", { name: "対応付けをはじめる" }).click();
  const reason = page.getByText("会計や役員、入退会などの手続きの様式");
  await reason.waitFor();
  await page.getByRole("button", { name: "このまま提案" }).click();
  await page.locator(".suisen-map-news").getByText("見出しから").waitFor();
  expect(await reason.count()).toBe(0);
  expect(errors).toEqual([]);
  await page.close();
});
