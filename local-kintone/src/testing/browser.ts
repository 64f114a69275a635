import { existsSync } from "node:fs";
import { execFileSync } from "node:child_process";
import type { Browser } from "playwright-core";

/** Draws no window: about a third of the CPU time that a page costs in the full browser. */
const shells = ["/usr/bin/chromium-headless-shell"];

const browsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const onPath = (name: string): string | undefined => {
  try {
    return execFileSync("which", [name], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
};

/** A Chromium of this machine, or null; `CHROMIUM_PATH` names another. */
export const findChromium = (
  options: { isVisible?: boolean } = {},
): string | null => {
  const places = [
    process.env.CHROMIUM_PATH,
    ...(options.isVisible === true ? [] : shells),
    ...browsers,
  ];
  const known = places.find((place) => place && existsSync(place));
  return known ?? onPath("chromium") ?? onPath("google-chrome") ?? null;
};

/**
 * Features that cost time or a request. Chromium takes the last list of this switch, so the
 * ones that Playwright turns off are repeated. The omnibox popups start two more renderers for
 * every window.
 */
const disabledFeatures = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AimEnabled",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
  // Without it a process takes a script that it has compiled before.
  "ScriptStreaming",
];

/**
 * Keeps Chromium to itself: nothing is fetched that a test did not ask for. Pages of one context
 * share a process, and with it the compiled scripts.
 */
const quietArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--renderer-process-limit=1",
  "--num-raster-threads=1",
  // A test leaves its page before optimised code has paid for its making.
  "--js-flags=--no-opt --no-maglev",
  `--disable-features=${disabledFeatures.join(",")}`,
];

/** Milliseconds between two actions; setting it shows the browser. */
const slowMoMs = (): number | null => {
  const given = process.env.BROWSER_SLOW_MO_MS;
  return given === undefined ? null : Number(given);
};

export const launchBrowser = async (): Promise<Browser> => {
  const slowMo = slowMoMs();
  const executablePath = findChromium({ isVisible: slowMo !== null });
  if (executablePath === null)
    throw new Error("No Chromium found: set CHROMIUM_PATH");
  // Finding a browser needs nothing of this package, which takes most of a second.
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath,
    headless: slowMo === null,
    ...(slowMo !== null && { slowMo, devtools: true }),
    args: quietArguments,
  });
};

let shared: Promise<Browser> | undefined;

const launchShared = async (): Promise<Browser> => {
  const browser = await launchBrowser();
  browser.once("disconnected", () => {
    shared = undefined;
  });
  return browser;
};

/**
 * The one browser of this process: a worker takes its files one after the other, and to start
 * Chromium costs 1.4 s of processor time. It ends with the process.
 */
export const takeBrowser = (): Promise<Browser> => {
  shared ??= launchShared();
  return shared;
};

/** Closes what a file has opened; undefined when the browser has not started. */
export const leaveBrowser = async (
  browser: Browser | undefined,
): Promise<void> => {
  await Promise.all(browser?.contexts().map((one) => one.close()) ?? []);
};
