import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";

/** Ends before what closes a sentence or a bracket, in either language's marks. */
const ADDRESS =
  /https?:\/\/[^\s<>"'（）「」、。，．]+[^\s<>"'（）「」、。，．.,:;!?)\]}]/giu;

type TextPart = { readonly text: string; readonly isAddress: boolean };

/** The addresses of the web in a text, and what is around them; joined they are the text. */
export const partsOf = (text: string): TextPart[] => {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const [address] = match;
    if (match.index > end)
      parts.push({ text: text.slice(end, match.index), isAddress: false });
    parts.push({ text: address, isAddress: true });
    end = match.index + address.length;
  }
  if (end < text.length)
    parts.push({ text: text.slice(end), isAddress: false });
  return parts;
};

/** A text whose addresses open in a tab of their own. */
export const renderLinkedText = (text: string): TemplateResult =>
  html`${partsOf(text).map(({ text: part, isAddress }) =>
    isAddress
      ? html`<a href=${part} target="_blank" rel="noopener noreferrer"
          >${part}</a
        >`
      : part,
  )}`;
