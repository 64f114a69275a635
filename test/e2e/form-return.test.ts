import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { describeMap, fillForm, proposeMap, readForm } from "excel-form";
import type { ReportData, ReportMap } from "excel-form";
import { leaveBrowser, takeBrowser } from "local-kintone/testing";
import { startTestDemo, visitDemo } from "../support/demo.ts";
import type { TestDemo } from "../support/demo.ts";
import {
  EDITION,
  openForms,
  openWorkbook,
  storeForm,
  textOf,
} from "../support/form-site.ts";
import { readBlankForm } from "../support/blank-form.ts";
import { VOCABULARY } from "../../src/domain/vocabulary.ts";

const NEW_FIRM = "合同会社白波クラフト";
const XLSX =
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

let demo: TestDemo;
let browser: Browser;
/** The manager's page, with the dialog open. */
let page: Page;
let errors: string[];
let blank: Uint8Array;
let map: ReportMap;

beforeAll(async () => {
  [demo, browser] = await Promise.all([
    startTestDemo({ today: "2022-07-29" }),
    takeBrowser(),
  ]);
  blank = readBlankForm("b01-status-reply.xlsx");
  const form = readForm(blank);
  map = describeMap(VOCABULARY, form, {
    ...proposeMap(VOCABULARY, form),
    revision: 1,
  });
  await storeForm(demo, { name: "様式.xlsx", data: blank }, map);
  ({ page, errors } = await visitDemo(
    browser,
    demo,
    demo.user("federationManager"),
  ));
  await openForms(page, demo);
  await page.getByRole("button", { name: "記入済みの様式を取り込む" }).click();
  await page.getByText("読み取っただけでは何も登録されません").waitFor();
});
afterEach(() => {
  expect(errors).toEqual([]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await demo?.close();
});

const listNominations = () =>
  demo.readAll("nominations", `edition = "${EDITION}"`);

/** Records saved so far, with their revisions. */
const readRevisions = async (): Promise<string[]> =>
  (await listNominations()).map(
    (one) => `${textOf(one, "$id")}:${textOf(one, "$revision")}`,
  );

const fill = (rows: ReportData["rows"]): Uint8Array =>
  fillForm(VOCABULARY, blank, map, { scalars: {}, rows }).bytes;

const chooseAnother = async (): Promise<void> => {
  await page.getByRole("button", { name: "別のファイルを選ぶ" }).click();
  await page.getByText("読み取っただけでは何も登録されません").waitFor();
};

/** Drops a file as a mouse does. */
const drop = async (bytes: Uint8Array): Promise<void> => {
  const transfer = await page.evaluateHandle(
    ({ data, type }) => {
      const dropped = new DataTransfer();
      dropped.items.add(
        new File([new Uint8Array(data)], "記入済.xlsx", { type }),
      );
      return dropped;
    },
    { data: [...bytes], type: XLSX },
  );
  await page
    .locator(".suisen-return-drop")
    .dispatchEvent("drop", { dataTransfer: transfer });
};

test("a filled form shows its differences, and only what is agreed to is written", async () => {
  const [known] = await demo.readAll(
    "nominations",
    `edition = "${EDITION}" and industry != ""`,
  );
  const id = textOf(known ?? {}, "$id");
  const name = textOf(known ?? {}, "registeredName");
  const society = textOf(known ?? {}, "society");
  const returned = fill([
    {
      "row.no": 1,
      "society.name": society,
      "business.registeredName": name,
      "business.corporateNumber": textOf(known ?? {}, "corporateNumber"),
      "business.industry": "海産物加工業",
      "business.representativeTitle": "代表社員",
    },
    {
      "row.no": 2,
      "society.name": society,
      "business.registeredName": NEW_FIRM,
      "business.industry": "家具製造業",
    },
  ]);
  const before = await readRevisions();
  await drop(returned);
  await page.getByText("新規 1件 ・ 変更 1件 ・ 同じ 0件").waitFor();
  const industry = page.getByRole("row", { name: /業種.+海産物加工業/ });
  expect(await industry.innerText()).toContain(textOf(known ?? {}, "industry"));
  // Replacing what a person wrote is for a person to choose.
  const choice = page.getByLabel(`「${name}」の業種を登録する`);
  expect(await choice.isChecked()).toBe(false);
  expect(await readRevisions()).toEqual(before);

  await choice.check();
  await page
    .getByRole("button", { name: "選んだ内容を登録する（2件）" })
    .click();
  await page.getByText("2件を登録しました").waitFor();
  const after = await listNominations();
  expect(after).toHaveLength(before.length + 1);
  const changed = after.find((one) => textOf(one, "$id") === id);
  expect(changed).toMatchObject({
    industry: { value: "海産物加工業" },
    // Seen, and not agreed to.
    representativeTitle: known?.representativeTitle,
  });
  const added = after.find((one) => textOf(one, "registeredName") === NEW_FIRM);
  expect(added).toMatchObject({
    society: { value: society },
    industry: { value: "家具製造業" },
    edition: { value: EDITION },
  });
  // Its checklist is the edition's, as if it had been made in the page.
  expect((added?.checklist?.value as unknown[]).length).toBeGreaterThan(10);

  // The same form once more has only the one difference that was not taken,
  // and adds nothing twice.
  await chooseAnother();
  await drop(returned);
  await page.getByText("新規 0件 ・ 変更 1件 ・ 同じ 1件").waitFor();
});

test("reading a large form can be stopped, and another file is chosen", async () => {
  const before = await readRevisions();
  const large = fill(
    Array.from({ length: 3_000 }, (_, index) => ({
      "business.registeredName": `株式会社${index}商店`,
    })),
  );
  await chooseAnother();
  await drop(large);
  await page.getByText("記入済.xlsxを読み取っています").waitFor();
  await page.getByRole("button", { name: "中止" }).click();
  await page.getByText("読み取っただけでは何も登録されません").waitFor();
  await drop(fill([{ "business.registeredName": NEW_FIRM }]));
  await page.getByText(/新規 \d件 ・ 変更 \d件 ・ 同じ \d件/).waitFor();
  expect(await page.getByText("株式会社2999商店").count()).toBe(0);
  expect(await readRevisions()).toEqual(before);
});

test("what is not the form of this edition is refused", async () => {
  const before = await readRevisions();
  await chooseAnother();
  const lastYear = await openWorkbook(blank);
  const title = lastYear.worksheets[0]?.getCell("A2");
  if (title) title.value = title.text.replace("令和７年度", "令和６年度");
  const refused: ReadonlyArray<readonly [Uint8Array, RegExp]> = [
    [new Uint8Array(await lastYear.xlsx.writeBuffer()), /別の年度の様式/],
    [readBlankForm("b08-two-rows-portrait.xlsx"), /この募集回の様式ではない/],
    [blank.slice(0, 3000), /途中で切れています/],
    [new TextEncoder().encode("<html>様式</html>"), /Excel/],
  ];
  for (const [bytes, words] of refused) {
    await drop(bytes);
    const alert = page.getByRole("alert").filter({ hasText: words });
    await alert.waitFor();
    expect(await alert.innerText()).toContain("何も登録していません");
  }
  expect(await readRevisions()).toEqual(before);
});
