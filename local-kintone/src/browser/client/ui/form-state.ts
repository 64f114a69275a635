import { element } from "../dom.ts";
import { defaultStyle } from "./field-style.ts";
import type { FieldStyle } from "./field-style.ts";

/**
 * State that customisations gave one displayed form: hidden fields, open
 * groups, styles, content of spaces. A new display begins with a new state.
 */
export class FormState {
  readonly #hidden = new Set<string>();
  readonly #groups = new Map<string, boolean>();
  readonly #styles = new Map<string, FieldStyle>();
  readonly #spaces = new Map<string, HTMLElement>();
  readonly #fieldElements = new Map<string, HTMLElement>();

  setShown(key: string, isShown: boolean): void {
    if (isShown) this.#hidden.delete(key);
    else this.#hidden.add(key);
  }

  isHidden(key: string): boolean {
    return this.#hidden.has(key);
  }

  setGroupOpen(code: string, isOpen: boolean): void {
    this.#groups.set(code, isOpen);
  }

  isGroupOpen(code: string, preset: boolean): boolean {
    return this.#groups.get(code) ?? preset;
  }

  styleOf(code: string): FieldStyle {
    return this.#styles.get(code) ?? defaultStyle();
  }

  setStyle(code: string, style: FieldStyle): void {
    this.#styles.set(code, style);
  }

  /** The same element for as long as the form is displayed. */
  space(elementId: string): HTMLElement {
    const known = this.#spaces.get(elementId);
    if (known) return known;
    const made = element("div", "space");
    this.#spaces.set(elementId, made);
    return made;
  }

  knownSpace(elementId: string): HTMLElement | null {
    return this.#spaces.get(elementId) ?? null;
  }

  /** Element of a value that is shown, the same for as long as the form is displayed. */
  valueElement(code: string): HTMLElement {
    const known = this.#fieldElements.get(code);
    if (known) return known;
    const made = element("div", "value");
    made.setAttribute("role", "group");
    this.#fieldElements.set(code, made);
    return made;
  }

  /** Markup that a value was last shown with. */
  readonly shownMarkup = new Map<string, string>();

  noteFieldElement(code: string, node: Element | undefined): void {
    if (node instanceof HTMLElement) this.#fieldElements.set(code, node);
    else this.#fieldElements.delete(code);
  }

  fieldElement(code: string): HTMLElement | null {
    return this.#fieldElements.get(code) ?? null;
  }
}
