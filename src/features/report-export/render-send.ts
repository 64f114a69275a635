import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { toMessage } from "../../errors/to-message.ts";
import { formatInstant } from "../../i18n/format-day.ts";
import { renderNotice } from "../../ui/notice.ts";
import type { DialogPage } from "./dialog-page.ts";
import type { MadeReport } from "./dialog-state.ts";

const renderMail = (page: DialogPage, made: MadeReport): TemplateResult => {
  const { mail } = made;
  return html`<h3>${page.t("mailTitle")}</h3>
    <dl class="suisen-report-mail">
      <dt>${page.t("mailTo")}</dt>
      <dd class="suisen-long-text">
        ${mail.to === "" ? page.t("mailNoRecipient") : mail.to}
      </dd>
      <dt>${page.t("mailSubject")}</dt>
      <dd class="suisen-long-text">${mail.subject}</dd>
    </dl>
    <label class="suisen-report-reason"
      ><span>${page.t("mailBody")}</span>
      <textarea
        class="suisen-input"
        readonly
        rows="6"
        .value=${mail.body}
      ></textarea>
    </label>
    <div class="suisen-report-actions">
      <span class="suisen-secondary">${page.t("attachHint")}</span>
      <button
        type="button"
        class="suisen-button"
        @click=${() => page.onDownload(made)}
      >
        ${page.t("downloadAgain")}
      </button>
      <a class="suisen-button suisen-button-link" href=${mail.mailto}
        >${page.t("openMail")}</a
      >
      <button
        type="button"
        class="suisen-button"
        @click=${() => page.onCopy(mail.body)}
      >
        ${page.t("copyMail")}
      </button>
    </div>`;
};

const renderSent = (page: DialogPage, made: MadeReport): TemplateResult =>
  made.sentAt === null
    ? html`<div class="suisen-report-actions">
        <span class="suisen-secondary">${page.t("markHint")}</span>
        <button type="button" class="suisen-button" @click=${page.onCancel}>
          ${page.t("close")}
        </button>
        <button
          type="button"
          class="suisen-button suisen-button-primary"
          @click=${() => page.onSent(made)}
        >
          ${page.t("markSent")}
        </button>
      </div>`
    : html`${renderNotice(
          "info",
          page.t("markedSent", {
            at: formatInstant(made.sentAt, page.timeZone, page.t.language),
          }),
        )}
        <div class="suisen-report-actions">
          <button type="button" class="suisen-button" @click=${page.onCancel}>
            ${page.t("close")}
          </button>
        </div>`;

/** Step four: the file is there and recorded; now it has to be mailed. */
export const renderSend = (
  page: DialogPage,
  made: MadeReport,
  error: unknown,
): TemplateResult =>
  html`${renderNotice(
    "info",
    html`${page.t("made", { name: made.fileName })}
      <a href=${page.ledgerHref(made.deliveryId)} target="_blank"
        >${page.t("openLedger")}</a
      >`,
  )}
  ${renderMail(page, made)}
  ${
    error === null
      ? nothing
      : renderNotice("error", toMessage(error, page.t.language))
  }
  ${renderSent(page, made)}`;
