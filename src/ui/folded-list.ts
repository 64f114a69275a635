import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";

/**
 * The first entry in a line of fixed height, the others in a list that opens over the page: a
 * page on which somebody types must not move when an entry comes or goes.
 *
 * @param moreLabel - opens the list of so many others
 */
export const renderFoldedList = (
  entries: readonly TemplateResult[],
  empty: string,
  moreLabel: (others: number) => string,
): TemplateResult =>
  html`<div class="suisen-folded">
    <div class="suisen-folded-first">
      ${entries[0] ?? html`<p class="suisen-secondary">${empty}</p>`}
    </div>
    ${
      entries.length < 2
        ? nothing
        : html`<details class="suisen-folded-more">
            <summary>${moreLabel(entries.length - 1)}</summary>
            <ul>
              ${entries.slice(1).map((entry) => html`<li>${entry}</li>`)}
            </ul>
          </details>`
    }
  </div>`;

/** A button that reads like a link: it leads to a part of this page. */
export const renderJump = (
  label: string | TemplateResult,
  onPress: () => void,
): TemplateResult =>
  html`<button type="button" class="suisen-link" @click=${onPress}>
    ${label}
  </button>`;
