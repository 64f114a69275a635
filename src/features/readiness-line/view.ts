import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { renderNotice } from "../../ui/notice.ts";
import { renderStateBadge } from "../../ui/state-badge.ts";
import type { ReadinessView } from "./view-model.ts";

export const renderReadinessLine = (
  title: string,
  { entries, warnings, registration }: ReadinessView,
): TemplateResult =>
  html`<section class="suisen-line" aria-label=${title}>
    <h2 class="suisen-line-title">${title}</h2>
    <div class="suisen-readiness">
      <ul class="suisen-readiness-items">
        ${entries.map(
          ({ id, label, look, word }) =>
            html`<li data-suisen-readiness=${id}>
              ${renderStateBadge(look, `${label} ${word}`)}
            </li>`,
        )}
      </ul>
      ${
        registration === null
          ? nothing
          : renderNotice(
              registration.isReady ? "info" : "warning",
              registration.text,
            )
      }
      ${warnings.map((text) => renderNotice("warning", text))}
    </div>
  </section>`;
