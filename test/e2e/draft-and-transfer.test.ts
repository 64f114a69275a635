import type { Browser, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { findViolations } from "../support/accessibility.ts";
import {
  EDITION,
  openAs,
  useNominationSite,
} from "../support/nomination-site.ts";
import type { NominationSite } from "../support/nomination-site.ts";

let site: NominationSite;
let browser: Browser;
useNominationSite((opened) => ({ site, browser } = opened));

const field = (page: Page, name: string) =>
  page.getByRole("textbox", { name, exact: true });
const NAME = "名称（登記上の表記・屋号）";
const draftLine = (page: Page) => page.getByRole("region", { name: "下書き" });

/** A draft is written a moment after the last key. */
const waitForDraft = (page: Page, text: string): Promise<unknown> =>
  page.waitForFunction(
    (typed) =>
      Object.values(localStorage).some((kept) => String(kept).includes(typed)),
    text,
  );

const addFirm = (values: Record<string, unknown> = {}) =>
  site.add("nominations", {
    edition: EDITION,
    society: "青浜商工会",
    registeredName: "株式会社青浜商店",
    ...values,
  });

describe("a draft", () => {
  test("survives a reload, comes back with one press, and is gone after saving", async () => {
    const { page, failures } = await openAs(browser, site, "aohama");
    await page.goto(`${site.baseUrl}/k/${site.apps.nominations}/edit`);
    await page.locator(".suisen-question").first().waitFor();
    expect(await draftLine(page).count()).toBe(0);
    await field(page, NAME).fill("有限会社したがき");
    await page
      .getByRole("group", { name: /^A1 / })
      .getByRole("radio", { name: "はい", exact: true })
      .check();
    await waitForDraft(page, "したがき");
    await waitForDraft(page, "はい");
    page.on("dialog", (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText("保存していない入力があります").waitFor();
    expect(await findViolations(page, ".suisen-root")).toEqual([]);
    await page.getByRole("button", { name: "入力を戻す" }).click();
    await expect
      .poll(() => field(page, NAME).inputValue())
      .toBe("有限会社したがき");
    expect(await page.locator("[data-suisen-total]").innerText()).toBe(
      "1 / 12点",
    );
    await page
      .getByRole("button", { name: "保存", exact: true })
      .first()
      .click();
    await page.waitForURL(/show#record=\d+/);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await page.goto(`${site.baseUrl}/k/${site.apps.nominations}/edit`);
    await page.locator(".suisen-question").first().waitFor();
    expect(await draftLine(page).count()).toBe(0);
    expect(failures).toEqual([]);
    await page.close();
  });

  test("is offered for its own record alone, and refused once somebody else has saved", async () => {
    const [first, second] = [await addFirm(), await addFirm()];
    const { page } = await openAs(browser, site, "aohama");
    page.on("dialog", (dialog) => void dialog.accept());
    const edit = async (id: string): Promise<void> => {
      await page.goto(
        `${site.baseUrl}/k/${site.apps.nominations}/show#record=${id}&mode=edit`,
      );
      await page.reload();
      await page.locator(".suisen-question").first().waitFor();
    };
    await edit(first);
    await field(page, "業種").fill("下書きだけの業種");
    await page.keyboard.press("Tab");
    await waitForDraft(page, "下書きだけの業種");
    await edit(second);
    expect(await draftLine(page).count()).toBe(0);
    await edit(first);
    await page.getByText("保存していない入力があります").waitFor();
    await site.federation.record.updateRecord({
      app: site.apps.nominations,
      id: first,
      record: { phone: { value: "000-1111-2222" } },
    });
    await edit(first);
    await page.getByText("この案件が保存される前のもの").waitFor();
    expect(await page.getByRole("button", { name: "入力を戻す" }).count()).toBe(
      0,
    );
    await page.getByRole("button", { name: "捨てる" }).click();
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await page.close();
  });
});

const webForm = (count: number): string =>
  Array.from(
    { length: count },
    (_none, index) => `<p><input id="f${index}"></p>`,
  ).join("");

describe("copying into the web form", () => {
  test("20 fields take less than a minute by keyboard, and none differs", async () => {
    const values: Record<string, string> = {
      registeredName: `株式会社${"ながい名称".repeat(39)}`,
      nameKana: "カブシキガイシャアオハマ",
      corporateNumber: "7000012050002",
      postalCode: "900-0001",
      address: '海山県青浜市1-2-3 <青浜ビル> "2F"',
      representativeTitle: "代表取締役",
      representativeName: "青浜 太郎",
      representativeKana: "アオハマ タロウ",
      industry: "小売業",
      employees: "12",
      capital: "3000000",
      foundedOn: "2001-04-01",
      phone: "000-000-0000",
      email: "info@example.com",
      url: "https://example.com/?a=1&b=2",
      contactPersonDepartment: "総務",
      contactPersonName: "青浜 花子",
      contactPersonPhone: "000-000-0001",
    };
    const id = await addFirm(values);
    const { page, failures } = await openAs(browser, site, "aohama");
    // A headless browser shares no clipboard between pages, so the page's own is recorded.
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "clipboard", {
        value: {
          writeText: async (text: string) => {
            document.documentElement.dataset.clipboard = text;
          },
        },
      });
    });
    await page.goto(
      `${site.baseUrl}/k/${site.apps.nominations}/show#record=${id}`,
    );
    await page.locator(".suisen-transfer > summary").click();
    await page.evaluate((form) => {
      const frame = document.createElement("iframe");
      frame.name = "form";
      frame.srcdoc = form;
      document.body.append(frame);
    }, webForm(20));
    const form = page.frameLocator("iframe[name=form]");
    await form.locator("#f19").waitFor();

    const expected = await page
      .locator(".suisen-transfer-value")
      .evaluateAll((nodes) =>
        nodes.slice(0, 20).map((node) => node.textContent ?? ""),
      );
    expect(expected).toHaveLength(20);
    expect(expected).toEqual(expect.arrayContaining(Object.values(values)));
    const copied = page.locator("html");
    let current = page.locator("[data-suisen-copy]").first();
    await current.focus();
    const start = performance.now();
    let presses = 0;
    for (const [index, text] of expected.entries()) {
      await page.keyboard.press("Enter");
      await page
        .getByText(`${index + 1} / `, { exact: false })
        .filter({ hasText: "コピーしました" })
        .waitFor();
      expect(await copied.getAttribute("data-clipboard")).toBe(text);
      // The next button has the focus; it is taken up again after the paste.
      current = page.locator(":focus");
      const next = await current.getAttribute("data-suisen-copy");
      await form.locator(`#f${index}`).focus();
      await page.keyboard.insertText(
        (await copied.getAttribute("data-clipboard")) ?? "",
      );
      await page.keyboard.press("Tab");
      await page.locator(`[data-suisen-copy=${next}]`).focus();
      // Copy, paste, on to the next field.
      presses += 3;
    }
    const seconds = (performance.now() - start) / 1000;
    const pasted = await form
      .locator("input")
      .evaluateAll((inputs) =>
        inputs.map((input) => (input as HTMLInputElement).value),
      );
    expect(pasted).toEqual(expected);
    expect(presses).toBe(60);
    expect(seconds).toBeLessThanOrEqual(60);

    await page.locator(".suisen-transfer [name=receipt]").fill("R-0042");
    await page.keyboard.press("Enter");
    await expect
      .poll(async () => (await site.fetchNomination(id)).receiptNumber?.value)
      .toBe("R-0042");
    expect((await site.fetchNomination(id)).registerDone?.value).toBe(
      "2022-07-25",
    );
    expect(failures).toEqual([]);
    await page.close();
  });

  test("a record that somebody else has saved meanwhile keeps its values, with a sentence", async () => {
    const id = await addFirm();
    const { page } = await openAs(browser, site, "aohama");
    await page.goto(
      `${site.baseUrl}/k/${site.apps.nominations}/show#record=${id}`,
    );
    await page.locator(".suisen-transfer > summary").click();
    expect(await findViolations(page, ".suisen-root")).toEqual([]);
    await site.federation.record.updateRecord({
      app: site.apps.nominations,
      id,
      record: { phone: { value: "1" } },
    });
    await page.locator(".suisen-transfer [name=receipt]").fill("R-1");
    await page.keyboard.press("Enter");
    await page.getByText("受付番号は記録されていません").waitFor();
    expect((await site.fetchNomination(id)).receiptNumber?.value).toBe("");
    await page.close();
  });
});
