import type { Decimal } from "../../ground/decimal.ts";

export type BinaryOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "^"
  | "&"
  | "="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">=";

export type Expression =
  | { kind: "number"; value: Decimal }
  | { kind: "text"; value: string }
  | { kind: "field"; code: string }
  | { kind: "sign"; operator: "+" | "-"; operand: Expression }
  | {
      kind: "binary";
      operator: BinaryOperator;
      left: Expression;
      right: Expression;
    }
  /** `name` in upper case. */
  | { kind: "call"; name: string; args: Expression[] };

/** Every field code a formula names. */
export const fieldsIn = (expression: Expression): string[] => {
  switch (expression.kind) {
    case "field":
      return [expression.code];
    case "sign":
      return fieldsIn(expression.operand);
    case "binary":
      return [...fieldsIn(expression.left), ...fieldsIn(expression.right)];
    case "call":
      return expression.args.flatMap(fieldsIn);
    default:
      return [];
  }
};
