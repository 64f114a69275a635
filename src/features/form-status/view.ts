import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { toMessage } from "../../errors/to-message.ts";
import type { Translator } from "../../i18n/translate.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderSkeleton } from "../../ui/progress.ts";
import type { StatusMessages } from "./messages.ts";
import type { FormStatus } from "./view-model.ts";

type T = Translator<StatusMessages>;

const HEIGHT_PX = 72;

const renderFacts = (t: T, status: FormStatus): TemplateResult => {
  switch (status.kind) {
    case "loading":
      return renderSkeleton(t("reading"), HEIGHT_PX);
    case "failed":
      return renderNotice("error", toMessage(status.error, t.language));
    case "mapped":
      return status.problem
        ? renderNotice("error", status.problem[t.language])
        : html`<p>${t("mapped", status)}</p>`;
    default:
      return html`<p>${t(status.kind)}</p>`;
  }
};

/**
 * What is known about the form, and where to go on with it.
 *
 * @param settingsHref - the settings page; null for who may not open it
 */
export const renderStatus = (
  t: T,
  status: FormStatus,
  settingsHref: string | null,
): TemplateResult =>
  html`<section class="suisen-form-status" aria-label=${t("title")}>
    <h3>${t("title")}</h3>
    ${renderFacts(t, status)}
    ${
      settingsHref === null || ["noFile", "loading"].includes(status.kind)
        ? nothing
        : html`<p>
            <a class="suisen-button suisen-button-link" href=${settingsHref}
              >${t(status.kind === "noMap" ? "begin" : "change")}</a
            >
          </p>`
    }
  </section>`;
