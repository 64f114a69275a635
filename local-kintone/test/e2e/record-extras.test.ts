import AxeBuilder from "@axe-core/playwright";
import { afterEach, describe, expect, test } from "vitest";
import type { LocalSite } from "../support/local-site.ts";
import { useSampleSite } from "../support/sample-site.ts";
import { addPlugin, listeningPlugin } from "../support/test-plugin.ts";

const appNamed = (site: LocalSite, name: string): number =>
  [...site.site.store.apps.values()].find(
    ({ preview }) => preview.settings.general.name === name,
  )?.id ?? 0;

const action = (name: string, destApp: number, more = {}) => ({
  name,
  index: "0",
  destApp: { app: String(destApp) },
  mappings: [
    { srcType: "FIELD", srcField: "title", destField: "key" },
    { srcType: "RECORD_URL", destField: "value" },
  ],
  entities: [{ type: "GROUP", code: "everyone" }],
  filterCond: "",
  ...more,
});

const report = (name: string, index: number, more: object) => ({
  name,
  index,
  chartType: "TABLE",
  groups: [{ code: "stage" }],
  aggregations: [{ type: "COUNT" }],
  filterCond: "",
  sorts: [{ by: "GROUP1", order: "ASC" }],
  ...more,
});

const reports = {
  件数: report("件数", 0, {
    aggregations: [{ type: "COUNT" }, { type: "SUM", code: "amount" }],
    sorts: [{ by: "TOTAL", order: "DESC" }],
  }),
  棒: report("棒", 1, { chartType: "COLUMN", chartMode: "STACKED" }),
  集計: report("集計", 2, {
    chartType: "PIVOT_TABLE",
    groups: [{ code: "stage" }, { code: "due", per: "MONTH" }],
    aggregations: [{ type: "SUM", code: "amount" }],
    filterCond: "amount > 1",
  }),
};

const related = (source: number) => ({
  list: {
    type: "REFERENCE_TABLE",
    code: "list",
    label: "関連",
    referenceTable: {
      relatedApp: { app: String(source) },
      condition: { field: "title", relatedField: "key" },
      filterCond: "",
      displayFields: ["key", "value"],
      sort: "",
      size: "5",
    },
  },
});

const { site, sample, open, addRecord, readRecord, removeRecords } =
  useSampleSite(async (it, app) => {
    await addPlugin(it, app, listeningPlugin());
    const source = appNamed(it, "参照先");
    await it.send("PUT", "/k/v1/preview/app/actions.json", {
      app,
      actions: {
        写す: action("写す", source),
        済: action("済", source, { index: "1", filterCond: 'title = "済"' }),
        佐藤: action("佐藤", source, {
          index: "2",
          entities: [{ type: "USER", code: "sato" }],
        }),
      },
    });
    await it.send("PUT", "/k/v1/preview/app/reports.json", { app, reports });
    await it.send("POST", "/k/v1/preview/app/form/fields.json", {
      app,
      properties: related(source),
    });
  });
afterEach(removeRecords);

describe("actions", () => {
  test("are buttons for whom and what they are set up; the new record has the values", async () => {
    const id = await addRecord();
    const { page } = await open(`/k/${sample().app}/show#record=${id}`);
    const buttons = page.getByRole("group", { name: "アクション" });
    await buttons.waitFor();
    expect(await buttons.getByRole("link").allInnerTexts()).toEqual(["写す"]);
    expect(
      await page.evaluate(
        "kintone.app.record.getActions().then(all => all.map(({ name }) => name))",
      ),
    ).toEqual(["写す"]);
    await buttons.getByRole("link", { name: "写す" }).click();
    await expect
      .poll(() => page.getByLabel("キー").inputValue())
      .toBe("元の題");
    expect(await page.getByLabel("値").inputValue()).toBe(
      `${site().baseUrl}/k/${sample().app}/show#record=${id}`,
    );
  });

  test("lead to the mobile form on the phone, and can be hidden", async () => {
    const id = await addRecord({ title: { value: "済" } });
    const path = `/k/m/${sample().app}/show#record=${id}`;
    const { page } = await open(path, { mobile: true });
    const buttons = page.getByRole("group", { name: "アクション" });
    await buttons.getByRole("link", { name: "済" }).waitFor();
    await page.evaluate(
      `kintone.mobile.app.record.showActionButton("済", "HIDDEN")`,
    );
    await expect
      .poll(() => buttons.getByRole("link").allInnerTexts())
      .toEqual(["写す"]);
    await buttons.getByRole("link", { name: "写す" }).click();
    await expect.poll(() => page.getByLabel("キー").inputValue()).toBe("済");
    expect(page.url()).toContain(`/k/m/${sample().source}/edit`);
  });

  test("of another user copy nothing, whatever the address says", async () => {
    const id = await addRecord();
    const { page } = await open(`/k/${sample().app}/show#record=${id}`);
    const actions = site().site.store.apps.get(sample().app)?.live?.settings
      .actions;
    const other = String(actions?.佐藤?.id);
    const status = await page.evaluate(
      `fetch("/_page/action-values?app=${sample().app}&record=${id}&action=${other}", { headers: { "X-Requested-With": "x" } }).then(({ status }) => status)`,
    );
    expect(status).toBe(403);
  });
});

describe("the history of changes", () => {
  test("tells who changed what, newest first", async () => {
    const id = await addRecord({ amount: { value: "3" } });
    await site().send("PUT", "/k/v1/record.json", {
      app: sample().app,
      id,
      record: { title: { value: "新しい題" }, amount: { value: "4" } },
    });
    const { page } = await open(`/k/${sample().app}/show#record=${id}`);
    await page.getByRole("button", { name: "変更履歴" }).click();
    const list = page.getByRole("region", { name: "変更履歴" });
    await list.getByText("追加").waitFor();
    const text = (await list.innerText()).replace(/\s+/g, " ");
    expect(text).toContain("題名: 元の題 → 新しい題");
    expect(text).toContain("金額: 3 → 4");
    expect(text.indexOf("変更 #2")).toBeLessThan(text.indexOf("追加"));
    expect((await readRecord(id)).title?.value).toBe("新しい題");
  });
});

describe("graphs", () => {
  const fill = async (): Promise<void> => {
    const rows: Array<[string, string, string]> = [
      ["初", "1", "2022-07-01"],
      ["初", "0.1", "2022-07-31"],
      ["初", "0.2", ""],
      ["終", "50", "2022-08-01"],
    ];
    for (const [stage, amount, due] of rows)
      await addRecord({
        stage: { value: stage },
        amount: { value: amount },
        due: { value: due },
      });
  };
  const cellsOf = (
    name: string,
    page: Awaited<ReturnType<typeof open>>["page"],
  ) =>
    page
      .getByRole("table", { name })
      .getByRole("row")
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...row.children].map((cell) => cell.textContent?.trim() ?? ""),
        ),
      );

  test("are chosen on the list; a table has its groups sorted and decimals tidy", async () => {
    await fill();
    const { page, seen } = await open(`/k/${sample().app}/`, {
      handlers: [["app.report.show", "event => { note(event); }"]],
    });
    await page.getByLabel("グラフ").selectOption({ label: "件数" });
    await page.getByRole("heading", { name: "件数" }).waitFor();
    expect(await cellsOf("件数", page)).toEqual([
      ["段階", "レコード数", "合計（金額）"],
      ["初", "3", "1.3"],
      ["終", "1", "50"],
    ]);
    await expect
      .poll(seen)
      .toEqual([{ type: "app.report.show", appId: sample().app }]);
  });

  test("are drawn with their figures beneath; a pivot table counts what its condition lets through", async () => {
    await fill();
    const { page } = await open(`/k/${sample().app}/report`);
    await page.getByLabel("グラフ").selectOption({ label: "棒" });
    await page.getByRole("img", { name: "棒" }).waitFor();
    expect(await cellsOf("棒", page)).toHaveLength(3);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.getByLabel("グラフ").selectOption({ label: "集計" });
    await page.getByRole("heading", { name: "集計" }).waitFor();
    expect(await cellsOf("集計", page)).toEqual([
      ["段階", "2022-08"],
      ["終", "50"],
    ]);
    expect(await page.evaluate("kintone.app.getQueryCondition()")).toBe(
      "amount > 1",
    );
  });

  test("have mobile twins; an unknown one is not there", async () => {
    await fill();
    const { page, seen } = await open(`/k/m/${sample().app}/report`, {
      mobile: true,
      handlers: [["mobile.app.report.show", "event => { note(event.type); }"]],
    });
    await page.getByRole("heading", { name: "件数" }).waitFor();
    await expect.poll(seen).toEqual(["mobile.app.report.show"]);
    const missing = await open(`/k/${sample().app}/report?report=999`);
    await missing.page.getByText("指定したグラフが見つかりません。").waitFor();
  });
});

test("a wide list of related records scrolls by itself on the phone", async () => {
  const source = sample().source;
  const wide = "とても長い値".repeat(3);
  await site().send("POST", "/k/v1/record.json", {
    app: source,
    record: { key: { value: "幅広い題" }, value: { value: `${wide}A${wide}` } },
  });
  const id = await addRecord({ title: { value: "幅広い題" } });
  const { page } = await open(`/k/m/${sample().app}/show#record=${id}`, {
    mobile: true,
  });
  await page.getByRole("table", { name: "関連" }).waitFor();
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
});
