const BLANKS = /[ \t\n\r]*/y;
const SCALAR =
  /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y; // eslint-disable-line no-control-regex -- JSON forbids them in strings

/** Reads JSON until something is wrong; `at` is then the place. */
class JsonReader {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** A whole text: one value and nothing after it. */
  isJson(): boolean {
    return this.#value() && this.#blanks() && this.at === this.#text.length;
  }

  #take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.#text);
    this.at += match?.[0].length ?? 0;
    return match !== null;
  }

  #blanks(): boolean {
    return this.#take(BLANKS);
  }

  #sign(sign: string): boolean {
    this.#blanks();
    const isThere = this.#text[this.at] === sign;
    if (isThere) this.at += 1;
    return isThere;
  }

  #value(): boolean {
    if (this.#sign("{")) return this.#items("}", () => this.#member());
    if (this.#sign("[")) return this.#items("]", () => this.#value());
    return this.#take(SCALAR);
  }

  #member(): boolean {
    this.#blanks();
    const isName = this.#text[this.at] === '"' && this.#take(SCALAR);
    return isName && this.#sign(":") && this.#value();
  }

  #items(end: string, item: () => boolean): boolean {
    if (this.#sign(end)) return true;
    while (item()) {
      if (this.#sign(end)) return true;
      if (!this.#sign(",")) return false;
    }
    return false;
  }
}

export type TextPosition = { readonly line: number; readonly column: number };

/**
 * Position at which a text stops being JSON, counted from 1; not every engine
 * reports it.
 */
export const findJsonError = (text: string): TextPosition => {
  const reader = new JsonReader(text);
  reader.isJson();
  const lines = text.slice(0, reader.at).split(/\r\n?|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
};
