import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import {
  listFiles,
  parse,
  readSource,
  ROOT,
  roomOf,
  walk,
} from "./source-graph.ts";

const files = listFiles("src", "excel-form/src");
const pure = [
  "programmes",
  "app-kit",
  "apps",
  "domain",
  "report",
  "i18n",
  "words",
];
const pureFiles = files.filter((file) =>
  [...pure, "excel-form"].includes(roomOf(file)),
);

const where = (node: ts.Node): string => {
  const source = node.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(node.getStart());
  return `${source.fileName}:${line + 1}: ${node.getText().slice(0, 60)}`;
};

/**
 * Places in the files where a node is of the kind that the test looks for. Only
 * files that hold the text at all are parsed: parsing all of them takes seconds.
 */
const find = (
  names: readonly string[],
  text: RegExp,
  isFound: (node: ts.Node) => boolean,
): string[] =>
  names
    .filter((file) => text.test(readSource(file)))
    .flatMap((file) => [...walk(parse(file))].filter(isFound).map(where));

/** `name.something`, where `name` is a global and not a variable of the file. */
const isMemberOfGlobal = (name: string) => (node: ts.Node) =>
  ts.isPropertyAccessExpression(node) &&
  ts.isIdentifier(node.expression) &&
  node.expression.text === name;

describe("purity", () => {
  test("only src/kintone reads the kintone global", () => {
    const others = files.filter((file) => roomOf(file) !== "kintone");
    expect(find(others, /\bkintone\./u, isMemberOfGlobal("kintone"))).toEqual(
      [],
    );
  });

  test("nobody reads kintone's internal globals", () => {
    expect(find(files, /\bcybozu\./u, isMemberOfGlobal("cybozu"))).toEqual([]);
  });

  test("rules do not ask the clock", () => {
    const asksClock = (node: ts.Node): boolean =>
      (ts.isNewExpression(node) &&
        node.expression.getText() === "Date" &&
        (node.arguments ?? []).length === 0) ||
      (ts.isCallExpression(node) && node.expression.getText() === "Date.now");
    expect(find(pureFiles, /\bDate\b/u, asksClock)).toEqual([]);
  });

  test("rules do not draw lots", () => {
    expect(
      find(
        pureFiles,
        /Math\.random/u,
        (node) =>
          ts.isCallExpression(node) &&
          node.expression.getText() === "Math.random",
      ),
    ).toEqual([]);
  });

  test("the compiler checks the rules without DOM, Node or kintone", () => {
    const configOf = (name: string) =>
      ts.readConfigFile(join(ROOT, name), (path) => ts.sys.readFile(path))
        .config;
    const { include, compilerOptions } = configOf("tsconfig.pure.json");
    const { lib, types } = {
      ...configOf("tsconfig.base.json").compilerOptions,
      ...compilerOptions,
    };
    expect(include).toEqual(
      expect.arrayContaining(pure.map((room) => `src/${room}`)),
    );
    expect({ lib, types }).toEqual({ lib: ["ES2023"], types: [] });
    const engine = configOf("excel-form/tsconfig.json");
    expect(engine.include).toEqual(["src"]);
    expect(engine.compilerOptions).not.toHaveProperty("lib");
    expect(engine.compilerOptions).not.toHaveProperty("types");
  });

  test("the classes of kintone's own pages are not relied on", () => {
    const internal =
      /(?:gaia-argoui-|ocean-|-gaia\b|\bkintone-(?:app|record)-)/u;
    const isInternalSelector = (node: ts.Node): boolean =>
      ts.isStringLiteralLike(node) && internal.test(node.text);
    expect(find(files, internal, isInternalSelector)).toEqual([]);
  });
});
