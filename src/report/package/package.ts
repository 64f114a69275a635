import { AppError } from "../../errors/app-error.ts";
import type { XmlElement } from "../xml/element.ts";
import type { XmlEncoding } from "../xml/encoding.ts";
import { decodeXml, encodeXml } from "../xml/encoding.ts";
import { XmlDocument } from "../xml/parse-xml.ts";
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
import { deflateEntry, writeZip } from "./zip-writer.ts";

type Part = {
  readonly entry: ZipEntry;
  readonly content: Uint8Array;
};

type Parsed = {
  readonly document: XmlDocument;
  readonly encoding: XmlEncoding;
};

/** Errors inside a part name the part. */
const inPart = <T>(part: string, read: () => T): T => {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof AppError && !("part" in cause.params)) {
      throw new AppError(cause.code, { ...cause.params, part }, { cause });
    }
    // A tag so long that no pattern gets to its end.
    if (cause instanceof RangeError) {
      throw new AppError("report/xml-broken", { part }, { cause });
    }
    throw cause;
  }
};

/**
 * An Office package in memory. Parts that nobody changed are written back as
 * the compressed bytes they came in.
 */
export class OfficePackage {
  readonly #input: Uint8Array;
  readonly #parts = new Map<string, Part>();
  readonly #parsed = new Map<string, Parsed>();
  /** New content of changed parts; null for removed ones. */
  readonly #changes = new Map<string, Uint8Array | null>();
  #elements = 0;

  /**
   * Reads and checks every entry: sizes, CRC, names.
   *
   * @throws AppError `report/file-…`, `report/zip-…`
   */
  constructor(bytes: Uint8Array) {
    if (bytes.length > MAX_FILE_BYTES)
      throw new AppError("report/file-too-large");
    refuseForeignFile(bytes);
    this.#input = bytes;
    for (const entry of readCentralDirectory(bytes)) {
      this.#parts.set(entry.name.toLowerCase(), {
        entry,
        content: readEntry(entry),
      });
    }
  }

  /** Names as stored, folders left out, removed ones too. */
  get names(): string[] {
    return [...this.#parts.values()]
      .map((part) => part.entry.name)
      .filter((name) => !name.endsWith("/") && this.has(name));
  }

  has(name: string): boolean {
    const key = name.toLowerCase();
    return this.#parts.has(key) && this.#changes.get(key) !== null;
  }

  /** The name in the spelling of the archive: targets may differ in case. */
  storedName(name: string): string {
    return this.#parts.get(name.toLowerCase())?.entry.name ?? name;
  }

  /** @throws AppError `report/part-missing` */
  bytes(name: string): Uint8Array {
    const key = name.toLowerCase();
    const changed = this.#changes.get(key);
    const part = this.#parts.get(key);
    if (changed === null || !part) {
      throw new AppError("report/part-missing", { part: name });
    }
    return changed ?? part.content;
  }

  /** As received, whatever has changed since. */
  original(name: string): Uint8Array {
    return this.#parts.get(name.toLowerCase())?.content ?? new Uint8Array();
  }

  /** Parsed once; changes to the tree are written on `save`. */
  xml(name: string): XmlElement {
    const key = name.toLowerCase();
    let parsed = this.#parsed.get(key);
    if (!parsed) {
      parsed = inPart(name, () => {
        const { text, encoding } = decodeXml(this.bytes(name));
        this.#count(text);
        return { document: new XmlDocument(text), encoding };
      });
      this.#parsed.set(key, parsed);
    }
    return parsed.document.root;
  }

  /** Before a tree is built of them. */
  #count(text: string): void {
    for (let at = -1; (at = text.indexOf("<", at + 1)) >= 0;) {
      if (text[at + 1] !== "/") this.#elements += 1;
      if (this.#elements > MAX_ELEMENTS) {
        throw new AppError("report/too-many-cells");
      }
    }
  }

  /** For parts that need not be well-formed XML (VML). */
  editText(name: string, edit: (text: string) => string): void {
    const { text, encoding } = inPart(name, () => decodeXml(this.bytes(name)));
    const edited = edit(text);
    if (edited !== text) {
      this.#changes.set(name.toLowerCase(), encodeXml(edited, encoding));
    }
  }

  /** Drops the part with its content type and the relationships in `from` that lead to it. */
  remove(name: string, from: string): void {
    this.#changes.set(name.toLowerCase(), null);
    removeContentType(this.xml(CONTENT_TYPES), name);
    for (const { target, element } of this.relationships(from)) {
      if (target?.toLowerCase() === name.toLowerCase()) {
        element.parent?.remove(element);
      }
    }
  }

  contentType(name: string): string {
    return findContentType(this.xml(CONTENT_TYPES), name);
  }

  /** Relationships of a part, or of the package for `""`. */
  relationships(source: string): Relationship[] {
    const name = toRelationshipsName(source);
    return this.has(name)
      ? readRelationships(source, this.xml(name)).map((relationship) => ({
          ...relationship,
          target:
            relationship.target === null
              ? null
              : this.storedName(relationship.target),
        }))
      : [];
  }

  /** Puts changed trees into bytes; returns the names of changed and removed parts. */
  commit(): { changed: string[]; removed: string[] } {
    for (const [key, { document, encoding }] of this.#parsed) {
      if (document.root.isChanged && this.#changes.get(key) !== null) {
        this.#changes.set(key, encodeXml(document.toString(), encoding));
      }
    }
    const names = [...this.#changes].map(
      ([key, content]) => [this.storedName(key), content] as const,
    );
    return {
      changed: names.filter(([, bytes]) => bytes).map(([name]) => name),
      removed: names.filter(([, bytes]) => !bytes).map(([name]) => name),
    };
  }

  /** `[Content_Types].xml` first, the rest in the order it came in; the input itself when nothing changed. */
  save(): Uint8Array {
    this.commit();
    if (this.#changes.size === 0) return this.#input.slice();
    const entries: ZipEntry[] = [];
    for (const [key, { entry }] of this.#parts) {
      const changed = this.#changes.get(key);
      if (changed === null) continue;
      const next = changed ? deflateEntry(entry.name, changed) : entry;
      if (key === CONTENT_TYPES.toLowerCase()) entries.unshift(next);
      else entries.push(next);
    }
    return writeZip(entries);
  }
}
