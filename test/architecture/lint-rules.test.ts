import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { ESLint, type Linter } from "eslint";
import { expect, test } from "vitest";

// The package has no types of its own.
const cybozu = createRequire(import.meta.url)(
  "@cybozu/eslint-config/flat/presets/typescript-prettier.js",
) as Linter.Config[];

/** Rules that this project does without. */
const DROPPED = ["no-console", "no-continue", "no-void", "vars-on-top"];

/** Rules that the compiler or the formatter holds, or whose successor is on. */
const HELD_ELSEWHERE = [
  "no-catch-shadow", // no-shadow
  "no-dupe-args", // strict mode
  "no-invalid-this", // noImplicitThis
  "no-new-object", // no-object-constructor
  "no-octal", // strict mode
  "no-octal-escape", // strict mode
  "prettier/prettier", // npm run check:format
];

const PREFIXES: ReadonlyArray<readonly [RegExp, string]> = [
  [/^@typescript-eslint\//u, "typescript/"],
  [/^import-x\//u, "import/"],
];

const toOxlintName = (name: string): string =>
  PREFIXES.reduce((text, [from, to]) => text.replace(from, to), name);

test("every rule of the ecosystem's preset is linted for", async () => {
  const eslint = new ESLint({ overrideConfigFile: true, baseConfig: cybozu });
  const { rules } = (await eslint.calculateConfigForFile("a.ts")) as {
    rules: Record<string, [number, ...unknown[]]>;
  }; // ESLint's own format
  const config = JSON.parse(
    readFileSync(new URL("../../.oxlintrc.json", import.meta.url), "utf8"),
  ) as { rules: Record<string, unknown> }; // oxlint's own format
  const held = new Set([
    ...Object.keys(config.rules),
    ...DROPPED,
    ...HELD_ELSEWHERE,
  ]);
  const missing = Object.entries(rules)
    .filter(([, [severity]]) => severity > 0)
    .map(([name]) => toOxlintName(name))
    .filter((name) => {
      const plain = name.replace(/^typescript\//u, "");
      return ![name, plain, `eslint-core/${plain}`].some((one) =>
        held.has(one),
      );
    });
  expect(missing).toEqual([]);
});
