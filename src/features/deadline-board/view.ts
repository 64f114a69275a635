import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { formatLongDay, formatTime } from "../../i18n/format-day.ts";
import { todayIn } from "../../domain/today.ts";
import { renderNotice } from "../../ui/notice.ts";
import { languageOf } from "./board-page.ts";
import type { BoardPage } from "./board-page.ts";
import { renderCards } from "./render-cards.ts";
import { renderFindings } from "./render-findings.ts";
import { renderLines } from "./render-lines.ts";
import { renderMatrix } from "./render-matrix.ts";
import { renderSilentSocieties, renderTwins } from "./render-societies.ts";
import { renderSteps } from "./render-steps.ts";

const renderHead = (page: BoardPage): TemplateResult => {
  const { editions, edition } = page.loaded;
  const language = languageOf(page);
  return html`<header class="suisen-board-head">
    <h2>${page.t("title")}</h2>
    <label class="suisen-board-edition"
      ><span class="suisen-visually-hidden">${page.t("edition")}</span
      ><select
        class="suisen-input"
        @change=${(event: Event) => {
          if (event.target instanceof HTMLSelectElement) {
            page.onEdition(event.target.value);
          }
        }}
      >
        ${editions.map(
          ({ name }) =>
            html`<option value=${name} ?selected=${name === edition.name}>
              ${name}
            </option>`,
        )}
      </select></label
    >
    <span class="suisen-secondary suisen-board-now"
      >${page.t("asOf", {
        day: formatLongDay(todayIn(page.timeZone, page.now), language),
        time: formatTime(page.now, page.timeZone, language),
      })}</span
    >
    <button type="button" class="suisen-button" @click=${page.onReload}>
      ${page.t("reload")}
    </button>
  </header>`;
};

const isEmpty = ({ loaded }: BoardPage): boolean =>
  Object.values(loaded.board.steps).every((count) => count === 0) &&
  loaded.board.selfNominated === 0;

const renderNotices = (page: BoardPage): TemplateResult =>
  html`${
    page.loaded.edition.checklistStatus === "サンプル"
      ? renderNotice("info", page.t("sampleChecklist"))
      : nothing
  }
  ${
    page.loaded.board.outdatedDates.length > 0
      ? renderNotice(
          "warning",
          page.t("outdatedDates", {
            count: page.loaded.board.outdatedDates.length,
          }),
        )
      : nothing
  }
  ${
    isEmpty(page)
      ? renderNotice(
          "info",
          html`${page.t("emptyTitle")}
            <a href=${page.createHref}>${page.t("addNomination")}</a>`,
        )
      : nothing
  }`;

/** The whole board of one edition. */
export const renderBoard = (page: BoardPage): TemplateResult =>
  html`<div class="suisen-board">
    ${renderHead(page)} ${renderNotices(page)} ${renderCards(page)}
    <div class="suisen-board-columns">
      <div>${renderFindings(page)} ${renderLines(page)}</div>
      <div>
        ${renderSteps(page)}
        ${
          page.loaded.isFederation
            ? html`${renderSilentSocieties(page)} ${renderTwins(page)}`
            : nothing
        }
      </div>
    </div>
    ${renderMatrix(page)}
  </div>`;
