import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { UsageError } from "../command-line/usage-error.ts";
import { ROOT } from "../plugin/sources.ts";

export type Scaffold = {
  /** Path from the root of the repository → text. */
  readonly files: Readonly<Record<string, string>>;
  readonly edits: ReadonlyArray<{
    readonly file: string;
    change(text: string): string;
  }>;
};

const write = async (file: string, text: string): Promise<void> => {
  const target = path.join(ROOT, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
};

/** @returns the files that were written or changed */
export const applyScaffold = async ({
  files,
  edits,
}: Scaffold): Promise<string[]> => {
  const taken = Object.keys(files).find((file) =>
    existsSync(path.join(ROOT, file)),
  );
  if (taken !== undefined) throw new UsageError(`${taken} exists already.`);
  for (const [file, text] of Object.entries(files)) await write(file, text);
  for (const { file, change } of edits) {
    const text = await readFile(path.join(ROOT, file), "utf8");
    await write(file, change(text));
  }
  return [...Object.keys(files), ...edits.map(({ file }) => file)];
};
