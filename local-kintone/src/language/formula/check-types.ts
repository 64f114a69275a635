import type { FormField } from "../../model/form.ts";
import type { BinaryOperator, Expression } from "./ast.ts";
import {
  arrayMisused,
  fieldTypeNotUsable,
  functionMismatch,
  needsArguments,
  operatorMismatch,
  tooManyArguments,
  unknownField,
  unknownFunction,
} from "./errors.ts";
import { functions } from "./functions.ts";
import { typeNames } from "./type-names.ts";

/** `any` where an IF has branches of two types. */
type ScalarType = "number" | "text" | "boolean" | "any";
type ValueType = ScalarType | { list: ScalarType; isColumn: boolean };

const NUMBERS = new Set([
  "NUMBER",
  "CALC",
  "DATE",
  "TIME",
  "DATETIME",
  "CREATED_TIME",
  "UPDATED_TIME",
]);
const TEXTS = new Set([
  "SINGLE_LINE_TEXT",
  "DROP_DOWN",
  "RADIO_BUTTON",
  "CREATOR",
  "MODIFIER",
]);
const CHOICES = new Set(["CHECK_BOX", "MULTI_SELECT"]);

export type TypeScope = {
  find: (code: string) => FormField | undefined;
  /** Table that holds the formula, or null. */
  table: string | null;
};

const scalarType = (type: string): ScalarType => {
  if (NUMBERS.has(type)) return "number";
  if (TEXTS.has(type) || CHOICES.has(type)) return "text";
  throw fieldTypeNotUsable(typeNames[type] ?? { ja: type, en: type });
};

const fieldType = (code: string, scope: TypeScope): ValueType => {
  const field = scope.find(code);
  if (!field) throw unknownField(code);
  const type = scalarType(field.type);
  const isColumn = field.table !== null && field.table !== scope.table;
  const isChoice = CHOICES.has(field.type);
  // Lists in every row of a column fit no function at all.
  if (isColumn && isChoice) return { list: "any", isColumn: true };
  return isColumn || isChoice ? { list: type, isColumn } : type;
};

const ARITHMETIC = new Set<BinaryOperator>(["+", "-", "*", "/", "^"]);
const ORDER = new Set<BinaryOperator>(["<", "<=", ">", ">="]);

const scalar = (type: ValueType): ScalarType => {
  if (typeof type !== "string") throw arrayMisused();
  return type;
};

const fits = (type: ScalarType, wanted: ScalarType) =>
  type === wanted || type === "any";

const binaryType = (
  operator: BinaryOperator,
  left: ScalarType,
  right: ScalarType,
): ScalarType => {
  if (operator === "&") return "text";
  const needsNumbers = ARITHMETIC.has(operator) || ORDER.has(operator);
  if (needsNumbers && !(fits(left, "number") && fits(right, "number")))
    throw operatorMismatch(operator);
  return ARITHMETIC.has(operator) ? "number" : "boolean";
};

const checkCount = (name: string, count: number) => {
  const spec = functions[name];
  if (!spec) throw unknownFunction(name);
  const isExact = spec.min === spec.max;
  if (count < spec.min) throw needsArguments(name, spec.min, isExact);
  if (count > spec.max) throw tooManyArguments(name, spec.max);
};

const requireAll = (
  name: string,
  types: ValueType[],
  allowed: ScalarType[],
) => {
  for (const type of types.map(scalar))
    if (type !== "any" && !allowed.includes(type)) throw functionMismatch(name);
};

const sumType = (types: ValueType[]): ScalarType => {
  for (const type of types) {
    if (typeof type === "string") requireAll("SUM", [type], ["number"]);
    else if (type.list === "any") throw arrayMisused();
    else if (type.list !== "number") throw functionMismatch("SUM");
  }
  return "number";
};

const containsType = ([list, wanted]: ValueType[]): ScalarType => {
  if (wanted !== undefined) requireAll("CONTAINS", [wanted], ["text"]);
  const isBadColumn = typeof list === "object" && list.list !== "text";
  if (isBadColumn) throw arrayMisused();
  return "boolean";
};

const ifType = ([condition, yes, no]: ValueType[]): ScalarType => {
  requireAll("IF", condition === undefined ? [] : [condition], [
    "boolean",
    "number",
  ]);
  const [a, b] = [scalar(yes ?? "any"), scalar(no ?? "any")];
  return a === b ? a : "any";
};

const callTypes: Record<string, (types: ValueType[]) => ScalarType> = {
  SUM: sumType,
  IF: ifType,
  CONTAINS: containsType,
  DATE_FORMAT: ([moment = "any", ...texts]) => {
    requireAll("DATE_FORMAT", [moment], ["number"]);
    requireAll("DATE_FORMAT", texts, ["text"]);
    return "text";
  },
};

const callType = (name: string, types: ValueType[]): ScalarType => {
  checkCount(name, types.length);
  const special = callTypes[name];
  if (special) return special(types);
  const isLogic = name === "AND" || name === "OR" || name === "NOT";
  requireAll(name, types, isLogic ? ["boolean", "number"] : ["number"]);
  if (isLogic) return "boolean";
  return name === "YEN" ? "text" : "number";
};

const typeOf = (expression: Expression, scope: TypeScope): ValueType => {
  switch (expression.kind) {
    case "number":
    case "text":
      return expression.kind;
    case "field":
      return fieldType(expression.code, scope);
    case "sign": {
      const operand = scalar(typeOf(expression.operand, scope));
      if (!fits(operand, "number")) throw operatorMismatch(expression.operator);
      return "number";
    }
    case "binary":
      return binaryType(
        expression.operator,
        scalar(typeOf(expression.left, scope)),
        scalar(typeOf(expression.right, scope)),
      );
    default:
      if (!functions[expression.name]) throw unknownFunction(expression.name);
      return callType(
        expression.name,
        expression.args.map((arg) => typeOf(arg, scope)),
      );
  }
};

/**
 * Refuses what kintone refuses at deploy: unknown names, wrong counts, types that
 * do not fit. Texts in sums and columns without SUM or CONTAINS are such.
 *
 * @throws FormulaError
 */
export const checkTypes = (expression: Expression, scope: TypeScope): void => {
  scalar(typeOf(expression, scope));
};
