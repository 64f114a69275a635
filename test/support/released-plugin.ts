import path from "node:path";
import { unzipSync } from "fflate";
import type { LocalPlugin } from "../../scripts/plugin/build-local-plugin.ts";
import { readMachineKey } from "../../scripts/plugin/signing-key.ts";
import { ROOT } from "../../scripts/plugin/sources.ts";
import { buildRelease } from "../../scripts/release/build-release.ts";

/** The plugin out of the zip that `npm run release` makes, under the id of local plugins. */
export const buildReleasedPlugin = async (): Promise<LocalPlugin> => {
  const { zip, plugin } = await buildRelease(await readMachineKey("local"), {
    cacheDir: path.join(ROOT, "node_modules", ".cache", "webpack"),
  });
  const { "plugin.zip": released } = unzipSync(zip);
  if (released === undefined) throw new Error("The release has no plugin.zip.");
  return { id: plugin.id, zip: released };
};
