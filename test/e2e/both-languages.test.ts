import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AppKey } from "../../src/apps/index.ts";
import { leaveBrowser, takeBrowser } from "local-kintone/testing";
import { findViolations } from "../support/accessibility.ts";
import { startTestDemo, visitDemo } from "../support/demo.ts";
import type { TestDemo } from "../support/demo.ts";
import { textOf } from "../support/form-site.ts";

const LONG = `株式会社${"とても長い名称の".repeat(24)}商店`;

let demo: TestDemo;
let browser: Browser;

const lastOf = async (app: AppKey, condition?: string): Promise<string> => {
  const records = await demo.readAll(app, condition);
  return textOf(records.at(-1) ?? {}, "$id");
};

/** Records of each app that have something to show. */
let ids: Readonly<Record<"nominations" | "answers" | "deliveries", string>>;

beforeAll(async () => {
  [demo, browser] = await Promise.all([
    startTestDemo({ today: "2022-08-01" }),
    takeBrowser(),
  ]);
  const { record } = demo.clientOf(demo.user("federationManager"));
  const registered = await lastOf("nominations", 'ステータス in ("登録済")');
  ids = {
    nominations: registered,
    answers: await lastOf("answers"),
    deliveries: await lastOf("deliveries"),
  };
  await record.updateRecord({
    app: demo.apps.nominations,
    id: registered,
    record: {
      registeredName: { value: LONG },
      result: { value: "受賞" },
      prizeName: { value: LONG },
      prize: { value: "その他" },
    },
  });
});
afterAll(async () => {
  await leaveBrowser(browser);
  await demo?.close();
});

type Device = "desktop" | "phone";

const addressOf = (
  app: AppKey,
  id: string | undefined,
  device: Device,
): string => {
  const place = `${demo.baseUrl}/k/${device === "phone" ? "m/" : ""}${demo.apps[app]}`;
  if (id === undefined) return `${place}/`;
  return device === "phone"
    ? `${place}/show?record=${id}`
    : `${place}/show#record=${id}`;
};

/** Accessibility findings, and parts of ours that reach beyond the screen. */
const faultsOf = async (page: Page): Promise<string[]> => {
  const violations = await findViolations(page, ".suisen-root");
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll(".suisen-root")]
      .filter(
        (root) => root.getBoundingClientRect().right > window.innerWidth + 1,
      )
      .map((root) => `wider than the screen: ${root.className}`),
  );
  return [...violations, ...wide];
};

// The tests of each page look at it in Japanese on a desktop.
test.each([
  ["desktop", "en-US"],
  ["phone", "ja-JP"],
] as const)(
  "on a %s in %s board, nomination, answer and ledger have no accessibility finding, with a name of 200 characters",
  async (device, locale) => {
    const { page, errors } = await visitDemo(
      browser,
      demo,
      demo.user("federationManager"),
      { isPhone: device === "phone", locale },
    );
    const places: ReadonlyArray<readonly [AppKey, string?]> = [
      ["nominations"],
      ["nominations", ids.nominations],
      ["answers", ids.answers],
      ["deliveries", ids.deliveries],
    ];
    for (const [app, id] of places) {
      await page.goto("about:blank");
      await page.goto(addressOf(app, id, device));
      await page.locator(".suisen-root").first().waitFor();
      await page.waitForLoadState("networkidle");
      expect([app, id, await faultsOf(page)]).toEqual([app, id, []]);
    }
    expect(errors).toEqual([]);
    await page.close();
  },
);
