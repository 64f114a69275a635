import { AppError } from "../../errors/app-error.ts";
import type { Scope } from "./element.ts";
import { decodeEntities } from "./entities.ts";
import { XmlElement } from "./element.ts";

/** Real parts stay below 30. */
const MAX_DEPTH = 200;
/** Real parts stay below 60. */
const MAX_PREFIXES = 1_000;

const broken = (): never => {
  throw new AppError("report/xml-broken");
};

/** Space, tab, line ends, `/` and `>`. */
const ENDS_NAME = new Set([32, 9, 10, 13, 47, 62]);
const QUOTE = 34;
const APOSTROPHE = 39;
const LESS_THAN = 60;
const GREATER_THAN = 62;

/** Index of the `>` that ends the tag; one inside quotes does not. */
const findTagEnd = (source: string, from: number): number => {
  for (let at = from; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === GREATER_THAN) return at;
    if (code === LESS_THAN) return broken();
    if (code === QUOTE || code === APOSTROPHE) {
      at = source.indexOf(code === QUOTE ? '"' : "'", at + 1);
      if (at < 0) return broken();
    }
  }
  return broken();
};

const declareNamespaces = (tag: string, scope: Scope): Scope => {
  if (!tag.includes("xmlns")) return scope;
  const own = new Map(scope);
  for (const match of tag.matchAll(
    /\sxmlns(?::([^\s=]+))?\s*=\s*("[^"]*"|'[^']*')/g,
  )) {
    own.set(match[1] ?? "", decodeEntities((match[2] ?? "").slice(1, -1)));
  }
  if (own.size > MAX_PREFIXES) throw new AppError("report/xml-too-deep");
  return own;
};

const endOf = (source: string, mark: string, from: number): number => {
  const at = source.indexOf(mark, from);
  return at < 0 ? broken() : at + mark.length;
};

/** End of a comment, CDATA section or instruction that starts at `at`. */
const skipSpecial = (source: string, at: number): number => {
  if (source.startsWith("<!--", at)) return endOf(source, "-->", at + 4);
  if (source.startsWith("<![CDATA[", at)) return endOf(source, "]]>", at + 9);
  if (source.startsWith("<?", at)) return endOf(source, "?>", at + 2);
  if (/^<!DOCTYPE/i.test(source.slice(at, at + 9))) {
    throw new AppError("report/xml-doctype");
  }
  return broken();
};

/** Own entities need a DOCTYPE, so only the five of XML and numbers can stand here. */
const STRAY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/;

/** What follows the name in a tag. */
const ATTRIBUTES = /^(?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>$/;
/** A declaration stands at the start or nowhere, and reads like this. */
const DECLARATION =
  /^\ufeff?<\?xml\s+version\s*=\s*["']1\.\d["'](?:\s+encoding\s*=\s*["'][\w.-]+["'])?(?:\s+standalone\s*=\s*["'](?:yes|no)["'])?\s*\?>/;
// eslint-disable-next-line no-control-regex -- XML cannot hold them
const NO_CHARACTER = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

const checkCharacters = (source: string): void => {
  const start = DECLARATION.exec(source)?.[0].length ?? 0;
  if (source.includes("<?xml ", start) || NO_CHARACTER.test(source)) broken();
};

const checkEntities = (text: string): void => {
  if (text.includes("&") && STRAY.test(text)) broken();
};

const NO_SCOPE: Scope = new Map();

type Open = { element: XmlElement; start: number };

class Parser {
  readonly #source: string;
  readonly #stack: Open[] = [];
  readonly #names = new Map<string, string>();
  #root: XmlElement | undefined;
  rootStart = 0;
  rootEnd = 0;

  constructor(source: string) {
    this.#source = source;
  }

  parse(): XmlElement {
    const source = this.#source;
    checkCharacters(source);
    let at = 0;
    while (at < source.length) {
      const next = source.indexOf("<", at);
      const end = next < 0 ? source.length : next;
      if (end > at) this.#addText(source.slice(at, end));
      if (next < 0) break;
      at = this.#readMarkup(next);
    }
    return this.#stack.length === 0 && this.#root ? this.#root : broken();
  }

  #readMarkup(at: number): number {
    const next = this.#source.charCodeAt(at + 1);
    if (next === 33 || next === 63) {
      const end = skipSpecial(this.#source, at);
      this.#stack.at(-1)?.element.adopt(this.#source.slice(at, end));
      return end;
    }
    return next === 47 ? this.#close(at) : this.#open(at);
  }

  #addText(text: string): void {
    checkEntities(text);
    const parent = this.#stack.at(-1);
    if (parent) parent.element.adopt(text);
    else if (/[^\s\ufeff]/.test(text)) broken();
  }

  #open(at: number): number {
    const source = this.#source;
    const end = findTagEnd(source, at + 1) + 1;
    const tag = source.slice(at, end);
    checkEntities(tag);
    const name = this.#readName(tag);
    if (!ATTRIBUTES.test(tag.slice(name.length + 1))) broken();
    const parent = this.#stack.at(-1)?.element;
    const scope = declareNamespaces(tag, parent?.scope ?? NO_SCOPE);
    const element = new XmlElement(name, tag, scope);
    if (parent) parent.adopt(element);
    else if (this.#root) broken();
    else [this.#root, this.rootStart] = [element, at];

    if (tag.endsWith("/>")) this.#finish(element, at, end, end);
    else if (this.#stack.length >= MAX_DEPTH) {
      throw new AppError("report/xml-too-deep");
    } else this.#stack.push({ element, start: at });
    return end;
  }

  /** The same few names come a hundred thousand times. */
  #readName(tag: string): string {
    let end = 1;
    while (end < tag.length && !ENDS_NAME.has(tag.charCodeAt(end))) end += 1;
    const name = tag.slice(1, end);
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    if (!/^[^\s/>=<"'&]+$/.test(name)) broken();
    this.#names.set(name, name);
    return name;
  }

  #close(at: number): number {
    const end = this.#source.indexOf(">", at) + 1;
    const open = this.#stack.pop();
    const name = this.#source.slice(at + 2, end - 1).trimEnd();
    if (end === 0 || !open || open.element.name !== name) return broken();
    this.#finish(open.element, open.start, at, end);
    return end;
  }

  #finish(
    element: XmlElement,
    start: number,
    closeStart: number,
    end: number,
  ): void {
    element.rememberSource(this.#source, start, closeStart, end);
    if (element === this.#root) this.rootEnd = end;
  }
}

/** A parsed part; what stands before and after the root is kept as written. */
export class XmlDocument {
  readonly root: XmlElement;
  readonly #before: string;
  readonly #after: string;

  /** @throws AppError `report/xml-broken`, `report/xml-doctype`, `report/xml-too-deep` */
  constructor(source: string) {
    const parser = new Parser(source);
    this.root = parser.parse();
    this.#before = source.slice(0, parser.rootStart);
    this.#after = source.slice(parser.rootEnd);
  }

  toString(): string {
    const out = [this.#before];
    this.root.write(out);
    out.push(this.#after);
    return out.join("");
  }
}
