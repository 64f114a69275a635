import { describe, expect, test } from "vitest";
import { useSampleSite } from "../support/sample-site.ts";

const { site, sample, open, addRecord, readRecord } = useSampleSite(
  async (it) => {
    const { store } = it.site;
    store.transaction(() =>
      store.saveOrganization({
        id: store.nextId("organization"),
        code: "north",
        name: "北商工会",
        parentCode: null,
      }),
    );
  },
);

type Page = Awaited<ReturnType<typeof open>>["page"];

const pick = async (page: Page, field: string, name: string) => {
  await page.getByRole("button", { name: `${field} 選択` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("検索").fill(name);
  await dialog.getByLabel(name, { exact: true }).check();
  await dialog.getByRole("button", { name: "OK" }).click();
};

const savedId = async (page: Page): Promise<number> => {
  await page.getByRole("button", { name: "保存" }).click();
  await page.waitForURL(/show#record=\d+$/);
  return Number(/record=(\d+)/.exec(page.url())?.[1]);
};

describe("a new record by hand", () => {
  test("every kind of field takes what is typed or chosen", async () => {
    // The browser's own zone must not matter.
    const { page } = await open(`/k/${sample().app}/edit`, {
      timezoneId: "America/Los_Angeles",
    });
    await page.getByLabel("題名").fill("手で入れた");
    await page.getByLabel("備考").fill("一行目\n二行目");
    await page.getByLabel("紹介文").fill("<b>太い</b>");
    await page.getByLabel("金額").fill("6");
    await page.getByLabel("期限").fill("2022-08-01");
    await page.getByLabel("時刻").fill("09:30");
    await page.getByLabel("日時").fill("2022-08-01T09:30");
    await page.getByLabel("乙").check();
    await page.getByLabel("青").check();
    await page.getByLabel("赤").check();
    await page.getByLabel("段階").selectOption("終");
    await page.getByLabel("札").selectOption(["一", "三"]);
    await page.getByLabel("サイト").fill("https://example.com/");
    await page.getByLabel("添付").setInputFiles({
      name: "資料.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("中身"),
    });
    await page.getByText("資料.txt").waitFor();
    await pick(page, "担当", "佐藤");
    await pick(page, "組織", "北商工会");
    await pick(page, "グループ", "Administrators");
    await page.getByRole("button", { name: "参照 取得" }).click();
    await page
      .getByRole("row", { name: /K2x/ })
      .getByRole("button", { name: "選択" })
      .click();
    await page.getByLabel("品目").fill("鉛筆");
    await page.getByLabel("数").fill("3");
    await page.getByRole("button", { name: "行を追加" }).click();
    await page.getByLabel("品目").nth(1).fill("消しゴム");
    await page.getByLabel("区分").nth(1).selectOption("いいえ");
    await page.getByRole("button", { name: "折りたたみ" }).click();
    await page.getByLabel("中の欄").fill("中身");
    expect(await page.getByRole("group", { name: "二倍" }).innerText()).toBe(
      "12",
    );
    expect(await page.getByRole("group", { name: "判定" }).innerText()).toBe(
      "大",
    );

    const record = await readRecord(await savedId(page));
    const values = Object.fromEntries(
      Object.entries(record).map(([code, { value }]) => [code, value]),
    );
    expect(values).toMatchObject({
      title: "手で入れた",
      note: "一行目\n二行目",
      story: "<b>太い</b>",
      amount: "6",
      double: "12",
      grade: "大",
      due: "2022-08-01",
      at: "09:30",
      moment: "2022-08-01T00:30:00Z",
      kind: "乙",
      marks: ["赤", "青"],
      stage: "終",
      tags: ["一", "三"],
      home: "https://example.com/",
      papers: [{ name: "資料.txt", contentType: "text/plain", size: "6" }],
      staff: [{ code: "sato", name: "佐藤" }],
      teams: [{ code: "north", name: "北商工会" }],
      groups: [{ code: "Administrators" }],
      source: "K2x",
      copied: "K2xの値",
      inner: "中身",
      lines: [
        { value: { item: { value: "鉛筆" }, count: { value: "3" } } },
        { value: { item: { value: "消しゴム" }, choice: { value: "いいえ" } } },
      ],
    });
  });

  test("the detail page shows it, and the file can be fetched", async () => {
    const fileKey = await site().upload(
      new TextEncoder().encode("添付の中身"),
      "添付.txt",
    );
    const id = await addRecord({
      papers: { value: [{ fileKey }] },
      moment: { value: "2022-08-01T00:30:00Z" },
      home: { value: "https://example.com/" },
    });
    const { page } = await open(`/k/${sample().app}/show#record=${id}`, {
      timezoneId: "America/Los_Angeles",
    });
    await page.getByText("2022-08-01 09:30").waitFor();
    const link = page.getByRole("link", { name: "https://example.com/" });
    expect(await link.getAttribute("rel")).toContain("noopener");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "添付.txt" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("添付.txt");
  });
});

describe("markup in values", () => {
  const hostile = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`;

  test("is text everywhere but in rich text, and harmless there", async () => {
    const id = await addRecord({
      title: { value: hostile },
      note: { value: hostile },
      story: {
        value: `<b>太い</b>${hostile}<a href="javascript:window.hacked=1">押す</a>`,
      },
      home: { value: "http://example.com/<b>" },
    });
    const { page } = await open(`/k/${sample().app}/show#record=${id}`);
    await page.getByText("太い").waitFor();
    await page.getByText("押す").click();
    expect(await page.evaluate("window.hacked")).toBeUndefined();
    expect(await page.locator("main img").count()).toBe(0);
    expect(await page.getByRole("group", { name: "題名" }).innerText()).toBe(
      hostile,
    );
    await page.getByRole("link", { name: "一覧に戻る" }).click();
    await page.getByRole("cell", { name: hostile }).waitFor();
    expect(await page.evaluate("window.hacked")).toBeUndefined();
  });
});

describe("editing", () => {
  test("a removed row and a removed file are gone after saving", async () => {
    const fileKey = await site().upload(new TextEncoder().encode("x"), "x.txt");
    const id = await addRecord({
      papers: { value: [{ fileKey }] },
      lines: {
        value: ["一", "二"].map((item) => ({
          value: { item: { value: item } },
        })),
      } as { value: unknown },
    });
    const { page } = await open(
      `/k/${sample().app}/show#record=${id}&mode=edit`,
    );
    await page.getByRole("button", { name: "x.txt 削除" }).click();
    await page.getByRole("button", { name: "この行を削除" }).first().click();
    await savedId(page);
    const record = await readRecord(id);
    expect(record.papers?.value).toEqual([]);
    expect(record.lines?.value).toMatchObject([
      { value: { item: { value: "二" } } },
    ]);
  });

  test("a cleared lookup clears what it copied", async () => {
    const id = await addRecord({ source: { value: "K1" } });
    const { page } = await open(
      `/k/${sample().app}/show#record=${id}&mode=edit`,
    );
    await page.getByRole("button", { name: "参照 クリア" }).click();
    await expect.poll(() => page.getByLabel("写し").inputValue()).toBe("");
    await savedId(page);
    expect((await readRecord(id)).copied?.value).toBe("");
  });

  test("cancel goes back to the detail page and changes nothing", async () => {
    const id = await addRecord();
    const { page } = await open(
      `/k/${sample().app}/show#record=${id}&mode=edit`,
    );
    await page.getByLabel("題名").fill("捨てる");
    const cancel = page.getByRole("button", { name: "キャンセル" });
    await cancel.click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("破棄しますか").waitFor();
    await dialog.getByRole("button", { name: "キャンセル" }).click();
    expect(await page.getByLabel("題名").inputValue()).toBe("捨てる");
    await cancel.click();
    await dialog.getByRole("button", { name: "破棄する" }).click();
    await page.getByRole("link", { name: "レコードを編集する" }).waitFor();
    expect((await readRecord(id)).title?.value).toBe("元の題");
  });

  test("leaving the site with unsaved input is asked about, without is not", async () => {
    const { page } = await open(`/k/${sample().app}/edit`, { isAlone: true });
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.getByLabel("題名").click();
    await page.reload();
    expect(asked).toEqual([]);
    await page.getByLabel("題名").click();
    await page.keyboard.type("打った");
    await page.reload();
    await expect.poll(() => asked).toEqual(["beforeunload"]);
  });

  test("a record is duplicated with its values", async () => {
    const id = await addRecord({
      note: { value: "写す" },
      source: { value: "K1" },
    });
    const { page } = await open(`/k/${sample().app}/show#record=${id}`);
    await page.getByRole("link", { name: "レコードを再利用する" }).click();
    await page.getByLabel("備考").waitFor();
    expect(await page.getByLabel("備考").inputValue()).toBe("写す");
    const copy = await readRecord(await savedId(page));
    expect(copy.$id?.value).not.toBe(String(id));
    expect(copy.copied?.value).toBe("K1の値");
  });
});
