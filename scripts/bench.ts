/**
 * Figures about speed and size as one JSON object: what was measured, its limit,
 * and how others do. Nothing is asserted; a part that cannot run ends with 1.
 */
import { parseArgs } from "node:util";
import { benchParts, runBench } from "../test/bench/run-bench.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    quick: { type: "boolean", default: false },
  },
});

const names = values.only?.split(",") ?? Object.keys(benchParts);
const unknown = names.filter((name) => !(name in benchParts));

if (unknown.length > 0) {
  console.error(
    `No part ${unknown.join(", ")}. Parts: ${Object.keys(benchParts).join(", ")}`,
  );
  process.exitCode = 1;
} else {
  const { results, hasFailed } = await runBench(names, values.quick);
  console.log(JSON.stringify(results, null, 2));
  process.exitCode = hasFailed ? 1 : 0;
}
