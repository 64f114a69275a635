import type { XmlElement } from "../xml/element.ts";
import { checkIndex } from "./check-index.ts";
import { memo } from "../../ground/memo.ts";
import {
  encodeCellText,
  hasStruckRun,
  readRichText,
  writeRichText,
} from "./cell-text.ts";

const ITEMS_PER_PIECE = 500;

/**
 * The shared strings. Existing entries are never edited: other cells may show
 * them, and they may carry ruby or several fonts.
 */
export class SharedStrings {
  readonly #root: XmlElement | null;
  readonly #items: readonly XmlElement[];
  /** As far as they have been asked for. */
  readonly #texts: Array<string | undefined> = [];
  readonly #addedTexts: string[] = [];
  readonly #added = new Map<string, number>();
  #uses = 0;

  /** @param root - null when the workbook has none; then text is written into the cells */
  constructor(root: XmlElement | null) {
    this.#root = root;
    this.#items = root?.childrenNamed("si") ?? [];
  }

  get exists(): boolean {
    return this.#root !== null;
  }

  /** @throws FormError `report/index-out-of-range` */
  check(index: string): void {
    checkIndex(index, this.#items.length);
  }

  /** Text of an entry, whether or not it is in the part yet. */
  text(index: number): string {
    const item = this.#items[index];
    if (!item) return this.#addedTexts[index - this.#items.length] ?? "";
    return (this.#texts[index] ??= readRichText(item));
  }

  /** Asked once for each entry. */
  readonly hasStruckRun = memo((index: number): boolean => {
    const item = this.#items[index];
    return item !== undefined && hasStruckRun(item);
  });

  /** Index of a plain entry with this text, appended when we have none yet. */
  add(text: string): number {
    this.#uses += 1;
    const known = this.#added.get(text);
    if (known !== undefined) return known;
    const index = this.#items.length + this.#added.size;
    this.#added.set(text, index);
    this.#addedTexts.push(text);
    return index;
  }

  /** Some entries at a time: 100,000 of them are long as one text, and many as texts. */
  #writeAdded(prefix: string): string[] {
    const pieces: string[] = [];
    let items: string[] = [];
    for (const text of this.#addedTexts) {
      items.push(writeRichText(encodeCellText(text), "si", prefix));
      if (items.length < ITEMS_PER_PIECE) continue;
      pieces.push(items.join(""));
      items = [];
    }
    return [...pieces, items.join("")];
  }

  /** Puts the new entries into the part. */
  commit(): void {
    const root = this.#root;
    if (!root || this.#added.size === 0) return;
    const last = this.#items.at(-1);
    // `extLst` must stay after the strings.
    const at = last ? root.children.indexOf(last) + 1 : 0;
    root.insertAllAt(at, this.#writeAdded(root.prefix));
    const count = Number(root.get("count")) || this.#items.length;
    root.set("count", String(count + this.#uses));
    root.set("uniqueCount", String(this.#items.length + this.#added.size));
  }
}
