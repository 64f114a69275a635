import { readFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { toFormHash } from "../../src/kintone/page-paths.ts";
import type { TestDemo } from "./demo.ts";

export type Raw = Record<string, { value: unknown }>;

export const EDITION = "クラウド実践大賞 2022";

export const textOf = (record: Raw, code: string): string =>
  String(record[code]?.value ?? "");

/** Expected entries of the sheet, by the rule and not by our code. */
export const listRegistered = async (demo: TestDemo): Promise<Raw[]> => {
  const all = await demo.readAll("nominations", `edition = "${EDITION}"`);
  return all
    .filter(
      (one) =>
        textOf(one, "nominationKind") === "他薦" &&
        ["登録済", "報告済"].includes(textOf(one, "ステータス")) &&
        textOf(one, "consentNominate") === "同意あり" &&
        textOf(one, "consentShare") === "同意あり",
    )
    .sort(
      (a, b) =>
        Number(textOf(a, "societyOrder")) - Number(textOf(b, "societyOrder")) ||
        textOf(a, "registerDone").localeCompare(textOf(b, "registerDone")),
    );
};

export const readEdition = async (demo: TestDemo): Promise<Raw> => {
  const [edition] = await demo.readAll("editions", `name = "${EDITION}"`);
  if (edition === undefined) throw new Error(EDITION);
  return edition;
};

/** Puts a form and, if given, its map into the edition, as another user's browser would. */
export const storeForm = async (
  demo: TestDemo,
  file: { name: string; data: Uint8Array } | null,
  map?: unknown,
): Promise<void> => {
  const client = demo.clientOf(demo.user("federationStaff"));
  const formFile =
    file === null
      ? []
      : [
          await client.file.uploadFile({
            file: { name: file.name, data: Buffer.from(file.data) },
          }),
        ];
  await client.record.updateRecord({
    app: demo.apps.editions,
    id: textOf(await readEdition(demo), "$id"),
    record: {
      formFile: { value: formFile },
      formMap: { value: map === undefined ? "" : JSON.stringify(map) },
    },
  });
};

/** The settings page at the edition's form, or at a cell of it, as its record page and findings link to it. */
export const openForms = async (
  page: Page,
  demo: TestDemo,
  place?: { sheet: string; cell: string },
): Promise<void> => {
  const id = textOf(await readEdition(demo), "$id");
  // The same page with another hash would not load again.
  await page.goto("about:blank");
  await page.goto(
    `${demo.baseUrl}/k/admin/app/${demo.apps.editions}/plugin/config?pluginId=${demo.pluginId}${toFormHash(id, place)}`,
  );
  // The dialog's own heading begins with the same words.
  await page
    .getByRole("heading", { name: "様式の対応付け", exact: true })
    .waitFor();
};

export const openExport = async (page: Page, demo: TestDemo): Promise<void> => {
  await page.goto("about:blank");
  await page.goto(`${demo.baseUrl}/k/${demo.apps.nominations}/`);
  await page.getByRole("button", { name: "状況回答シートを作成" }).click();
  // A form about one firm has firms to choose instead of its kind.
  await page.getByText(/^(?:種別|作成する事業所.+)$/).waitFor();
};

/** Past the first step of the export. */
export const goToContents = async (page: Page): Promise<void> => {
  const reason = page.getByLabel("警告のまま作成する理由");
  const proceed = page.getByRole("button", {
    name: /警告のまま進む|内容を確認する/,
  });
  // The form is still being read when the kinds are shown.
  await expect
    .poll(async () =>
      (await reason.count()) > 0 || (await proceed.isEnabled())
        ? "ready"
        : page.getByRole("dialog").innerText(),
    )
    .toBe("ready");
  if ((await reason.count()) > 0) await reason.fill("途中経過の報告のため");
  await proceed.click();
  await page.getByRole("button", { name: "作成してダウンロード" }).waitFor();
};

/** From the first step of the export to the file. */
export const makeSheet = async (page: Page): Promise<Uint8Array> => {
  await goToContents(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "作成してダウンロード" }).click(),
  ]);
  return readFile(await download.path());
};

export const openWorkbook = async (
  bytes: Uint8Array,
): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  // exceljs declares an older Buffer than Node's.
  await workbook.xlsx.load(bytes as never);
  return workbook;
};
