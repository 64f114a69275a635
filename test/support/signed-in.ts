import { setTimeout as wait } from "node:timers/promises";
import type { Browser, BrowserContext, Page } from "playwright-core";

export type SignedInOptions = {
  readonly baseUrl: string;
  readonly login: string;
  readonly password: string;
  readonly timezoneId: string;
  readonly isPhone?: boolean;
  /** Language of the browser; Japanese when absent. */
  readonly locale?: "ja-JP" | "en-US";
};

const SCREEN = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 } };

const signIn = async (
  browser: Browser,
  {
    baseUrl,
    login,
    password,
    timezoneId,
    isPhone = false,
    locale = "ja-JP",
  }: SignedInOptions,
): Promise<BrowserContext> => {
  const context = await browser.newContext({
    ...(isPhone ? PHONE : SCREEN),
    isMobile: isPhone,
    hasTouch: isPhone,
    locale,
    timezoneId,
    acceptDownloads: true,
    // A change that is shown at once needs one frame.
    reducedMotion: "reduce",
  });
  const response = await context.request.post(`${baseUrl}/login`, {
    form: { username: login, password, next: "/k/" },
  });
  if (!response.ok()) {
    throw new Error(`Login of ${login}: ${response.status()}`);
  }
  return context;
};

type Visitor = {
  readonly context: BrowserContext;
  /** A file of the site; while it is open, the process with the compiled scripts stays. */
  readonly anchor: Page;
};

const arrive = async (
  browser: Browser,
  options: SignedInOptions,
): Promise<Visitor> => {
  const context = await signIn(browser, options);
  const anchor = await context.newPage();
  await anchor.goto(`${options.baseUrl}/_page/style.css`);
  return { context, anchor };
};

/** Visitors of a browser by what they were opened with. */
const known = new WeakMap<Browser, Map<string, Promise<Visitor>>>();

const CLOSE_LIMIT_MS = 1000;

/**
 * Chromium loses the request to close a page that is about to load another: about one in six
 * such pages stayed open without an end. A second request closes it.
 */
const closeSurely = async (page: Page): Promise<void> => {
  const close = page.close.bind(page);
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send("Target.getTargetInfo");
  const askAgain = async (): Promise<void> => {
    const browser = await page.context().browser()?.newBrowserCDPSession();
    await browser?.send("Target.closeTarget", targetInfo);
  };
  page.close = async (options) => {
    const closed = close(options);
    const isLate = wait(CLOSE_LIMIT_MS, true, { ref: false });
    if (await Promise.race([closed.then(() => false), isLate]))
      await askAgain();
    await closed;
  };
};

/**
 * A new page of a user who has signed in. Pages of one user share a process: a page whose
 * scripts are compiled already costs half the CPU time.
 */
export const openSignedIn = async (
  browser: Browser,
  options: SignedInOptions,
): Promise<Page> => {
  const visitors = known.get(browser) ?? new Map<string, Promise<Visitor>>();
  known.set(browser, visitors);
  const key = JSON.stringify(options);
  const visitor = visitors.get(key) ?? arrive(browser, options);
  visitors.set(key, visitor);
  const { context, anchor } = await visitor;
  // A later file may get the same port for another site.
  context.once("close", () => visitors.delete(key));
  // Drafts of earlier pages are no part of a new visit.
  await anchor.evaluate(() => localStorage.clear());
  const page = await context.newPage();
  await closeSurely(page);
  return page;
};

/** Messages of the errors that the page does not catch, as they come. */
export const collectErrors = (page: Page): string[] => {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  return errors;
};
