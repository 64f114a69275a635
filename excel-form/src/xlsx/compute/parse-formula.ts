import { CellError } from "../sheet/scalar.ts";
import type { Scalar } from "../sheet/scalar.ts";
import { parseRange } from "../formula/address.ts";
import { tokenize } from "../formula/tokenize.ts";
import type { Argument, FormulaContext } from "./functions.ts";
import { callFunction } from "./functions.ts";
import { NotComputed } from "./values.ts";

const PRECEDENCE: Readonly<Record<string, number>> = {
  "=": 1,
  "<>": 1,
  "<": 1,
  ">": 1,
  "<=": 1,
  ">=": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  "^": 5,
};
/** A sign binds tighter than a power: `-2^2` is 4. */
const SIGN = 6;

const constant = (value: Scalar): Argument => ({ values: () => [[value]] });

/**
 * The formula, ready to be worked out in that place.
 *
 * @throws NotComputed for arrays in braces, structured references and the like
 */
export const parseFormula = (
  formula: string,
  context: FormulaContext,
): Argument => {
  const tokens = tokenize(formula).filter(({ kind }) => kind !== "space");
  let at = 0;
  let depth = 0;

  const fail = (): never => {
    throw new NotComputed(tokens[at]?.text ?? "end");
  };
  const isNext = (text: string): boolean =>
    tokens[at]?.kind === "operator" && tokens[at]?.text === text;
  const take = (text: string): boolean => {
    const isTaken = isNext(text);
    if (isTaken) at += 1;
    return isTaken;
  };
  const call = (name: string, ...args: readonly Argument[]): Argument => ({
    values: () => context.nest(() => callFunction(name, args, context)),
  });

  const parseExpression = (minimum: number): Argument => {
    depth += 1;
    // Excel allows 64 levels.
    if (depth > 100) fail();
    let left = parseOperand();
    for (;;) {
      const token = tokens[at];
      const operator = token?.kind === "operator" ? token.text : "";
      const level = PRECEDENCE[operator] ?? 0;
      if (level <= minimum) break;
      at += 1;
      left = call(operator, left, parseExpression(level));
    }
    depth -= 1;
    return left;
  };

  const parseOperand = (): Argument => {
    if (take("-")) return call("-", constant(0), parseExpression(SIGN));
    if (take("+")) return parseExpression(SIGN);
    let operand = parsePrimary();
    while (take("%")) operand = call("/", operand, constant(100));
    return operand;
  };

  const parsePrimary = (): Argument => {
    if (take("(")) {
      const inner = parseExpression(0);
      return take(")") ? inner : fail();
    }
    const token = tokens[at] ?? fail();
    const { text } = token;
    at += 1;
    switch (token.kind) {
      case "number":
        return constant(Number(text));
      case "string":
        return constant(text.slice(1, -1).replace(/""/g, '"'));
      case "error":
        return constant(new CellError(text));
      case "function":
        return call(
          text.toUpperCase().replace(/^_XLFN\./, ""),
          ...parseArguments(),
        );
      case "name":
        return /^(true|false)$/i.test(text)
          ? call(text.toUpperCase())
          : {
              values: (isSubtotal) =>
                context.nest(() => context.name(text).values(isSubtotal)),
              isCells: true,
            };
      case "reference": {
        const range = parseRange(text.slice(token.prefix.length));
        if (!range || token.isForeign || isNext(":")) return fail();
        const sheet = token.sheet ?? context.sheet;
        return {
          values: (isSubtotal) => context.read(sheet, range, isSubtotal),
          isCells: true,
          range,
        };
      }
      default:
        at -= 1;
        return fail();
    }
  };

  const parseArguments = (): Argument[] => {
    const args: Argument[] = [];
    if (!take("(")) fail();
    if (take(")")) return args;
    do {
      // `IF(A1,,1)` and `IF(A1,)` have empty arguments.
      const isMissing = isNext(",") || isNext(")");
      args.push(isMissing ? constant(null) : parseExpression(0));
    } while (take(","));
    return take(")") ? args : fail();
  };

  const node = parseExpression(0);
  return at < tokens.length ? fail() : node;
};
