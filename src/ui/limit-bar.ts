import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";

const share = (part: number, whole: number): number =>
  whole <= 0 ? 0 : Math.min(1, Math.max(0, part / whole));

/** A figure against a limit: filled to the figure, with a mark at the limit. */
export const renderLimitBar = (options: {
  label: string;
  value: number;
  maximum: number;
  limit: number | null;
  /** Text for screen readers instead of the bare figure. */
  text: string;
}): TemplateResult => {
  const { label, value, maximum, limit, text } = options;
  const isReached = limit !== null && value >= limit;
  return html`<div
    class="suisen-limit-bar ${isReached ? "suisen-limit-bar-reached" : ""}"
    role="meter"
    aria-label=${label}
    aria-valuemin="0"
    aria-valuemax=${Math.max(maximum, value)}
    aria-valuenow=${value}
    aria-valuetext=${text}
  >
    <div
      class="suisen-limit-bar-fill"
      style="transform: scaleX(${share(value, maximum)})"
    ></div>
    ${
      limit === null
        ? ""
        : html`<div
            class="suisen-limit-bar-mark"
            style="inset-inline-start: ${share(limit, maximum) * 100}%"
          ></div>`
    }
  </div>`;
};
