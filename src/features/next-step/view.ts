import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { JumpTarget } from "../../feature-kit/jump.ts";
import { renderJump } from "../../ui/folded-list.ts";
import { renderStateBadge } from "../../ui/state-badge.ts";
import type { NextStepView } from "./view-model.ts";

export const renderNextStep = (
  title: string,
  { action, actor, note, score, deadline, target }: NextStepView,
  onJump: (target: JumpTarget) => void,
  noteHref: string | null,
): TemplateResult =>
  html`<div class="suisen-next-slot">
    <section class="suisen-next" aria-label=${title}>
      <p class="suisen-next-action suisen-long-text">
        <span class="suisen-next-title">${title}</span>
        ${
          target === null
            ? html`<strong>${action}</strong>`
            : renderJump(html`<strong>${action}</strong>`, () => onJump(target))
        }
        <span class="suisen-next-actor">${actor}</span>
      </p>
      ${
        note === ""
          ? nothing
          : html`<p class="suisen-next-note suisen-long-text">
              ${noteHref === null ? note : html`<a href=${noteHref}>${note}</a>`}
            </p>`
      }
      <p class="suisen-next-facts">
        ${
          score === null
            ? nothing
            : html`<span>${score.total} <b>${score.gap}</b></span>`
        }
        ${
          deadline === null
            ? nothing
            : html`<span class="suisen-next-deadline"
                ><span class="suisen-next-label">${deadline.label}</span
                ><span>${deadline.text}</span>${renderStateBadge(
                  deadline.look,
                  deadline.word,
                )}</span
              >`
        }
      </p>
    </section>
  </div>`;
