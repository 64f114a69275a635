import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { ensureChromium } from "../../scripts/chromium.ts";
import { startDemo } from "../../scripts/start-demo.ts";
import type { Demo, DemoOptions } from "../../scripts/start-demo.ts";

export type BenchDemo = {
  readonly demo: Demo;
  readonly client: KintoneRestAPIClient;
  /** A page of the first user with this role, logged in. */
  open(role: string): Promise<Page>;
  close(): Promise<void>;
};

const launch = (): Promise<Browser> => {
  const chromiumFound = ensureChromium();
  if ("reason" in chromiumFound) {
    throw new Error(chromiumFound.reason);
  }
  return chromium.launch({
    executablePath: chromiumFound.path,
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
};

/** The product as `npm start` gives it, and a browser. */
export const startBenchDemo = async (
  options: DemoOptions,
): Promise<BenchDemo> => {
  const browser = await launch();
  const demo = await startDemo({ port: 0, ...options }).catch(
    async (error: unknown) => {
      await browser.close();
      throw error;
    },
  );
  const userOf = (role: string) => {
    const user = demo.users.find((one) => one.role === role);
    if (user === undefined) {
      throw new Error(`The demo has no ${role}`);
    }
    return user;
  };
  const manager = userOf("federationManager");
  return {
    demo,
    client: new KintoneRestAPIClient({
      baseUrl: demo.baseUrl,
      auth: { username: manager.code, password: manager.password },
    }),
    open: async (role) => {
      const { code, password } = userOf(role);
      const page = await browser.newPage({
        viewport: { width: 1280, height: 900 },
        locale: "ja-JP",
        timezoneId: "Asia/Tokyo",
      });
      await page.goto(`${demo.baseUrl}/login`);
      await page.getByLabel("ログイン名").fill(code);
      await page.getByLabel("パスワード").fill(password);
      await page.getByRole("button", { name: "ログイン" }).click();
      await page.waitForURL(/\/k\//);
      return page;
    },
    close: async () => {
      await browser.close();
      await demo.close();
    },
  };
};
