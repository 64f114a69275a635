import { FormError } from "../../words/form-error.ts";
import type { XmlElement } from "../xml/element.ts";
import type { XmlEncoding } from "../xml/encoding.ts";
import { decodeXml, encodeInChunks, encodeXml } from "../xml/encoding.ts";
import { documentSteps } from "../xml/parse-xml.ts";
import type { XmlDocument } from "../xml/parse-xml.ts";
import { finish, stepOf } from "../../ground/steps.ts";
import type { Steps } from "../../ground/steps.ts";
import type { ZipEntry } from "./central-directory.ts";
import { readCentralDirectory } from "./central-directory.ts";
import {
  CONTENT_TYPES,
  findContentType,
  removeContentType,
} from "./content-types.ts";
import { MAX_ELEMENTS, MAX_FILE_BYTES } from "./limits.ts";
import { readEntry } from "./read-entry.ts";
import type { Relationship } from "./relationships.ts";
import { readRelationships, toRelationshipsName } from "./relationships.ts";
import { refuseForeignFile } from "./sniff.ts";
import { packEntry, writeZip } from "./zip-writer.ts";

type Part = {
  readonly entry: ZipEntry;
  readonly content: Uint8Array;
  /** New content that is no tree; null once the part is removed. */
  change?: Uint8Array | null;
  parsed?: { readonly document: XmlDocument; readonly encoding: XmlEncoding };
};

/** Errors inside a part name the part. */
function* stepsInPart<T>(part: string, steps: Steps<T>): Steps<T> {
  try {
    return yield* steps;
  } catch (cause) {
    if (cause instanceof FormError && !("part" in cause.params)) {
      throw new FormError(cause.code, { ...cause.params, part }, { cause });
    }
    // A tag so long that no pattern gets to its end.
    if (cause instanceof RangeError) {
      throw new FormError("report/xml-broken", { part }, { cause });
    }
    throw cause;
  }
}

const withPartName = <T>(part: string, read: () => T): T =>
  finish(stepsInPart(part, stepOf(read)));

const hasChangedTree = ({ parsed }: Part): boolean =>
  parsed?.document.root.isChanged === true;

const isChanged = (part: Part): boolean =>
  hasChangedTree(part) || Boolean(part.change);

/** Packs a changed part. */
function* packSteps(part: Part): Steps<ZipEntry> {
  const { entry, parsed, change } = part;
  if (!parsed || !hasChangedTree(part)) {
    const bytes = change ?? part.content;
    return yield* packEntry(entry.name, [bytes], bytes.length);
  }
  const pieces = parsed.document.toPieces();
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const encoded = encodeInChunks(pieces, parsed.encoding);
  return yield* packEntry(entry.name, encoded, length);
}

/** A relationship with the part to which it leads, as it is in the package. */
type Related = Relationship & { readonly part?: string | undefined };

type Entry = Pick<Part, "entry" | "content">;

/** Reads and checks every entry: sizes, CRC, names. */
function* entrySteps(bytes: Uint8Array): Steps<readonly Entry[]> {
  if (bytes.length > MAX_FILE_BYTES)
    throw new FormError("report/file-too-large");
  refuseForeignFile(bytes);
  const entries: Entry[] = [];
  for (const entry of readCentralDirectory(bytes)) {
    entries.push({ entry, content: readEntry(entry) });
    yield;
  }
  return entries;
}

/**
 * An Office package in memory. Parts that nobody changed are written back as
 * the compressed bytes they came in.
 */
export class OfficePackage {
  readonly #input: Uint8Array;
  /** By name in lower case: targets may differ in case. */
  readonly #parts = new Map<string, Part>();
  /** By the name of the part they are of, until one of them is removed. */
  readonly #relationships = new Map<string, readonly Related[]>();
  #elements = 0;

  private constructor(bytes: Uint8Array, entries: readonly Entry[]) {
    this.#input = bytes;
    for (const one of entries) {
      this.#parts.set(one.entry.name.toLowerCase(), { ...one });
    }
  }

  /** @throws FormError `report/file-…`, `report/zip-…` */
  static *open(bytes: Uint8Array): Steps<OfficePackage> {
    return new OfficePackage(bytes, yield* entrySteps(bytes));
  }

  /** Names as stored, folders left out, removed ones too. */
  get names(): string[] {
    return [...this.#parts.values()]
      .filter(({ change }) => change !== null)
      .map(({ entry }) => entry.name)
      .filter((name) => !name.endsWith("/"));
  }

  #find(name: string): Part | undefined {
    const part = this.#parts.get(name.toLowerCase());
    return part?.change === null ? undefined : part;
  }

  /** @throws FormError `report/part-missing` */
  #demand(name: string): Part {
    const part = this.#find(name);
    if (!part) throw new FormError("report/part-missing", { part: name });
    return part;
  }

  has(name: string): boolean {
    return this.#find(name) !== undefined;
  }

  /**
   * The name in the spelling of the archive.
   *
   * @throws FormError `report/part-missing`
   */
  demand(name: string): string {
    return this.#demand(name).entry.name;
  }

  /** @throws FormError `report/part-missing` */
  bytes(name: string): Uint8Array {
    const { change, content } = this.#demand(name);
    return change ?? content;
  }

  /** Parsed once; changes to the tree are written on `save`. */
  xml(name: string): XmlElement {
    const { parsed } = this.#demand(name);
    return parsed ? parsed.document.root : finish(this.xmlSteps(name));
  }

  /** The same in steps. */
  *xmlSteps(name: string): Steps<XmlElement> {
    const part = this.#demand(name);
    part.parsed ??= yield* stepsInPart(name, this.#parseSteps(name));
    return part.parsed.document.root;
  }

  *#parseSteps(name: string): Steps<NonNullable<Part["parsed"]>> {
    const { text, encoding } = decodeXml(this.bytes(name));
    this.#count(text);
    return { document: yield* documentSteps(text), encoding };
  }

  /** Before a tree is built of them. */
  #count(text: string): void {
    for (let at = -1; (at = text.indexOf("<", at + 1)) >= 0;) {
      if (text[at + 1] !== "/") this.#elements += 1;
      if (this.#elements > MAX_ELEMENTS) {
        throw new FormError("report/too-many-cells");
      }
    }
  }

  /** For parts that need not be well-formed XML (VML). */
  editText(name: string, edit: (text: string) => string): void {
    const { text, encoding } = withPartName(name, () =>
      decodeXml(this.bytes(name)),
    );
    const edited = edit(text);
    if (edited !== text) {
      this.#demand(name).change = encodeXml(edited, encoding);
    }
  }

  /** Drops the parts to which relationships of that type lead, with their content types, and the relationships. */
  remove(from: string, type: string): boolean {
    const found = this.relationships(from).filter((one) => one.type === type);
    for (const { part, element } of found) {
      element.parent?.remove(element);
      if (part === undefined) continue;
      removeContentType(this.xml(CONTENT_TYPES), part);
      this.#demand(part).change = null;
    }
    this.#relationships.clear();
    return found.some(({ part }) => part !== undefined);
  }

  contentType(name: string): string {
    return findContentType(this.xml(CONTENT_TYPES), name);
  }

  #readRelationships(source: string): readonly Related[] {
    const name = toRelationshipsName(source);
    if (!this.has(name)) return [];
    return readRelationships(source, this.xml(name)).map((relationship) => ({
      ...relationship,
      part: this.#find(relationship.target ?? "")?.entry.name,
    }));
  }

  /** Relationships of a part, or of the package for `""`. */
  relationships(source: string): readonly Related[] {
    const known =
      this.#relationships.get(source) ?? this.#readRelationships(source);
    this.#relationships.set(source, known);
    return known;
  }

  /** Parts that hang on that one, by the last word of the relationship's type. */
  partsOf(source: string, wanted: RegExp): string[] {
    return this.relationships(source).flatMap(({ type, part }) =>
      part && wanted.test(type) ? part : [],
    );
  }

  /** Names of changed and removed parts. */
  listChanges(): { changed: string[]; removed: string[] } {
    const changed: string[] = [];
    const removed: string[] = [];
    for (const part of this.#parts.values()) {
      if (part.change === null) removed.push(part.entry.name);
      else if (isChanged(part)) changed.push(part.entry.name);
    }
    return { changed, removed };
  }

  /** `[Content_Types].xml` first, the rest in the order it came in; the input itself when nothing changed. */
  *saveSteps(): Steps<Uint8Array> {
    const { changed, removed } = this.listChanges();
    if (changed.length + removed.length === 0) return this.#input.slice();
    const entries: ZipEntry[] = [];
    for (const [key, part] of this.#parts) {
      if (part.change === null) continue;
      const next = isChanged(part) ? yield* packSteps(part) : part.entry;
      if (key === CONTENT_TYPES.toLowerCase()) entries.unshift(next);
      else entries.push(next);
    }
    return writeZip(entries);
  }
}
