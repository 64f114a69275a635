/**
 * True when two conditions are equal. kintone gives back a condition in its own
 * spelling (blanks, brackets), so texts cannot be compared as they are.
 *
 * @see https://cybozu.dev/ja/kintone/docs/overview/query/
 */
type Node =
  | { readonly kind: "test"; readonly text: string }
  | { readonly kind: "and" | "or"; readonly parts: readonly Node[] };

const TOKEN = /"(?:[^"\\]|\\.)*"|[(),]|!=|[<>]=?|=|[^\s"(),<>=!]+/gu;

const tokenise = (text: string): string[] => text.match(TOKEN) ?? [];

const isWord = (token: string | undefined, word: string): boolean =>
  token?.toLowerCase() === word;

/** `a and (b and c)` is `a and b and c`. */
const join = (kind: "and" | "or", parts: readonly Node[]): Node => {
  const flat = parts.flatMap((part) =>
    part.kind === kind ? part.parts : [part],
  );
  const [first] = flat;
  return flat.length === 1 && first !== undefined
    ? first
    : { kind, parts: flat };
};

const parse = (tokens: readonly string[]): Node => {
  let at = 0;

  /** One comparison: up to `and`, `or` or a bracket that it did not open. */
  const readTest = (): Node => {
    const words: string[] = [];
    let depth = 0;
    for (; at < tokens.length; at += 1) {
      const token = tokens[at] ?? "";
      const isEnd =
        token === ")" || isWord(token, "and") || isWord(token, "or");
      if (depth === 0 && isEnd) break;
      if (token === "(") depth += 1;
      if (token === ")") depth -= 1;
      words.push(token);
    }
    return { kind: "test", text: words.join(" ") };
  };

  const readFactor = (): Node => {
    if (tokens[at] !== "(") return readTest();
    at += 1;
    const inner = readEither();
    at += 1;
    return inner;
  };

  const readChain = (kind: "and" | "or", readPart: () => Node): Node => {
    const parts = [readPart()];
    while (isWord(tokens[at], kind)) {
      at += 1;
      parts.push(readPart());
    }
    return join(kind, parts);
  };

  const readBoth = () => readChain("and", readFactor);
  const readEither = (): Node => readChain("or", readBoth);
  return readEither();
};

export const isSameCondition = (one: string, other: string): boolean =>
  JSON.stringify(parse(tokenise(one))) ===
  JSON.stringify(parse(tokenise(other)));
