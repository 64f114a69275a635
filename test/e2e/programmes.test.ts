import { readFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import { leaveBrowser, takeBrowser } from "local-kintone/testing";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { programmes, type Programme } from "../../src/programmes/index.ts";
import { listSteps } from "../../src/apps/nominations/states.ts";
import {
  asksFor,
  hasContest,
  hasScore,
} from "../../src/apps/parts/programme-parts.ts";
import { goToContents } from "../support/form-site.ts";
import {
  editionNameOf,
  openEdition,
  startProgrammeSite,
  type Login,
  type ProgrammeSet,
  type ProgrammeSite,
} from "../support/programme-site.ts";
import { collectErrors, openSignedIn } from "../support/signed-in.ts";

let site: ProgrammeSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([
    startProgrammeSite(inject("plugin").zip),
    takeBrowser(),
  ]);
}, 180_000);
afterAll(async () => {
  await leaveBrowser(browser);
  await site?.close();
});

const wordsOf = ({ name, sheet, areas, milestones }: Programme): string[] => [
  name,
  sheet.name,
  ...areas.map((area) => area.name.ja),
  ...milestones.flatMap(({ label, step }) => [
    label.ja,
    ...(step === undefined ? [] : [step.state, step.action]),
  ]),
];

/** Matches every word of the other awards that this one lacks. */
const strangersTo = (programme: Programme): RegExp => {
  const own = wordsOf(programme);
  const others = programmes
    .flatMap(wordsOf)
    .filter((word) => !own.some((known) => known.includes(word)));
  return new RegExp(
    [
      ...others,
      ...(asksFor(programme, "securityAction") ? [] : ["SECURITY ACTION"]),
      ...(hasContest(programme) ? [] : ["実践事例", "自己宣言", "応援団員"]),
      ...(hasScore(programme)
        ? []
        : [String.raw`\d点`, "採点", "チェックシート", "チェック項目"]),
    ].join("|"),
    "gu",
  );
};

/** Opens a page of the award as a user; every text that was read is about this award alone. */
const createVisits = ({ programme, apps }: ProgrammeSet) => {
  const strangers = strangersTo(programme);
  const read = async (page: Page): Promise<void> => {
    await page.waitForLoadState("networkidle");
    // The ways to the other awards name them. They may come late, so both texts are of one moment.
    const [whole, ways] = await page.evaluate(
      () =>
        [
          document.body.innerText,
          [
            ...document.querySelectorAll<HTMLElement>(
              "[data-suisen-other-awards]",
            ),
          ].map((way) => way.innerText),
        ] as const,
    );
    const text = ways.reduce((rest, way) => rest.replace(way, ""), whole);
    expect([...text.matchAll(strangers)].map(([word]) => word)).toEqual([]);
  };
  const visit = async (
    login: Login,
    app: keyof typeof apps,
    path: string,
    isPhone = false,
  ) => {
    const page = await openSignedIn(browser, {
      baseUrl: site.baseUrl,
      login,
      password: login,
      timezoneId: "Asia/Tokyo",
      isPhone,
    });
    const failures = collectErrors(page);
    await page.goto(
      `${site.baseUrl}/k/${isPhone ? "m/" : ""}${apps[app]}/${path}`,
    );
    return {
      page,
      leave: async (): Promise<void> => {
        await read(page);
        expect(failures).toEqual([]);
        await page.close();
      },
    };
  };
  return { read, visit };
};

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });

/** A board, as far as it is read. */
const openBoard = async (
  { set, visit }: Pick<Walk, "set" | "visit">,
  login: Login,
  isPhone = false,
) => {
  const view = await boardViewOf(set.apps.nominations);
  const opened = await visit(login, "nominations", `?view=${view}`, isPhone);
  await opened.page.locator("#suisen-lines").waitFor();
  await opened.page.waitForLoadState("networkidle");
  return opened;
};

const FIRM = "渚水産加工";

const PEOPLE = [
  ["渚 一郎", "1996-04-01", "30年"],
  ["岬 二葉", "2006-06-30", "20年"],
] as const;

const fillPeople = async (page: Page): Promise<void> => {
  for (const [row, [name, day, grade]] of PEOPLE.entries()) {
    if (row > 0)
      await button(page, "行を追加")
        .nth(row - 1)
        .click();
    await page
      .getByRole("textbox", { name: "氏名", exact: true })
      .nth(row)
      .fill(name);
    await page.getByLabel("入社年月日").nth(row).fill(day);
    await page
      .getByRole("combobox", { name: "表彰の区分" })
      .nth(row)
      .selectOption(grade);
  }
};

const answerItems = async (page: Page): Promise<void> => {
  const questions = page.locator(".suisen-question");
  await questions.first().waitFor();
  for (const question of await questions.all())
    await question.getByRole("radio", { name: "はい", exact: true }).check();
};

type Read = (page: Page) => Promise<void>;

/** The question of a step, where it has one. */
const confirmStep = async (page: Page, read: Read): Promise<void> => {
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await read(page);
  const registrar = dialog.getByLabel("登録者");
  if ((await registrar.count()) > 0) {
    await registrar.selectOption("商工会");
    await dialog.getByLabel("受付番号").fill("R-1");
  }
  await dialog.getByRole("button").last().click();
};

const boardViewOf = async (app: string): Promise<string> => {
  const { views } = await site.clientOf("Administrator").app.getViews({ app });
  return views["推薦ボード"]?.id ?? "";
};

/** From the board to the file; warnings are passed with a reason. */
const makeSheet = async (
  page: Page,
  { sheet }: Programme,
  read: Read,
): Promise<Uint8Array> => {
  await button(page, `${sheet.name}を作成`).first().click();
  await page.getByText("種別", { exact: true }).waitFor();
  await read(page);
  await goToContents(page);
  await read(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    button(page, "作成してダウンロード").click(),
  ]);
  await button(page, "送付済にする").waitFor();
  await read(page);
  return readFile(await download.path());
};

/** The filled rows of a sample form: society, firm and, where it lists people, the person. */
const rowsOf = async (bytes: Uint8Array): Promise<string[][]> => {
  const workbook = new ExcelJS.Workbook();
  // exceljs declares an older Buffer than Node's.
  await workbook.xlsx.load(bytes as never);
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    const isNumbered = typeof row.getCell("A").value === "number";
    if (isNumbered && row.getCell("C").text !== "")
      rows.push(
        ["B", "C", "D"]
          .map((column) => row.getCell(column).text)
          .filter((text) => text !== ""),
      );
  });
  return rows;
};

type Walk = ReturnType<typeof createVisits> & { readonly set: ProgrammeSet };

/** The federation opens an edition and hands it out; the society reads it on a phone. */
const handOut = async ({ set, visit, read }: Walk): Promise<void> => {
  const { id } = await site.clientOf("clerk").record.addRecord({
    app: set.apps.editions,
    record: openEdition(set.programme),
  });
  const edition = await visit("clerk", "editions", `show#record=${id}`);
  await read(edition.page);
  await button(edition.page, "周知を始める").click();
  await button(edition.page, "1件を保存して知らせる").click();
  await edition.page.getByText("1商工会に周知済みです。").waitFor();
  await edition.leave();
  const answer = await visit("aohama", "answers", "show#record=1", true);
  await button(answer.page, "確認しました").waitFor();
  await answer.leave();
};

const fillEntry = async (page: Page, programme: Programme): Promise<void> => {
  await expect
    .poll(() =>
      page.getByRole("textbox", { name: "募集回", exact: true }).inputValue(),
    )
    .toBe(editionNameOf(programme));
  await page.getByRole("radio", { name: "個人事業主" }).check();
  await page
    .getByRole("textbox", { name: "名称（登記上の表記・屋号）" })
    .fill(FIRM);
  for (const name of [/^推薦への同意/, /情報提供の同意/])
    await page.getByRole("combobox", { name }).selectOption("同意あり");
  if (programme.persons !== undefined) await fillPeople(page);
  if (hasScore(programme)) await answerItems(page);
};

/** The society enters a firm and takes it as far as the sheet. */
const enterFirm = async ({ set, visit, read }: Walk): Promise<void> => {
  const { programme } = set;
  const { page, leave } = await visit("aohama", "nominations", "edit");
  await fillEntry(page, programme);
  await read(page);
  await button(page, "保存").first().click();
  await page.waitForURL(/show#record=\d+/);
  await read(page);
  for (const { action } of listSteps(programme).slice(0, -1)) {
    await button(page, action).click();
    await button(page, "実行").click();
    await confirmStep(page, read);
    await page.getByRole("dialog").waitFor({ state: "detached" });
    // The step is still being saved; a page that is closed now would lose it.
    await button(page, action).waitFor({ state: "detached" });
  }
  await leave();
  const phone = await visit("aohama", "nominations", "show#record=1", true);
  await phone.page.getByText(FIRM).first().waitFor();
  await phone.leave();
};

/** The federation makes the sheet from its board. */
const downloadSheet = async ({ set, visit, read }: Walk) => {
  const { programme } = set;
  const { page, leave } = await openBoard({ set, visit }, "clerk");
  await page.locator("#suisen-lines select").first().selectOption("all");
  await page.getByText(FIRM).first().waitFor();
  await read(page);
  const bytes = await makeSheet(page, programme, read);
  await leave();
  return rowsOf(bytes);
};

const openSettings = async ({ set, visit }: Walk): Promise<void> => {
  const { page, leave } = await visit("Administrator", "nominations", "");
  await page.goto(
    `${site.baseUrl}/k/admin/app/${set.apps.nominations}/plugin/config?pluginId=${inject("plugin").id}`,
  );
  await page.getByText(/項目は整っています/).click();
  await leave();
};

describe.each(programmes.slice(1).map((one) => [one.name, one] as const))(
  "%s",
  (_name, programme) => {
    test("goes from 周知を始める over a society's firm to the filled sheet, without a word of another award", async () => {
      const set = site.setOf(programme.id);
      const walk: Walk = { set, ...createVisits(set) };
      await handOut(walk);
      await enterFirm(walk);
      expect(await downloadSheet(walk)).toEqual(
        programme.persons === undefined
          ? [["青浜商工会", FIRM]]
          : PEOPLE.map(([name]) => ["青浜商工会", FIRM, name]),
      );
      await openSettings(walk);
    }, 150_000);
  },
);

describe("awards side by side", () => {
  const walkOf = (id: string) => {
    const set = site.setOf(id);
    return { set, ...createVisits(set) };
  };
  const [first, , other] = programmes;
  const ways = (page: Page) =>
    page.getByRole("navigation", { name: "ほかの制度" });

  test("the board leads to the boards of the other awards", async () => {
    const walk = walkOf("healthy-company-declaration");
    const { page } = await openBoard(walk, "clerk");
    expect(await ways(page).getByRole("link").allInnerTexts()).toEqual([
      first.name,
      other?.name,
    ]);
    await ways(page)
      .getByRole("link", { name: other?.name ?? "" })
      .click();
    await page
      .getByRole("combobox", { name: "募集回" })
      .filter({ hasText: "優良従業員表彰 2026" })
      .waitFor();
    await page.close();
  });

  test("the federation is told of a firm that another award has, a society is not", async () => {
    const walk = walkOf("healthy-company-declaration");
    const heading = "ほかの制度にも推薦されている事業者";
    const board = await openBoard(walk, "clerk");
    const card = board.page
      .locator("section")
      .filter({ has: board.page.getByRole("heading", { name: heading }) });
    await card.getByRole("link", { name: "優良従業員表彰 2026" }).waitFor();
    expect(await card.innerText()).toContain(FIRM);
    await board.leave();
    const record = await walk.visit("clerk", "nominations", "show#record=1");
    await record.page
      .getByRole("link", { name: "ほかの制度：優良従業員表彰 2026 青浜商工会" })
      .waitFor();
    await record.leave();

    const own = await openBoard(walk, "aohama", true);
    await ways(own.page).getByRole("link").first().waitFor();
    expect(await own.page.getByText(heading).count()).toBe(0);
    await own.leave();
    const seen = await walk.visit("aohama", "nominations", "show#record=1");
    await seen.page.getByText(/過去の宣言はありません/).waitFor();
    expect(await seen.page.getByText("ほかの制度").count()).toBe(0);
    await seen.leave();
  });
});
