import { existsSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

const places = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

const onPath = (name: string): string | undefined => {
  try {
    return execFileSync("which", [name], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
};

/** A Chromium of this machine, or null. */
export const findChromium = (): string | null => {
  const known = places.find((place) => place && existsSync(place));
  return known ?? onPath("chromium") ?? onPath("google-chrome") ?? null;
};

/** Keeps Chromium to itself: nothing is fetched that a test did not ask for. */
const quietArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Milliseconds between two actions; setting it shows the browser. */
const slowMoMs = (): number | null => {
  const given = process.env.BROWSER_SLOW_MO_MS;
  return given === undefined ? null : Number(given);
};

export const launchBrowser = (): Promise<Browser> => {
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error("No Chromium found: set CHROMIUM_PATH");
  const slowMo = slowMoMs();
  return chromium.launch({
    executablePath,
    headless: slowMo === null,
    ...(slowMo !== null && { slowMo, devtools: true }),
    args: quietArguments,
  });
};
