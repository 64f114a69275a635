import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { BoardFinding } from "../../domain/board-findings.ts";
import { renderStateBadge } from "../../ui/state-badge.ts";
import { recordFindingSentence } from "../../words/record-words.ts";
import { languageOf } from "./board-page.ts";
import type { BoardPage } from "./board-page.ts";

const renderFinding = (
  page: BoardPage,
  { nomination, findings }: BoardFinding,
): TemplateResult => {
  const { id, registeredName, society } = nomination;
  const language = languageOf(page);
  return html`<li data-suisen-finding=${id}>
    <a class="suisen-long-text" href=${page.hrefOf(id)}
      >${registeredName || page.t("nameless")}</a
    >
    <span class="suisen-secondary">${society}</span>
    <ul class="suisen-bullets">
      ${findings.map(
        (finding) =>
          html`<li class="suisen-long-text">
            ${renderStateBadge(
              finding.severity === "block" ? "overdue" : "dueSoon",
              page.t(finding.severity),
            )}
            ${recordFindingSentence(finding)[language]}
          </li>`,
      )}
    </ul>
  </li>`;
};

/** Nominations that differ from what was confirmed or asked for; folded, with their number. */
export const renderFindings = (
  page: BoardPage,
): TemplateResult | typeof nothing => {
  const { findings } = page.loaded;
  return findings.length === 0
    ? nothing
    : html`<details class="suisen-card suisen-board-findings" open>
        <summary>
          <h3>${page.t("findings", { count: findings.length })}</h3>
        </summary>
        <ul class="suisen-board-list">
          ${findings.map((one) => renderFinding(page, one))}
        </ul>
      </details>`;
};
