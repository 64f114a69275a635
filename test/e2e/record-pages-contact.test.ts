import type { Browser, Page } from "playwright-core";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from "vitest";
import { leaveBrowser, takeBrowser } from "local-kintone/testing";
import { findViolations } from "../support/accessibility.ts";
import {
  EDITION,
  cells,
  openAs,
  sampleItems,
  startNominationSite,
} from "../support/nomination-site.ts";
import type { Login, NominationSite } from "../support/nomination-site.ts";

let site: NominationSite;
let browser: Browser;
let id: string;

beforeAll(async () => {
  site = await startNominationSite();
  browser = await takeBrowser();
});
afterAll(async () => {
  await leaveBrowser(browser);
  await site?.close();
});

const aCandidate = {
  edition: EDITION,
  society: "青浜商工会",
  registeredName: "株式会社青浜商店",
};

beforeEach(async () => {
  id = await site.add("nominations", aCandidate, "aohama");
});

const openDetail = async (login: Login = "aohama") => {
  const opened = await openAs(browser, site, login);
  await opened.page.goto(
    `${site.baseUrl}/k/${site.apps.nominations}/show#record=${id}`,
  );
  await opened.page.locator("[data-suisen-readiness=consent]").waitFor();
  return opened;
};

/** Presses a process action and confirms kintone's own question. */
const act = async (page: Page, action: string): Promise<void> => {
  await page.getByRole("button", { name: action, exact: true }).click();
  await page.getByRole("button", { name: "実行", exact: true }).click();
};
const dialog = (page: Page) => page.getByRole("dialog");
const answer = (page: Page, text: string) =>
  dialog(page).getByRole("button", { name: text, exact: true }).click();

const statusOf = async (): Promise<unknown> =>
  Object.values(await site.fetchNomination(id)).find(
    ({ type }) => type === "STATUS",
  )?.value;

const comments = async () =>
  (
    await site.federation.record.getRecordComments({
      app: site.apps.nominations,
      record: id,
    })
  ).comments;

describe("県連へ連絡する", () => {
  test("names what is missing, tells the right person, moves and stamps", async () => {
    const { page, failures } = await openDetail();
    await act(page, "県連へ連絡する");
    await dialog(page).waitFor();
    const text = await dialog(page).innerText();
    expect(text).toContain("まだそろっていないもの");
    expect(text).toContain("事業者の同意を確認");
    expect(text).toContain("通知先：比嘉 さくら");
    await answer(page, "連絡する");
    await page.getByText("7/25(月) に連絡しました。").waitFor();

    expect(await statusOf()).toBe("県連へ連絡済");
    const saved = await site.fetchNomination(id);
    expect(saved.contactDone?.value).toBe("2022-07-25");
    const [comment, ...others] = await comments();
    expect(others).toEqual([]);
    expect(comment?.text).toContain("事業者：株式会社青浜商店");
    expect(comment?.creator.code).toBe("aohama");
    expect(comment?.mentions).toEqual([{ code: "manager", type: "USER" }]);
    expect(failures).toEqual([]);
    await page.close();
  });

  test("reaches the notifications of that person and of nobody else", async () => {
    const { page } = await openDetail();
    await act(page, "県連へ連絡する");
    await answer(page, "連絡する");
    await page.getByText("7/25(月) に連絡しました。").waitFor();
    await page.close();
    const inboxOf = async (login: Login): Promise<string> => {
      const opened = await openAs(browser, site, login);
      await opened.page.goto(`${site.baseUrl}/k/`);
      await opened.page.getByRole("link", { name: "通知" }).click();
      await opened.page.waitForLoadState("networkidle");
      const text = await opened.page.locator("body").innerText();
      await opened.page.close();
      return text;
    };
    const sentence = "候補の事業者がありますので";
    expect(await inboxOf("manager")).toContain(sentence);
    expect(await inboxOf("clerk")).not.toContain(sentence);
    expect(await inboxOf("kurosaki")).not.toContain(sentence);
  });

  test("whoever thinks better of it changes nothing", async () => {
    const { page } = await openDetail();
    await act(page, "県連へ連絡する");
    await answer(page, "やめる");
    await dialog(page).waitFor({ state: "detached" });
    expect(await statusOf()).toBe("準備中");
    expect(await comments()).toEqual([]);
    await page.close();
  });

  test("when the comment cannot be posted nothing moves, and it says so", async () => {
    const { page } = await openDetail();
    await page.route("**/k/v1/record/comment.json*", (route) =>
      route.fulfill({ status: 503, body: "" }),
    );
    await act(page, "県連へ連絡する");
    await answer(page, "連絡する");
    await page.getByText("ステータスは変えていません").waitFor();
    expect(await statusOf()).toBe("準備中");
    expect((await site.fetchNomination(id)).contactDone?.value).toBe(null);
    await page.close();
  });

  test("when the move fails after the comment, a second try tells nobody twice", async () => {
    const { page } = await openDetail();
    let isBroken = true;
    let refused = 0;
    await page.route("**/_page/rest/**", (route) => {
      if (!isBroken || route.request().method() === "GET") {
        return route.continue();
      }
      refused += 1;
      return route.abort();
    });
    await act(page, "県連へ連絡する");
    await answer(page, "連絡する");
    await expect.poll(() => refused).toBeGreaterThan(0);
    expect(await comments()).toHaveLength(1);
    expect(await statusOf()).toBe("準備中");
    isBroken = false;
    await page.reload();
    await page.locator("[data-suisen-readiness=consent]").waitFor();
    await act(page, "県連へ連絡する");
    await answer(page, "連絡する");
    await page.getByText("7/25(月) に連絡しました。").waitFor();
    expect(await statusOf()).toBe("県連へ連絡済");
    expect(await comments()).toHaveLength(1);
    await page.close();
  });

  test("a record that somebody changed meanwhile is not told from an old page", async () => {
    const { page } = await openDetail();
    await site.federation.record.updateRecord({
      app: site.apps.nominations,
      id,
      record: { remarks: { value: "県連が書いた" } },
    });
    await act(page, "県連へ連絡する");
    await answer(page, "連絡する");
    await page.getByText("ほかの人がこのレコードを先に更新しました").waitFor();
    expect(await comments()).toEqual([]);
    await page.close();
  });

  test("its dialog has no accessibility findings", async () => {
    const { page } = await openDetail();
    await act(page, "県連へ連絡する");
    await dialog(page).waitFor();
    expect(await findViolations(page, ".suisen-dialog-body")).toEqual([]);
    await page.close();
  });
});

describe("the way to the registration", () => {
  test("says why 「登録済みにする」 is not there yet, and stamps the day once it is", async () => {
    const { page } = await openDetail();
    await act(page, "県連へ連絡する");
    await answer(page, "連絡する");
    await page
      .getByText(/「登録済みにする」は、次がそろうと表示されます：同意/)
      .waitFor();
    await page.close();

    await site.federation.record.updateRecord({
      app: site.apps.nominations,
      id,
      record: {
        consentNominate: { value: "同意あり" },
        consentShare: { value: "同意あり" },
        securityActionStars: { value: "一つ星" },
        securityActionId: { value: "40000000001" },
        nameCheck: { value: "確認済" },
        checklist: {
          value: sampleItems.map((item) => ({
            value: cells({ ...item, answer: "はい" }),
          })),
        },
      },
    });
    const { page: federation } = await openDetail("manager");
    await federation
      .getByText("「登録済みにする」を押せる条件がそろっています。")
      .waitFor();
    await act(federation, "登録済みにする");
    await answer(federation, "登録済みにする");
    await dialog(federation).getByText("登録者を入力してください。").waitFor();
    await dialog(federation).getByLabel("登録者").selectOption("県連");
    await dialog(federation).getByLabel("受付番号").fill("T-0012");
    await dialog(federation).getByLabel("応援団員 氏名").fill("応援 太郎");
    await answer(federation, "登録済みにする");
    await expect.poll(statusOf).toBe("登録済");
    expect(await site.fetchNomination(id)).toMatchObject({
      registerDone: { value: "2022-07-25" },
      registeredBy: { value: "県連" },
      receiptNumber: { value: "T-0012" },
      supporterName: { value: "応援 太郎" },
    });
    await federation.close();
  });
});

describe("ways back and ways out", () => {
  test("withdrawing asks for a reason and keeps it", async () => {
    const { page } = await openDetail();
    await act(page, "取り下げる");
    await answer(page, "取り下げる");
    await dialog(page).getByText("理由を入力してください。").waitFor();
    await dialog(page).getByRole("textbox").fill("事業者の\n都合");
    await answer(page, "取り下げる");
    await page.getByText("取下げのため、守る期限はありません。").waitFor();
    expect(await statusOf()).toBe("取下げ");
    const saved = await site.fetchNomination(id);
    expect(saved.withdrawnReason?.value).toBe("事業者の 都合");
    await page.close();
  });

  test("sending back tells the society why", async () => {
    const { page } = await openDetail();
    await act(page, "県連へ連絡する");
    await answer(page, "連絡する");
    await page.getByText("7/25(月) に連絡しました。").waitFor();
    await page.close();

    const { page: federation } = await openDetail("manager");
    await act(federation, "差し戻す");
    await dialog(federation).getByRole("textbox").fill("名称が登記と違います");
    await answer(federation, "差し戻す");
    await expect.poll(statusOf).toBe("差戻し");
    const [latest] = await comments();
    expect(latest?.text).toContain("理由：名称が登記と違います");
    expect(latest?.mentions).toEqual([{ code: "S01", type: "ORGANIZATION" }]);
    await federation.close();
  });
});
