import { nothing, render } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";

/**
 * Our own element inside a space that kintone hands out. kintone draws the same
 * page again without reloading, so an element already there is used again.
 */
export const openRoot = (space: HTMLElement, id: string): HTMLElement => {
  const existing = space.querySelector<HTMLElement>(`[data-suisen="${id}"]`);
  if (existing !== null) {
    return existing;
  }
  const root = document.createElement("div");
  root.className = "suisen-root";
  root.dataset.suisen = id;
  space.append(root);
  return root;
};

export const draw = (
  root: HTMLElement,
  template: TemplateResult | typeof nothing,
): void => {
  render(template, root);
};
