import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { renderStateBadge } from "../../ui/state-badge.ts";
import type { DeadlineEntry } from "./view-model.ts";

const renderEntry = (entry: DeadlineEntry): TemplateResult =>
  html`<li class="suisen-deadline" data-suisen-milestone=${entry.id}>
    <span class="suisen-deadline-label">${entry.label}</span>
    <span class="suisen-deadline-date">${entry.date}</span>
    ${renderStateBadge(entry.look, entry.word)}
    <span>${entry.detail}</span>
    ${entry.notes.map(
      (note) => html`<span class="suisen-deadline-note">${note}</span>`,
    )}
  </li>`;

export const renderDeadlineLine = (
  title: string,
  entries: readonly DeadlineEntry[],
): TemplateResult =>
  html`<section class="suisen-line" aria-label=${title}>
    <h2 class="suisen-line-title">${title}</h2>
    <ol class="suisen-deadlines">
      ${entries.map(renderEntry)}
    </ol>
  </section>`;
