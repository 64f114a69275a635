import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { PageHandler, Visit } from "../support/local-browser.ts";
import { useSampleSite } from "../support/sample-site.ts";
import { addPlugin, listeningPlugin } from "../support/test-plugin.ts";

const { site, sample, open, addRecord, readRecord } = useSampleSite(
  async (it, app) => {
    await addPlugin(it, app, listeningPlugin());
    await addPlugin(it, app, listeningPlugin("second"));
  },
);

const create = (...handlers: PageHandler[]): Promise<Visit> =>
  open(`/k/${sample().app}/edit`, { handlers });

const createTwice = (handlers: Record<string, PageHandler[]>): Promise<Visit> =>
  open(`/k/${sample().app}/edit`, { handlers });

const edit = (id: number, ...handlers: PageHandler[]): Promise<Visit> =>
  open(`/k/${sample().app}/show#record=${id}&mode=edit`, { handlers });

const detailId = async (page: Page): Promise<number> => {
  await page.waitForURL(/show#record=\d+$/);
  await page.getByRole("link", { name: "レコードを編集する" }).waitFor();
  return Number(/record=(\d+)/.exec(page.url())?.[1]);
};

describe("create.show", () => {
  test("has defaults, no system fields, and undefined for what nobody filled in", async () => {
    const { seen } = await create([
      "app.record.create.show",
      "event => note(event)",
    ]);
    const [event] = (await seen()) as Array<Record<string, never>>;
    const { record, ...envelope } = event as unknown as {
      record: Record<string, { type: string; value: unknown }>;
    };
    expect(envelope).toEqual({
      type: "app.record.create.show",
      appId: sample().app,
      reuse: false,
    });
    expect(record.title).toEqual({
      type: "SINGLE_LINE_TEXT",
      value: "«undefined»",
    });
    expect(record.kind?.value).toBe("甲");
    expect(record.marks?.value).toEqual([]);
    expect(record.double?.value).toBe("0");
    expect(record.source).toEqual({
      type: "SINGLE_LINE_TEXT",
      confirmed: true,
      recordId: null,
      value: "«undefined»",
    });
    expect(record.lines?.value).toHaveLength(1);
    expect(record.lines?.value).toMatchObject([{ id: null }]);
    expect(Object.keys(record)).not.toContain("$id");
    expect(Object.keys(record)).not.toContain("作成者");
    expect(Object.keys(record)).not.toContain("fold");
  });

  test("takes over values, the lookup key and switched-off fields", async () => {
    const { page } = await create([
      "app.record.create.show",
      `async event => {
        await new Promise(done => setTimeout(done, 20));
        event.record.title.value = "入れた題";
        event.record.amount.disabled = true;
        event.record.source.value = "K1";
        event.record.source.lookup = true;
        return event;
      }`,
    ]);
    await page.getByLabel("写し").and(page.locator("[disabled]")).waitFor();
    await expect
      .poll(() => page.getByLabel("写し").inputValue())
      .toBe("K1の値");
    expect(await page.getByLabel("題名").inputValue()).toBe("入れた題");
    expect(await page.getByLabel("金額").isDisabled()).toBe(true);
  });

  test("values are lost when an error is set in the same return", async () => {
    const { page } = await create([
      "app.record.create.show",
      `event => {
        event.record.title.value = "消える";
        event.record.amount.disabled = true;
        event.record.amount.error = "金額を確認してください";
        return event;
      }`,
    ]);
    await page.getByText("金額を確認してください").waitFor();
    expect(await page.getByLabel("題名").inputValue()).toBe("");
    expect(await page.getByLabel("金額").isDisabled()).toBe(false);
  });

  test("nothing is applied when nothing is returned", async () => {
    const { page, seen } = await create([
      "app.record.create.show",
      `event => { event.record.title.value = "返さない"; note(1); }`,
    ]);
    await expect.poll(seen).toEqual([1]);
    expect(await page.getByLabel("題名").inputValue()).toBe("");
  });

  test("the last handler decides", async () => {
    const opened = await createTwice({
      plugin: [
        [
          "app.record.create.show",
          `event => { event.record.title.value = "先"; return event; }`,
        ],
      ],
      second: [
        [
          "app.record.create.show",
          "event => { note(event.record.title.value); }",
        ],
      ],
    });
    await expect.poll(opened.seen).toEqual(["先"]);
    expect(await opened.page.getByLabel("題名").inputValue()).toBe("");
  });

  test("a handler that comes after an await is not called, and the console says so", async () => {
    const { seen, messages } = await create([
      "app.record.create.show",
      `event => {
        kintone.events.on("app.record.create.show", () => note("late"));
        note("early");
      }`,
    ]);
    await expect.poll(seen).toEqual(["early"]);
    await expect
      .poll(() => messages.join("\n"))
      .toContain("came after the page had begun");
  });

  test("system, calculated and copied fields keep their values", async () => {
    const { page, seen } = await create([
      "app.record.create.show",
      `event => {
        event.record.double.value = "99";
        event.record.grade.value = "書けない";
        event.record.copied.value = "書けない";
        event.record.title.value = "書ける";
        note(1);
        return event;
      }`,
    ]);
    await expect.poll(seen).toEqual([1]);
    await expect
      .poll(() => page.getByLabel("題名").inputValue())
      .toBe("書ける");
    expect(await page.getByRole("group", { name: "二倍" }).innerText()).toBe(
      "0",
    );
    expect(await page.getByRole("group", { name: "判定" }).innerText()).toBe(
      "小",
    );
    expect(await page.getByLabel("写し").inputValue()).toBe("");
  });

  test("rows of a table need the type of every field", async () => {
    const { page, messages } = await create([
      "app.record.create.show",
      `event => {
        event.record.lines.value.push({ id: null, value: { item: { value: "型なし" } } });
        return event;
      }`,
    ]);
    await page.getByRole("alert").waitFor();
    await expect
      .poll(() => messages.join("\n"))
      .toContain("event.record['lines'].value[1]['item'].type が不正です。");
    expect(await page.getByLabel("品目").count()).toBe(1);
  });

  test("rows with all their fields are added", async () => {
    const { page } = await create([
      "app.record.create.show",
      `event => {
        event.record.lines.value.push({ id: null, value: {
          item: { type: "SINGLE_LINE_TEXT", value: "二行目" },
          count: { type: "NUMBER", value: "2" },
          choice: { type: "DROP_DOWN", value: "はい" },
        } });
        return event;
      }`,
    ]);
    await expect
      .poll(() => page.getByLabel("品目").nth(1).inputValue())
      .toBe("二行目");
    expect(await page.getByLabel("区分").nth(1).inputValue()).toBe("はい");
  });
});

describe("change", () => {
  test("fires on blur with the field and the record it belongs to", async () => {
    const { page, seen } = await create([
      "app.record.create.change.title",
      `event => note({
        type: event.type,
        appId: event.appId,
        title: event.record.title.value,
        same: event.changes.field === event.record.title,
        row: event.changes.row,
      })`,
    ]);
    await page.getByLabel("題名").fill("新しい題");
    expect(await seen()).toEqual([]);
    await page.getByLabel("題名").blur();
    await expect.poll(seen).toEqual([
      {
        type: "app.record.create.change.title",
        appId: sample().app,
        title: "新しい題",
        same: true,
        row: null,
      },
    ]);
  });

  test("is told the row for a field of a table", async () => {
    const { page, seen } = await create([
      "app.record.create.change.item",
      `event => note([
        event.changes.field.value,
        event.changes.row === event.record.lines.value[0],
      ])`,
    ]);
    await page.getByLabel("品目").fill("鉛筆");
    await page.getByLabel("品目").blur();
    await expect.poll(seen).toEqual([["鉛筆", true]]);
  });

  test("of a table fires when a row is added or removed by hand", async () => {
    const { page, seen } = await create([
      "app.record.create.change.lines",
      `event => note([event.changes.field.type, event.changes.row && event.changes.row.id,
        event.record.lines.value.length])`,
    ]);
    await page.getByRole("button", { name: "行を追加" }).first().click();
    await page.getByRole("button", { name: "この行を削除" }).first().click();
    await expect.poll(seen).toEqual([
      ["SUBTABLE", null, 2],
      ["SUBTABLE", null, 1],
    ]);
  });

  test("takes over values, and their change events follow", async () => {
    const { page, seen } = await create(
      [
        "app.record.create.change.stage",
        `event => { event.record.amount.value = "7"; return event; }`,
      ],
      [
        "app.record.create.change.amount",
        `event => { note(event.changes.field.value); }`,
      ],
      [
        "app.record.create.change.grade",
        `event => { note(event.changes.field.value); }`,
      ],
    );
    await page.getByLabel("段階").selectOption("中");
    expect(await page.getByLabel("金額").inputValue()).toBe("7");
    expect(await page.getByRole("group", { name: "二倍" }).innerText()).toBe(
      "14",
    );
    await expect.poll(seen).toEqual(["7", "大"]);
  });

  test("a returned Promise is ignored, loudly", async () => {
    const { page, messages } = await create([
      "app.record.create.change.stage",
      `async event => { event.record.title.value = "来ない"; return event; }`,
    ]);
    await page.getByLabel("段階").selectOption("中");
    await expect
      .poll(() => messages.join("\n"))
      .toContain("does not support Promises");
    expect(await page.getByLabel("題名").inputValue()).toBe("");
  });

  test("handlers that change each other's fields without end are stopped", async () => {
    const { page, messages } = await create(
      [
        "app.record.create.change.amount",
        `event => { event.record.title.value = String(Number(event.record.amount.value) + 1); return event; }`,
      ],
      [
        "app.record.create.change.title",
        `event => { event.record.amount.value = String(Number(event.record.title.value) + 1); return event; }`,
      ],
    );
    await page.getByLabel("金額").fill("1");
    await page.getByLabel("金額").blur();
    await expect.poll(() => messages.join("\n")).toContain("without end");
  });

  test("does not exist for long texts, links and lookup keys", async () => {
    const { page, seen } = await create(
      ["app.record.create.change.note", "event => { note('note'); }"],
      ["app.record.create.change.home", "event => { note('home'); }"],
      ["app.record.create.change.source", "event => { note('source'); }"],
      ["app.record.create.change.copied", "event => { note('copied'); }"],
    );
    await page.getByLabel("備考").fill("長い文");
    await page.getByLabel("サイト").fill("https://example.com/");
    await page.getByLabel("参照", { exact: true }).fill("K1");
    await page.getByRole("button", { name: "参照 取得" }).click();
    await expect.poll(seen).toEqual(["copied"]);
  });

  test("event.error is shown at the top of the page", async () => {
    const { page } = await create([
      "app.record.create.change.stage",
      `event => { event.error = "上に出る文"; return event; }`,
    ]);
    await page.getByLabel("段階").selectOption("中");
    expect(await page.getByRole("alert").innerText()).toBe("上に出る文");
  });
});

describe("submit", () => {
  test("false cancels without a word", async () => {
    const { page, seen } = await create([
      "app.record.create.submit",
      `event => { note(Object.keys(event)); return false; }`,
    ]);
    await page.getByLabel("題名").fill("止まる");
    await page.getByRole("button", { name: "保存" }).click();
    await expect.poll(seen).toEqual([["type", "appId", "record"]]);
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(page.url()).toContain("/edit");
  });

  test("an error under a field stops the save, null lets the next one pass", async () => {
    const { page } = await create([
      "app.record.create.submit",
      `event => {
        event.record.title.error = event.record.title.value === "駄目" ? "別の題にしてください" : null;
        return event;
      }`,
    ]);
    await page.getByLabel("題名").fill("駄目");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("別の題にしてください").waitFor();
    expect(await page.getByLabel("題名").getAttribute("aria-invalid")).toBe(
      "true",
    );
    await page.getByLabel("題名").fill("良い題");
    await page.getByRole("button", { name: "保存" }).click();
    const id = await detailId(page);
    expect((await readRecord(id)).title?.value).toBe("良い題");
  });

  test("waits for a Promise and saves the values it returns", async () => {
    const { page } = await create([
      "app.record.create.submit",
      `event => new Promise(done => setTimeout(() => {
        event.record.note.value = "保存の直前";
        done(event);
      }, 30))`,
    ]);
    await page.getByLabel("題名").fill("待つ");
    await page.getByRole("button", { name: "保存" }).click();
    const id = await detailId(page);
    expect((await readRecord(id)).note?.value).toBe("保存の直前");
  });

  test("a rejected Promise stops the save and later handlers", async () => {
    const opened = await createTwice({
      plugin: [
        ["app.record.create.submit", "() => Promise.reject(new Error('拒否'))"],
      ],
      second: [
        ["app.record.create.submit", "event => { note('後'); return event; }"],
      ],
    });
    await opened.page.getByLabel("題名").fill("拒否される");
    await opened.page.getByRole("button", { name: "保存" }).click();
    await expect.poll(() => opened.messages.join("\n")).toContain("拒否");
    expect(await opened.seen()).toEqual([]);
    expect(opened.page.url()).toContain("/edit");
  });

  test("what the server refuses is shown under its field and at the top", async () => {
    const { page } = await create();
    await page.getByLabel("金額").fill("101");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("入力内容が正しくありません。").waitFor();
    expect(await page.getByText("必須です。").count()).toBe(1);
    await page.getByText("100以下である必要があります。").waitFor();
  });

  test("a lookup key that was typed and never fetched is refused", async () => {
    const { page } = await create();
    await page.getByLabel("題名").fill("取得なし");
    await page.getByLabel("参照", { exact: true }).fill("K1");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("「取得」を押して").waitFor();
  });
});

describe("submit.success", () => {
  test("has a string as recordId and the saved record; its url is followed", async () => {
    const { page, context } = await create([
      "app.record.create.submit.success",
      `event => {
        localStorage.setItem("success", JSON.stringify([
          typeof event.appId, typeof event.recordId, event.record.$id.value === event.recordId,
          event.record.stage.value,
        ]));
        event.url = "/k/";
        return event;
      }`,
    ]);
    await page.getByLabel("題名").fill("成功");
    await page.getByRole("button", { name: "保存" }).click();
    await page.waitForURL(/\/k\/$/);
    const [only] = context.pages();
    const told = await only?.evaluate("localStorage.getItem('success')");
    expect(JSON.parse(String(told))).toEqual(["number", "string", true, ""]);
  });

  test("url null stays on the page", async () => {
    const id = await addRecord();
    const { page, seen } = await edit(id, [
      "app.record.edit.submit.success",
      `event => { note(event.recordId); event.url = null; return event; }`,
    ]);
    await page.getByLabel("備考").fill("一度目");
    await page.getByRole("button", { name: "保存" }).click();
    await expect.poll(seen).toEqual([String(id)]);
    await page.getByLabel("備考").fill("二度目");
    await page.getByRole("button", { name: "保存" }).click();
    await expect.poll(seen).toEqual([String(id), String(id)]);
    expect(page.url()).toContain("mode=edit");
    expect((await readRecord(id)).note?.value).toBe("二度目");
  });
});

describe("edit", () => {
  test("show has the saved record and numbers as ids", async () => {
    const id = await addRecord({ stage: { value: "終" } });
    const { seen } = await edit(id, [
      "app.record.edit.show",
      `event => note([event.appId, event.recordId, event.record.$id.value, event.record.stage.value,
        event.record.due.value, event.record.title.type, event.record.作成者.value.code])`,
    ]);
    await expect
      .poll(seen)
      .toEqual([
        [
          sample().app,
          id,
          String(id),
          "終",
          null,
          "SINGLE_LINE_TEXT",
          "Administrator",
        ],
      ]);
  });

  test("detail and edit are one document; the edit of an outdated record is refused", async () => {
    const id = await addRecord();
    const { page, seen } = await open(`/k/${sample().app}/show#record=${id}`, {
      handlers: [
        ["app.record.detail.show", "event => { note('detail'); }"],
        ["app.record.edit.show", "event => { note('edit'); }"],
      ],
    });
    await page.getByRole("link", { name: "レコードを編集する" }).click();
    await page.getByRole("textbox", { name: "題名" }).fill("遅れた題");
    await expect.poll(seen).toEqual(["detail", "edit"]);
    await site().send("PUT", "/k/v1/record.json", {
      app: sample().app,
      id,
      record: { title: { value: "先に変わった" } },
    });
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByRole("alert").waitFor();
    expect((await readRecord(id)).title?.value).toBe("先に変わった");
  });

  test("untouched fields are not sent: a lookup keeps what it once copied", async () => {
    const id = await addRecord({ source: { value: "K2" } });
    await site().send("PUT", "/k/v1/record.json", {
      app: sample().source,
      updateKey: { field: "key", value: "K2" },
      record: { value: { value: "変わった値" } },
    });
    const { page } = await edit(id);
    await page.getByLabel("題名").fill("題だけ変える");
    await page.getByRole("button", { name: "保存" }).click();
    await detailId(page);
    expect((await readRecord(id)).copied?.value).toBe("K2の値");
  });
});

describe("record.get and record.set", () => {
  test("throw inside a handler", async () => {
    const { seen } = await create([
      "app.record.create.show",
      `event => {
        try { kintone.app.record.get(); } catch (error) { note(error.message); }
        try { kintone.app.record.set({ record: {} }); } catch (error) { note(error.message); }
      }`,
    ]);
    await expect.poll(async () => (await seen()).length).toBe(2);
    expect((await seen()).join()).toContain(
      "cannot be used inside a handler of kintone.events.on",
    );
  });

  test("set writes, switches off and fires change at once", async () => {
    const { page, seen } = await create([
      "app.record.create.change.title",
      "event => { note(event.record.title.value); }",
    ]);
    const got = await page.evaluate(`(() => {
      kintone.app.record.set({ record: {
        title: { type: "SINGLE_LINE_TEXT", value: "setから", disabled: true },
      } });
      return [window.seen.length, kintone.app.record.get().record.title];
    })()`);
    expect(got).toEqual([1, { type: "SINGLE_LINE_TEXT", value: "setから" }]);
    await expect.poll(seen).toEqual(["setから"]);
    expect(await page.getByLabel("題名").isDisabled()).toBe(true);
  });

  test("set without a type shows the platform's complaint and throws nothing", async () => {
    const { page } = await create();
    await page.evaluate(
      `kintone.app.record.set({ record: { title: { value: "型なし" } } })`,
    );
    expect(await page.getByRole("alert").innerText()).toContain(
      "event.record['title'].type が不正です。",
    );
    expect(await page.getByLabel("題名").inputValue()).toBe("");
  });

  test("set fetches a lookup whose key is among the words of one record", async () => {
    const { page } = await create();
    await page.evaluate(`kintone.app.record.set({ record: {
      source: { type: "SINGLE_LINE_TEXT", value: "K2", lookup: true },
    } })`);
    await expect.poll(() => page.getByLabel("写し").inputValue()).not.toBe("");
    await page.evaluate(`kintone.app.record.set({ record: {
      source: { type: "SINGLE_LINE_TEXT", value: "K2", lookup: "CLEAR" },
    } })`);
    await expect.poll(() => page.getByLabel("写し").inputValue()).toBe("");
    await page.evaluate(`kintone.app.record.set({ record: {
      source: { type: "SINGLE_LINE_TEXT", value: "無い", lookup: true },
    } })`);
    await page.getByText("参照先からデータを取得できません").waitFor();
    await site().send("POST", "/k/v1/record.json", {
      app: sample().source,
      record: { key: { value: "K2 別" } },
    });
    await page.evaluate(`kintone.app.record.set({ record: {
      source: { type: "SINGLE_LINE_TEXT", value: "K2", lookup: true },
    } })`);
    await page.getByText("該当するレコードが複数あります").waitFor();
  });
});
