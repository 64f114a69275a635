import type { BinaryOperator, Expression } from "./ast.ts";
import { parseDecimal } from "../../ground/decimal.ts";
import { syntaxError } from "./errors.ts";
import { tokenize } from "./lexer.ts";
import type { Token } from "./lexer.ts";

const MAX_DEPTH = 300;
// More operators in a row than anybody writes; protects the recursion from hostile input.
const MAX_CHAIN = 1000;

/** From the loosest to the tightest (SG:doc/kintone-calc-behavior.md); all lean to the left. */
const LEVELS: Array<Record<string, BinaryOperator>> = [
  {
    "=": "=",
    "!=": "!=",
    "<>": "!=",
    "<": "<",
    "<=": "<=",
    ">": ">",
    ">=": ">=",
  },
  { "&": "&" },
  { "+": "+", "-": "-" },
  { "*": "*", "/": "/" },
  { "^": "^" },
];

class Parser {
  readonly #tokens: Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
  }

  parse(): Expression {
    const expression = this.#level(0);
    if (this.#at < this.#tokens.length) throw syntaxError();
    return expression;
  }

  #takeSymbol(symbol: string): boolean {
    const token = this.#tokens[this.#at];
    const matches = token?.kind === "symbol" && token.text === symbol;
    if (matches) this.#at += 1;
    return matches;
  }

  #takeOperator(level: number): BinaryOperator | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "symbol") return undefined;
    const operator = LEVELS[level]?.[token.text];
    if (operator) this.#at += 1;
    return operator;
  }

  #level(level: number): Expression {
    if (level === LEVELS.length) return this.#sign();
    let left = this.#level(level + 1);
    for (let length = 0; ; length += 1) {
      const operator = this.#takeOperator(level);
      if (!operator) return left;
      if (length === MAX_CHAIN) throw syntaxError();
      const right = this.#level(level + 1);
      left = { kind: "binary", operator, left, right };
    }
  }

  #sign(): Expression {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw syntaxError();
    const expression = this.#signed();
    this.#depth -= 1;
    return expression;
  }

  #signed(): Expression {
    if (this.#takeSymbol("-"))
      return { kind: "sign", operator: "-", operand: this.#sign() };
    if (this.#takeSymbol("+"))
      return { kind: "sign", operator: "+", operand: this.#sign() };
    return this.#primary();
  }

  #primary(): Expression {
    if (this.#takeSymbol("(")) {
      const inner = this.#level(0);
      if (!this.#takeSymbol(")")) throw syntaxError();
      return inner;
    }
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token?.kind === "text") return { kind: "text", value: token.text };
    if (token?.kind === "number") return toNumber(token.text);
    if (token?.kind !== "name") throw syntaxError();
    if (!this.#takeSymbol("(")) return { kind: "field", code: token.text };
    return {
      kind: "call",
      name: token.text.toUpperCase(),
      args: this.#arguments(),
    };
  }

  #arguments(): Expression[] {
    if (this.#takeSymbol(")")) return [];
    const args = [this.#level(0)];
    while (this.#takeSymbol(",")) args.push(this.#level(0));
    if (!this.#takeSymbol(")")) throw syntaxError();
    return args;
  }
}

const toNumber = (text: string): Expression => {
  const value = parseDecimal(text);
  if (!value) throw syntaxError();
  return { kind: "number", value };
};

/** @throws FormulaError */
export const parseFormula = (text: string): Expression =>
  new Parser(text).parse();
