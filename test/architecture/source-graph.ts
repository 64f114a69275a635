/** Imports of the source files, read by the compiler's own scanner. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");

export type Import = {
  /** Path from the root of the repository, with forward slashes. */
  readonly file: string;
  /** Such a path, or the name of a package. */
  readonly target: string;
  readonly isPackage: boolean;
};

const toPosix = (path: string): string => path.split(sep).join(posix.sep);

const isSource = (path: string): boolean =>
  /\.tsx?$/u.test(path) && !path.includes("node_modules");

const isStyle = (path: string): boolean =>
  path.endsWith(".css") && !path.includes("node_modules");

const listBelow = (
  folder: string,
  isListed: (path: string) => boolean,
): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((path) => toPosix(join(folder, path)))
    .filter(isListed)
    .sort();

/** Every source file below the given folders. */
export const listFiles = (...folders: string[]): string[] =>
  folders.flatMap((folder) => listBelow(folder, isSource));

/** Every style sheet below the given folders. */
export const listStyles = (...folders: string[]): string[] =>
  folders.flatMap((folder) => listBelow(folder, isStyle));

export const readSource = (file: string): string =>
  readFileSync(join(ROOT, file), "utf8");

const resolve = (file: string, specifier: string): Import => {
  const isPackage = !specifier.startsWith(".");
  const target = isPackage
    ? specifier
    : toPosix(relative(ROOT, join(ROOT, dirname(file), specifier)));
  return { file, target, isPackage };
};

export const importsOf = (file: string): Import[] =>
  ts
    .preProcessFile(readSource(file), true, true)
    .importedFiles.map(({ fileName }) => resolve(file, fileName));

/** `src/features/board/view.ts` → `features/board`; `scripts/a.ts` → `scripts`. */
export const roomOf = (path: string): string => {
  const [top = "", second = "", third = ""] = path.split("/");
  if (top !== "src") return top;
  if (second !== "features") return second;
  return third.endsWith(".ts") ? "features" : `features/${third}`;
};

const parsed = new Map<string, ts.SourceFile>();

export const parse = (file: string): ts.SourceFile => {
  const source =
    parsed.get(file) ??
    ts.createSourceFile(file, readSource(file), ts.ScriptTarget.ES2022, true);
  parsed.set(file, source);
  return source;
};

/** All nodes below a node, itself included. */
export const walk = function* (node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  // `forEachChild` leaves out tokens, of which there are most.
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* walk(child);
};
