import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { JumpTarget } from "../../feature-kit/jump.ts";
import { renderFoldedList, renderJump } from "../../ui/folded-list.ts";
import { renderStateMark } from "../../ui/state-badge.ts";
import type { Finding } from "./view-model.ts";

/** Null until kintone has returned the addresses. */
type HrefOf = ((recordId: string) => string) | null;

export type FindingActions = {
  readonly hrefOf: HrefOf;
  onJump(target: JumpTarget): void;
  /** Null where nothing can be typed. */
  readonly onOffer: ((name: string) => void) | null;
};

const renderText = (
  { text, recordId, target }: Finding,
  { hrefOf, onJump }: FindingActions,
): TemplateResult => {
  if (recordId !== undefined && hrefOf !== null)
    return html`<a href=${hrefOf(recordId)}>${text}</a>`;
  return target === undefined
    ? html`${text}`
    : renderJump(text, () => onJump(target));
};

const renderFinding = (
  finding: Finding,
  actions: FindingActions,
): TemplateResult => {
  const { offer, isBlock = false } = finding;
  const { onOffer } = actions;
  return html`<div class="suisen-check-item">
    ${renderStateMark(isBlock ? "overdue" : "dueSoon")}
    <span class="suisen-long-text"
      >${renderText(finding, actions)}
      ${
        offer === undefined || onOffer === null
          ? nothing
          : renderJump(offer.label, () => onOffer(offer.name))
      }</span
    >
  </div>`;
};

type Words = {
  readonly title: string;
  readonly nothing: string;
  readonly more: (others: number) => string;
};

/** @param isSteady - on a page where somebody types nothing may move */
export const renderFindings = (
  words: Words,
  findings: readonly Finding[],
  actions: FindingActions,
  isSteady: boolean,
): TemplateResult => {
  const entries = findings.map((finding) => renderFinding(finding, actions));
  const list = isSteady
    ? renderFoldedList(entries, words.nothing, words.more)
    : html`<ul class="suisen-check-list">
        ${entries.map((entry) => html`<li>${entry}</li>`)}
      </ul>`;
  return html`<section class="suisen-line" aria-label=${words.title}>
    <h2 class="suisen-line-title">${words.title}</h2>
    ${
      findings.length === 0 && !isSteady
        ? html`<p class="suisen-secondary">${words.nothing}</p>`
        : list
    }
  </section>`;
};
