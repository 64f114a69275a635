/** Writes src/apps/generated: what dts-gen reads from the provisioned apps. */
import { fileURLToPath } from "node:url";
import { runCommand } from "./command-line/run-command.ts";
import { generateTypes } from "./generate-types.ts";

const folder = fileURLToPath(
  new URL("../src/apps/generated/", import.meta.url),
);

await runCommand({
  name: "npm run types",
  summary:
    "Regenerates the field types of src/apps/generated with dts-gen, from a provisioned local kintone.",
  options: {},
  run: async () => {
    await generateTypes(folder);
    console.log(`Wrote ${folder}`);
  },
});
