import { fullWidthSymbol, syntaxError, wrongOperator } from "./errors.ts";

export type Token = {
  kind: "number" | "text" | "name" | "symbol";
  text: string;
};

const BLANK = /[\s\u3000]+/y;
const NUMBER = /\d+(?:\.\d+)?|\.\d+/y;
const TEXT = /"((?:[^"\\]|\\[\s\S])*)"/y;
const WRONG = /[=]=|&&|\|\||><|=>|=</y;
const SYMBOL = /!=|<>|<=|>=|[-+*/^&=<>(),]/y;
const NAME = /[^\s\u3000!-#%-/:-@[-^`{-~]+/y;

const halfWidth: Record<string, string> = {
  "＋": "+",
  "－": "-",
  "＊": "*",
  "×": "*",
  "／": "/",
  "÷": "/",
  "＾": "^",
  "＆": "&",
  "＝": "=",
  "＜": "<",
  "＞": ">",
  "！": "!",
  "（": "(",
  "）": ")",
  "，": ",",
  "、": ",",
  "”": '"',
  "“": '"',
  "＂": '"',
};

const wrongOperators: Record<string, [meaning: string, right: string]> = {
  "==": ["=", "="],
  "&&": ["AND", "AND"],
  "||": ["OR", "OR"],
  "><": ["!=", "!="],
  "=>": [">=", ">="],
  "=<": ["<=", "<="],
};

const unescape = (raw: string) => raw.replace(/\\([\s\S])/g, "$1");

const checkName = (name: string): string => {
  for (const char of name) {
    const half = halfWidth[char];
    if (half !== undefined) throw fullWidthSymbol(char, half);
  }
  return name;
};

/** @throws FormulaError */
export const tokenize = (text: string): Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const takeToken = (): Token => {
    const string = take(TEXT);
    if (string) return { kind: "text", text: unescape(string[1] ?? "") };
    const wrong = take(WRONG);
    if (wrong) {
      const [meaning, right] = wrongOperators[wrong[0]] ?? ["", ""];
      throw wrongOperator(wrong[0], meaning, right);
    }
    const symbol = take(SYMBOL);
    if (symbol) return { kind: "symbol", text: symbol[0] };
    const number = take(NUMBER);
    if (number) return { kind: "number", text: number[0] };
    const name = take(NAME);
    if (name) return { kind: "name", text: checkName(name[0]) };
    throw syntaxError();
  };
  while (at < text.length) if (!take(BLANK)) tokens.push(takeToken());
  return tokens;
};
