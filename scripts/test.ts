/**
 * Everything that must hold before a change lands: types, lint, format, and the
 * tests of all projects. Ends with `Tests: N passed, N failed`.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describeChromium, ensureChromium } from "./chromium.ts";
import { runCommand } from "./command-line/run-command.ts";
import { runStaticChecks } from "./static-checks.ts";

type Outcome = {
  passed: number;
  failed: number;
  skipped: string[];
  /** Checks that did not hold; their output is further up, among that of the tests. */
  failedChecks?: string[];
};

const npx = (...args: string[]): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const child = spawn("npx", ["--no", "--", ...args], {
      stdio: "inherit",
      shell: process.platform === "win32",
    });
    child.once("error", reject);
    child.once("close", (status) => resolve(status === 0));
  });

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

const runVitest = async (projects: readonly string[]): Promise<Outcome> => {
  const folder = mkdtempSync(path.join(tmpdir(), "suisen-test-"));
  const file = path.join(folder, "report.json");
  const succeeded = await npx(
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

const checkStatics = async (): Promise<Outcome> => {
  const outcomes = await runStaticChecks();
  const passed = outcomes.filter(({ holds }) => holds).length;
  return {
    passed,
    failed: outcomes.length - passed,
    skipped: [],
    failedChecks: outcomes
      .filter(({ holds }) => !holds)
      .map(({ name }) => name),
  };
};

const runEverything = async (): Promise<void> => {
  const browser = ensureChromium();
  const projects = [
    "unit",
    "excel-form",
    "architecture",
    "local-kintone",
    "integration",
  ];
  if ("path" in browser) {
    process.env.CHROMIUM_PATH = browser.path;
    console.log(describeChromium(browser.path));
    projects.push("local-kintone-e2e", "e2e");
  }

  // Tests often wait; the checks use that time.
  const outcomes = await Promise.all([checkStatics(), runVitest(projects)]);
  const sum = (pick: (outcome: Outcome) => number): number =>
    outcomes.reduce((total, outcome) => total + pick(outcome), 0);

  for (const name of outcomes.flatMap(
    ({ failedChecks = [] }) => failedChecks,
  )) {
    console.log(`Failed check: ${name} (npm run check:${name})`);
  }
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
};

await runCommand({
  name: "npm test",
  summary:
    "Runs the checks and every test; the last line reads “Tests: N passed, N failed”.",
  options: {},
  run: runEverything,
});
