import type { Scalar } from "../sheet/scalar.ts";
import { PLACE_FUNCTIONS } from "./place-functions.ts";
import { readNumber, toText } from "./values.ts";

/** `*` is any text, `?` any letter, `~*` a star. */
const matchesPattern = (text: string, pattern: readonly string[]): boolean => {
  let at = 0;
  let next = 0;
  // Position to resume from when the text after the last star does not match.
  let star = -1;
  let starAt = 0;
  while (at < text.length) {
    const wanted = pattern[next];
    if (wanted === "*") {
      star = next;
      starAt = at;
      next += 1;
    } else if (wanted === "?" || wanted?.at(-1) === text[at]) {
      at += 1;
      next += 1;
    } else if (star >= 0) {
      starAt += 1;
      at = starAt;
      next = star + 1;
    } else return false;
  }
  return pattern.slice(next).every((rest) => rest === "*");
};

const toEquality = (operand: string): ((value: Scalar) => boolean) => {
  const number = readNumber(operand);
  if (!Number.isNaN(number)) {
    return (value) =>
      (typeof value === "string" ? readNumber(value) : value) === number;
  }
  const pattern = operand.toLowerCase().match(/~[*?~]|[^]/g) ?? [];
  return (value) =>
    value !== null &&
    typeof value !== "number" &&
    matchesPattern(toText(value).toLowerCase(), pattern);
};

/** The condition of COUNTIF and its kin: `○`, `12`, `>=12`, `<>`, `*株式*`. */
export const toCriterion = (
  criterion: Scalar,
): ((value: Scalar) => boolean) => {
  const [, operator = "", operand = ""] =
    /^(<[=>]?|>=?|=)?([^]*)$/.exec(toText(criterion)) ?? [];
  if (/^.=?$/.test(operator) && operator !== "=") {
    const number = readNumber(operand);
    const bound = Number.isNaN(number) ? operand : number;
    return (value) =>
      typeof value === typeof bound &&
      PLACE_FUNCTIONS[operator]?.([value, bound], false) === true;
  }
  // `=` and `<>` alone ask for nothing at all, an empty condition also for "".
  const isEmpty = (value: Scalar): boolean =>
    value === null || (operator === "" && value === "");
  const isEqual = operand === "" ? isEmpty : toEquality(operand);
  return operator === "<>" ? (value) => !isEqual(value) : isEqual;
};
