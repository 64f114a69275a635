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
  });
  const response = await context.request.post(`${baseUrl}/login`, {
    form: { username: login, password, next: "/k/" },
  });
  if (!response.ok()) {
    throw new Error(`Login of ${login}: ${response.status()}`);
  }
  return context;
};

/** Contexts of a browser by what they were opened with. */
const known = new WeakMap<Browser, Map<string, Promise<BrowserContext>>>();

/** A visit must not wait for it without an end. */
const FORGET_LIMIT_MS = 10_000;
const OPEN_LIMIT_MS = 30_000;

/** A page that does not open says so, and not the test that waits for it. */
const openPage = async (context: BrowserContext): Promise<Page> => {
  const page = await Promise.race([
    context.newPage(),
    wait(OPEN_LIMIT_MS, null, { ref: false }),
  ]);
  if (page === null) throw new Error("Chromium opened no page in time");
  return page;
};

/** Drafts of earlier pages are no part of a new visit. */
const forgetDrafts = async (page: Page, baseUrl: string): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", {
    origin: new URL(baseUrl).origin,
    storageTypes: "local_storage",
  });
  await session.detach();
};

/**
 * A new page of a user who has signed in. Pages of one user share a context: a page whose
 * scripts are compiled already costs half the CPU time.
 */
export const openSignedIn = async (
  browser: Browser,
  options: SignedInOptions,
): Promise<Page> => {
  const contexts = known.get(browser) ?? new Map();
  known.set(browser, contexts);
  const key = JSON.stringify(options);
  const earlier = contexts.get(key);
  const context = earlier ?? signIn(browser, options);
  contexts.set(key, context);
  const page = await openPage(await context);
  // A new context has no drafts yet.
  if (earlier !== undefined) {
    const isForgotten = await Promise.race([
      forgetDrafts(page, options.baseUrl).then(() => true),
      wait(FORGET_LIMIT_MS, false, { ref: false }),
    ]);
    if (!isForgotten) console.warn("Chromium did not clear the drafts in time");
  }
  return page;
};

/** Messages of the errors that the page does not catch, as they come. */
export const collectErrors = (page: Page): string[] => {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  return errors;
};
