/** Writes src/apps/generated: what dts-gen reads from the provisioned apps. */
import { fileURLToPath } from "node:url";
import { generateTypes } from "./generate-types.ts";

const folder = fileURLToPath(
  new URL("../src/apps/generated/", import.meta.url),
);
await generateTypes(folder);
console.log(`Wrote ${folder}`);
