import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { AppRecord } from "../../apps/records.ts";
import { factsOfDue } from "../../domain/due-facts.ts";
import { milestoneStatus } from "../../domain/milestone-status.ts";
import { toMessage } from "../../errors/to-message.ts";
import { isRequired } from "../../domain/cycle.ts";
import { formatDay } from "../../i18n/format-day.ts";
import { terms } from "../../i18n/terms.ts";
import { renderButton } from "../../ui/button.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderSkeleton } from "../../ui/progress.ts";
import { renderStateBadge } from "../../ui/state-badge.ts";
import { renderWebLink } from "../../ui/web-link.ts";
import { contactLines } from "../../words/notice-words.ts";
import type { NoticeEdition } from "./load-notice.ts";
import type { NoticePage } from "./notice-page.ts";
import { renderPassedOn } from "./render-passed-on.ts";

const HEIGHT_PX = 300;

const isUnanswered = ({ answer }: AppRecord<"answers">): boolean =>
  answer === "未開封" || answer === "確認済";

const timing = ({ t, clock }: NoticePage, due: string): string => {
  const { businessDaysLeft, daysLeft } = factsOfDue(due, clock);
  if (daysLeft === 0) return t("today");
  return daysLeft < 0
    ? t("late", { days: -daysLeft })
    : t("left", { days: businessDaysLeft });
};

const renderDue = (page: NoticePage): TemplateResult | typeof nothing => {
  const { t, record, clock } = page;
  const { answerDue: due, dueReason } = record;
  if (due === null) return nothing;
  const status = isUnanswered(record)
    ? milestoneStatus({ due, done: null, isApplicable: true }, clock)
    : "done";
  return html`<p class="suisen-notice-due">
    <strong>${t("due", { day: formatDay(due, t.language) })}</strong>
    ${isUnanswered(record) ? timing(page, due) : nothing}
    ${renderStateBadge(status, terms[status][t.language])}
    ${dueReason === "" ? nothing : html`<span>${t("ownDate", { reason: dueReason })}</span>`}
  </p>`;
};

const renderAttachments = (
  page: NoticePage,
  edition: NoticeEdition,
): TemplateResult =>
  html`<p class="suisen-notice-links">
    ${edition.noticeFiles.map(
      (file) =>
        html`<button
          type="button"
          class="suisen-button"
          aria-label=${page.t("open", { name: file.name })}
          @click=${() => page.onDownload(file)}
        >
          ${file.name} ↓
        </button>`,
    )}
    ${renderWebLink(edition.selfFormUrl, page.t("selfForm"))}
    ${renderWebLink(edition.otherFormUrl, page.t("otherForm"))}
    ${
      isRequired(page.programme, "securityAction")
        ? renderWebLink(edition.securityActionUrl, page.t("securityAction"))
        : nothing
    }
    ${renderWebLink(edition.publicRegisterUrl, page.t("publicRegister"))}
  </p>`;

/** The reading need not be said by a society that has answered. */
const renderRead = ({
  t,
  record,
  onRead,
}: NoticePage): TemplateResult | typeof nothing => {
  const { readOn } = record;
  if (readOn !== null)
    return html`<span
      >${t("readOn", { day: formatDay(readOn, t.language) })}</span
    >`;
  return isUnanswered(record)
    ? renderButton(t("read"), onRead, {
        isPrimary: record.answer === "未開封",
      })
    : nothing;
};

/** One primary button: the first press is the reading, the next the nomination. */
const renderAnswer = (page: NoticePage): TemplateResult => {
  const { t, record } = page;
  return html`<div class="suisen-notice-answer">
    ${renderRead(page)}
    ${
      page.createHref === ""
        ? nothing
        : html`<span
            >${t("ifCandidate")}
            <a
              class="suisen-button ${record.answer === "確認済" ? "suisen-button-primary" : ""}"
              href=${page.createHref}
              >${t("create")}</a
            ></span
          >`
    }
    ${
      record.answer === "該当なし"
        ? nothing
        : html`<span
            >${t("ifNone")}
            <button type="button" class="suisen-button" @click=${page.onNone}>
              ${t("none")}
            </button></span
          >`
    }
  </div>`;
};

const renderChases = ({ t, record }: NoticePage) =>
  record.chases
    .filter(({ chasedOn }) => chasedOn !== null)
    .slice(-1)
    .map(({ chasedOn, chaseText }) =>
      renderNotice(
        "warning",
        t("chased", {
          day: formatDay(chasedOn ?? "", t.language),
          text: chaseText,
        }),
      ),
    );

const renderReady = (
  page: NoticePage,
  edition: NoticeEdition,
): TemplateResult => {
  const { t, record } = page;
  const sender = [edition.federationName, edition.federationSection]
    .filter((part) => part !== "")
    .join(" ");
  return html`<h2>${t("title", { edition: edition.name })}</h2>
    ${sender === "" ? nothing : html`<p>${t("from", { name: sender })}</p>`}
    ${renderDue(page)}
    <p>${t("state", { answer: record.answer ?? "" })}</p>
    ${isUnanswered(record) ? renderChases(page) : nothing}
    <p
      class="suisen-notice-text suisen-long-text"
      .textContent=${edition.noticeText || t("noText")}
    ></p>
    ${renderAttachments(page, edition)} ${renderAnswer(page)}
    ${renderPassedOn(page, edition)}
    <p class="suisen-secondary suisen-long-text">
      ${contactLines(edition).join("　")}
    </p>`;
};

const renderStatus = (page: NoticePage): TemplateResult => {
  const { t, status, record } = page;
  switch (status.kind) {
    case "loading":
      return renderSkeleton(t("loading"), HEIGHT_PX);
    case "missing":
      return renderNotice("warning", t("missing", { edition: record.edition }));
    case "failed":
      return renderNotice("error", toMessage(status.error, t.language));
    default:
      return renderReady(page, status.edition);
  }
};

/** The request to one society: text, files, addresses, and the ways to answer. */
export const renderNoticePage = (page: NoticePage): TemplateResult =>
  html`<section class="suisen-card suisen-notice-page">
    ${renderStatus(page)}
  </section>`;
