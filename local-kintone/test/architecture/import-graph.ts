import { readdirSync, readFileSync } from "node:fs";
import { posix, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** One file that needs another; both paths are relative to `src`. */
export type Import = { from: string; to: string };

const SRC = fileURLToPath(new URL("../../src/", import.meta.url));

/** Every source file of the package. */
export const listSources = (): string[] =>
  readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .map((path) => path.split(sep).join(posix.sep))
    .filter((path) => path.endsWith(".ts"))
    .sort();

/** Imports of a file from files of the package; types and `import()` included. */
export const importsOf = (file: string): Import[] =>
  ts
    .preProcessFile(readFileSync(SRC + file, "utf8"), true, true)
    .importedFiles.filter(({ fileName }) => fileName.startsWith("."))
    .map(({ fileName }) => ({
      from: file,
      to: posix.join(posix.dirname(file), fileName),
    }));

export const arrow = ({ from, to }: Import): string => `${from} -> ${to}`;

/** `rooms/records/write.ts` → `rooms/records`; "." for the files at the top. */
export const folderOf = (file: string): string => posix.dirname(file);

/** `rooms/records/write.ts` → `rooms`; "." for the files at the top. */
export const floorOf = (file: string): string =>
  file.includes("/") ? (file.split("/")[0] ?? ".") : ".";

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
