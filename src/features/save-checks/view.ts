import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { until } from "lit/directives/until.js";
import { renderStateMark } from "../../ui/state-badge.ts";
import type { Finding } from "./view-model.ts";

type Links = (recordId: string) => Promise<string>;

const renderLinked = (text: string, url: Promise<string>): TemplateResult =>
  html`${until(
    url.then((href) => html`<a href=${href}>${text}</a>`),
    text,
  )}`;

const renderFinding = (
  { text, recordId }: Finding,
  toUrl: Links,
): TemplateResult =>
  html`<li class="suisen-check-item">
    ${renderStateMark("dueSoon")}
    <span class="suisen-long-text"
      >${
        recordId === undefined ? text : renderLinked(text, toUrl(recordId))
      }</span
    >
  </li>`;

export const renderFindings = (
  title: string,
  nothing: string,
  findings: readonly Finding[],
  toUrl: Links,
): TemplateResult =>
  html`<section class="suisen-line" aria-label=${title}>
    <h2 class="suisen-line-title">${title}</h2>
    ${
      findings.length === 0
        ? html`<p class="suisen-secondary">${nothing}</p>`
        : html`<ul class="suisen-check-list">
            ${findings.map((finding) => renderFinding(finding, toUrl))}
          </ul>`
    }
  </section>`;
