import { describe, expect, test } from "vitest";
import type { PageHandler, Visit } from "../support/local-browser.ts";
import { useSampleSite } from "../support/sample-site.ts";
import { addPlugin, listeningPlugin } from "../support/test-plugin.ts";

const { site, sample, open, addRecord, readRecord } = useSampleSite((it, app) =>
  addPlugin(it, app, listeningPlugin()),
);

const phone = (path: string, ...handlers: PageHandler[]): Promise<Visit> =>
  open(`/k/m/${sample().app}/${path}`, { mobile: true, handlers });

describe("mobile pages", () => {
  test("a record is made, read, changed and removed on the phone", async () => {
    const { page } = await phone("");
    await page.getByRole("link", { name: "レコードを追加する" }).click();
    await page.getByLabel("題名").fill("電話から");
    await page.getByRole("button", { name: "保存" }).click();
    await page.waitForURL(/\/k\/m\/\d+\/show#record=\d+$/);
    const id = Number(/record=(\d+)/.exec(page.url())?.[1]);
    await page.getByRole("link", { name: "レコードを編集する" }).click();
    await page.getByRole("textbox", { name: "備考" }).fill("直した");
    await page.getByRole("button", { name: "保存" }).click();
    await page
      .getByRole("group", { name: "備考" })
      .getByText("直した")
      .waitFor();
    expect((await readRecord(id)).note?.value).toBe("直した");
    await page.getByRole("button", { name: "レコードを削除" }).click();
    await page.getByRole("button", { name: "削除する" }).click();
    await page.waitForURL(/\/k\/m\/\d+\/$/);
  });

  test("have their own events with the prefix, and PC ones do not come", async () => {
    const id = await addRecord();
    const { page, seen } = await phone(
      `show#record=${id}`,
      [
        "mobile.app.record.detail.show",
        "event => { note([event.type, event.recordId]); }",
      ],
      ["app.record.detail.show", "() => { note('PC'); }"],
      [
        "mobile.app.record.edit.show",
        "event => { note([event.type, event.record.papers.value]); }",
      ],
      [
        "mobile.app.record.edit.change.stage",
        "event => { note(event.changes.field.value); }",
      ],
    );
    await page.getByRole("link", { name: "レコードを編集する" }).click();
    await page.getByRole("combobox", { name: "段階" }).selectOption("中");
    await expect
      .poll(seen)
      .toEqual([
        ["mobile.app.record.detail.show", id],
        ["mobile.app.record.edit.show", []],
        "中",
      ]);
  });

  test("calculated text fires no change event here", async () => {
    const { page, seen } = await phone("edit", [
      "mobile.app.record.create.change.grade",
      "() => { note(1); }",
    ]);
    await page.getByLabel("金額").fill("9");
    await page.getByLabel("金額").blur();
    await page.getByRole("group", { name: "判定" }).getByText("大").waitFor();
    expect(await seen()).toEqual([]);
  });

  test("event.error cannot stop a deletion or an action here", async () => {
    const id = await addRecord();
    const { page } = await phone(`show#record=${id}`, [
      "mobile.app.record.detail.process.proceed",
      `event => { event.error = "出ない"; return event; }`,
    ]);
    await page.getByRole("button", { name: "終える" }).click();
    await page.getByRole("button", { name: "実行" }).click();
    await expect
      .poll(async () => (await readRecord(id)).ステータス?.value)
      .toBe("完了");
    expect(await page.getByText("出ない").count()).toBe(0);
  });

  test("the object answers for the phone and not for the PC", async () => {
    const id = await addRecord();
    const { page } = await phone(`show#record=${id}`, [
      "mobile.app.record.detail.show",
      `() => { kintone.mobile.app.getHeaderSpaceElement().textContent = "上の空き"; }`,
    ]);
    await page.getByText("上の空き").waitFor();
    const answers = await page.evaluate(`(async () => [
      kintone.mobile.app.getId(), kintone.app.getId(),
      kintone.mobile.app.record.getId(), kintone.app.record.get(),
      kintone.mobile.app.record.get().record.title.value,
      kintone.mobile.app.record.getFieldElement("title").innerText,
      kintone.mobile.app.record.getFieldElement("lines"),
      kintone.mobile.app.record.getSpaceElement("topSpace") !== null,
      kintone.getUiVersion(), await kintone.isMobilePage(), await kintone.getPageType(),
    ])()`);
    expect(answers).toEqual([
      sample().app,
      null,
      id,
      null,
      "元の題",
      "元の題",
      null,
      true,
      1,
      true,
      { type: "APP", page: "APP_DETAIL_MOBILE" },
    ]);
  });

  test("lists tell their records and fields, custom views follow their device", async () => {
    await addRecord({ title: { value: "札の題" } });
    const { page, seen } = await phone(`?view=${sample().views.表}`, [
      "mobile.app.record.index.show",
      "event => { note([event.viewType, event.records.length > 0]); }",
    ]);
    await page.getByText("札の題").waitFor();
    await expect.poll(seen).toEqual([["list", true]]);
    expect(
      await page.evaluate(
        "kintone.mobile.app.getFieldElements('title').some(node => node.innerText === '札の題')",
      ),
    ).toBe(true);
    const board = await phone(`?view=${sample().views.盤}`);
    await board.page.locator("#board").waitFor();
    const big = await phone(`?view=${sample().views.大盤}`);
    await big.page.getByText("この一覧はPC版でのみ表示できます。").waitFor();
    expect(await big.page.locator("#big-board").count()).toBe(0);
  });

  test("dialogs come as bottom sheets", async () => {
    const { page } = await phone("");
    await page.evaluate(`(async () => {
      const sheet = await kintone.mobile.createBottomSheet({ title: "下から", showCancelButton: true });
      window.outcome = sheet.show();
    })()`);
    await page.getByRole("dialog", { name: "下から" }).waitFor();
    await page.getByRole("button", { name: "キャンセル" }).click();
    await expect.poll(() => page.evaluate("window.outcome")).toBe("CANCEL");
  });

  test("nothing is wider than the phone", async () => {
    const id = await addRecord();
    for (const path of ["", "edit", `show#record=${id}`]) {
      const { page } = await phone(path);
      await page
        .getByRole("link")
        .or(page.getByRole("button"))
        .last()
        .waitFor();
      const overflow = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });

  test("portal and notifications have mobile twins", async () => {
    const { page } = await open("/k/m/", { mobile: true });
    await page.getByRole("link", { name: "見本" }).click();
    await page.waitForURL(`${site().baseUrl}/k/m/${sample().app}/`);
    await page.getByRole("link", { name: "通知" }).click();
    await page.waitForURL(`${site().baseUrl}/k/m/notifications`);
    await page.goBack();
    await page.getByRole("link", { name: "PC版表示" }).click();
    await page.waitForURL(`${site().baseUrl}/k/${sample().app}/`);
  });
});
