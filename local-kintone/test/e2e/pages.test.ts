import { describe, expect, test } from "vitest";
import { useSampleSite } from "../support/sample-site.ts";

const { site, sample, open, addRecord } = useSampleSite();

/** An app where nobody but its administrator may see records that are not his. */
const closedApp = async (): Promise<{ app: number; hidden: number }> => {
  const app = await site().addApp("秘密の台帳", {
    name: { type: "SINGLE_LINE_TEXT", code: "name", label: "名前" },
  });
  await site().send("PUT", "/k/v1/preview/record/acl.json", {
    app,
    rights: [
      {
        filterCond: "",
        entities: [
          {
            entity: { type: "USER", code: "Administrator" },
            viewable: true,
            editable: true,
            deletable: true,
          },
        ],
      },
    ],
  });
  await site().deploy(app);
  const { id } = await site().send("POST", "/k/v1/record.json", {
    app,
    record: { name: { value: "見せない名前" } },
  });
  return { app, hidden: Number(id) };
};

describe("logging in", () => {
  test("a page asks for it and comes back to where one wanted to go", async () => {
    const { page, context } = await open("/k/", { isAlone: true });
    await context.clearCookies();
    await page.goto(`${site().baseUrl}/k/${sample().app}/`);
    await page.getByLabel("ログイン名").fill("sato");
    await page.getByLabel("パスワード").fill("違う");
    await page.getByRole("button", { name: "ログイン" }).click();
    await page.getByText("ログインできません").waitFor();
    await page.getByLabel("ログイン名").fill("sato");
    await page.getByLabel("パスワード").fill("sato");
    await page.getByRole("button", { name: "ログイン" }).click();
    await page.waitForURL(`${site().baseUrl}/k/${sample().app}/`);
    await page.getByText("佐藤").waitFor();
  });

  test("no script can read the session, and logging out ends it", async () => {
    const { page } = await open("/k/", { isAlone: true });
    expect(await page.evaluate("document.cookie")).toBe("");
    await page.getByRole("button", { name: "ログアウト" }).click();
    await page.getByLabel("ログイン名").waitFor();
    await page.goto(`${site().baseUrl}/k/`);
    await page.getByLabel("ログイン名").waitFor();
  });

  test("a link cannot lead to another site after logging in", async () => {
    const answer = await fetch(`${site().baseUrl}/login`, {
      method: "POST",
      body: new URLSearchParams({
        username: "sato",
        password: "sato",
        next: "//evil.example/",
      }),
      redirect: "manual",
    });
    expect(answer.headers.get("location")).toBe("/k/");
  });
});

describe("every page", () => {
  test.each(["/k/", "/k/notifications", "/login"])(
    "%s says that it is not kintone",
    async (path) => {
      const { page } = await open("/k/");
      await page.goto(`${site().baseUrl}${path}`);
      expect(
        await page.getByText("これは kintone ではありません").count(),
      ).toBe(2);
    },
  );

  test("knows nothing but what is documented: no cybozu global", async () => {
    const { page } = await open(`/k/${sample().app}/`);
    expect(await page.evaluate("typeof window.cybozu")).toBe("undefined");
  });

  test("has class names of this start only", async () => {
    const { page } = await open("/k/", { isAlone: true });
    const here = await page.locator("main").getAttribute("class");
    expect(here).toMatch(/^x[0-9a-z]+$/);
    const { startLocalSite } = await import("../support/local-site.ts");
    const other = await startLocalSite();
    try {
      const answer = await page.request.post(`${other.baseUrl}/login`, {
        form: { username: "Administrator", password: "Administrator" },
      });
      const text = await answer.text();
      expect(text).toContain("<main");
      expect(text).not.toContain(`class="${here}"`);
    } finally {
      await other.close();
    }
  });
});

describe("the portal", () => {
  test("lists the user's apps", async () => {
    const { page } = await open("/k/", { login: "sato" });
    await page.getByRole("link", { name: "見本" }).click();
    await page.waitForURL(`${site().baseUrl}/k/${sample().app}/`);
  });
});

describe("rights", () => {
  test("a record one may not see is refused without a trace of it", async () => {
    const { app, hidden } = await closedApp();
    const { page } = await open(`/k/${app}/show#record=${hidden}`, {
      login: "sato",
    });
    await page.getByRole("alert").waitFor();
    expect(await page.content()).not.toContain("見せない名前");
    await page.goto(`${site().baseUrl}/k/${app}/`);
    await page.getByText("データがありません。").waitFor();
    const print = `${site().baseUrl}/k/${app}/print?record=${hidden}`;
    await page.goto(print);
    await page.getByRole("alert").waitFor();
    expect(await page.content()).not.toContain("見せない名前");
  });

  test("status and history of such a record are refused, too", async () => {
    const { app, hidden } = await closedApp();
    const { page } = await open("/k/", { login: "sato" });
    for (const route of ["process", "status-history"]) {
      const answer = await page.request.get(
        `${site().baseUrl}/_page/${route}?app=${app}&record=${hidden}`,
        { headers: { "X-Requested-With": "XMLHttpRequest" } },
      );
      expect(answer.status()).toBe(403);
    }
  });

  test("an app without rights is refused, an unknown one not found", async () => {
    const app = await site().addApp("管理者だけ");
    await site().send("PUT", "/k/v1/preview/app/acl.json", {
      app,
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
    await site().deploy(app);
    const { page } = await open("/k/", { login: "sato" });
    const refused = await page.goto(`${site().baseUrl}/k/${app}/`);
    expect(refused?.status()).toBe(403);
    await page.getByText("権限がありません。").waitFor();
    expect(await page.content()).not.toContain("管理者だけ");
    const unknown = await page.goto(`${site().baseUrl}/k/9999/`);
    expect(unknown?.status()).toBe(404);
  });

  test("administration pages are for the app's administrators", async () => {
    const { page } = await open("/k/", { login: "sato" });
    for (const path of [
      `/k/admin/app/flow?app=${sample().app}`,
      `/k/admin/app/${sample().app}/plugin/`,
    ]) {
      const answer = await page.goto(`${site().baseUrl}${path}`);
      expect(answer?.status()).toBe(403);
    }
  });

  test("a request without the page's token changes nothing", async () => {
    const { page } = await open("/k/");
    const answer = await page.request.put(
      `${site().baseUrl}/_page/plugin-config`,
      {
        headers: { "X-Requested-With": "XMLHttpRequest" },
        data: { app: sample().app, id: "x", config: {} },
      },
    );
    expect(answer.status()).toBe(400);
  });
});

describe("comments and notifications", () => {
  test("a mention reaches the one who was meant and nobody else", async () => {
    const id = await addRecord();
    const { page } = await open(`/k/${sample().app}/show#record=${id}`);
    await page.getByLabel("コメントを書き込む").fill("見てください");
    await page.getByRole("button", { name: "宛先を指定" }).click();
    await page.getByRole("dialog").getByLabel("佐藤").check();
    await page.getByRole("button", { name: "OK" }).click();
    await page.getByRole("button", { name: "書き込む", exact: true }).click();
    await page.getByText("見てください").waitFor();

    const sato = await open("/k/", { login: "sato" });
    await sato.page.getByRole("link", { name: "通知" }).click();
    await sato.page.getByText("見てください").waitFor();
    await sato.page.getByText("未読").waitFor();
    await sato.page.getByRole("button", { name: "既読にする" }).click();
    await expect.poll(() => sato.page.getByText("未読").count()).toBe(0);
    await sato.page.getByText("見てください").click();
    await sato.page.waitForURL(new RegExp(`show#record=${id}$`));

    const suzuki = await open("/k/notifications", { login: "suzuki" });
    await suzuki.page.getByText("通知はありません。").waitFor();
  });

  test("one's own comment can be deleted", async () => {
    const id = await addRecord();
    const { page } = await open(`/k/${sample().app}/show#record=${id}`);
    await page.getByLabel("コメントを書き込む").fill("取り消す文");
    await page.getByRole("button", { name: "書き込む", exact: true }).click();
    await page.getByText("取り消す文").waitFor();
    await page
      .getByRole("region", { name: "コメント" })
      .getByRole("button", { name: "削除" })
      .click();
    await page.getByText("コメントはありません。").waitFor();
  });
});

describe("the print page", () => {
  test("shows the record and asks for paper", async () => {
    const id = await addRecord();
    const { page } = await open("/k/", { isAlone: true });
    await page.addInitScript(
      "window.printed = 0; window.print = () => { window.printed += 1; };",
    );
    await page.goto(`${site().baseUrl}/k/${sample().app}/print?record=${id}`);
    await page.getByText("元の題").waitFor();
    await expect.poll(() => page.evaluate("window.printed")).toBe(1);
  });
});
