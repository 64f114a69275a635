import { html, svg } from "lit/html.js";
import type { SVGTemplateResult, TemplateResult } from "lit/html.js";

/** The looks a state can have; each is a shape as well as a colour. */
export type BadgeLook =
  | "done"
  | "doneLate"
  | "upcoming"
  | "dueSoon"
  | "dueToday"
  | "overdue"
  | "notApplicable";

const ring = svg`<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/>`;

const marks: Readonly<Record<BadgeLook, SVGTemplateResult>> = {
  done: svg`${ring}<path d="M5 8.2 7.2 10.4 11 6" fill="none" stroke="currentColor" stroke-width="1.75"/>`,
  doneLate: svg`<path d="M1.5 7.5 4.3 10.3 9 4.5" fill="none" stroke="currentColor" stroke-width="1.75"/><circle cx="11.5" cy="11" r="3.5" fill="none" stroke="currentColor" stroke-width="1.25"/><path d="M11.5 9v2h1.6" fill="none" stroke="currentColor"/>`,
  upcoming: ring,
  dueSoon: svg`${ring}<path d="M8 2a6 6 0 0 1 0 12Z" fill="currentColor"/>`,
  dueToday: svg`<circle cx="8" cy="8" r="7" fill="currentColor"/><circle cx="8" cy="8" r="2" fill="#fff"/>`,
  overdue: svg`<path d="M8 1.5 15 14H1Z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/><path d="M8 6v4M8 11.2v1.4" stroke="currentColor" stroke-width="1.5"/>`,
  notApplicable: svg`<path d="M3 8h10" stroke="currentColor" stroke-width="1.75"/>`,
};

export const renderStateMark = (look: BadgeLook): TemplateResult =>
  html`<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
    ${marks[look]}
  </svg>`;

/** Word, shape and colour of one state; the word is what screen readers hear. */
export const renderStateBadge = (
  look: BadgeLook,
  word: string,
): TemplateResult =>
  html`<span class="suisen-badge suisen-badge-${look}"
    >${renderStateMark(look)}<span>${word}</span></span
  >`;
