import type { BinaryOperator, Expression } from "./ast.ts";
import {
  add,
  compare,
  divide,
  multiply,
  negate,
  ONE,
  round,
  subtract,
  truncate,
} from "../../ground/decimal.ts";
import type { Decimal, Rounding } from "../../ground/decimal.ts";
import { functions } from "./functions.ts";
import { FAILED, isEqual, toBoolean, toDecimal, toText } from "./value.ts";
import type { Scalar, Value } from "./value.ts";

/** Settings of the app's `numberPrecision`. */
export type Precision = {
  digits: number;
  decimalPlaces: number;
  rounding: Rounding;
};

export type Environment = {
  read: (code: string) => Value;
  precision: Precision;
};

const MAX_EXPONENT = 100;
// Far beyond any precision that can be set; keeps hostile powers and products small.
const MAX_DIGITS = 10n ** 400n;
const MAX_SCALE = 60;

const bounded = (value: Decimal): Scalar => {
  const cut = round(value, MAX_SCALE, "HALF_EVEN");
  const isHuge = cut.digits > MAX_DIGITS || cut.digits < -MAX_DIGITS;
  return isHuge ? FAILED : cut;
};

const quotient = (a: Decimal, b: Decimal, precision: Precision): Scalar =>
  divide(a, b, precision.decimalPlaces, precision.rounding) ?? FAILED;

/** The exponent is cut to a whole number between -100 and 100 (SG). */
const power = (base: Decimal, by: Decimal, precision: Precision): Scalar => {
  const exponent = Number(truncate(by));
  if (Math.abs(exponent) > MAX_EXPONENT) return FAILED;
  let result: Scalar = ONE;
  for (let i = 0; i < Math.abs(exponent); i += 1) {
    result = bounded(multiply(result, base));
    if (result === FAILED || typeof result !== "object") return FAILED;
  }
  return exponent < 0 ? quotient(ONE, result, precision) : result;
};

type Arithmetic = (a: Decimal, b: Decimal, precision: Precision) => Scalar;

const arithmetic: Partial<Record<BinaryOperator, Arithmetic>> = {
  "+": add,
  "-": subtract,
  "*": (a, b) => bounded(multiply(a, b)),
  "/": quotient,
  "^": power,
};

const orders: Partial<Record<BinaryOperator, (order: number) => boolean>> = {
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

const join = (a: Value, b: Value): Scalar => {
  const [left, right] = [toText(a), toText(b)];
  return left === null || right === null ? FAILED : left + right;
};

const binary = (
  operator: BinaryOperator,
  a: Value,
  b: Value,
  precision: Precision,
): Scalar => {
  if (operator === "&") return join(a, b);
  if (operator === "=" || operator === "!=") {
    const equal = isEqual(a, b);
    if (equal === null) return FAILED;
    return operator === "=" ? equal : !equal;
  }
  const [left, right] = [toDecimal(a), toDecimal(b)];
  if (!left || !right) return FAILED;
  const holds = orders[operator];
  if (holds) return holds(compare(left, right));
  return arithmetic[operator]?.(left, right, precision) ?? FAILED;
};

/** Evaluates a formula; never throws. */
export const evaluate = (
  expression: Expression,
  environment: Environment,
): Value => {
  switch (expression.kind) {
    case "number":
    case "text":
      return expression.value;
    case "field":
      return environment.read(expression.code);
    case "sign": {
      const operand = toDecimal(evaluate(expression.operand, environment));
      if (!operand) return FAILED;
      return expression.operator === "-" ? negate(operand) : operand;
    }
    case "binary":
      return binary(
        expression.operator,
        evaluate(expression.left, environment),
        evaluate(expression.right, environment),
        environment.precision,
      );
    default:
      return call(expression.name, expression.args, environment);
  }
};

function call(
  name: string,
  args: Expression[],
  environment: Environment,
): Value {
  const [condition, yes, no] = args;
  if (name === "IF" && condition && yes && no) {
    const decision = toBoolean(evaluate(condition, environment));
    if (decision === null) return FAILED;
    return evaluate(decision ? yes : no, environment);
  }
  const values = args.map((arg) => evaluate(arg, environment));
  if (values.includes(FAILED)) return FAILED;
  return functions[name]?.evaluate(values) ?? FAILED;
}
