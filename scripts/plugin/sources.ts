import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** One script per page kind; the keys are the file names in the plugin. */
export const ENTRIES = {
  desktop: "./src/entries/desktop.ts",
  mobile: "./src/entries/mobile.ts",
  config: "./src/entries/config.ts",
} as const;

/** The one style sheet, as the manifest names it. */
export const STYLES = "css/suisen.css";

/** Path inside the plugin → contents. */
export type PluginFiles = Record<string, Uint8Array>;

/** Loads first: the other style sheets build on these two. */
const FIRST_STYLES = ["ui/tokens.css", "ui/controls.css"];

const rankOf = (file: string): number => {
  const index = FIRST_STYLES.indexOf(file);
  return index === -1 ? FIRST_STYLES.length : index;
};

const listFiles = async (folder: string): Promise<string[]> => {
  const entries = await readdir(path.join(ROOT, folder), {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => path.relative(path.join(ROOT, folder), file))
    .map((file) => file.replaceAll(path.sep, "/"));
};

/** Joins every style sheet of src/ into one: the tokens first, the rest by path. */
export const joinStyles = async (): Promise<string> => {
  const styles = (await listFiles("src"))
    .filter((file) => file.endsWith(".css"))
    .sort((a, b) => rankOf(a) - rankOf(b) || a.localeCompare(b));
  const texts = await Promise.all(
    styles.map((file) => readFile(path.join(ROOT, "src", file), "utf8")),
  );
  return texts.join("\n");
};

export const readVersion = async (): Promise<string> => {
  const text = await readFile(path.join(ROOT, "package.json"), "utf8");
  const { version } = JSON.parse(text) as { version: string }; // npm's own format
  return version;
};

/** The files of plugin/, with the version of package.json in the manifest. */
export const readStaticFiles = async (): Promise<PluginFiles> => {
  const names = await listFiles("plugin");
  const files: PluginFiles = Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [
        name,
        await readFile(path.join(ROOT, "plugin", name)),
      ]),
    ),
  );
  const { manifest_version, ...rest } = JSON.parse(
    Buffer.from(files["manifest.json"] ?? []).toString("utf8"),
  ) as Record<string, unknown>; // the validator checks the result
  const manifest = { manifest_version, version: await readVersion(), ...rest };
  files["manifest.json"] = Buffer.from(JSON.stringify(manifest, null, 2));
  return files;
};
