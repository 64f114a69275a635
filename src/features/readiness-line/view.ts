import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { JumpTarget } from "../../feature-kit/jump.ts";
import { renderFoldedList, renderJump } from "../../ui/folded-list.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderStateBadge } from "../../ui/state-badge.ts";
import type { ReadinessId } from "../../domain/readiness-items.ts";
import type { ReadinessView } from "./view-model.ts";

const targets: Readonly<Record<ReadinessId, JumpTarget>> = {
  consent: "consent",
  securityAction: "securityAction",
  score: "checklist",
  nameCheck: "nameCheck",
  registration: "registration",
};

type Options = {
  title: string;
  /** Opens the rest of what is to say. */
  more: (count: number) => string;
  nothingToSay: string;
  /** On a page where somebody types nothing may move. */
  isSteady: boolean;
  onJump: (target: JumpTarget) => void;
};

const renderNotes = (
  { warnings, registration }: ReadinessView,
  { isSteady, more, nothingToSay, onJump }: Options,
): TemplateResult => {
  if (!isSteady) {
    return html`${
      registration === null
        ? nothing
        : renderNotice(
            registration.isReady ? "info" : "warning",
            registration.text,
          )
    }${warnings.map(({ text }) => renderNotice("warning", text))}`;
  }
  const entries = [
    ...warnings.map(({ text, target }) =>
      renderJump(text, () => onJump(target)),
    ),
    ...(registration === null ? [] : [html`<p>${registration.text}</p>`]),
  ];
  return renderFoldedList(entries, nothingToSay, more);
};

export const renderReadinessLine = (
  view: ReadinessView,
  options: Options,
): TemplateResult =>
  html`<section class="suisen-line" aria-label=${options.title}>
    <h2 class="suisen-line-title">${options.title}</h2>
    <div class="suisen-readiness">
      <ul class="suisen-readiness-items">
        ${view.entries.map(
          ({ id, label, look, word }) =>
            html`<li data-suisen-readiness=${id}>
              <button
                type="button"
                class="suisen-chip"
                @click=${() => options.onJump(targets[id])}
              >
                ${renderStateBadge(look, `${label} ${word}`)}
              </button>
            </li>`,
        )}
      </ul>
      ${renderNotes(view, options)}
    </div>
  </section>`;
