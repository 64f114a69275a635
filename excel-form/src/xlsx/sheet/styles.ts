import { memo } from "../../ground/memo.ts";
import { XmlElement } from "../xml/element.ts";
import { checkIndex } from "./check-index.ts";
import { builtinKind } from "./number-formats.ts";

/** Own formats start here; below are Excel's. */
const FIRST_OWN_FORMAT = 164;

const PARTS_OF_FORMAT = [
  ["fontId", "fonts", "font"],
  ["fillId", "fills", "fill"],
  ["borderId", "borders", "border"],
] as const;

/** Namespaces of Excel's own extensions. */
const UNDERSTOOD = /^http:\/\/schemas\.microsoft\.com\/office\//;

const isSupportedChoice = (choice: XmlElement): boolean =>
  (choice.get("Requires") ?? "")
    .split(/\s+/)
    .every((prefix) => UNDERSTOOD.test(choice.scope.get(prefix) ?? ""));

/** The one element that a reader takes (ECMA-376 part 3, 10.2): the first choice it understands, else the fallback. */
const chosenIn = (alternatives: XmlElement, item: string): XmlElement[] => {
  const choices = alternatives.childrenNamed("Choice", "mc");
  const taken =
    choices.find(isSupportedChoice) ?? alternatives.child("Fallback", "mc");
  return taken?.childrenNamed(item, "main") ?? [];
};

/** Items of a list in the order of their indexes. */
export const listOf = (
  root: XmlElement | null,
  list: string,
  item: string,
): XmlElement[] =>
  (root?.child(list)?.elements ?? []).flatMap((child) => {
    if (child.is(item)) return [child];
    return child.is("AlternateContent", "mc") ? chosenIn(child, item) : [];
  });

/** Own format codes by their number. */
export const readFormatCodes = (root: XmlElement | null): Map<number, string> =>
  new Map(
    listOf(root, "numFmts", "numFmt").map((format) => [
      Number(format.get("numFmtId")),
      format.get("formatCode") ?? "",
    ]),
  );

/**
 * Cell formats as far as writing needs them. Existing ones stay as they are;
 * new ones are appended. How cells look is `Looks`.
 */
export class Styles {
  readonly #root: XmlElement | null;
  readonly #xfs: XmlElement[];
  readonly #codes: Map<number, string>;
  readonly #clones = new Map<string, number>();

  /** @throws FormError `report/index-out-of-range` for fonts, fills and borders that are not there */
  constructor(root: XmlElement | null) {
    this.#root = root;
    this.#xfs = listOf(root, "cellXfs", "xf");
    this.#codes = readFormatCodes(root);
    for (const [attribute, list, item] of PARTS_OF_FORMAT) {
      const count = listOf(root, list, item).length;
      for (const xf of this.#xfs) {
        checkIndex(xf.get(attribute) ?? "0", Math.max(count, 1));
      }
    }
  }

  /** @throws FormError `report/index-out-of-range` */
  check(index: string): void {
    checkIndex(index, Math.max(this.#xfs.length, 1));
  }

  /** The code; for builtin formats one of the same kind. */
  readonly formatCode = memo((index: number): string => {
    const id = Number(this.#xfs[index]?.get("numFmtId") ?? 0);
    return this.#codes.get(id) ?? builtinKind(id);
  });

  /**
   * The same look with another number format; appended once per pair. Without
   * a styles part the format cannot be had and the index comes back.
   */
  withFormat(index: number, code: string): number {
    const source = this.#xfs[index];
    const list = this.#root?.child("cellXfs");
    if (!source || !list) return index;
    const key = `${index} ${code}`;
    const known = this.#clones.get(key);
    if (known !== undefined) return known;

    const clone = new XmlElement(source.name, source.tag, source.scope);
    clone.set("numFmtId", String(this.#formatId(code)));
    clone.set("applyNumberFormat", "1");
    clone.replaceChildren(source.children.map(String));
    list.append(clone);
    this.#xfs.push(clone);
    list.set("count", String(this.#xfs.length));
    this.#clones.set(key, this.#xfs.length - 1);
    return this.#xfs.length - 1;
  }

  #formatId(code: string): number {
    for (const [id, known] of this.#codes) if (known === code) return id;
    const root = this.#root;
    const id = Math.max(FIRST_OWN_FORMAT - 1, ...this.#codes.keys()) + 1;
    let list = root?.child("numFmts");
    if (root && !list) {
      // The schema wants the formats before everything else.
      list = root.create("numFmts");
      root.insertAt(0, list);
    }
    list?.append(
      list.create("numFmt", { numFmtId: String(id), formatCode: code }),
    );
    this.#codes.set(id, code);
    list?.set("count", String(this.#codes.size));
    return id;
  }
}
