/** Makes what an office downloads: dist/release/suisen-VERSION.zip. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { zipSync } from "fflate";
import { runCommand } from "./command-line/run-command.ts";
import { UsageError } from "./command-line/usage-error.ts";
import { buildReleasePlugin } from "./plugin/build-release-plugin.ts";
import { readVersion, ROOT } from "./plugin/sources.ts";
import type { PluginFiles } from "./plugin/sources.ts";
import { collectDocuments } from "./release/documents.ts";
import { collectLicences } from "./plugin/licences.ts";

await runCommand({
  name: "npm run release",
  summary:
    "Makes dist/release/suisen-VERSION.zip, and dist/plugin.zip; VERSION is that of package.json.",
  options: {
    ppk: {
      kind: "text",
      placeholder: "KEY",
      help: "RSA key that decides the plugin's id; SUISEN_PPK names it too",
    },
  },
  run: async ({ values }) => {
    const ppk = values.ppk ?? process.env.SUISEN_PPK;
    if (ppk === undefined) {
      throw new UsageError(
        "A release needs the key of the released plugin: name it with --ppk.",
      );
    }
    const { id, zip } = await buildReleasePlugin(await readFile(ppk, "utf8"));
    const files: PluginFiles = {
      "plugin.zip": zip,
      ...(await collectDocuments()),
      "THIRD-PARTY-LICENCES.txt": Buffer.from(await collectLicences()),
    };
    const file = path.join(
      ROOT,
      "dist",
      "release",
      `suisen-${await readVersion()}.zip`,
    );
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, zipSync(files));
    await writeFile(path.join(ROOT, "dist", "plugin.zip"), zip);
    console.log(`${file} (plugin id ${id})`);
  },
});
