import type {
  Comparison,
  Condition,
  Operand,
  Operator,
  OrderItem,
  Query,
} from "./ast.ts";
import { invalidPaging, invalidQuery } from "./errors.ts";
import { tokenize } from "./lexer.ts";
import type { Token } from "./lexer.ts";

const COMPARATORS = new Set(["=", "!=", ">", "<", ">=", "<="]);
// Deeper nesting than any client writes; protects the recursion from hostile input.
const MAX_DEPTH = 200;

/** A cursor over the tokens; every method either takes something or leaves the place as it was. */
class TokenStream {
  readonly #tokens: Token[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }

  next(): Token {
    const token = this.#tokens[this.#at];
    if (!token) throw invalidQuery();
    this.#at += 1;
    return token;
  }

  isKeyword(keyword: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === "word" && token.text.toLowerCase() === keyword;
  }

  takeKeyword(...keywords: string[]): boolean {
    const matches = keywords.every((keyword, i) => this.isKeyword(keyword, i));
    if (matches) this.#at += keywords.length;
    return matches;
  }

  takeSymbol(symbol: string): boolean {
    const token = this.peek();
    const matches = token?.kind === "symbol" && token.text === symbol;
    if (matches) this.#at += 1;
    return matches;
  }

  expectSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) throw invalidQuery();
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }
}

const parseArguments = (stream: TokenStream): string[] => {
  const args: string[] = [];
  if (stream.takeSymbol(")")) return args;
  for (;;) {
    const token = stream.next();
    if (token.kind === "symbol") throw invalidQuery();
    args.push(token.text);
    if (stream.takeSymbol(")")) return args;
    stream.expectSymbol(",");
  }
};

const parseOperand = (stream: TokenStream): Operand => {
  const token = stream.next();
  if (token.kind === "string" || token.kind === "number")
    return { kind: "literal", text: token.text };
  if (token.kind === "word" && stream.takeSymbol("("))
    return {
      kind: "function",
      name: token.text.toUpperCase(),
      args: parseArguments(stream),
    };
  throw invalidQuery();
};

const parseList = (stream: TokenStream): Operand[] => {
  stream.expectSymbol("(");
  const operands = [parseOperand(stream)];
  while (stream.takeSymbol(",")) operands.push(parseOperand(stream));
  stream.expectSymbol(")");
  return operands;
};

const parseOperator = (stream: TokenStream): Operator => {
  if (stream.takeKeyword("not", "in")) return "not in";
  if (stream.takeKeyword("not", "like")) return "not like";
  if (stream.takeKeyword("in")) return "in";
  if (stream.takeKeyword("like")) return "like";
  if (stream.takeKeyword("is", "not", "empty")) return "is not empty";
  if (stream.takeKeyword("is", "empty")) return "is empty";
  const token = stream.next();
  if (token.kind === "symbol" && COMPARATORS.has(token.text))
    // The set above holds exactly the comparison members of Operator.
    return token.text as Operator;
  throw invalidQuery();
};

const parseOperands = (stream: TokenStream, operator: Operator): Operand[] => {
  if (operator === "in" || operator === "not in") return parseList(stream);
  if (operator === "is empty" || operator === "is not empty") return [];
  return [parseOperand(stream)];
};

const parseComparison = (stream: TokenStream): Comparison => {
  const name = stream.next();
  if (name.kind !== "word") throw invalidQuery();
  const parts = name.text.split(".");
  if (parts.length > 2 || parts.includes("")) throw invalidQuery();
  const field = parts[parts.length - 1] ?? "";
  const related = parts.length === 2 ? (parts[0] ?? null) : null;
  const operator = parseOperator(stream);
  const operands = parseOperands(stream, operator);
  return { kind: "comparison", related, field, operator, operands };
};

const parsePrimary = (stream: TokenStream, depth: number): Condition => {
  if (depth > MAX_DEPTH) throw invalidQuery();
  if (!stream.takeSymbol("(")) return parseComparison(stream);
  const inner = parseOr(stream, depth + 1);
  stream.expectSymbol(")");
  return inner;
};

const parseChain =
  (
    kind: "and" | "or",
    parseChild: (stream: TokenStream, depth: number) => Condition,
  ) =>
  (stream: TokenStream, depth: number): Condition => {
    const children = [parseChild(stream, depth)];
    while (stream.takeKeyword(kind)) children.push(parseChild(stream, depth));
    const [only] = children;
    return children.length === 1 && only ? only : { kind, children };
  };

const parseAnd = parseChain("and", parsePrimary);
// A function, because parsePrimary above needs it before this line is reached.
function parseOr(stream: TokenStream, depth: number): Condition {
  return parseChain("or", parseAnd)(stream, depth);
}

/** A field without a direction sorts descending. @see https://qiita.com/wv-sumichan/items/785915c9 */
const parseOrderItem = (stream: TokenStream): OrderItem => {
  const name = stream.next();
  if (name.kind !== "word") throw invalidQuery();
  if (stream.takeKeyword("asc")) return { field: name.text, direction: "asc" };
  stream.takeKeyword("desc");
  return { field: name.text, direction: "desc" };
};

const parseOrderBy = (stream: TokenStream): OrderItem[] => {
  if (!stream.takeKeyword("order", "by")) return [];
  const items = [parseOrderItem(stream)];
  while (stream.takeSymbol(",")) items.push(parseOrderItem(stream));
  return items;
};

const parsePaging = (
  stream: TokenStream,
  name: "limit" | "offset",
): number | null => {
  if (!stream.takeKeyword(name)) return null;
  const token = stream.next();
  if (token.kind !== "number") throw invalidQuery();
  const value = Number(token.text);
  if (!Number.isInteger(value) || value < 0) throw invalidPaging(name);
  return value;
};

const startsClause = (stream: TokenStream): boolean =>
  stream.isAtEnd ||
  (stream.isKeyword("order") && stream.isKeyword("by", 1)) ||
  isPagingClause(stream, "limit") ||
  isPagingClause(stream, "offset");

const isPagingClause = (stream: TokenStream, name: string): boolean =>
  stream.isKeyword(name) && stream.peek(1)?.kind === "number";

/** The whole query language: `<condition> [order by …] [limit n] [offset n]`. */
export const parseQuery = (text: string): Query => {
  const stream = new TokenStream(text);
  const condition = startsClause(stream) ? null : parseOr(stream, 0);
  const orderBy = parseOrderBy(stream);
  const limit = parsePaging(stream, "limit");
  const offset = parsePaging(stream, "offset");
  if (!stream.isAtEnd) throw invalidQuery();
  return { condition, orderBy, limit, offset };
};

/** A condition alone, as filter conditions of settings are written. */
export const parseCondition = (text: string): Condition | null => {
  const query = parseQuery(text);
  const hasMore =
    query.orderBy.length > 0 || query.limit !== null || query.offset !== null;
  if (hasMore) throw invalidQuery();
  return query.condition;
};
