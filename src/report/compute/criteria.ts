import type { Scalar } from "./values.ts";
import { CellError, compare, COMPARISONS, toText } from "./values.ts";

const wildcardPattern = (text: string): RegExp =>
  new RegExp(
    `^${text.replace(
      /~([*?~])|[*?]|[.+^${}()|[\]\\]/g,
      (found, escaped: string) => {
        if (escaped) return `\\${escaped}`;
        if (found === "*") return "[^]*";
        return found === "?" ? "[^]" : `\\${found}`;
      },
    )}$`,
    "i",
  );

const toEquality = (operand: string): ((value: Scalar) => boolean) => {
  const number = operand.trim() === "" ? NaN : Number(operand);
  if (!Number.isNaN(number)) {
    return (value) =>
      value === number ||
      (typeof value === "string" &&
        value.trim() !== "" &&
        Number(value) === number);
  }
  if (operand === "") return (value) => value === null || value === "";
  const pattern = wildcardPattern(operand);
  return (value) =>
    value !== null && typeof value !== "number" && pattern.test(toText(value));
};

/** The condition of COUNTIF and its kin: `○`, `12`, `>=12`, `<>`, `*株式*`. */
export const toCriterion = (
  criterion: Scalar,
): ((value: Scalar) => boolean) => {
  if (criterion instanceof CellError) {
    return (value) =>
      value instanceof CellError && value.code === criterion.code;
  }
  const text = toText(criterion);
  const [, operator = "", operand = ""] =
    /^(<=|>=|<>|<|>|=)?([^]*)$/.exec(text) ?? [];
  if (operator === "<>") {
    // `<>` alone means not empty.
    const isEqual =
      operand === "" ? (value: Scalar) => value === null : toEquality(operand);
    return (value) => !isEqual(value);
  }
  if (operator === "=" && operand === "") return (value) => value === null;
  const test = COMPARISONS[operator];
  if (!test || operator === "=") return toEquality(operand);
  const number = Number(operand);
  const bound =
    operand.trim() === "" || Number.isNaN(number) ? operand : number;
  return (value) =>
    typeof value === typeof bound && test(compare(value, bound));
};
