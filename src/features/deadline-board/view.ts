import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { formatDay, formatLongDay, formatTime } from "../../i18n/format-day.ts";
import { todayIn } from "../../domain/today.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderButton } from "../../ui/button.ts";
import { renderStateMark } from "../../ui/state-badge.ts";
import { nextActionSentence } from "../../words/next-actions.ts";
import { renderJob } from "./render-bulk.ts";
import { languageOf } from "./board-page.ts";
import type { BoardPage } from "./board-page.ts";
import { renderCards } from "./render-cards.ts";
import { renderFindings } from "./render-findings.ts";
import { renderLines } from "./render-lines.ts";
import { renderMatrix } from "./render-matrix.ts";
import {
  renderElsewhere,
  renderUnansweredSocieties,
  renderTwins,
} from "./render-societies.ts";
import { renderSteps } from "./render-steps.ts";

/** The board shows one award; from here to the others that the user may open. */
const renderAwards = ({
  t,
  awards,
}: BoardPage): TemplateResult | typeof nothing =>
  awards.length === 0
    ? nothing
    : html`<nav
        class="suisen-board-awards"
        data-suisen-other-awards
        aria-label=${t("otherAwards")}
      >
        <span class="suisen-secondary">${t("otherAwards")}</span>
        ${awards.map(({ name, href }) => html`<a href=${href}>${name}</a>`)}
      </nav>`;

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
    ${renderAwards(page)}
    <span class="suisen-secondary suisen-board-now"
      >${page.t("asOf", {
        day: formatLongDay(todayIn(page.timeZone, page.now), language),
        time: formatTime(page.now, page.timeZone, language),
      })}</span
    >
    ${renderButton(page.t("reload"), page.onReload)}
    ${page.isPhone ? nothing : renderPrint(page)}
  </header>`;
};

/** At the end on a phone, where it would take a row above the first card. */
const renderPrint = (page: BoardPage): TemplateResult =>
  renderButton(page.t("print"), page.onPrint);

const isEmpty = ({ loaded }: BoardPage): boolean =>
  Object.values(loaded.board.steps).every((count) => count === 0) &&
  loaded.board.selfNominated === 0;

/** Nothing on the page is louder than a date of the outside that was missed. */
const renderMissed = (page: BoardPage): TemplateResult | typeof nothing => {
  const { board, isFederation, isEarly } = page.loaded;
  const { missedReport } = board;
  return missedReport === null || !isFederation
    ? nothing
    : html`<div class="suisen-board-missed" role="alert">
        <strong
          >${renderStateMark("overdue")}
          ${page.t("missedReport", {
            day: formatDay(missedReport.date, languageOf(page)),
            days: -missedReport.daysLeft,
            count: isEarly ? 0 : board.queues.report.length,
          })}</strong
        >
        ${renderButton(page.t("makeSheet"), page.onMakeSheet, { isPrimary: true })}
      </div>`;
};

const renderOutdated = (page: BoardPage): TemplateResult | typeof nothing => {
  const { board, isFederation } = page.loaded;
  const { length: count } = board.outdated;
  return count === 0 || !isFederation
    ? nothing
    : renderNotice(
        "warning",
        html`<strong data-suisen-value="outdated"
            >${page.t("outdatedCard", { count })}</strong
          >
          <a href=${page.editionHref}>${page.t("openEdition")}</a>`,
      );
};

const renderNotices = (page: BoardPage): TemplateResult =>
  html`${renderOutdated(page)}
  ${
    isEmpty(page)
      ? renderNotice(
          "info",
          html`${page.t("emptyTitle")}
            <a href=${page.createHref}>${page.t("addNomination")}</a>`,
        )
      : nothing
  }`;

/** A society's one next action: one of its own, not the federation's. */
const renderOwnNext = (page: BoardPage): TemplateResult | typeof nothing => {
  if (page.loaded.isFederation) return nothing;
  const line = page.loaded.board.toDo.find(
    ({ nextAction }) =>
      nextAction !== null && nextAction.actor !== "federationStaff",
  );
  return renderNotice(
    "info",
    html`<strong>${page.t("ownNext")}</strong> ${
        line?.nextAction == null
          ? page.t("ownNextNone")
          : html`<a href=${page.hrefOf(line.nomination.id)}
                >${line.nomination.registeredName || page.t("nameless")}</a
              >
              ${nextActionSentence(page.loaded.programme, line.nextAction)[languageOf(page)]}`
      }`,
  );
};

const renderRest = (page: BoardPage): TemplateResult =>
  html`${renderNotices(page)} ${renderJob(page)}
    <div class="suisen-board-columns">
      <div>${renderFindings(page)} ${renderLines(page)}</div>
      <div>
        ${page.loaded.isFederation ? renderUnansweredSocieties(page) : nothing}
        ${renderSteps(page)}
        ${page.loaded.isFederation ? html`${renderTwins(page)} ${renderElsewhere(page)}` : nothing}
      </div>
    </div>
    ${renderMatrix(page)}
    ${
      page.loaded.edition.checklistStatus === "サンプル"
        ? renderNotice("info", page.t("sampleChecklist"))
        : nothing
    }
    ${page.isPhone ? html`<p>${renderPrint(page)}</p>` : nothing}`;

/** The whole board of one edition; while nominations arrive, what is known without them. */
export const renderBoard = (
  page: BoardPage,
  arriving: TemplateResult | typeof nothing = nothing,
): TemplateResult =>
  html`<div class="suisen-board">
    ${renderHead(page)} ${renderMissed(page)}
    ${page.loaded.isEarly ? nothing : renderOwnNext(page)} ${renderCards(page)}
    ${page.loaded.isEarly ? arriving : renderRest(page)}
  </div>`;
