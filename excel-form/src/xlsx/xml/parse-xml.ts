import { FormError } from "../../words/form-error.ts";
import type { Scope, XmlNode } from "./element.ts";
import { XmlElement } from "./element.ts";
import { finish } from "../../ground/steps.ts";
import type { Steps } from "../../ground/steps.ts";
import { decodeEntities } from "./entities.ts";

/** Real parts stay below 30. */
const MAX_DEPTH = 200;
/** Real parts stay below 60. */
const MAX_PREFIXES = 1_000;

const broken = (): never => {
  throw new FormError("report/xml-broken");
};

const throwTooDeep = (): never => {
  throw new FormError("report/xml-too-deep");
};

/** A tag from its `<`, with the name; `>` may stand inside quotes. */
const TAG =
  /<([^\s/>=<"'&]+)(?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>/y;
const ATTRIBUTE = /\s([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g;
/** Two attributes of one name, or the look of it. */
const SUSPECT = /\s([^\s=]+\s*=)[^]*\s\1/;
/** Longer tags would take the pattern above too long. */
const SHORT_TAG = 200;

/** Own entities need a DOCTYPE, so only the five of XML and numbers can stand here. */
const STRAY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/;
/** A declaration is at the start or nowhere, and reads like this. */
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

const checkAttributes = (tag: string): void => {
  checkEntities(tag);
  if (tag.length < SHORT_TAG && !SUSPECT.test(tag)) return;
  const names = Array.from(tag.matchAll(ATTRIBUTE), ([, name]) => name);
  if (new Set(names).size < names.length) broken();
};

const declareNamespaces = (tag: string, scope: Scope): Scope => {
  if (!tag.includes("xmlns")) return scope;
  const own = new Map(scope);
  for (const [, name = "", value = ""] of tag.matchAll(ATTRIBUTE)) {
    const [, prefix] = /^xmlns(?::|$)(.*)/.exec(name) ?? [];
    if (prefix !== undefined)
      own.set(prefix, decodeEntities(value.slice(1, -1)));
  }
  return own.size > MAX_PREFIXES ? throwTooDeep() : own;
};

/** An end of an element, with its name; comments and the like are kept as written. */
const OTHER = /<(?:\/([^\s>]+)\s*|!--[^]*?--|!\[CDATA\[[^]*?\]\]|\?[^]*?\?)>/y;

const NO_SCOPE: Scope = new Map();

type Open = { readonly element: XmlElement; readonly start: number };

type Parsed = {
  readonly root: XmlElement;
  readonly start: number;
  readonly end: number;
};

/** Tags that are read between two looks at the clock. */
const TAGS_PER_STEP = 1_000;

function* parseSteps(source: string, outer: Scope): Steps<Parsed> {
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let start = 0;
  let end = 0;

  const adopt = (child: XmlNode): void => open.at(-1)?.element.adopt(child);

  // The last to close is the root.
  const close = (opened: Open, at: number): number => {
    opened.element.rememberSource(source.slice(opened.start, at));
    end = at;
    return at;
  };

  const readOpening = (at: number): number => {
    TAG.lastIndex = at;
    const [tag, name = ""] = TAG.exec(source) ?? broken();
    checkAttributes(tag);
    const parent = open.at(-1)?.element;
    const scope = declareNamespaces(tag, parent?.scope ?? outer);
    const element = new XmlElement(name, tag, scope);
    if (parent) parent.adopt(element);
    else {
      if (root) broken();
      root = element;
      start = at;
    }
    const opened = { element, start: at };
    if (tag.endsWith("/>")) return close(opened, at + tag.length);
    if (open.push(opened) > MAX_DEPTH) throwTooDeep();
    return at + tag.length;
  };

  const readOther = (at: number): number => {
    if (/^<!DOCTYPE/i.test(source.slice(at, at + 9))) {
      throw new FormError("report/xml-doctype");
    }
    OTHER.lastIndex = at;
    const [text, closed] = OTHER.exec(source) ?? broken();
    const after = at + text.length;
    if (!closed) {
      adopt(text);
      return after;
    }
    const opened = open.pop();
    return opened?.element.name === closed ? close(opened, after) : broken();
  };

  const addText = (text: string): void => {
    checkEntities(text);
    if (open.length > 0) adopt(text);
    else if (/[^\s\ufeff]/.test(text)) broken();
  };

  checkCharacters(source);
  for (let at = 0, tags = 1; at < source.length; tags += 1) {
    if (tags % TAGS_PER_STEP === 0) yield;
    const next = source.indexOf("<", at);
    const markup = next < 0 ? source.length : next;
    if (markup > at) addText(source.slice(at, markup));
    if (next < 0) break;
    const isOther = /[!?/]/.test(source[next + 1] ?? "");
    at = isOther ? readOther(next) : readOpening(next);
  }
  return root && open.length === 0 ? { root, start, end } : broken();
}

/** A parsed part; the text before and after the root is kept as written. */
export class XmlDocument {
  readonly root: XmlElement;
  readonly #before: string;
  readonly #after: string;

  /**
   * @param scope - prefixes that are declared around it
   * @throws FormError `report/xml-broken`, `report/xml-doctype`, `report/xml-too-deep`
   */
  constructor(
    source: string,
    scope = NO_SCOPE,
    { root, start, end } = finish(parseSteps(source, scope)),
  ) {
    this.root = root;
    this.#before = source.slice(0, start);
    this.#after = source.slice(end);
  }

  /** The document in pieces, in their order. */
  toPieces(): readonly string[] {
    const pieces = [this.#before];
    this.root.write(pieces);
    pieces.push(this.#after);
    return pieces;
  }

  toString(): string {
    return this.toPieces().join("");
  }
}

/** The same in steps, for a page that must not stand still meanwhile. */
export function* documentSteps(source: string): Steps<XmlDocument> {
  return new XmlDocument(source, NO_SCOPE, yield* parseSteps(source, NO_SCOPE));
}
