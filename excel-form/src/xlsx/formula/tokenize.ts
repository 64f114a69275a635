import { parseRange, unquoteSheetName } from "./address.ts";

/** One corner of a reference; row 0 in `$A:$C`, column "" in `9:10`. */
export type Corner = {
  /** As written, with its `$`. */
  readonly column: string;
  readonly row: number;
  readonly rowFixed: boolean;
};

export type ReferenceToken = {
  readonly kind: "reference";
  readonly text: string;
  /** As written, with `!`; empty for the formula's own sheet. */
  readonly prefix: string;
  /** null: the own sheet. */
  readonly sheet: string | null;
  /** Another workbook or several sheets (`A:C!B2`): inserted rows do not move it. */
  readonly isForeign: boolean;
  readonly first: Corner;
  /** null for a single cell. */
  readonly last: Corner | null;
};

export type PlainToken = {
  readonly kind:
    | "string"
    | "number"
    | "error"
    | "function"
    | "name"
    | "operator"
    | "space";
  readonly text: string;
};

export type Token = ReferenceToken | PlainToken;

// Sheets and names may be Japanese, with full-width brackets and dots.
const NAME = "[A-Za-z_\\\\\\u0080-\\uffff][\\w.\\\\?\\u0080-\\uffff]*";
const CORNER = "\\$?[A-Za-z]{1,3}\\$?[1-9]\\d{0,6}";
const COLUMN = "\\$?[A-Za-z]{1,3}";
const ROW = "\\$?[1-9]\\d{0,6}";
/** Characters that make a reference part of a name or a function. */
const STOP = "(?![\\w.(!\\[\\u0080-\\uffff])";

const STRING = /"(?:[^"]|"")*"?/y;
const SPACE = /\s+/y;
const ERROR =
  /#(?:REF!|N\/A|DIV\/0!|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!|GETTING_DATA)/iy;
// A book in brackets, then sheets: quoted, or bare words that may be a span.
const PREFIX = new RegExp(
  `(?:'(?:[^']|'')*'|\\[\\d+\\](?:${NAME}(?::${NAME})?)?|(?:${NAME})(?::${NAME})?)!`,
  "y",
);
const REFERENCE = new RegExp(
  `(?:${CORNER}(?::${CORNER})?|${COLUMN}:${COLUMN}|${ROW}:${ROW})${STOP}`,
  "y",
);
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const WORD = new RegExp(NAME, "y");
/** Begins no other token. */
const OPERATOR = /<=|>=|<>|[-+*/^&=<>(),;:%{}]/y;

const matchAt = (pattern: RegExp, text: string, at: number) => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const parseCorner = (text: string): Corner => {
  const match = /^(\$?[A-Za-z]+)?(\$?)(\d*)$/.exec(text);
  const [, column = "", mark, row] = match ?? [];
  return { column, row: Number(row), rowFixed: mark === "$" };
};

const readReference = (
  formula: string,
  at: number,
  prefix: string,
): ReferenceToken | null => {
  const from = at + prefix.length;
  const text = matchAt(REFERENCE, formula, from)?.[0];
  // Beyond the last column or row it is a name: `YEN10`.
  const isFar = text && /[A-Za-z]{3}|\d{7}/.test(text);
  if (!text || (isFar && !parseRange(text))) return null;
  const [first = "", last] = text.split(":");
  const sheet = prefix === "" ? null : unquoteSheetName(prefix.slice(0, -1));
  return {
    kind: "reference",
    text: prefix + text,
    prefix,
    sheet,
    // A colon cannot be in a sheet's name, a bracket only around a book.
    isForeign: sheet !== null && /[[\]:]/.test(sheet),
    first: parseCorner(first),
    last: last ? parseCorner(last) : null,
  };
};

/** End of `[…]` with nested brackets; `'` escapes the next character. */
const findBracketEnd = (formula: string, at: number): number => {
  let depth = 0;
  for (let index = at; index < formula.length; index += 1) {
    const character = formula[index];
    if (character === "'") index += 1;
    else if (character === "[") depth += 1;
    else if (character === "]" && (depth -= 1) === 0) return index + 1;
  }
  return formula.length;
};

const readWord = (formula: string, at: number, prefix: string): PlainToken => {
  const from = at + prefix.length;
  const word = matchAt(WORD, formula, from)?.[0] ?? "";
  let end = from + word.length;
  if (formula[end] === "(" && prefix === "") {
    return { kind: "function", text: word };
  }
  // Table[[#Data],[Column]]
  if (formula[end] === "[") end = findBracketEnd(formula, end);
  return { kind: "name", text: formula.slice(at, end) };
};

const PLAIN: ReadonlyArray<readonly [RegExp, PlainToken["kind"]]> = [
  [OPERATOR, "operator"],
  [STRING, "string"],
  [SPACE, "space"],
  [ERROR, "error"],
];

const readToken = (formula: string, at: number): Token => {
  for (const [pattern, kind] of PLAIN) {
    const match = matchAt(pattern, formula, at);
    if (match) return { kind, text: match[0] };
  }
  const prefix = matchAt(PREFIX, formula, at)?.[0] ?? "";
  const reference = readReference(formula, at, prefix);
  if (reference) return reference;
  if (prefix !== "") {
    const error = matchAt(ERROR, formula, at + prefix.length)?.[0];
    if (error) return { kind: "error", text: prefix + error };
    return readWord(formula, at, prefix);
  }
  if (formula[at] === "[") {
    return {
      kind: "name",
      text: formula.slice(at, findBracketEnd(formula, at)),
    };
  }
  const number = matchAt(NUMBER, formula, at);
  if (number) return { kind: "number", text: number[0] };
  if (matchAt(WORD, formula, at)) return readWord(formula, at, "");
  return { kind: "operator", text: formula.charAt(at) };
};

/** Splits a formula (without `=`); the texts put together give it back. */
export const tokenize = (formula: string): Token[] => {
  const tokens: Token[] = [];
  for (let at = 0; at < formula.length;) {
    const token = readToken(formula, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
};
