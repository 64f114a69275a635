import { CellError } from "../sheet/scalar.ts";
import type { Scalar } from "../sheet/scalar.ts";
import { parseRange } from "../formula/address.ts";
import { tokenize } from "../formula/tokenize.ts";
import type { ReferenceToken, Token } from "../formula/tokenize.ts";
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

class FormulaParser {
  readonly #tokens: readonly Token[];
  readonly #context: FormulaContext;
  #at = 0;
  #depth = 0;
  /** Functions around the place that take arrays as such. */
  #arrays = 0;

  constructor(formula: string, context: FormulaContext) {
    this.#tokens = tokenize(formula).filter(({ kind }) => kind !== "space");
    this.#context = context;
  }

  parse(): Argument {
    const node = this.#parseExpression(0);
    return this.#at < this.#tokens.length ? this.#fail() : node;
  }

  #fail(): never {
    throw new NotComputed(this.#tokens[this.#at]?.text ?? "end");
  }

  #isNext(text: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === "operator" && token.text === text;
  }

  #take(text: string): boolean {
    const isTaken = this.#isNext(text);
    if (isTaken) this.#at += 1;
    return isTaken;
  }

  #call(name: string, ...args: readonly Argument[]): Argument {
    const context = this.#context;
    const isArray = context.isArray === true || this.#arrays > 0;
    return {
      values: () =>
        context.nest(() => callFunction(name, args, context, isArray)),
    };
  }

  #parseFunction(name: string): Argument {
    const takesArrays = name === "SUMPRODUCT" ? 1 : 0;
    this.#arrays += takesArrays;
    const args = this.#parseArguments();
    this.#arrays -= takesArrays;
    return this.#call(name, ...args);
  }

  #parseExpression(minimum: number): Argument {
    this.#depth += 1;
    // Excel allows 64 levels.
    if (this.#depth > 100) this.#fail();
    let left = this.#parseOperand();
    for (;;) {
      const token = this.#tokens[this.#at];
      const operator = token?.kind === "operator" ? token.text : "";
      const level = PRECEDENCE[operator] ?? 0;
      if (level <= minimum) break;
      this.#at += 1;
      left = this.#call(operator, left, this.#parseExpression(level));
    }
    this.#depth -= 1;
    return left;
  }

  #parseOperand(): Argument {
    if (this.#take("-")) {
      return this.#call("-", constant(0), this.#parseExpression(SIGN));
    }
    if (this.#take("+")) return this.#parseExpression(SIGN);
    let operand = this.#parsePrimary();
    while (this.#take("%")) operand = this.#call("/", operand, constant(100));
    return operand;
  }

  #parsePrimary(): Argument {
    if (this.#take("(")) {
      const inner = this.#parseExpression(0);
      return this.#take(")") ? inner : this.#fail();
    }
    const token = this.#tokens[this.#at] ?? this.#fail();
    const { text } = token;
    this.#at += 1;
    switch (token.kind) {
      case "number":
        return constant(Number(text));
      case "string":
        return constant(text.slice(1, -1).replace(/""/g, '"'));
      case "error":
        return constant(new CellError(text));
      case "function":
        return this.#parseFunction(text.toUpperCase().replace(/^_XLFN\./, ""));
      case "name":
        return this.#parseName(text);
      case "reference":
        return this.#parseReference(token);
      default:
        this.#at -= 1;
        return this.#fail();
    }
  }

  #parseName(text: string): Argument {
    if (/^(true|false)$/i.test(text)) return this.#call(text.toUpperCase());
    const context = this.#context;
    return {
      values: (isSubtotal) =>
        context.nest(() => context.name(text).values(isSubtotal)),
      isCells: true,
    };
  }

  #parseReference({
    text,
    prefix,
    sheet,
    isForeign,
  }: ReferenceToken): Argument {
    const range = parseRange(text.slice(prefix.length));
    if (!range || isForeign || this.#isNext(":")) return this.#fail();
    const context = this.#context;
    return {
      values: (isSubtotal) =>
        context.read(sheet ?? context.sheet, range, isSubtotal),
      isCells: true,
      range,
    };
  }

  #parseArguments(): Argument[] {
    const args: Argument[] = [];
    if (!this.#take("(")) this.#fail();
    if (this.#take(")")) return args;
    do {
      // `IF(A1,,1)` and `IF(A1,)` have empty arguments.
      const isMissing = this.#isNext(",") || this.#isNext(")");
      args.push(isMissing ? constant(null) : this.#parseExpression(0));
    } while (this.#take(","));
    return this.#take(")") ? args : this.#fail();
  }
}

/**
 * The formula, ready to be worked out in that place.
 *
 * @throws NotComputed for arrays in braces, structured references and the like
 */
export const parseFormula = (
  formula: string,
  context: FormulaContext,
): Argument => new FormulaParser(formula, context).parse();
