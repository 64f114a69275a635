/** Makes what an office downloads: dist/release/suisen-VERSION.zip. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { runCommand } from "./command-line/run-command.ts";
import { UsageError } from "./command-line/usage-error.ts";
import { ROOT } from "./plugin/sources.ts";
import { buildRelease } from "./release/build-release.ts";

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
    const { name, zip, plugin } = await buildRelease(
      await readFile(ppk, "utf8"),
    );
    const file = path.join(ROOT, "dist", "release", name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, zip);
    await writeFile(path.join(ROOT, "dist", "plugin.zip"), plugin.zip);
    console.log(`${file} (plugin id ${plugin.id})`);
  },
});
