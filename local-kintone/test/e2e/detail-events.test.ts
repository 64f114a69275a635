import { describe, expect, test } from "vitest";
import type { PageHandler, Visit } from "../support/local-browser.ts";
import { useSampleSite } from "../support/sample-site.ts";
import { addPlugin, listeningPlugin } from "../support/test-plugin.ts";

const { site, sample, open, addRecord, readRecord } = useSampleSite((it, app) =>
  addPlugin(it, app, listeningPlugin()),
);

const detail = (id: number, ...handlers: PageHandler[]): Promise<Visit> =>
  open(`/k/${sample().app}/show#record=${id}`, { handlers });

describe("detail.show", () => {
  test("has numbers as ids and the saved record; get works afterwards", async () => {
    const id = await addRecord();
    const { page, seen } = await detail(id, [
      "app.record.detail.show",
      `event => note([event.appId, event.recordId, event.record.$id.value, event.record.stage.value,
        event.record.due.value, event.record.ステータス.value])`,
    ]);
    await expect
      .poll(seen)
      .toEqual([[sample().app, id, String(id), "", null, "起案"]]);
    expect(
      await page.evaluate("kintone.app.record.get().record.title.value"),
    ).toBe("元の題");
    expect(await page.evaluate("kintone.app.record.getId()")).toBe(id);
  });

  test("comes again when another record is shown in the same document", async () => {
    const first = await addRecord();
    const second = await addRecord();
    const { page, seen } = await detail(first, [
      "app.record.detail.show",
      "event => { note(event.recordId); }",
    ]);
    await page.getByRole("link", { name: "前のレコード" }).click();
    await expect.poll(seen).toEqual([first, second]);
  });
});

describe("detail.delete.submit", () => {
  const remove = async ({ page }: Visit): Promise<void> => {
    await page.getByRole("button", { name: "レコードを削除" }).click();
    await page.getByRole("button", { name: "削除する" }).click();
  };

  test("false keeps the record", async () => {
    const id = await addRecord();
    const opened = await detail(id, [
      "app.record.detail.delete.submit",
      "event => { note([event.recordId, event.record.title.value]); return false; }",
    ]);
    await remove(opened);
    await expect.poll(opened.seen).toEqual([[id, "元の題"]]);
    expect((await readRecord(id)).title?.value).toBe("元の題");
  });

  test("event.error is shown and keeps the record", async () => {
    const id = await addRecord();
    const opened = await detail(id, [
      "app.record.detail.delete.submit",
      `async event => { event.error = "消せません"; return event; }`,
    ]);
    await remove(opened);
    await opened.page.getByText("消せません").waitFor();
    expect((await readRecord(id)).title?.value).toBe("元の題");
  });

  test("otherwise the list follows", async () => {
    const id = await addRecord();
    const opened = await detail(id);
    await remove(opened);
    await opened.page.waitForURL(new RegExp(`/k/${sample().app}/$`));
    await expect(readRecord(id)).rejects.toThrow("GAIA_RE01");
  });
});

describe("detail.process.proceed", () => {
  const proceed = async ({ page }: Visit, action: string): Promise<void> => {
    await page.getByRole("button", { name: action }).click();
    await page.getByRole("button", { name: "実行" }).click();
  };
  const statusOf = async (id: number): Promise<unknown> =>
    (await readRecord(id)).ステータス?.value;

  test("pressing the action alone does nothing", async () => {
    const id = await addRecord();
    const { page, seen } = await detail(id, [
      "app.record.detail.process.proceed",
      "event => { note(1); }",
    ]);
    await page.getByRole("button", { name: "確認を頼む" }).click();
    await page.getByLabel("次の作業者").waitFor();
    await page.getByText("実行後のステータス: 確認").waitFor();
    expect(await seen()).toEqual([]);
    expect(await statusOf(id)).toBe("起案");
  });

  test("is told action and states; the status moves and values are saved with it", async () => {
    const id = await addRecord();
    const opened = await detail(id, [
      "app.record.detail.process.proceed",
      `async event => {
        note([event.action, event.status, event.nextStatus]);
        event.record.due.value = "2022-07-20";
        return event;
      }`,
    ]);
    await proceed(opened, "確認を頼む");
    await expect.poll(() => statusOf(id)).toBe("確認");
    await expect
      .poll(opened.seen)
      .toEqual([
        [{ value: "確認を頼む" }, { value: "起案" }, { value: "確認" }],
      ]);
    const record = await readRecord(id);
    expect(record.due?.value).toBe("2022-07-20");
    expect(record.作業者?.value).toEqual([{ code: "sato", name: "佐藤" }]);
    await opened.page.getByText("作業者: 佐藤").waitFor();
  });

  test("returning nothing moves the status only", async () => {
    const id = await addRecord();
    const opened = await detail(id, [
      "app.record.detail.process.proceed",
      `event => { event.record.note.value = "捨てられる"; }`,
    ]);
    await proceed(opened, "終える");
    await expect.poll(() => statusOf(id)).toBe("完了");
    expect((await readRecord(id)).note?.value).toBe("");
  });

  test.each([
    ["false", "event => { note(1); return false; }", null],
    [
      "event.error",
      `event => { note(1); event.error = "進めません"; return event; }`,
      "進めません",
    ],
    [
      "anything else",
      "event => { note(1); return 'はい'; }",
      "戻り値が不正です",
    ],
  ])("%s keeps the status", async (_name, handler, message) => {
    const id = await addRecord();
    const opened = await detail(id, [
      "app.record.detail.process.proceed",
      handler,
    ]);
    await proceed(opened, "終える");
    await expect.poll(opened.seen).toEqual([1]);
    if (message !== null) await opened.page.getByText(message).waitFor();
    expect(await statusOf(id)).toBe("起案");
  });

  test("values the server refuses keep the status, too", async () => {
    const id = await addRecord();
    const opened = await detail(id, [
      "app.record.detail.process.proceed",
      `event => { event.record.amount.value = "101"; return event; }`,
    ]);
    await proceed(opened, "終える");
    await opened.page.getByText("100以下である必要があります。").waitFor();
    expect(await statusOf(id)).toBe("起案");
  });

  test("actions whose condition fails are not offered", async () => {
    const id = await addRecord({ title: { value: "止" } });
    const { page } = await detail(id);
    await page.getByRole("button", { name: "確認を頼む" }).waitFor();
    expect(await page.getByRole("button", { name: "終える" }).count()).toBe(0);
    const actions = await page.evaluate(
      "kintone.app.record.getStatusActions()",
    );
    expect(actions).toEqual([
      {
        name: "確認を頼む",
        nextStatus: {
          name: "確認",
          type: "ONE",
          assignees: [{ code: "sato", name: "佐藤" }],
        },
      },
    ]);
  });

  test("the history is told, newest first", async () => {
    const id = await addRecord();
    await site().send("PUT", "/k/v1/record/status.json", {
      app: sample().app,
      id,
      action: "確認を頼む",
      assignee: "sato",
    });
    const { page } = await detail(id);
    const history = await page.evaluate(
      "kintone.app.record.getStatusHistory()",
    );
    expect(history).toMatchObject([
      { status: "確認", assignees: [{ code: "sato", name: "佐藤" }] },
    ]);
    await page.getByRole("button", { name: "ステータスの履歴" }).click();
    await page
      .getByRole("list", { name: "ステータスの履歴" })
      .getByText("確認")
      .waitFor();
    expect(await page.evaluate("kintone.app.record.getAssignees()")).toEqual([
      { assignee: { code: "sato", name: "佐藤" }, action: null },
    ]);
  });
});

describe("leaving a page", () => {
  test("before its show handlers are done: they no longer draw over what follows", async () => {
    const id = await addRecord();
    const { page, seen } = await detail(id, [
      "app.record.edit.show",
      `async event => {
        await new Promise(done => setTimeout(done, 600));
        note("late");
        event.record.title.value = "遅い";
        return event;
      }`,
    ]);
    await page.getByRole("link", { name: "レコードを編集する" }).click();
    await page.getByRole("button", { name: "キャンセル" }).click();
    await expect.poll(seen).toEqual(["late"]);
    await page.getByRole("link", { name: "レコードを編集する" }).waitFor();
    expect(await page.getByLabel("題名").count()).toBe(1);
    expect(await page.getByRole("group", { name: "題名" }).innerText()).toBe(
      "元の題",
    );
  });

  test("forgets what asynchronous getters had fetched", async () => {
    const id = await addRecord();
    const { page } = await detail(id);
    await page.getByRole("button", { name: "確認を頼む" }).waitFor();
    expect(await page.evaluate("kintone.app.record.getAssignees()")).toEqual(
      [],
    );
    await page.getByRole("button", { name: "確認を頼む" }).click();
    await page.getByRole("button", { name: "実行" }).click();
    await page.getByText("作業者: 佐藤").waitFor();
    expect(
      await page.evaluate("kintone.app.record.getAssignees()"),
    ).toMatchObject([{ assignee: { code: "sato" } }]);
  });
});

describe("elements of a record page", () => {
  test("spaces and field elements are where the form puts them", async () => {
    const id = await addRecord();
    const { page } = await detail(id, [
      "app.record.detail.show",
      `() => {
        kintone.app.record.getSpaceElement("topSpace").textContent = "空き地";
        kintone.app.record.getHeaderMenuSpaceElement().textContent = "上の帯";
      }`,
    ]);
    await page.getByText("空き地").waitFor();
    await page.getByText("上の帯").waitFor();
    const answers = await page.evaluate(`[
      kintone.app.record.getFieldElement("title").innerText,
      kintone.app.record.getFieldElement("lines") !== null,
      kintone.app.record.getFieldElement("item"),
      kintone.app.record.getFieldElement("ステータス"),
      kintone.app.record.getSpaceElement("無い"),
    ]`);
    expect(answers).toEqual(["元の題", true, null, null, null]);
  });

  test("spaces of the edit page are new ones", async () => {
    const id = await addRecord();
    const { page } = await detail(id, [
      "app.record.detail.show",
      `() => { kintone.app.record.getSpaceElement("topSpace").textContent = "詳細の物"; }`,
    ]);
    await page.getByText("詳細の物").waitFor();
    await page.getByRole("link", { name: "レコードを編集する" }).click();
    await page.getByRole("textbox", { name: "題名" }).waitFor();
    expect(await page.getByText("詳細の物").count()).toBe(0);
    expect(
      await page.evaluate("kintone.app.record.getFieldElement('title')"),
    ).toBe(null);
  });

  test("fields can be hidden, groups opened, styles set and told", async () => {
    const id = await addRecord();
    const { page } = await detail(id);
    await page.getByRole("group", { name: "題名" }).waitFor();
    await page.evaluate(`(async () => {
      kintone.app.record.setFieldShown("note", false);
      kintone.app.record.setFieldShown("無い欄", false);
      kintone.app.record.setGroupFieldOpen("fold", true);
      await kintone.app.record.setFieldStyle("title", {
        content: { color: "#a8211a", fontWeight: "bold" },
        label: { textDecoration: "underline" },
      });
    })()`);
    expect(await page.getByRole("group", { name: "備考" }).count()).toBe(0);
    await page.getByRole("group", { name: "中の欄" }).waitFor();
    const colour = await page
      .getByRole("group", { name: "題名" })
      .evaluate((node) => getComputedStyle(node).color);
    expect(colour).toBe("rgb(168, 33, 26)");
    expect(
      await page.evaluate(`Promise.all([
        kintone.app.record.isFieldVisible("note"),
        kintone.app.record.isGroupFieldOpen("fold"),
        kintone.app.record.getFieldStyle("title"),
      ])`),
    ).toEqual([
      false,
      true,
      {
        content: {
          backgroundColor: "DEFAULT",
          color: "#a8211a",
          fontWeight: "bold",
          textDecoration: "DEFAULT",
          borderColor: "DEFAULT",
        },
        background: { backgroundColor: "DEFAULT" },
        label: {
          color: "DEFAULT",
          fontWeight: "DEFAULT",
          textDecoration: "underline",
        },
      },
    ]);
  });
});
