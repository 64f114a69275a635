import { execFileSync, spawnSync } from "node:child_process";
import { findChromium } from "local-kintone/testing";

const isRoot = (): boolean => process.getuid?.() === 0;

const runApt = (args: readonly string[]): boolean => {
  const command = isRoot()
    ? ["apt-get", ...args]
    : ["sudo", "-n", "apt-get", ...args];
  const [file = "", ...rest] = command;
  const result = spawnSync(file, rest, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return result.status === 0;
};

const hasApt = (): boolean =>
  spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;

const install = (browser: string): boolean =>
  runApt([
    "install",
    "-y",
    "--no-install-recommends",
    browser,
    "fonts-noto-cjk",
  ]);

/**
 * Chromium's path, after installing the Debian packages where that is possible.
 *
 * @returns a reason instead of a path when there is none and none can be had
 */
export const ensureChromium = (): { path: string } | { reason: string } => {
  const found = findChromium();
  if (found !== null) {
    return { path: found };
  }
  if (!hasApt()) {
    return {
      reason:
        "no Chromium was found and there is no apt-get to install it with; name one in CHROMIUM_PATH",
    };
  }
  console.log("Installing chromium and fonts-noto-cjk with apt-get …");
  // Older distributions have no package of the shell alone.
  const done =
    runApt(["update"]) &&
    (install("chromium-headless-shell") || install("chromium"));
  const installed = findChromium();
  if (done && installed !== null) {
    return { path: installed };
  }
  return {
    reason:
      "no Chromium was found and apt-get could not install it (root or password-less sudo is needed)",
  };
};

/** Version line of a browser, for the log. */
export const describeChromium = (path: string): string =>
  execFileSync(path, ["--version"], { encoding: "utf8" }).trim();
