import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { toMessage } from "../../errors/to-message.ts";
import type { Translator } from "../../i18n/translate.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderSkeleton } from "../../ui/progress.ts";
import type { StatusMessages } from "./messages.ts";
import type { FormStatus } from "./view-model.ts";

export type StatusView = {
  readonly t: Translator<StatusMessages>;
  readonly status: FormStatus;
  /** The settings page; null for who may not open it. */
  readonly settingsHref: string | null;
};

const HEIGHT_PX = 72;

const WAYS = {
  noMap: "begin",
  mapBroken: "begin",
  stale: "resolve",
  mapped: "change",
} as const;

const renderWay = ({
  t,
  status,
  settingsHref,
}: StatusView): TemplateResult | typeof nothing => {
  const { kind } = status;
  if (kind === "noFile" || kind === "loading" || kind === "unreadable") {
    return nothing;
  }
  if (settingsHref === null) {
    return html`<p class="suisen-secondary">${t("askManager")}</p>`;
  }
  return html`<p>
    <a
      class="suisen-button suisen-button-link ${
        kind === "mapped" ? "" : "suisen-button-primary"
      }"
      href=${settingsHref}
      >${t(WAYS[kind])}</a
    >
    <span class="suisen-secondary">${t("settingsHint")}</span>
  </p>`;
};

const renderFacts = ({ t, status }: StatusView): TemplateResult => {
  switch (status.kind) {
    case "loading":
      return renderSkeleton(t("reading"), HEIGHT_PX);
    case "unreadable":
      return renderNotice("error", toMessage(status.error, t.language));
    case "mapBroken":
    case "stale":
      return renderNotice("error", t(status.kind));
    case "noFile":
    case "noMap":
      return html`<p>${t(status.kind)}</p>`;
    case "mapped": {
      const { placed, unsure, problems } = status.summary;
      return html`<p>
        <strong
          >${t("summary", { placed, unsure, problems: problems.length })}</strong
        >
        <span class="suisen-secondary"
          >${t("revision", { revision: status.revision })}</span
        >
      </p>`;
    }
    default:
      return status satisfies never;
  }
};

/** What is known about the form, and where to go on with it. */
export const renderStatus = (view: StatusView): TemplateResult =>
  html`<section class="suisen-form-status" aria-label=${view.t("title")}>
    <h3>${view.t("title")}</h3>
    ${renderFacts(view)} ${renderWay(view)}
  </section>`;
