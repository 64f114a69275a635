import { execFile } from "node:child_process";

/** Scripts `check:NAME` of package.json, which read the sources and start nothing. */
const CHECKS = ["types", "lint", "format", "unused"] as const;

export type CheckOutcome = {
  readonly name: string;
  readonly holds: boolean;
  /** Output of the check. */
  readonly output: string;
};

const runCheck = (name: string): Promise<CheckOutcome> =>
  new Promise((resolve) => {
    execFile(
      "npm",
      ["run", "--silent", `check:${name}`],
      { maxBuffer: Infinity, shell: process.platform === "win32" },
      (error, stdout, stderr) => {
        // A check prints nothing when npm could not start it.
        const reason = error === null ? "" : `${error.message}\n`;
        resolve({
          name,
          holds: error === null,
          output: stdout + stderr + reason,
        });
      },
    );
  });

/** Runs the checks at once and prints each when it ends, with its output where it fails. */
export const runStaticChecks = (
  more: readonly string[] = [],
): Promise<CheckOutcome[]> =>
  Promise.all(
    [...CHECKS, ...more].map(async (name) => {
      const outcome = await runCheck(name);
      console.log(outcome.holds ? `✓ ${name}` : `✗ ${name}\n${outcome.output}`);
      return outcome;
    }),
  );
