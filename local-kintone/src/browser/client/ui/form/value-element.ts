import { render } from "lit";
import type { nothing, TemplateResult } from "lit";

const removeComments = (holder: HTMLElement): void => {
  const walker = document.createTreeWalker(holder, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
  holder.normalize();
};

/** Blank text between elements goes, other text gets an element of its own. */
const keepElements = (holder: HTMLElement): void => {
  for (const node of [...holder.childNodes]) {
    if (node instanceof HTMLElement) continue;
    const text = node.textContent ?? "";
    if (text.trim() === "") node.remove();
    else {
      const span = document.createElement("span");
      span.textContent = text;
      node.replaceWith(span);
    }
  }
};

/**
 * Shows a value in the element of its field. All of its children are elements: a published
 * plug-in reads `innerHTML` of each (kintone-samples/plugin-samples, examples/colorful-report).
 * What a customisation did to the element stays for as long as the value does.
 */
export const fillValueElement = (
  target: HTMLElement,
  shown: TemplateResult | string | typeof nothing,
  last: string | undefined,
): string => {
  const holder = document.createElement("div");
  render(shown, holder);
  removeComments(holder);
  keepElements(holder);
  const { innerHTML } = holder;
  if (innerHTML !== last) target.replaceChildren(...holder.childNodes);
  return innerHTML;
};
