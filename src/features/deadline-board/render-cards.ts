import { html, nothing, svg } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { EditionDeadline } from "../../domain/edition-deadlines.ts";
import type { TargetState } from "../../domain/edition-target.ts";
import type { SocietyAnswerState } from "../../domain/society-answers.ts";
import { formatDay, formatInstant } from "../../i18n/format-day.ts";
import { terms } from "../../i18n/terms.ts";
import { renderStateBadge } from "../../ui/state-badge.ts";
import type { BadgeLook } from "../../ui/state-badge.ts";
import { languageOf } from "./board-page.ts";
import type { BoardPage, LineFilter } from "./board-page.ts";

const card = (
  title: string,
  body: TemplateResult,
  className = "",
): TemplateResult =>
  html`<section class="suisen-card suisen-board-card ${className}">
    <h3>${title}</h3>
    ${body}
  </section>`;

const countdown = (
  page: BoardPage,
  { businessDaysLeft, status }: EditionDeadline,
): string =>
  status === "dueToday"
    ? page.t("today")
    : page.t("businessDaysLeft", { days: businessDaysLeft });

const renderDeadline = (
  page: BoardPage,
  deadline: EditionDeadline,
): TemplateResult => {
  const language = languageOf(page);
  const names = deadline.milestones
    .map((id) => terms[id][language])
    .join(language === "ja" ? "・" : ", ");
  return html`<p>${names}</p>
    <p class="suisen-big">
      <time datetime=${deadline.date}
        >${formatDay(deadline.date, language)}</time
      >
    </p>
    <p class="suisen-board-inline">
      <strong data-suisen-value="days-left"
        >${countdown(page, deadline)}</strong
      >
      ${renderStateBadge(
        deadline.status as BadgeLook, // deadline states are badge looks
        terms[deadline.status][language],
      )}
    </p>
    ${
      deadline.closedDay?.lastBusinessDay
        ? html`<p class="suisen-secondary">
            ${page.t("closedDay", {
              day: formatDay(deadline.closedDay.lastBusinessDay, language),
            })}
          </p>`
        : nothing
    }`;
};

const renderNextDeadline = (page: BoardPage): TemplateResult => {
  const { board } = page.loaded;
  if (board.deadlines.length === 0) {
    return html`<p>${page.t("noDates")}</p>`;
  }
  return board.nextDeadline === null
    ? html`<p>${page.t("noDeadline")}</p>`
    : renderDeadline(page, board.nextDeadline);
};

const targetLooks: Readonly<Record<TargetState, BadgeLook>> = {
  reached: "done",
  reachedLate: "doneLate",
  open: "upcoming",
  atRisk: "overdue",
  missed: "overdue",
};

const targetWords = {
  reached: "targetReached",
  reachedLate: "targetReachedLate",
  open: "targetOpen",
  atRisk: "targetAtRisk",
  missed: "targetMissed",
} as const satisfies Record<TargetState, string>;

const renderTarget = (page: BoardPage): TemplateResult => {
  const { target } = page.loaded.board;
  const unit = languageOf(page) === "ja" ? "件" : "";
  return html`<p class="suisen-big" data-suisen-value="registered-in-time">
      ${target.registeredInTime}<small>${unit}</small>
    </p>
    <p>
      ${page.t("targetRegistered", {
        count: target.registeredInTime,
        required: target.required,
      })}
    </p>
    <p>
      ${renderStateBadge(targetLooks[target.state], page.t(targetWords[target.state]))}
    </p>
    <p class="suisen-secondary" data-suisen-value="target-detail">
      ${page.t("targetExpected", {
        count: target.expected,
        registered: target.registered,
      })}
    </p>`;
};

const bar = (
  parts: ReadonlyArray<{ count: number; className: string }>,
): TemplateResult => {
  const total = parts.reduce((sum, { count }) => sum + count, 0) || 1;
  let start = 0;
  return html`<svg
    class="suisen-board-bar"
    viewBox="0 0 100 8"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <rect class="suisen-bar-rest" width="100" height="8" />
    ${parts.map(({ count, className }) => {
      const width = (count / total) * 100;
      const x = start;
      start += width;
      return svg`<rect class=${className} x=${x} width=${width} height="8" />`;
    })}
  </svg>`;
};

const renderSocieties = (page: BoardPage): TemplateResult => {
  const { societyTotals: totals } = page.loaded.board;
  const language = languageOf(page);
  const total = totals.candidate + totals.noCandidate + totals.noAnswer;
  const states: readonly SocietyAnswerState[] = [
    "candidate",
    "noCandidate",
    "noAnswer",
  ];
  return html`<p>
      ${page.t("societyCount", {
        count: totals.candidate + totals.noCandidate,
        total,
      })}
    </p>
    ${bar([
      { count: totals.candidate, className: "suisen-bar-candidate" },
      { count: totals.noCandidate, className: "suisen-bar-noCandidate" },
    ])}
    <ul class="suisen-board-legend">
      ${states.map(
        (state) =>
          html`<li data-suisen-value="societies-${state}">
            <a href="#suisen-matrix"
              ><span class="suisen-swatch suisen-bar-${state}"></span
              >${terms[state][language]} <strong>${totals[state]}</strong></a
            >
          </li>`,
      )}
    </ul>`;
};

const renderAttention = (page: BoardPage): TemplateResult => {
  const { board } = page.loaded;
  const entry = (
    look: BadgeLook,
    word: "overdueCount" | "weekCount" | "returned" | "registeredLate",
    { length: count }: readonly unknown[],
    kind: Exclude<LineFilter["kind"], "pressing">,
  ) =>
    html`<li>
      <a
        href="#suisen-lines"
        data-suisen-value=${kind}
        @click=${() => page.onFilter({ kind })}
        >${renderStateBadge(look, page.t(word))}
        <strong>${page.t("count", { count })}</strong></a
      >
    </li>`;
  const { returned, registeredLate } = board;
  return html`<ul class="suisen-board-attention">
    ${entry("overdue", "overdueCount", board.overdue, "overdue")}
    ${entry("dueSoon", "weekCount", board.dueThisWeek, "week")}
    ${
      returned.length > 0
        ? entry("dueToday", "returned", returned, "returned")
        : nothing
    }
    ${
      registeredLate.length > 0
        ? entry("doneLate", "registeredLate", registeredLate, "late")
        : nothing
    }
  </ul>`;
};

const sheetLine = (page: BoardPage): string => {
  const { sheet, unsent } = page.loaded.board;
  const at = (instant: string | null): string =>
    instant === null
      ? ""
      : formatInstant(instant, page.timeZone, languageOf(page));
  if (sheet.state === "mailed") {
    return page.t("sheetMailed", {
      at: at(sheet.mailed?.sentAt ?? null),
      unsent,
    });
  }
  return sheet.state === "made"
    ? page.t("sheetMade", { at: at(sheet.latest?.madeAt ?? null) })
    : page.t("sheetNotMade");
};

/** The four answers that the manager wants in five seconds. */
export const renderCards = (page: BoardPage): TemplateResult =>
  html`<div class="suisen-board-cards">
    ${card(
      page.t("nextDeadline"),
      html`${renderNextDeadline(page)}
      ${
        page.loaded.isFederation
          ? html`<p class="suisen-secondary" data-suisen-value="sheet">
              ${sheetLine(page)}
            </p>`
          : nothing
      }`,
    )}
    ${card(page.t("target"), renderTarget(page))}
    ${
      page.loaded.isFederation
        ? card(page.t("societies"), renderSocieties(page))
        : nothing
    }
    ${card(page.t("attention"), renderAttention(page))}
  </div>`;
