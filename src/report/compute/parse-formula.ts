import { parseRange } from "../sheet/address.ts";
import type { Range } from "../sheet/address.ts";
import type { Token } from "../formula/tokenize.ts";
import { tokenize } from "../formula/tokenize.ts";
import type { Scalar } from "./values.ts";
import { CellError, NotComputed } from "./values.ts";

export type FormulaNode =
  | { readonly kind: "value"; readonly value: Scalar }
  | {
      readonly kind: "range";
      readonly range: Range;
      readonly sheet: string | null;
    }
  | { readonly kind: "name"; readonly name: string }
  | {
      readonly kind: "call";
      readonly name: string;
      readonly args: readonly FormulaNode[];
    }
  | {
      readonly kind: "binary";
      readonly operator: string;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
  | { readonly kind: "negate"; readonly operand: FormulaNode }
  | { readonly kind: "percent"; readonly operand: FormulaNode };

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

const MISSING: FormulaNode = { kind: "value", value: null };

class FormulaParser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(formula: string) {
    this.#tokens = tokenize(formula).filter((token) => token.kind !== "space");
  }

  parse(): FormulaNode {
    const node = this.#expression(0);
    if (this.#at < this.#tokens.length) this.#fail();
    return node;
  }

  #fail(): never {
    throw new NotComputed(this.#tokens[this.#at]?.text ?? "end");
  }

  #peek(text: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === "operator" && token.text === text;
  }

  #take(text: string): boolean {
    const isNext = this.#peek(text);
    if (isNext) this.#at += 1;
    return isNext;
  }

  #expression(minimum: number): FormulaNode {
    this.#depth += 1;
    // Excel allows 64 levels.
    if (this.#depth > 100) this.#fail();
    let left = this.#operand();
    for (;;) {
      const token = this.#tokens[this.#at];
      const operator = token?.kind === "operator" ? token.text : "";
      const level = PRECEDENCE[operator] ?? 0;
      if (level === 0 || level <= minimum) break;
      this.#at += 1;
      const right = this.#expression(level);
      left = { kind: "binary", operator, left, right };
    }
    this.#depth -= 1;
    return left;
  }

  #operand(): FormulaNode {
    if (this.#take("-")) {
      return { kind: "negate", operand: this.#expression(SIGN) };
    }
    if (this.#take("+")) return this.#expression(SIGN);
    let node = this.#primary();
    while (this.#take("%")) node = { kind: "percent", operand: node };
    return node;
  }

  #primary(): FormulaNode {
    if (this.#take("(")) {
      const inner = this.#expression(0);
      if (!this.#take(")")) this.#fail();
      return inner;
    }
    const token = this.#tokens[this.#at];
    if (!token) this.#fail();
    this.#at += 1;
    switch (token.kind) {
      case "number":
        return { kind: "value", value: Number(token.text) };
      case "string":
        return {
          kind: "value",
          value: token.text.slice(1, -1).replace(/""/g, '"'),
        };
      case "error":
        return { kind: "value", value: new CellError(token.text) };
      case "function":
        return this.#call(token.text.toUpperCase().replace(/^_XLFN\./, ""));
      case "name":
        return this.#name(token.text);
      case "reference": {
        const range = parseRange(token.text.slice(token.prefix.length));
        if (!range || token.isForeign || this.#peek(":")) this.#fail();
        return { kind: "range", range, sheet: token.sheet };
      }
      default:
        this.#at -= 1;
        return this.#fail();
    }
  }

  #name(text: string): FormulaNode {
    const upper = text.toUpperCase();
    return upper === "TRUE" || upper === "FALSE"
      ? { kind: "value", value: upper === "TRUE" }
      : { kind: "name", name: text };
  }

  #call(name: string): FormulaNode {
    if (!this.#take("(")) this.#fail();
    const args: FormulaNode[] = [];
    while (!this.#take(")")) {
      const isMissing = this.#peek(",") || this.#peek(")");
      args.push(isMissing ? MISSING : this.#expression(0));
      if (!this.#take(",") && !this.#peek(")")) this.#fail();
      // `IF(A1,)` has two arguments.
      else if (this.#peek(")") && this.#tokens[this.#at - 1]?.text === ",") {
        args.push(MISSING);
      }
    }
    return { kind: "call", name, args };
  }
}

/** @throws NotComputed for arrays in braces, structured references and the like */
export const parseFormula = (formula: string): FormulaNode =>
  new FormulaParser(formula).parse();
