import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { renderStateMark } from "../../ui/state-badge.ts";
import type { Finding } from "./view-model.ts";

/** Null until kintone has returned the addresses. */
export type HrefOf = ((recordId: string) => string) | null;

const renderFinding = (
  { text, recordId, isBlock = false }: Finding,
  hrefOf: HrefOf,
): TemplateResult =>
  html`<li class="suisen-check-item">
    ${renderStateMark(isBlock ? "overdue" : "dueSoon")}
    <span class="suisen-long-text"
      >${
        recordId === undefined || hrefOf === null
          ? text
          : html`<a href=${hrefOf(recordId)}>${text}</a>`
      }</span
    >
  </li>`;

export const renderFindings = (
  title: string,
  nothing: string,
  findings: readonly Finding[],
  hrefOf: HrefOf,
): TemplateResult =>
  html`<section class="suisen-line" aria-label=${title}>
    <h2 class="suisen-line-title">${title}</h2>
    ${
      findings.length === 0
        ? html`<p class="suisen-secondary">${nothing}</p>`
        : html`<ul class="suisen-check-list">
            ${findings.map((finding) => renderFinding(finding, hrefOf))}
          </ul>`
    }
  </section>`;
