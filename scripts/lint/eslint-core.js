// Rules of ESLint that oxlint has not taken over, or takes further than tests
// need; it runs them as a plugin.
import { builtinRules } from "eslint/use-at-your-own-risk";

const NAMES = [
  "consistent-return",
  "dot-notation",
  "no-loop-func",
  "no-return-await",
  "no-undef-init",
  "no-unsafe-optional-chaining",
  "require-atomic-updates",
  "spaced-comment",
];

export default {
  meta: { name: "eslint-core" },
  rules: Object.fromEntries(
    NAMES.map((name) => [name, builtinRules.get(name)]),
  ),
};
