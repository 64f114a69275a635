import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";

/** Progress as a bar and as words; a `total` of null is not known yet. */
export const renderProgress = (options: {
  label: string;
  done: number;
  total: number | null;
}): TemplateResult =>
  html`<div class="suisen-progress" role="status">
    <span>${options.label}</span>
    <progress
      aria-label=${options.label}
      max=${options.total ?? 1}
      .value=${options.total === null ? 0 : options.done}
    ></progress>
  </div>`;

/** Keeps the room of what is still loading, so that nothing jumps. */
export const renderSkeleton = (
  label: string,
  heightPx: number,
): TemplateResult =>
  html`<div
    class="suisen-skeleton"
    role="status"
    style="min-block-size: ${heightPx}px"
  >
    ${label}
  </div>`;
