/**
 * Prints figures about speed and size as one JSON object: what was measured, its
 * limit, and how others do. Nothing is asserted; a part that cannot run ends with 1.
 */
import { benchParts, runBench } from "../test/bench/run-bench.ts";
import { runCommand } from "./command-line/run-command.ts";
import { UsageError } from "./command-line/usage-error.ts";

const known = Object.keys(benchParts);

await runCommand({
  name: "npm run bench",
  summary: "Measures sizes and speeds beside those of others, as JSON.",
  options: {
    only: {
      kind: "text",
      placeholder: "PARTS",
      help: `parts by commas, of ${known.join(", ")}`,
    },
    quick: { kind: "flag", help: "fewer runs and less data" },
  },
  run: async ({ values }) => {
    const names = values.only?.split(",") ?? known;
    const unknown = names.filter((name) => !known.includes(name));
    if (unknown.length > 0) {
      throw new UsageError(
        `There is no part ${unknown.join(", ")}; known: ${known.join(", ")}.`,
      );
    }
    const { results, hasFailed } = await runBench(names, values.quick);
    console.log(JSON.stringify(results, null, 2));
    if (hasFailed) process.exitCode = 1;
  },
});
