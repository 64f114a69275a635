import type { Range } from "../sheet/address.ts";
import { findFunction } from "./functions.ts";
import type { FormulaNode } from "./parse-formula.ts";
import type { Matrix, Scalar } from "./values.ts";
import {
  CellError,
  compare,
  COMPARISONS,
  DIVISION_ERROR,
  NotComputed,
  toCondition,
  toNumber,
  toText,
} from "./values.ts";

/** What a formula can see. */
export type FormulaContext = {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly is1904: boolean;
  /** Values of a range, cut to the part of the sheet that is used. */
  readonly read: (sheet: string, range: Range) => Matrix;
  /** What a name or a table reference stands for; throws NotComputed when nothing. */
  readonly nameFormula: (name: string) => FormulaNode;
};

const single = (value: Scalar): Matrix => [[value]];

const arithmetic = (
  left: Scalar,
  right: Scalar,
  compute: (a: number, b: number) => number | CellError,
): Scalar => {
  const a = toNumber(left);
  const b = toNumber(right);
  if (a instanceof CellError) return a;
  if (b instanceof CellError) return b;
  const result = compute(a, b);
  if (result instanceof CellError) return result;
  return Number.isFinite(result)
    ? Number(result.toPrecision(15))
    : new CellError("#NUM!");
};

const ARITHMETIC: Readonly<
  Record<string, (a: number, b: number) => number | CellError>
> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => (b === 0 ? DIVISION_ERROR : a / b),
  "^": (a, b) => a ** b,
};

const applyOperator = (
  operator: string,
  left: Scalar,
  right: Scalar,
): Scalar => {
  if (left instanceof CellError) return left;
  if (right instanceof CellError) return right;
  if (operator === "&") return toText(left) + toText(right);
  const comparison = COMPARISONS[operator];
  if (comparison) return comparison(compare(left, right));
  const compute = ARITHMETIC[operator];
  if (!compute) throw new NotComputed(operator);
  return arithmetic(left, right, compute);
};

/** One row or column is repeated over the other side's. */
const broadcast = (
  left: Matrix,
  right: Matrix,
  compute: (a: Scalar, b: Scalar) => Scalar,
): Matrix => {
  const height = Math.max(left.length, right.length);
  const width = Math.max(left[0]?.length ?? 0, right[0]?.length ?? 0);
  const at = (matrix: Matrix, row: number, column: number): Scalar => {
    const line = matrix.length === 1 ? matrix[0] : matrix[row];
    if (!line) return new CellError("#N/A");
    return (line.length === 1 ? line[0] : line[column]) ?? null;
  };
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) =>
      compute(at(left, row, column), at(right, row, column)),
    ),
  );
};

const only = (matrix: Matrix): Scalar => {
  if (matrix.length > 1 || (matrix[0]?.length ?? 0) > 1) {
    throw new NotComputed("an array");
  }
  return matrix[0]?.[0] ?? null;
};

const evaluateIf = (
  args: readonly FormulaNode[],
  context: FormulaContext,
): Matrix => {
  const [condition, yes, no] = args;
  if (!condition || !yes) throw new NotComputed("IF");
  const holds = toCondition(only(evaluate(condition, context)));
  if (holds instanceof CellError) return single(holds);
  if (holds) return evaluate(yes, context);
  return no ? evaluate(no, context) : single(false);
};

/** Functions that look at the arguments themselves, not at their values. */
const SPECIAL: Readonly<
  Record<
    string,
    (args: readonly FormulaNode[], context: FormulaContext) => Matrix
  >
> = {
  IF: evaluateIf,
  IFERROR: ([value, fallback], context) => {
    if (!value || !fallback) throw new NotComputed("IFERROR");
    const result = evaluate(value, context);
    return only(result) instanceof CellError
      ? evaluate(fallback, context)
      : result;
  },
  ROW: ([reference], context) => {
    if (!reference) return single(context.row);
    if (reference.kind !== "range") throw new NotComputed("ROW");
    const { top, bottom } = reference.range;
    if (bottom - top > 100_000) throw new NotComputed("ROW");
    return Array.from({ length: bottom - top + 1 }, (_, index) => [
      top + index,
    ]);
  },
  COLUMN: ([reference], context) => {
    if (reference && reference.kind !== "range")
      throw new NotComputed("COLUMN");
    return single(reference ? reference.range.left : context.column);
  },
  ROWS: ([reference]) => {
    if (reference?.kind !== "range") throw new NotComputed("ROWS");
    return single(reference.range.bottom - reference.range.top + 1);
  },
};

const evaluateCall = (
  name: string,
  args: readonly FormulaNode[],
  context: FormulaContext,
): Matrix => {
  const special = Object.hasOwn(SPECIAL, name) ? SPECIAL[name] : undefined;
  if (special) return special(args, context);
  const compute = findFunction(name);
  if (!compute) throw new NotComputed(name);
  return compute(
    args.map((node) => ({
      values: evaluate(node, context),
      isRange: node.kind === "range" || node.kind === "name",
    })),
    context.is1904,
  );
};

/** @throws NotComputed */
export const evaluate = (
  node: FormulaNode,
  context: FormulaContext,
): Matrix => {
  switch (node.kind) {
    case "value":
      return single(node.value);
    case "range":
      return context.read(node.sheet ?? context.sheet, node.range);
    case "name":
      return evaluate(context.nameFormula(node.name), context);
    case "call":
      return evaluateCall(node.name, node.args, context);
    case "negate":
      return broadcast(evaluate(node.operand, context), single(0), (value) =>
        arithmetic(0, value, (a, b) => a - b),
      );
    case "percent":
      return broadcast(evaluate(node.operand, context), single(100), (a, b) =>
        arithmetic(a, b, (x, y) => x / y),
      );
    default:
      return broadcast(
        evaluate(node.left, context),
        evaluate(node.right, context),
        (a, b) => applyOperator(node.operator, a, b),
      );
  }
};
