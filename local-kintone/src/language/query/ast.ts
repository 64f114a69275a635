export type Operator =
  | "="
  | "!="
  | ">"
  | "<"
  | ">="
  | "<="
  | "in"
  | "not in"
  | "like"
  | "not like"
  | "is empty"
  | "is not empty";

/** A literal keeps its text; whether it is a number is decided by the field's type. */
export type Operand =
  | { kind: "literal"; text: string }
  | { kind: "function"; name: string; args: string[] };

export type Comparison = {
  kind: "comparison";
  /** Code of a related-records field when the query says `related.field`. */
  related: string | null;
  field: string;
  operator: Operator;
  operands: Operand[];
};
export type Condition =
  | Comparison
  | { kind: "and" | "or"; children: Condition[] };

export type OrderItem = { field: string; direction: "asc" | "desc" };

export type Query = {
  condition: Condition | null;
  orderBy: OrderItem[];
  limit: number | null;
  offset: number | null;
};
