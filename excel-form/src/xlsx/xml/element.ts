import { memo } from "../../ground/memo.ts";
import { decodeEntities, escapeAttribute, escapeText } from "./entities.ts";
import { namespaceToken } from "./namespaces.ts";

/** Strings are kept as written: text with entities, comments, CDATA, instructions. */
export type XmlNode = XmlElement | string;

/** Prefix → namespace URI; the empty prefix is the default namespace. */
export type Scope = ReadonlyMap<string, string>;

const CDATA = "<![CDATA[";
/** Most elements of a sheet are empty cells. */
const NONE: XmlNode[] = [];

const attributePattern = memo(
  (name: string) => new RegExp(`\\s+${name}\\s*=\\s*("[^"]*"|'[^']*')`),
);
/** Position at which a tag takes one more attribute. */
const END_OF_TAG = /\s*(?=\/?>$)/;

const decodeNode = (node: XmlNode): string => {
  if (typeof node !== "string") return node.text;
  if (node.startsWith(CDATA)) return node.slice(CDATA.length, -3);
  return node.startsWith("<!--") || node.startsWith("<?")
    ? ""
    : decodeEntities(node.replace(/\r\n?/g, "\n"));
};

/**
 * An element that remembers how it was written. As long as nothing in it
 * changes, `toString` gives back the very characters it was read from.
 */
export class XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  /** Token of `namespaceToken`, or the URI. */
  readonly namespace: string;
  readonly scope: Scope;
  parent: XmlElement | null = null;
  #children: XmlNode[] = NONE;
  #tag: string;
  #closing = "";
  /** As read; null once something in it has changed. */
  #source: string | null = null;

  /** @param tag - `<x:c r="A1">` or `<x:c r="A1"/>`, well-formed */
  constructor(name: string, tag: string, scope: Scope) {
    const colon = name.indexOf(":");
    this.name = name;
    this.local = colon < 0 ? name : name.slice(colon + 1);
    this.namespace = namespaceToken(
      scope.get(colon < 0 ? "" : name.slice(0, colon)) ?? "",
    );
    this.scope = scope;
    this.#tag = tag;
  }

  /** Called by the parser when the closing tag has been seen. */
  rememberSource(source: string): void {
    this.#source = source;
  }

  get children(): readonly XmlNode[] {
    return this.#children;
  }

  get tag(): string {
    return this.#tag;
  }

  get isChanged(): boolean {
    return this.#source === null;
  }

  get prefix(): string {
    return this.name.slice(0, this.name.length - this.local.length);
  }

  is(local: string, namespace = "main"): boolean {
    return this.local === local && this.namespace === namespace;
  }

  get elements(): XmlElement[] {
    return this.#children.filter((child) => typeof child !== "string");
  }

  /** First child with that local name, in this element's own namespace by default. */
  child(local: string, namespace = this.namespace): XmlElement | undefined {
    for (const child of this.#children) {
      if (typeof child !== "string" && child.is(local, namespace)) return child;
    }
    return undefined;
  }

  childrenNamed(local: string, namespace = this.namespace): XmlElement[] {
    return this.elements.filter((child) => child.is(local, namespace));
  }

  /** All elements below, this one first. */
  withDescendants(into: XmlElement[] = []): XmlElement[] {
    into.push(this);
    for (const child of this.#children) {
      if (typeof child !== "string") child.withDescendants(into);
    }
    return into;
  }

  /** The nearest of the elements around this one, itself included, of which that holds. */
  above(holds: (element: XmlElement) => boolean): XmlElement | null {
    return holds(this) ? this : (this.parent?.above(holds) ?? null);
  }

  /** Value of an attribute named exactly so; null when absent. */
  get(name: string): string | null {
    if (!this.#tag.includes(name)) return null;
    const match = attributePattern(name).exec(this.#tag);
    return match && decodeEntities((match[1] ?? "").slice(1, -1));
  }

  /** An attribute of a namespace, such as `id` of `r`, whatever its prefix. */
  getNamespaced(local: string, namespace: string): string | null {
    for (const [prefix, uri] of this.scope) {
      if (prefix !== "" && namespaceToken(uri) === namespace) {
        const value = this.get(`${prefix}:${local}`);
        if (value !== null) return value;
      }
    }
    return null;
  }

  /** Changes, adds or (null) removes one attribute and leaves the others as written. */
  set(name: string, value: string | null): void {
    const old = this.get(name);
    if (old === value) return;
    this.#tag = this.#tag.replace(
      old === null ? END_OF_TAG : attributePattern(name),
      () => (value === null ? "" : ` ${name}="${escapeAttribute(value)}"`),
    );
    this.markChanged();
  }

  get text(): string {
    return this.#children.map(decodeNode).join("");
  }

  set text(text: string) {
    if (this.text === text) return;
    this.replaceChildren([escapeText(text)]);
  }

  /** For the parser: no change is noted. */
  adopt(child: XmlNode): void {
    if (typeof child !== "string") child.parent = this;
    if (this.#children === NONE) this.#children = [child];
    else this.#children.push(child);
  }

  append(child: XmlNode): void {
    this.adopt(child);
    this.markChanged();
  }

  /** Before the child at that index. */
  insertAt(index: number, child: XmlNode): void {
    this.insertAllAt(index, [child]);
  }

  insertAllAt(index: number, inserted: readonly XmlNode[]): void {
    const after = this.#children.slice(index);
    this.#children = this.#children.slice(0, index);
    for (const child of inserted) this.adopt(child);
    for (const child of after) this.#children.push(child);
    this.markChanged();
  }

  replaceChildren(children: readonly XmlNode[]): void {
    this.#children = NONE;
    children.forEach((child) => this.adopt(child));
    this.markChanged();
  }

  remove(child: XmlNode): void {
    this.replaceChildren(this.#children.filter((other) => other !== child));
  }

  markChanged(): void {
    if (this.#source === null) return;
    if (!this.#source.endsWith("/>")) {
      // With the blanks that it was written with.
      this.#closing = this.#source.slice(this.#source.lastIndexOf("</"));
    }
    this.#source = null;
    this.parent?.markChanged();
  }

  /** A new element under this one, with this one's prefix: `create("v")` in `<x:c>` is `<x:v/>`. */
  create(
    local: string,
    attributes: Readonly<Record<string, string>> = {},
  ): XmlElement {
    const name = this.prefix + local;
    const written = Object.entries(attributes)
      .map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
      .join("");
    return new XmlElement(name, `<${name}${written}/>`, this.scope);
  }

  write(out: string[]): void {
    if (this.#source !== null) {
      out.push(this.#source);
      return;
    }
    if (this.#children.length === 0 && this.#tag.endsWith("/>")) {
      out.push(this.#tag);
      return;
    }
    out.push(this.#tag.replace(/\s*\/>$/, ">"));
    for (const child of this.#children) {
      if (typeof child === "string") out.push(child);
      else child.write(out);
    }
    out.push(this.#closing || `</${this.name}>`);
  }

  toString(): string {
    const out: string[] = [];
    this.write(out);
    return out.join("");
  }
}
