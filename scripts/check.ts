/** Checks what a commit needs, without the tests. */
import { runCommand } from "./command-line/run-command.ts";
import { runStaticChecks } from "./static-checks.ts";

await runCommand({
  name: "npm run check",
  summary:
    "Checks types, lint, format, unused exports and architecture, all at once.",
  options: {},
  run: async () => {
    const outcomes = await runStaticChecks(["architecture"]);
    if (!outcomes.every(({ holds }) => holds)) process.exitCode = 1;
  },
});
