import type { Browser, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { findViolations } from "../support/accessibility.ts";
import {
  EDITION,
  openAs,
  sampleItems,
  useNominationSite,
} from "../support/nomination-site.ts";
import type { Login, NominationSite } from "../support/nomination-site.ts";

let site: NominationSite;
let browser: Browser;
useNominationSite((opened) => ({ site, browser } = opened));

const nameField = (page: Page) =>
  page.getByRole("textbox", { name: "名称（登記上の表記・屋号）" });
const numberField = (page: Page) =>
  page.getByRole("textbox", { name: "法人番号", exact: true });

const question = (page: Page, id: string) =>
  page.getByRole("group", { name: new RegExp(`^${id} `) });

const tick = (page: Page, id: string, answer = "はい") =>
  question(page, id).getByRole("radio", { name: answer, exact: true }).check();

const total = (page: Page) => page.locator("[data-suisen-total]").innerText();
const meaning = (page: Page) => page.locator(".suisen-score-meaning");
const save = (page: Page) =>
  page.getByRole("button", { name: "保存", exact: true }).first().click();

const openCreate = async (login: Login = "aohama") => {
  const opened = await openAs(browser, site, login);
  await opened.page.goto(`${site.baseUrl}/k/${site.apps.nominations}/edit`);
  await question(opened.page, "A1").waitFor();
  return opened;
};

const saveNew = async (page: Page): Promise<string> => {
  await save(page);
  await page.waitForURL(/show#record=\d+/);
  await page.locator("[data-suisen-total]").waitFor();
  return /record=(\d+)/.exec(page.url())?.[1] ?? "";
};

const firstTwelve = sampleItems.slice(0, 12).map(({ itemId }) => itemId);

describe("a new nomination", () => {
  test("begins with the open edition, its items, and the user's society", async () => {
    const { page, failures } = await openCreate();
    const society = page.getByRole("textbox", { name: "商工会", exact: true });
    const edition = page.getByRole("textbox", { name: "募集回", exact: true });
    expect(await edition.inputValue()).toBe(EDITION);
    expect(await society.inputValue()).toBe("青浜商工会");
    expect(await page.locator(".suisen-question").count()).toBe(20);
    expect(await page.getByText("サンプルのチェック項目です").count()).toBe(1);
    // kintone's own table has given way to the panel.
    expect(
      await page.getByRole("table", { name: "チェックシート" }).count(),
    ).toBe(0);
    expect(failures).toEqual([]);
    await page.close();
  });

  test("federation staff choose the society themselves", async () => {
    const { page } = await openCreate("manager");
    const society = page.getByRole("textbox", { name: "商工会", exact: true });
    expect(await society.inputValue()).toBe("");
    await page.close();
  });

  test("11 ticks lack one point, 12 reach the threshold, and what is saved agrees", async () => {
    const { page, failures } = await openCreate();
    await nameField(page).fill("株式会社青浜商店");
    for (const id of firstTwelve.slice(0, 11)) {
      await tick(page, id);
    }
    expect(await total(page)).toBe("11 / 12点");
    expect(await meaning(page).innerText()).toBe(
      "あと1点: C4、D1、D2、D3、D4、E1ほか3項目のどれか1つで基準に届きます",
    );
    await tick(page, "C4");
    expect(await total(page)).toBe("12 / 12点");
    expect(await meaning(page).innerText()).toBe("基準に届いています");

    const id = await saveNew(page);
    const saved = await site.fetchNomination(id);
    expect(saved.scoreTotal?.value).toBe("12");
    expect(saved.answeredCount?.value).toBe("12");
    expect(saved.verdict?.value).toBe("基準以上");
    expect(saved.registerDue?.value).toBe("2022-08-01");
    expect(await total(page)).toBe("12 / 12点");
    expect(failures).toEqual([]);
    await page.close();
  });

  test("a tick and a note made right before saving are saved", async () => {
    const { page } = await openCreate();
    await nameField(page).fill("有限会社なぎさ");
    await tick(page, "A1");
    const note = page.getByRole("textbox", { name: "A1 の根拠・メモ" });
    await note.fill('<b>予約サイト</b> "quoted" \' 😀');
    await page.keyboard.press("Tab");
    await tick(page, "E4", "対象外");
    const id = await saveNew(page);
    const saved = await site.fetchNomination(id);
    // The client's type of a table does not know our columns.
    const rows = saved.checklist?.value as Array<{
      value: Record<string, { value: string }>;
    }>;
    expect(rows[0]?.value.evidence?.value).toBe(
      '<b>予約サイト</b> "quoted" \' 😀',
    );
    expect(rows[19]?.value.answer?.value).toBe("対象外");
    const shown = page.getByText("<b>予約サイト</b>").filter({ visible: true });
    expect(await shown.count()).toBe(1);
    await page.close();
  });

  test("arrow keys answer, and an answer can be taken back", async () => {
    const { page } = await openCreate();
    const group = question(page, "B1");
    await group.getByRole("radio", { name: "未回答" }).focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    expect(
      await group.getByRole("radio", { name: "はい", exact: true }).isChecked(),
    ).toBe(true);
    expect(await total(page)).toBe("1 / 12点");
    await page.keyboard.press("ArrowLeft");
    expect(await meaning(page).innerText()).toContain("まだ採点していません");
    await page.close();
  });

  test("a wrong check digit keeps the record, and no tick is lost by it", async () => {
    const { page } = await openCreate();
    await nameField(page).fill("株式会社うみかぜ");
    await tick(page, "A1");
    await numberField(page).fill("7000012050003");
    await save(page);
    await page.getByText("法人番号の検査数字").first().waitFor();
    expect(page.url()).toMatch(/\/edit$/);
    await numberField(page).fill("7-0000-1205-0002");
    await tick(page, "A2");
    const id = await saveNew(page);
    const saved = await site.fetchNomination(id);
    expect(saved.corporateNumber?.value).toBe("7000012050002");
    expect(saved.scoreTotal?.value).toBe("2");
    await page.close();
  });

  test("a name that looks abbreviated is saved as typed, with a warning", async () => {
    const { page } = await openCreate();
    await nameField(page).fill("㈱しらほ");
    await page.keyboard.press("Tab");
    await page.getByText("「㈱」と略されています").waitFor();
    const id = await saveNew(page);
    expect((await site.fetchNomination(id)).registeredName?.value).toBe(
      "㈱しらほ",
    );
    await page.getByText("「㈱」と略されています").waitFor();
    await page.close();
  });

  test("has no accessibility findings", async () => {
    const { page } = await openCreate();
    await tick(page, "A1");
    expect(await findViolations(page, ".suisen-root")).toEqual([]);
    await page.close();
  });
});

describe("the same firm twice", () => {
  const twin = (society: string) => ({
    edition: EDITION,
    society,
    registeredName: "株式会社ふたご堂",
  });

  test("is told within what the user may see, and never across societies", async () => {
    await site.add("nominations", twin("黒崎商工会"));
    const first = await openCreate();
    await nameField(first.page).fill("㈱ふたご堂");
    await first.page.keyboard.press("Tab");
    await first.page.getByText("「㈱」と略されています").waitFor();
    await saveNew(first.page);
    expect(await first.page.getByText("同じ事業者と思われる").count()).toBe(0);

    const second = await openCreate();
    await nameField(second.page).fill("(株) ふたご堂");
    await second.page.keyboard.press("Tab");
    const warning = second.page.getByText(
      /同じ事業者と思われる推薦案件があります：青浜商工会 ㈱ふたご堂/,
    );
    await warning.waitFor();
    expect(await second.page.getByText("黒崎商工会").count()).toBe(0);

    const federation = await openCreate("manager");
    await nameField(federation.page).fill("株式会社ふたご堂");
    await federation.page.keyboard.press("Tab");
    await federation.page.getByText(/黒崎商工会 株式会社ふたご堂/).waitFor();
    await Promise.all(
      [first, second, federation].map(({ page }) => page.close()),
    );
  });

  test("a look-up that fails says so and does not stop the save", async () => {
    const { page } = await openCreate();
    await page.route(
      ({ pathname }) => pathname === "/k/v1/records.json",
      (route) => route.abort(),
    );
    await nameField(page).fill("株式会社つながらない");
    await page.keyboard.press("Tab");
    await page
      .getByText("同じ事業者の推薦案件がないかは、確かめられませんでした")
      .first()
      .waitFor();
    await save(page);
    await page.waitForURL(/show#record=\d+/);
    await page.close();
  });
});

describe("an edition that is changed", () => {
  const other = "クラウド実践大賞 別の回";

  const chooseEdition = async (page: Page, name: string): Promise<void> => {
    const field = page.getByRole("textbox", { name: "募集回", exact: true });
    await field.fill(name);
    await page.getByRole("button", { name: "取得" }).first().click();
  };

  test("brings its own items for as long as nothing is answered", async () => {
    await site.add("editions", {
      name: other,
      editionState: "準備中",
      registerDate: "2022-10-03",
      threshold: "2",
      target: "1",
      checklistStatus: "公式",
      checklist: [1, 2, 3].map((number) => ({
        value: {
          itemId: { value: `Z${number}` },
          itemArea: { value: "セキュリティ" },
          itemText: { value: "別の項目" },
          itemPoints: { value: "1" },
        },
      })),
    });
    const { page } = await openCreate();
    await chooseEdition(page, other);
    await question(page, "Z1").waitFor();
    expect(await page.locator(".suisen-question").count()).toBe(3);
    expect(await page.getByText("サンプルのチェック項目です").count()).toBe(0);

    await tick(page, "Z1");
    await chooseEdition(page, EDITION);
    await page.getByText("この案件は回答した時の項目で採点します").waitFor();
    expect(await page.locator(".suisen-question").count()).toBe(3);
    await page.close();
  });
});

describe("a duplicated record", () => {
  test("leaves dates, consent and answers with the record it came from", async () => {
    const id = await site.add("nominations", {
      edition: EDITION,
      society: "青浜商工会",
      registeredName: "合同会社うつし",
      contactDone: "2022-07-20",
      consentNominate: "同意あり",
      consentDate: "2022-07-10",
      checklist: [
        {
          value: {
            itemId: { value: "A1" },
            itemPoints: { value: "1" },
            answer: { value: "はい" },
          },
        },
      ],
    });
    const { page } = await openAs(browser, site, "aohama");
    await page.goto(
      `${site.baseUrl}/k/${site.apps.nominations}/show#record=${id}`,
    );
    await page.getByText("レコードを再利用する").click();
    await question(page, "A1").waitFor();
    expect(await nameField(page).inputValue()).toBe("合同会社うつし");
    expect(await meaning(page).innerText()).toContain("まだ採点していません");
    const copy = await saveNew(page);
    expect(copy).not.toBe(id);
    const saved = await site.fetchNomination(copy);
    expect(saved.contactDone?.value).toBe(null);
    expect(saved.consentNominate?.value).toBe("未確認");
    expect(saved.consentDate?.value).toBe(null);
    expect(saved.answeredCount?.value).toBe("0");
    await page.close();
  });
});

describe("the deadline line", () => {
  const openDetail = async (id: string): Promise<Page> => {
    const { page } = await openAs(browser, site, "aohama");
    await page.goto(
      `${site.baseUrl}/k/${site.apps.nominations}/show#record=${id}`,
    );
    await page.locator("[data-suisen-milestone=register]").waitFor();
    return page;
  };
  const milestone = (page: Page, id: string) =>
    page.locator(`[data-suisen-milestone=${id}]`).innerText();

  test.each([
    ["2022-07-25T09:00:00+09:00", /8\/1\(月\)\s*まもなく\s*あと5営業日/],
    ["2022-08-01T23:59:00+09:00", /8\/1\(月\)\s*本日/],
    ["2022-08-02T00:01:00+09:00", /1日超過\s*報告期限後（登録は可能）/],
  ])(
    "at %s the registration is judged by the day in Japan",
    async (now, text) => {
      const id = await site.add("nominations", {
        edition: EDITION,
        society: "青浜商工会",
        registeredName: "株式会社こよみ",
      });
      site.site.clock.set(Date.parse(now));
      const page = await openDetail(id);
      expect(await milestone(page, "register")).toMatch(text);
      await page.close();
      site.site.clock.set(Date.parse("2022-07-25T09:00:00+09:00"));
    },
  );
});
