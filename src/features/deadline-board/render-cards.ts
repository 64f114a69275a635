import { hasQueue } from "../../domain/board-queues.ts";
import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { labelOf } from "../../domain/cycle.ts";
import type { EditionDeadline } from "../../domain/edition-deadlines.ts";
import type { TargetState } from "../../domain/edition-target.ts";
import type { SocietyAnswer } from "../../domain/society-answers.ts";
import { isMailed } from "../../domain/sheet-state.ts";
import { formatDay, formatInstant } from "../../i18n/format-day.ts";
import { terms } from "../../i18n/terms.ts";
import { renderButton } from "../../ui/button.ts";
import { renderStateBadge } from "../../ui/state-badge.ts";
import type { BadgeLook } from "../../ui/state-badge.ts";
import { renderOwnAnswer } from "./render-own.ts";
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

/** Names beyond these are a number; the matrix lists them all. */
const NAMES_SHOWN = 3;

/** The societies that keep the date open, so that the card answers by whom it is not kept. */
const renderOpenSocieties = (
  page: BoardPage,
): TemplateResult | typeof nothing => {
  const { isFederation, isEarly, board } = page.loaded;
  const { nextOpenSocieties: open } = board;
  if (!isFederation || isEarly || open === null) return nothing;
  if (open.length === 0) return html`<p>${page.t("openSocietiesNone")}</p>`;
  const names = open
    .slice(0, NAMES_SHOWN)
    .map(({ name, nominations }) =>
      page.t("openSociety", { name, nominations }),
    );
  return html`<p class="suisen-long-text" data-suisen-value="open-societies">
    <a href="#suisen-matrix"
      >${page.t("openSocieties", { count: open.length })}</a
    >
    ${page.t("openSocietyNames", {
      names: names.join(languageOf(page) === "ja" ? "、" : ", "),
      others: open.length - names.length,
    })}
  </p>`;
};

const renderDeadline = (
  page: BoardPage,
  deadline: EditionDeadline,
): TemplateResult => {
  const language = languageOf(page);
  const names = deadline.milestones
    .map((id) => labelOf(page.loaded.programme, id)[language])
    .join(language === "ja" ? "・" : ", ");
  const { nextConcerns, nextDeadline } = page.loaded.board;
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
      ${
        nextDeadline === deadline && nextConcerns > 0
          ? html`<span>${page.t("concerns", { count: nextConcerns })}</span>`
          : nothing
      }
    </p>
    ${renderOpenSocieties(page)}
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

type AnswerState = "候補あり" | "該当なし" | "確認済" | "未開封";

/** Societies without an answer by what is known of them; no record counts as unopened. */
const stateOf = ({ state, answer }: SocietyAnswer): AnswerState => {
  if (state === "candidate") return "候補あり";
  if (state === "noCandidate") return "該当なし";
  return answer?.answer === "確認済" ? "確認済" : "未開封";
};

const renderAnswers = (page: BoardPage): TemplateResult => {
  const { societyTotals: totals } = page.loaded.board;
  const entry = (
    word: string,
    state: AnswerState,
    value: string,
  ): TemplateResult => {
    const own = page.loaded.board.societies.filter(
      (one) => stateOf(one) === state,
    );
    const href = page.lists.ofAnswers(own.map(({ society }) => society));
    const body = html`${word} <strong>${own.length}</strong>`;
    return html`<li data-suisen-value=${value}>
      ${href === null ? body : html`<a href=${href}>${body}</a>`}
    </li>`;
  };
  return html`<p data-suisen-value="societies-noAnswer">
      ${terms.noAnswer[languageOf(page)]} <strong>${totals.noAnswer}</strong>
      / ${totals.candidate + totals.noCandidate + totals.noAnswer}
    </p>
    <ul class="suisen-board-legend">
      ${entry(terms.candidate[languageOf(page)], "候補あり", "societies-candidate")}
      ${entry(terms.noCandidate[languageOf(page)], "該当なし", "societies-noCandidate")}
      ${entry(page.t("opened"), "確認済", "societies-opened")}
      ${entry(page.t("unopened"), "未開封", "societies-unopened")}
    </ul>
    ${
      totals.noAnswer === 0
        ? nothing
        : html`<a href="#suisen-unanswered">→ ${page.t("chase")}</a>`
    }`;
};

const renderWork = (page: BoardPage): TemplateResult => {
  const { board, programme } = page.loaded;
  const { queues } = board;
  const entry = (
    filter: "nameCheck" | "register" | "report" | "changed",
    word: "queueNameCheck" | "queueRegister" | "queueReport" | "queueChanged",
  ): TemplateResult | typeof nothing =>
    !hasQueue(programme, filter)
      ? nothing
      : html`<li>
          <a
            href="#suisen-lines"
            data-suisen-value="queue-${filter}"
            @click=${() => page.onChoice({ filter })}
            >${page.t(word)} <strong>${queues[filter].length}</strong></a
          >
        </li>`;
  return html`<ul class="suisen-board-attention">
      ${entry("nameCheck", "queueNameCheck")}
      ${entry("register", "queueRegister")} ${entry("report", "queueReport")}
      ${queues.changed.length > 0 ? entry("changed", "queueChanged") : nothing}
    </ul>
    <p class="suisen-secondary" data-suisen-value="sheet">${sheetLine(page)}</p>
    ${unsentSheet(page) === null ? nothing : renderButton(page.t("sendSheet"), page.onSendSheet)}`;
};

/** The latest sheet, while it is not marked as mailed. */
const unsentSheet = ({ loaded }: BoardPage): { id: string } | null => {
  const { latest } = loaded.board.sheet;
  return latest === null || isMailed(latest) ? null : latest;
};

const renderAttention = (page: BoardPage): TemplateResult => {
  const { board } = page.loaded;
  const entry = (
    look: BadgeLook,
    word: "overdueCount" | "weekCount" | "returned" | "registeredLate",
    { length: count }: readonly unknown[],
    filter: LineFilter,
  ) =>
    html`<li>
      <a
        href="#suisen-lines"
        data-suisen-value=${filter}
        @click=${() => page.onChoice({ filter })}
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

/** The answers that a manager wants in five seconds, or a society about itself. */
export const renderCards = (page: BoardPage): TemplateResult => {
  const { isFederation, isEarly, edition } = page.loaded;
  const next = card(page.t("nextDeadline"), renderNextDeadline(page));
  if (isEarly) return html`<div class="suisen-board-cards">${next}</div>`;
  return html`<div class="suisen-board-cards">
    ${next}
    ${
      isFederation
        ? html`${card(page.t("societies"), renderAnswers(page))}
          ${edition.target === null ? nothing : card(page.t("target"), renderTarget(page))}
          ${card(page.t("work"), renderWork(page))}`
        : card(page.t("ownAnswer"), renderOwnAnswer(page))
    }
    ${card(page.t("attention"), renderAttention(page))}
  </div>`;
};
