import { readdirSync, readFileSync } from "node:fs";
import { join, posix, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** One file that needs another; both paths are relative to the package's `src`. */
export type Import = { from: string; to: string };

/** Imports of a package from itself, read by the compiler's own scanner. */
export type SourceTree = {
  readonly sources: readonly string[];
  readonly imports: readonly Import[];
};

const listSources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.split(sep).join(posix.sep))
    .filter((path) => path.endsWith(".ts"))
    .sort();

/** Imports of one file from files of the package; types and `import()` included. */
const importsOf = (folder: string, file: string): Import[] =>
  ts
    .preProcessFile(readFileSync(join(folder, file), "utf8"), true, true)
    .importedFiles.filter(({ fileName }) => fileName.startsWith("."))
    .map(({ fileName }) => ({
      from: file,
      to: posix.join(posix.dirname(file), fileName),
    }));

/** Reads every source file below a folder. */
export const readSourceTree = (src: URL): SourceTree => {
  const folder = fileURLToPath(src);
  const sources = listSources(folder);
  const imports = sources.flatMap((file) => importsOf(folder, file));
  return { sources, imports };
};

export const arrow = ({ from, to }: Import): string => `${from} -> ${to}`;

/** `rooms/records/write.ts` → `rooms/records`; "." for the files at the top. */
const folderOf = (file: string): string => posix.dirname(file);

/** `rooms/records/write.ts` → `rooms`; "." for the files at the top. */
export const floorOf = (file: string): string =>
  file.includes("/") ? (file.split("/")[0] ?? ".") : ".";

/** Imports between folders, without those inside a folder. */
export const toFolders = (imports: readonly Import[]): Import[] =>
  imports
    .map(({ from, to }) => ({ from: folderOf(from), to: folderOf(to) }))
    .filter(({ from, to }) => from !== to);

/** Imports of a floor that lies above the importing file. */
export const upwardImports = (
  floors: readonly string[],
  imports: readonly Import[],
): Import[] =>
  imports.filter(
    ({ from, to }) =>
      floors.indexOf(floorOf(to)) > floors.indexOf(floorOf(from)),
  );

/** Imports between two folders that import each other, as "folder <-> folder" with their imports. */
export const mutualImports = (
  imports: readonly Import[],
): Map<string, Import[]> => {
  const between = new Map<string, Import[]>();
  for (const found of imports) {
    const pair = [folderOf(found.from), folderOf(found.to)];
    if (pair[0] === pair[1]) continue;
    const name = pair.sort().join(" <-> ");
    between.set(name, [...(between.get(name) ?? []), found]);
  }
  return new Map(
    [...between].filter(
      ([, pair]) => new Set(pair.map(({ from }) => folderOf(from))).size === 2,
    ),
  );
};

/** Circles in a graph, each as a path that ends where it begins. */
export const circlesOf = (imports: readonly Import[]): string[] => {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports)
    targets.set(from, [...(targets.get(from) ?? []), to]);
  const finished = new Set<string>();
  const circles: string[] = [];
  const visit = (node: string, path: readonly string[]): void => {
    const start = path.indexOf(node);
    if (start >= 0) circles.push([...path.slice(start), node].join(" -> "));
    if (start >= 0 || finished.has(node)) return;
    for (const next of targets.get(node) ?? []) visit(next, [...path, node]);
    finished.add(node);
  };
  for (const node of targets.keys()) visit(node, []);
  return circles;
};
