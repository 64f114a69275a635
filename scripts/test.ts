/**
 * Everything that must hold before a change lands: types, lint, format, and the
 * tests of all four projects. Ends with `Tests: N passed, N failed`.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describeChromium, ensureChromium } from "./chromium.ts";

type Outcome = { passed: number; failed: number; skipped: string[] };

const run = (command: string, args: readonly string[], env = {}): boolean =>
  spawnSync(command, args, {
    stdio: "inherit",
    env: { ...process.env, ...env },
  }).status === 0;

const npx = (...args: string[]): boolean => run("npx", ["--no", "--", ...args]);

const staticChecks: ReadonlyArray<[name: string, check: () => boolean]> = [
  ["types", () => run("npm", ["run", "--silent", "check:types"])],
  ["lint", () => npx("eslint", ".", "--max-warnings", "0")],
  ["format", () => npx("prettier", "--check", "--log-level", "warn", ".")],
];

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  testResults: Array<{
    status: string;
    message: string;
    assertionResults: Array<{ status: string; fullName: string }>;
  }>;
};

const runVitest = (projects: readonly string[]): Outcome => {
  const folder = mkdtempSync(path.join(tmpdir(), "suisen-test-"));
  const file = path.join(folder, "report.json");
  const succeeded = npx(
    "vitest",
    "run",
    ...projects.flatMap((project) => ["--project", project]),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  );
  try {
    const report = JSON.parse(readFileSync(file, "utf8")) as VitestReport; // vitest's own format
    const skipped = report.testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === "pending" || status === "skipped")
      .map(({ fullName }) => fullName);
    // A file that cannot even be loaded has no failed test of its own.
    const brokenFiles = report.testResults.filter(
      ({ status, assertionResults }) =>
        status === "failed" &&
        !assertionResults.some((test) => test.status === "failed"),
    ).length;
    const failed = report.numFailedTests + brokenFiles;
    return {
      passed: report.numPassedTests,
      failed: succeeded || failed > 0 ? failed : 1,
      skipped,
    };
  } catch {
    // Without a report vitest itself has failed and has said why above.
    return { passed: 0, failed: 1, skipped: [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const checkStatics = (): Outcome => {
  const results = staticChecks.map(([name, check]) => {
    const holds = check();
    console.log(`${holds ? "✓" : "✗"} ${name}`);
    return holds;
  });
  return {
    passed: results.filter(Boolean).length,
    failed: results.filter((holds) => !holds).length,
    skipped: [],
  };
};

const browser = ensureChromium();
const projects = ["unit", "architecture", "integration"];
if ("path" in browser) {
  process.env.CHROMIUM_PATH = browser.path;
  console.log(describeChromium(browser.path));
  projects.push("e2e");
}

const outcomes = [checkStatics(), runVitest(projects)];
const sum = (pick: (outcome: Outcome) => number): number =>
  outcomes.reduce((total, outcome) => total + pick(outcome), 0);

for (const name of outcomes.flatMap(({ skipped }) => skipped)) {
  console.log(`Skipped: ${name}`);
}
if ("reason" in browser) {
  console.log(`Skipped: every end-to-end test, because ${browser.reason}.`);
}
const failed = sum((outcome) => outcome.failed);
process.exitCode = failed === 0 ? 0 : 1;
console.log(
  `Tests: ${sum((outcome) => outcome.passed)} passed, ${failed} failed`,
);
