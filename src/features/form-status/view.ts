import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { isUserError } from "../../errors/user-error.ts";
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

/** Null when the user may not see it. */
type Hrefs = {
  /** The settings page, at this form. */
  readonly settings: string | null;
  /** Address of the page that makes sheets. */
  readonly sheets: string | null;
};

/** True when a map can be edited; a broken file is corrected elsewhere, a broken map here. */
const isForMapping = (status: FormStatus): boolean =>
  status.kind === "noMap" ||
  status.kind === "mapped" ||
  (status.kind === "failed" &&
    isUserError(status.error) &&
    status.error.code.startsWith("report/map"));

const isReady = (status: FormStatus): boolean =>
  status.kind === "mapped" && status.problem === null;

/** The state of the form, and a link to the next step. */
export const renderStatus = (
  t: T,
  status: FormStatus,
  { settings, sheets }: Hrefs,
): TemplateResult =>
  html`<section class="suisen-form-status" aria-label=${t("title")}>
    <h3>${t("title")}</h3>
    ${renderFacts(t, status)}
    ${
      settings === null || !isForMapping(status)
        ? nothing
        : html`<a class="suisen-button suisen-button-link" href=${settings}
            >${t(status.kind === "noMap" ? "begin" : "change")}</a
          >`
    }
    ${
      sheets !== null && isReady(status)
        ? html`<a href=${sheets}>${t("toSheets")}</a>`
        : nothing
    }
  </section>`;
