import cybozu from "@cybozu/eslint-config/flat/presets/typescript-prettier.js";

export default [
  {
    ignores: [
      "dist/",
      "**/dist/",
      "src/apps/generated/",
      "src/report/sample/sample-assets.ts",
      "node_modules/",
    ],
  },
  ...cybozu,
  {
    // A test may know that its own data is there.
    files: ["test/**/*.ts", "*/test/**/*.ts"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    languageOptions: { parserOptions: { ecmaVersion: "latest" } },
    rules: {
      "no-console": "off",
      "no-continue": "off",
      "no-void": "off",
      "vars-on-top": "off",
    },
  },
];
