/** Runs end-to-end files, on request in a browser that can be watched. */
import { spawnSync } from "node:child_process";
import { runCommand } from "./command-line/run-command.ts";
import { UsageError } from "./command-line/usage-error.ts";

const PROJECTS = ["--project", "e2e", "--project", "local-kintone-e2e"];
const SLOW_MO_MS = "200";

const hasScreen = (): boolean =>
  process.platform !== "linux" ||
  Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

await runCommand({
  name: "npm run test:e2e",
  summary:
    "Runs the end-to-end tests whose path holds PATH; without PATH, all of them.",
  positionals: "PATH …",
  options: {
    headed: {
      kind: "flag",
      help: "shows the browser, slowly and with source maps",
    },
    name: {
      kind: "text",
      placeholder: "TEXT",
      help: "only tests whose title holds TEXT",
    },
  },
  run: async ({ values, positionals }) => {
    if (values.headed && !hasScreen()) {
      throw new UsageError(
        "There is no screen to show a browser on: set DISPLAY, or leave --headed out.",
      );
    }
    const { status } = spawnSync(
      "npx",
      [
        ...["--no", "--", "vitest", "run", ...PROJECTS],
        ...(values.name === undefined
          ? []
          : ["--testNamePattern", values.name]),
        ...(values.headed ? ["--testTimeout", "0"] : []),
        ...positionals,
      ],
      {
        stdio: "inherit",
        shell: process.platform === "win32",
        env: {
          ...process.env,
          ...(values.headed && { BROWSER_SLOW_MO_MS: SLOW_MO_MS }),
        },
      },
    );
    process.exitCode = status ?? 1;
  },
});
