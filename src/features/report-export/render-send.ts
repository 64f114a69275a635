import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { FormError } from "excel-form";
import { toMessage } from "../../errors/to-message.ts";
import { formatInstant } from "../../i18n/format-day.ts";
import { renderButton } from "../../ui/button.ts";
import { renderNotice } from "../../ui/notice.ts";
import type { DialogPage } from "./dialog-page.ts";
import type { MadeFile, MadeReport } from "./dialog-state.ts";

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
      <a class="suisen-button suisen-button-link" href=${mail.mailto}
        >${page.t("openMail")}</a
      >
      ${renderButton(page.t("copyMail"), () => page.onCopy(mail.body))}
    </div>`;
};

const renderSent = (page: DialogPage, made: MadeReport): TemplateResult =>
  made.sentAt === null
    ? html`<div class="suisen-report-actions">
        <span class="suisen-secondary">${page.t("markHint")}</span>
        ${renderButton(page.t("close"), page.onCancel)}
        ${renderButton(page.t("markSent"), () => page.onSent(made), {
          isPrimary: true,
        })}
      </div>`
    : html`<div class="suisen-report-actions">
        ${renderNotice(
          "info",
          page.t("markedSent", {
            at: formatInstant(made.sentAt, page.timeZone, page.t.language),
          }),
        )}
        ${renderButton(page.t("close"), page.onCancel)}
      </div>`;

/** Show the warnings before the file is sent. */
const renderFile = (page: DialogPage, file: MadeFile): TemplateResult =>
  html`<li>
    <div>${file.fileName}</div>
    ${renderButton(page.t("downloadAgain"), () => page.onDownload(file))}
    <a href=${page.ledgerHref(file.deliveryId)} target="_blank"
      >${page.t("openLedger")}</a
    >
    ${file.warnings.map(({ code, params, sheet, address }) =>
      renderNotice(
        "warning",
        `${sheet} ${address} ${toMessage(new FormError(code, params), page.t.language)}`,
      ),
    )}
  </li>`;

/** Step four: the files are there and recorded; now they have to be mailed. */
export const renderSend = (
  page: DialogPage,
  made: MadeReport,
  error: unknown,
): TemplateResult =>
  html`${renderNotice("info", page.t("made"))}
    <ul class="suisen-report-files suisen-report-rows suisen-long-text">
      ${made.files.map((file) => renderFile(page, file))}
    </ul>
    ${renderMail(page, made)}
    ${
      error === null
        ? nothing
        : renderNotice("error", toMessage(error, page.t.language))
    }
    ${renderSent(page, made)}`;
