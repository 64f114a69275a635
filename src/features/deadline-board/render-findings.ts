import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { groupFindings } from "../../domain/board-findings.ts";
import type { FindingGroup } from "../../domain/board-findings.ts";
import { renderButton } from "../../ui/button.ts";
import { renderStateBadge } from "../../ui/state-badge.ts";
import { recordFindingSentence } from "../../words/record-words.ts";
import { languageOf } from "./board-page.ts";
import type { BoardPage } from "./board-page.ts";

/** A longer list hides the work below it. */
const OPEN_ENTRIES = 5;

const renderEntry = (
  page: BoardPage,
  { nomination, finding }: FindingGroup["entries"][number],
): TemplateResult => {
  const { id, registeredName, society } = nomination;
  return html`<li data-suisen-finding=${id}>
    <a class="suisen-long-text" href=${page.hrefOf(id)}
      >${registeredName || page.t("nameless")}</a
    >
    <span class="suisen-secondary">${society}</span>
    <p class="suisen-long-text">
      ${recordFindingSentence(finding)[languageOf(page)]}
    </p>
  </li>`;
};

const renderGroup = (
  page: BoardPage,
  { code, severity, entries }: FindingGroup,
): TemplateResult =>
  html`<details
    data-suisen-findings=${code}
    ?open=${severity === "block" && entries.length <= OPEN_ENTRIES}
  >
    <summary>
      ${renderStateBadge(
        severity === "block" ? "overdue" : "dueSoon",
        page.t(severity),
      )}
      ${page.t(code)}
      <strong>${page.t("count", { count: entries.length })}</strong>
    </summary>
    <ul class="suisen-board-list">
      ${entries.map((one) => renderEntry(page, one))}
    </ul>
  </details>`;

/** Nominations that differ from what was confirmed or asked for, by kind. */
export const renderFindings = (
  page: BoardPage,
): TemplateResult | typeof nothing => {
  const { findings, hasUnreadChecklists } = page.loaded;
  return findings.length === 0 && !hasUnreadChecklists
    ? nothing
    : html`<section class="suisen-card suisen-board-findings">
        <h3>${page.t("findings", { count: findings.length })}</h3>
        ${groupFindings(findings).map((group) => renderGroup(page, group))}
        ${
          hasUnreadChecklists
            ? html`<p>${page.t("unreadChecklists")}</p>
                ${renderButton(page.t("compareChecklists"), page.onChecklists)}`
            : nothing
        }
      </section>`;
};
