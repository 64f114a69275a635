import { describe, expect, test } from "vitest";
import { findViolations } from "../../../test/support/accessibility.ts";
import { useSampleSite } from "../support/sample-site.ts";

const { site, sample, open, addRecord } = useSampleSite();

const addSpace = async (): Promise<number> => {
  const response = await fetch(`${site().baseUrl}/_local/spaces`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ name: "お客様", isGuest: true }),
  });
  const { id } = (await response.json()) as { id: string };
  return Number(id);
};

describe("apps in guest spaces", () => {
  test("have their pages and their REST API under the space, and nowhere else", async () => {
    const space = await addSpace();
    const api = `/k/guest/${space}/v1`;
    const { app } = await site().send("POST", `${api}/preview/app.json`, {
      name: "客の台帳",
      space,
      thread: space,
    });
    await site().send("POST", `${api}/preview/app/form/fields.json`, {
      app,
      properties: {
        name: { type: "SINGLE_LINE_TEXT", code: "name", label: "名前" },
      },
    });
    await site().send("POST", `${api}/preview/app/deploy.json`, {
      apps: [{ app }],
    });
    const status = async (): Promise<unknown> => {
      const answer = await site().send(
        "GET",
        `${api}/preview/app/deploy.json`,
        { apps: [app] },
      );
      return (answer.apps as Array<{ status: string }>)[0]?.status;
    };
    await expect.poll(status).toBe("SUCCESS");

    const { page } = await open("/k/");
    await page.getByRole("link", { name: "客の台帳" }).click();
    await page.waitForURL(`${site().baseUrl}/k/guest/${space}/${app}/`);
    await page.getByRole("link", { name: "レコードを追加する" }).click();
    await page.getByLabel("名前").fill("客");
    await page.getByRole("button", { name: "保存" }).click();
    await page.waitForURL(
      new RegExp(`/k/guest/${space}/${app}/show#record=1$`),
    );
    await page.getByRole("group", { name: "名前" }).getByText("客").waitFor();
    expect(
      await page.evaluate(
        `[kintone.api.url("/k/v1/record", true), kintone.api.url("/k/v1/record")]`,
      ),
    ).toEqual([
      `${site().baseUrl}/k/guest/${space}/v1/record.json`,
      `${site().baseUrl}/k/v1/record.json`,
    ]);
    const elsewhere = await page.goto(`${site().baseUrl}/k/${app}/`);
    expect(elsewhere?.status()).toBe(404);
    const inside = `${site().baseUrl}/k/guest/${space}/${sample().app}/`;
    expect((await page.goto(inside))?.status()).toBe(404);
  });
});

describe("related records", () => {
  test("are listed with what the setting shows, and refused where the other app is closed", async () => {
    const other = await site().addApp("関連先", {
      key: { type: "SINGLE_LINE_TEXT", code: "key", label: "鍵" },
      memo: { type: "SINGLE_LINE_TEXT", code: "memo", label: "メモ" },
    });
    await site().deploy(other);
    const app = await site().addApp("関連元", {
      key: { type: "SINGLE_LINE_TEXT", code: "key", label: "鍵" },
    });
    await site().send("POST", "/k/v1/preview/app/form/fields.json", {
      app,
      properties: {
        related: {
          type: "REFERENCE_TABLE",
          code: "related",
          label: "関連",
          referenceTable: {
            relatedApp: { app: String(other) },
            condition: { field: "key", relatedField: "key" },
            filterCond: "",
            displayFields: ["memo"],
            sort: "memo desc",
            size: "5",
          },
        },
      },
    });
    await site().deploy(app);
    const add = (to: number, record: Record<string, string>) =>
      site().send("POST", "/k/v1/record.json", {
        app: to,
        record: Object.fromEntries(
          Object.entries(record).map(([code, value]) => [code, { value }]),
        ),
      });
    await add(other, { key: "A", memo: "一" });
    await add(other, { key: "A", memo: "二" });
    await add(other, { key: "B", memo: "三" });
    await add(app, { key: "A" });
    const { page } = await open(`/k/${app}/show#record=1`);
    const rows = page.getByRole("table", { name: "関連" }).getByRole("row");
    await expect.poll(() => rows.count()).toBe(3);
    expect(await rows.nth(1).innerText()).toContain("二");
    expect(
      await page.evaluate(`[
        kintone.app.getRelatedRecordsTargetAppId("related"),
        kintone.app.record.getFieldElement("related").innerText.includes("二"),
      ]`),
    ).toEqual([String(other), true]);

    await site().send("PUT", "/k/v1/preview/app/acl.json", {
      app: other,
      rights: [
        {
          entity: { type: "CREATOR" },
          appEditable: true,
          recordViewable: true,
          recordAddable: true,
          recordEditable: true,
          recordDeletable: true,
        },
      ],
    });
    await site().deploy(other);
    const sato = await open(`/k/${app}/show#record=1`, { login: "sato" });
    await sato.page.getByText("権限がありません。").waitFor();
    expect(await sato.page.content()).not.toContain("二");
  });
});

describe("accessibility", () => {
  test.each([
    ["PC", "/k", false],
    ["mobile", "/k/m", true],
  ])("axe finds nothing on %s pages", async (_name, base, mobile) => {
    const id = await addRecord({ due: { value: "2022-07-20" } });
    const { app, views } = sample();
    const visit = await open(`${base}/`, { mobile });
    const { page } = visit;
    expect(await findViolations(page)).toEqual([]);
    for (const path of [
      `${base}/notifications`,
      `${base}/${app}/`,
      `${base}/${app}/?view=${views.暦}`,
      `${base}/${app}/show#record=${id}`,
      // On a screen the form is looked at with its errors, below.
      ...(mobile ? [`${base}/${app}/show#record=${id}&mode=edit`] : []),
    ]) {
      await visit.open(path);
      expect(await findViolations(page), path).toEqual([]);
    }
  });

  test("axe finds nothing on dialogs, errors and the login page", async () => {
    const id = await addRecord({ due: { value: "2022-07-20" } });
    const form = `/k/${sample().app}/show#record=${id}&mode=edit`;
    const { page, context } = await open(form, { isAlone: true });
    await page.getByLabel("題名").fill("");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("必須です。").waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "担当 選択" }).click();
    await page.getByRole("dialog").waitFor();
    expect(await findViolations(page)).toEqual([]);
    await context.clearCookies();
    await page.goto(`${site().baseUrl}/login`);
    expect(await findViolations(page)).toEqual([]);
  });

  test("a dialog keeps the focus and gives it back", async () => {
    const { page } = await open(`/k/${sample().app}/edit`);
    const choose = page.getByRole("button", { name: "担当 選択" });
    await choose.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    for (let i = 0; i < 12; i += 1) await page.keyboard.press("Tab");
    expect(
      await dialog.evaluate((node) => node.contains(document.activeElement)),
    ).toBe(true);
    await page.keyboard.press("Escape");
    expect(
      await choose.evaluate((node) => node === document.activeElement),
    ).toBe(true);
  });
});
