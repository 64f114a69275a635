import { afterEach, describe, expect, test } from "vitest";
import type { PageHandler, Visit } from "../support/local-browser.ts";
import { useSampleSite } from "../support/sample-site.ts";
import { addPlugin, listeningPlugin } from "../support/test-plugin.ts";

const { sample, open, addRecord, readRecord, removeRecords } = useSampleSite(
  (it, app) => addPlugin(it, app, listeningPlugin()),
);
afterEach(removeRecords);

const list = (view: string, ...handlers: PageHandler[]): Promise<Visit> =>
  open(`/k/${sample().app}/?view=${view}`, { handlers });

const noteShow: PageHandler = [
  "app.record.index.show",
  `({ records, ...event }) => {
    const shape = Array.isArray(records)
      ? records.map(record => record.title.value)
      : Object.fromEntries(Object.entries(records).map(([day, found]) => [day, found.length]));
    note({ ...event, records: shape });
  }`,
];

const addMany = async (count: number): Promise<void> => {
  for (let i = 1; i <= count; i += 1)
    await addRecord({
      title: { value: `題${String(i).padStart(2, "0")}` },
      amount: { value: String(i) },
    });
};

describe("index.show", () => {
  test("of a table has the page's records and comes again after paging and sorting", async () => {
    await addMany(21);
    const view = sample().views.表;
    const { page, seen } = await list(view, noteShow);
    await page.getByRole("button", { name: "次へ" }).click();
    await page.getByText("21 - 21 / 21").waitFor();
    await page.getByRole("button", { name: "金額" }).click();
    await page.getByText("1 - 20 / 21").waitFor();
    await expect.poll(async () => (await seen()).length).toBe(3);
    const [first, second, third] = (await seen()) as Array<{
      records: string[];
      offset: number;
      size: number;
    }>;
    expect(first).toMatchObject({
      type: "app.record.index.show",
      appId: sample().app,
      viewId: Number(view),
      viewName: "表",
      viewType: "list",
      date: null,
      offset: 0,
      size: 20,
    });
    expect(first?.records[0]).toBe("題01");
    expect(second).toMatchObject({ offset: 20, size: 1, records: ["題21"] });
    expect(third?.records[0]).toBe("題21");
  });

  test("reaches handlers that come with DOMContentLoaded and a task later", async () => {
    const { seen } = await list(sample().views.表, [
      "app.record.index.delete.submit",
      `(() => {
        const listen = word => kintone.events.on("app.record.index.show", () => note(word));
        document.addEventListener("DOMContentLoaded", () => {
          listen("parsed");
          setTimeout(() => listen("ready"));
        });
        return () => undefined;
      })()`,
    ]);
    await expect.poll(seen).toEqual(["parsed", "ready"]);
  });

  test("of a calendar has the month's records by day", async () => {
    await addRecord({ due: { value: "2022-07-20" } });
    await addRecord({ due: { value: "2022-07-20" } });
    await addRecord({ due: { value: "2022-08-01" } });
    const { page, seen } = await list(sample().views.暦, noteShow);
    await expect.poll(async () => (await seen()).length).toBe(1);
    await page.getByRole("button", { name: "次の月" }).click();
    await expect.poll(async () => (await seen()).length).toBe(2);
    await expect.poll(seen).toMatchObject([
      {
        viewType: "calendar",
        date: "2022-07",
        offset: null,
        size: null,
        records: { "2022-07-20": 2 },
      },
      { date: "2022-08", records: { "2022-08-01": 1 } },
    ]);
  });

  test("of a custom view without paging has no records, and its markup is there", async () => {
    await addRecord();
    const { page, seen } = await list(sample().views.盤, [
      "app.record.index.show",
      "event => note([event.viewType, event.records, event.offset, event.size, document.getElementById('board').textContent])",
    ]);
    await expect.poll(seen).toEqual([["custom", [], 0, 0, "盤の中身"]]);
    await page.locator("#board").waitFor();
  });

  test("of a custom view with paging has the records", async () => {
    await addRecord();
    const { seen } = await list(sample().views.大盤, noteShow);
    await expect
      .poll(seen)
      .toMatchObject([{ viewType: "custom", offset: 0, size: 1 }]);
  });

  test("comes again after filtering", async () => {
    await addMany(3);
    const { page, seen } = await list(sample().views.表, noteShow);
    await page.getByRole("button", { name: "絞り込む" }).click();
    await page.getByLabel("クエリ").fill('title = "題02"');
    await page.getByRole("button", { name: "適用" }).click();
    await page.getByText("1 - 1 / 1").waitFor();
    await expect.poll(async () => (await seen()).length).toBe(2);
    expect(await page.evaluate("kintone.app.getQueryCondition()")).toBe(
      'title = "題02"',
    );
    expect(await page.evaluate("kintone.app.getQuery()")).toBe(
      'title = "題02" order by title asc limit 20 offset 0',
    );
  });
});

describe("inline edit", () => {
  const start = async (...handlers: PageHandler[]): Promise<Visit> => {
    const opened = await list(sample().views.表, ...handlers);
    await opened.page.getByRole("button", { name: "編集" }).click();
    await opened.page.getByLabel("題名").waitFor();
    return opened;
  };

  test("tells ids with the types of each event, and finish comes last", async () => {
    const id = await addRecord();
    const kinds = ["show", "submit", "submit.success", "finish"];
    const { page, seen } = await start(
      ...kinds.map((kind): PageHandler => [
        `app.record.index.edit.${kind}`,
        `event => { note([${JSON.stringify(kind)}, typeof event.appId, event.recordId]); }`,
      ]),
      [
        "app.record.index.edit.change.title",
        `event => { note(["change", typeof event.appId, event.recordId, event.changes.row]); }`,
      ],
    );
    await page.getByLabel("題名").fill("その場で");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByRole("cell", { name: "その場で" }).waitFor();
    await expect.poll(async () => (await seen()).length).toBe(5);
    await expect.poll(seen).toEqual([
      ["show", "number", String(id)],
      ["change", "string", String(id), null],
      ["submit", "string", String(id)],
      ["submit.success", "number", String(id)],
      ["finish", "number", String(id)],
    ]);
    expect((await readRecord(id)).title?.value).toBe("その場で");
  });

  test("show can switch fields off and cannot rewrite values", async () => {
    await addRecord();
    const { page } = await start([
      "app.record.index.edit.show",
      `event => {
        event.record.title.value = "書けない";
        event.record.amount.disabled = true;
        return event;
      }`,
    ]);
    expect(await page.getByLabel("題名").inputValue()).toBe("元の題");
    expect(await page.getByLabel("金額").isDisabled()).toBe(true);
  });

  test("calculated fields of the list read empty", async () => {
    await addRecord({ amount: { value: "3" } });
    const { page, seen } = await start([
      "app.record.index.edit.change.title",
      `event => { note(event.record.double.value); }`,
    ]);
    await page.getByLabel("題名").fill("別");
    await page.getByLabel("題名").blur();
    await expect.poll(seen).toEqual([""]);
  });

  test("an error keeps the row open; cancel leaves the record alone", async () => {
    const id = await addRecord();
    const { page, seen } = await start(
      [
        "app.record.index.edit.submit",
        `event => { event.record.title.error = "だめです"; return event; }`,
      ],
      ["app.record.index.edit.finish", "event => { note('finish'); }"],
    );
    await page.getByLabel("題名").fill("保存されない");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("だめです").waitFor();
    await page.getByRole("button", { name: "キャンセル" }).click();
    await page.getByRole("cell", { name: "元の題" }).waitFor();
    await expect.poll(seen).toEqual(["finish"]);
    expect((await readRecord(id)).title?.value).toBe("元の題");
  });

  test("submit.success does not wait for a Promise", async () => {
    await addRecord();
    const { page, messages } = await start([
      "app.record.index.edit.submit.success",
      `async event => { event.url = "/k/"; return event; }`,
    ]);
    await page.getByLabel("題名").fill("別");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByRole("cell", { name: "別", exact: true }).waitFor();
    await expect
      .poll(() => messages.join("\n"))
      .toContain("does not support Promises");
    expect(page.url()).toContain("?view=");
  });
});

describe("index.delete.submit", () => {
  const remove = async (opened: Visit): Promise<void> => {
    await opened.page
      .getByRole("button", { name: "削除", exact: true })
      .click();
    await opened.page.getByRole("button", { name: "削除する" }).click();
  };

  test("has a number as recordId; event.error keeps the record", async () => {
    const id = await addRecord();
    const opened = await list(sample().views.表, [
      "app.record.index.delete.submit",
      `async event => { note(event.recordId); event.error = "消せません"; return event; }`,
    ]);
    await remove(opened);
    await opened.page.getByText("消せません").waitFor();
    await expect.poll(opened.seen).toEqual([id]);
    expect((await readRecord(id)).title?.value).toBe("元の題");
  });

  test("without a word the record goes", async () => {
    await addRecord();
    const opened = await list(sample().views.表);
    await remove(opened);
    await opened.page.getByText("データがありません。").waitFor();
  });
});

describe("elements and styles of a list", () => {
  test("getFieldElements has a cell per row, [] without rows, null for what is not shown", async () => {
    const { page } = await list(sample().views.表);
    expect(
      await page.evaluate("kintone.app.getFieldElements('title')"),
    ).toEqual([]);
    expect(await page.evaluate("kintone.app.getFieldElements('note')")).toBe(
      null,
    );
    await addMany(2);
    await page.reload();
    await page.getByRole("cell", { name: "題02" }).waitFor();
    expect(
      await page.evaluate(
        "kintone.app.getFieldElements('title').map(cell => cell.innerText)",
      ),
    ).toEqual(["題01", "題02"]);
  });

  test("header elements stay the same through paging", async () => {
    await addMany(21);
    const { page } = await list(sample().views.表, [
      "app.record.index.show",
      `() => {
        const space = kintone.app.getHeaderSpaceElement();
        space.append(document.createElement("b"));
        kintone.app.getHeaderMenuSpaceElement().append(document.createElement("i"));
      }`,
    ]);
    await page.getByRole("button", { name: "次へ" }).click();
    await page.getByText("21 - 21 / 21").waitFor();
    await expect
      .poll(() =>
        page.evaluate(
          "kintone.app.getHeaderSpaceElement().querySelectorAll('b').length + '/' + kintone.app.getHeaderMenuSpaceElement().children.length",
        ),
      )
      .toBe("2/2");
  });

  test("setRecordListStyle colours cells and tells them again", async () => {
    const id = await addRecord();
    const { page } = await list(sample().views.表);
    await page.getByRole("cell", { name: "元の題" }).waitFor();
    await page.evaluate(`kintone.app.setRecordListStyle({
      header: [{ column: "title", content: { color: "#112233" } }],
      body: [{ recordId: "${id}", style: [
        { column: "title", background: { backgroundColor: "#ffeeaa" }, content: { fontWeight: "bold" } },
        { columnType: "ACTION", column: "OPEN_DETAIL", background: { backgroundColor: "#00ff00" } },
      ] }],
    })`);
    const cell = page.getByRole("cell", { name: "元の題" });
    expect(
      await cell.evaluate((node) => getComputedStyle(node).backgroundColor),
    ).toBe("rgb(255, 238, 170)");
    const told = await page.evaluate("kintone.app.getRecordListStyle()");
    expect(told).toMatchObject({
      body: [
        {
          recordId: String(id),
          style: expect.arrayContaining([
            expect.objectContaining({
              column: "title",
              content: expect.objectContaining({
                fontWeight: "bold",
                color: "DEFAULT",
              }),
            }),
          ]),
        },
      ],
    });
    await page.evaluate("kintone.app.setRecordListStyle('DEFAULT')");
    expect(
      await cell.evaluate((node) => getComputedStyle(node).backgroundColor),
    ).toBe("rgba(0, 0, 0, 0)");
  });
});
