import type {
  Browser,
  BrowserContext,
  ConsoleMessage,
  Page,
} from "playwright-core";
import type { LocalSite } from "./local-site.ts";

/** Event type and handler as source text: it runs in the page. */
export type PageHandler = [type: string, handler: string];

export type VisitOptions = {
  login?: string;
  mobile?: boolean;
  timezoneId?: string;
  /** By the mark of the listening plugin. */
  handlers?: PageHandler[] | Record<string, PageHandler[]>;
  /** A context of its own, for tests that change cookies, scripts or listeners of it. */
  isAlone?: boolean;
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

const openContext = async (
  browser: Browser,
  site: LocalSite,
  options: VisitOptions,
): Promise<BrowserContext> => {
  const context = await browser.newContext({
    viewport: options.mobile ? phone : screen,
    locale: "ja-JP",
    timezoneId: options.timezoneId ?? "Asia/Tokyo",
    // A change that is shown at once needs one frame.
    reducedMotion: "reduce",
  });
  await logIn(context, site, options.login ?? "Administrator");
  return context;
};

/** Pages that no test uses now, by their kind. */
const freePages = new WeakMap<Browser, Map<string, Page[]>>();

/** A page whose scripts are compiled already costs a third of a new one. */
const takePage = async (
  browser: Browser,
  site: LocalSite,
  { login, mobile, timezoneId, isAlone = false }: VisitOptions,
): Promise<{ page: Page; giveBack: () => Promise<void> }> => {
  const options = { login, mobile, timezoneId };
  const kinds = freePages.get(browser) ?? new Map<string, Page[]>();
  freePages.set(browser, kinds);
  const kind = JSON.stringify([site.baseUrl, options]);
  const free = kinds.get(kind) ?? [];
  kinds.set(kind, free);
  const known = isAlone ? undefined : free.pop();
  const page =
    known ?? (await (await openContext(browser, site, options)).newPage());
  // A later file may get the same port for another site.
  page.once("close", () => kinds.delete(kind));
  return {
    page,
    giveBack: async () => {
      if (isAlone) {
        await page.context().close();
      } else {
        await page.goto("about:blank");
        free.push(page);
      }
    },
  };
};

/** A logged-in browser page, and ears for what goes wrong in it. */
export const visit = async (
  browser: Browser,
  site: LocalSite,
  options: VisitOptions = {},
): Promise<Visit> => {
  const { page, giveBack } = await takePage(browser, site, options);
  const given = options.handlers ?? [];
  const handlers = Array.isArray(given) ? { plugin: given } : given;
  // The scripts of earlier visits stay with the page; the last one decides.
  await page.addInitScript(
    `${notebook}window.handlers = ${JSON.stringify(handlers)};`,
  );
  // Nothing here takes long; a test that waits in vain should say so soon.
  page.setDefaultTimeout(10_000);
  const messages: string[] = [];
  const hear = (message: ConsoleMessage) => messages.push(message.text());
  const fail = (error: Error) => messages.push(error.message);
  page.on("console", hear);
  page.on("pageerror", fail);
  return {
    context: page.context(),
    page,
    messages,
    open: async (path) => {
      // A jump within a document would not load anything.
      if (page.url() !== "about:blank") await page.goto("about:blank");
      await page.goto(`${site.baseUrl}${path}`);
      await page.locator("main > *").first().waitFor({ state: "attached" });
    },
    seen: () => page.evaluate("window.seen"),
    close: async () => {
      page.off("console", hear);
      page.off("pageerror", fail);
      await giveBack();
    },
  };
};
