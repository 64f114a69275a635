import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { scaffoldEndpoint } from "../../scripts/new/endpoint-files.ts";
import { scaffoldFeature } from "../../scripts/new/feature-files.ts";
import type { Scaffold } from "../../scripts/new/scaffold.ts";
import { ROOT } from "../../scripts/plugin/sources.ts";

const readOptions = (): ts.CompilerOptions => {
  const file = path.join(ROOT, "tsconfig.node.json");
  const { config } = ts.readConfigFile(file, (name) => ts.sys.readFile(name));
  return ts.parseJsonConfigFileContent(config, ts.sys, ROOT).options;
};

/** Texts of a scaffold by their absolute paths, the edited files among them. */
const toTexts = ({ files, edits }: Scaffold): Map<string, string> =>
  new Map(
    [
      ...Object.entries(files),
      ...edits.map(
        ({ file, change }) =>
          [file, change(readFileSync(path.join(ROOT, file), "utf8"))] as const,
      ),
    ].map(([file, text]) => [path.join(ROOT, file), text]),
  );

/** Folders of the files and those above them, which the compiler asks for first. */
const foldersOf = (files: Iterable<string>): Set<string> =>
  new Set(
    [...files].flatMap((file) => {
      const names = path.dirname(file).split(path.sep);
      return names.map((_, at) => names.slice(0, at + 1).join(path.sep));
    }),
  );

/** The compiler's messages about files that are not on the disk. */
const checkTypes = (texts: ReadonlyMap<string, string>): string[] => {
  const options = readOptions();
  const host = ts.createCompilerHost(options, true);
  const { fileExists, readFile } = host;
  const folders = foldersOf(texts.keys());
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.readFile = (name) => texts.get(name) ?? readFile(name);
  host.directoryExists = (name) =>
    folders.has(name) || ts.sys.directoryExists(name);
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...texts.keys()].flatMap((name) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(name))
      .map(
        ({ messageText }) =>
          `${path.relative(ROOT, name)}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
      ),
  );
};

test("the first files of a feature and of an endpoint pass the compiler", () => {
  const texts = new Map([
    ...toTexts(scaffoldFeature("my-line")),
    ...toTexts(scaffoldEndpoint("app/stars")),
  ]);
  expect(texts.size).toBeGreaterThan(8);
  expect(checkTypes(texts)).toEqual([]);
});

test("a misspelt name in such a file is found", () => {
  const texts = toTexts(scaffoldFeature("my-line"));
  const file = path.join(ROOT, "src/features/my-line/view-model.ts");
  const text = texts.get(file) ?? "";
  const misspelt = new Map([
    [file, text.replaceAll("registered", "registred")],
  ]);
  expect(checkTypes(misspelt).join("\n")).toContain("registredName");
});

test.each([
  ["feature", scaffoldFeature("my-line"), "src/features/index.ts"],
  [
    "endpoint",
    scaffoldEndpoint("app/stars"),
    "local-kintone/src/rooms/endpoints.ts",
  ],
] as const)("a new %s is registered, and has a test", (_, scaffold, list) => {
  const { files, edits } = scaffold;
  const registration = edits.find(({ file }) => file === list);
  const before = readFileSync(path.join(ROOT, list), "utf8");
  expect(registration?.change(before)).toMatch(/my-line|app-stars/u);
  expect(
    Object.keys(files).filter((file) => file.endsWith(".test.ts")),
  ).toHaveLength(1);
});
