/** Builds and signs the plugin that is released: dist/plugin.zip. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { runCommand } from "./command-line/run-command.ts";
import { buildReleasePlugin } from "./plugin/build-release-plugin.ts";
import { readMachineKey } from "./plugin/signing-key.ts";
import { ROOT } from "./plugin/sources.ts";

const zipPath = path.join(ROOT, "dist", "plugin.zip");

await runCommand({
  name: "npm run build",
  summary: "Builds the plugin as it is released: dist/plugin.zip.",
  options: {
    ppk: {
      kind: "text",
      placeholder: "KEY",
      help: "RSA key that decides the plugin's id; SUISEN_PPK names it too",
    },
  },
  run: async ({ values }) => {
    const ppk = values.ppk ?? process.env.SUISEN_PPK;
    const key = await (ppk === undefined
      ? readMachineKey("release")
      : readFile(ppk, "utf8"));
    const { id, zip, sizes } = await buildReleasePlugin(key);
    await mkdir(path.dirname(zipPath), { recursive: true });
    await writeFile(zipPath, zip);
    for (const { name, gzipBytes } of sizes) {
      console.log(`${name}: ${(gzipBytes / 1024).toFixed(1)} KB gzip`);
    }
    console.log(`${zipPath} (plugin id ${id})`);
  },
});
