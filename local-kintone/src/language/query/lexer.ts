import { invalidQuery } from "./errors.ts";

export type Token =
  | { kind: "word" | "number" | "symbol"; text: string }
  | { kind: "string"; text: string };

// Blank between tokens: space, tab, newlines, U+3000 (SG:doc/kintone-query-behavior.md).
const BLANK = /[ \t\r\n\u3000]+/y;
const SYMBOL = /!=|>=|<=|[=<>(),]/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![^ \t\r\n\u3000=<>!(),"])/y;
const WORD = /[^ \t\r\n\u3000=<>!(),"]+/y;
// Raw control characters inside a literal are refused; they must be escaped (ibid.).
const STRING = /"((?:[^"\\\t\r\n]|\\[\s\S])*)"/y;

const escapes: Record<string, string> = { t: "\t", n: "\n", r: "\r" };

const unescape = (raw: string) =>
  raw.replace(/\\([\s\S])/g, (_, char: string) => escapes[char] ?? char);

/** @see https://cybozu.dev/ja/kintone/docs/overview/query/ */
export const tokenize = (text: string): Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < text.length) {
    if (take(BLANK)) continue;
    const string = take(STRING);
    if (string) {
      tokens.push({ kind: "string", text: unescape(string[1] ?? "") });
      continue;
    }
    const symbol = take(SYMBOL);
    if (symbol) {
      tokens.push({ kind: "symbol", text: symbol[0] });
      continue;
    }
    const number = take(NUMBER);
    if (number) {
      tokens.push({ kind: "number", text: number[0] });
      continue;
    }
    const word = take(WORD);
    if (!word) throw invalidQuery();
    tokens.push({ kind: "word", text: word[0] });
  }
  return tokens;
};
