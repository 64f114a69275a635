import type { Browser, BrowserContext, Page } from "playwright-core";
import type { LocalSite } from "./local-site.ts";

/** Event type and handler as source text: it runs in the page. */
export type PageHandler = [type: string, handler: string];

export type VisitOptions = {
  login?: string;
  mobile?: boolean;
  timezoneId?: string;
  /** By the mark of the listening plugin. */
  handlers?: PageHandler[] | Record<string, PageHandler[]>;
};

export type Visit = {
  context: BrowserContext;
  page: Page;
  /** Messages of the console and uncaught errors, as they came. */
  messages: string[];
  open(path: string): Promise<void>;
  /**
   * Values that handlers noted with `note(…)`; undefined comes as
   * "«undefined»".
   */
  seen(): Promise<unknown[]>;
  close(): Promise<void>;
};

/** For handlers: `note(x)` keeps a copy that tells undefined from missing. */
const notebook = `
window.seen = [];
window.note = function (value) {
  window.seen.push(JSON.parse(JSON.stringify(value, function (key, item) {
    return item === undefined ? "«undefined»" : item;
  })));
};
`;

const phone = { width: 390, height: 844 };
const screen = { width: 1280, height: 900 };

const logIn = async (
  context: BrowserContext,
  site: LocalSite,
  login: string,
): Promise<void> => {
  const response = await context.request.post(`${site.baseUrl}/login`, {
    form: { username: login, password: login, next: "/k/" },
  });
  if (!response.ok())
    throw new Error(`Login of ${login}: ${response.status()}`);
};

/** A logged-in browser with its own cookies, and ears for what goes wrong in it. */
export const visit = async (
  browser: Browser,
  site: LocalSite,
  options: VisitOptions = {},
): Promise<Visit> => {
  const context = await browser.newContext({
    viewport: options.mobile ? phone : screen,
    locale: "ja-JP",
    timezoneId: options.timezoneId ?? "Asia/Tokyo",
  });
  const given = options.handlers ?? [];
  const handlers = Array.isArray(given) ? { plugin: given } : given;
  await context.addInitScript(
    `${notebook}window.handlers = ${JSON.stringify(handlers)};`,
  );
  await logIn(context, site, options.login ?? "Administrator");
  const page = await context.newPage();
  // Nothing here takes long; a test that waits in vain should say so soon.
  page.setDefaultTimeout(10_000);
  const messages: string[] = [];
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(error.message));
  return {
    context,
    page,
    messages,
    open: async (path) => {
      // A jump within a document would not load anything.
      if (page.url() !== "about:blank") await page.goto("about:blank");
      await page.goto(`${site.baseUrl}${path}`);
      await page.locator("main > *").first().waitFor({ state: "attached" });
    },
    seen: () => page.evaluate("window.seen"),
    close: () => context.close(),
  };
};
