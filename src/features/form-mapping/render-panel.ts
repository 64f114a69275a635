import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { toMessage } from "../../errors/to-message.ts";
import type { Translator } from "../../i18n/translate.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderProgress, renderSkeleton } from "../../ui/progress.ts";
import type { MappingMessages } from "./messages.ts";
import type { PanelState } from "./panel-state.ts";

export type PanelPage = {
  readonly t: Translator<MappingMessages>;
  readonly state: PanelState;
  /** Files attached to the field; the one added last is the form. */
  readonly fileCount: number;
  /** Address of the page that makes the sheet. */
  readonly boardHref: string;
  onOpen(): void;
  onRetry(): void;
  onCancel(): void;
};

const HEIGHT_PX = 88;
const DIFFERENCES_SHOWN = 8;

const renderButton = (
  { onOpen }: PanelPage,
  label: string,
  isPrimary: boolean,
): TemplateResult =>
  html`<button
    type="button"
    class="suisen-button ${isPrimary ? "suisen-button-primary" : ""}"
    @click=${onOpen}
  >
    ${label}
  </button>`;

const renderFile = (page: PanelPage, name: string): TemplateResult =>
  html`<p class="suisen-long-text">
    ${
      page.fileCount > 1
        ? page.t("severalFiles", { count: page.fileCount, name })
        : page.t("formName", { name })
    }
  </p>`;

const renderDrift = (
  page: PanelPage,
  { comparison, source }: Extract<PanelState, { kind: "drifted" }>,
): TemplateResult => {
  const { t } = page;
  const { differences } = comparison;
  const hidden = differences.length - DIFFERENCES_SHOWN;
  return html`${renderFile(page, source.name)}
    ${renderNotice("error", t("drifted"))}
    <strong>${t("differences", { count: differences.length })}</strong>
    <ul class="suisen-map-differences">
      ${differences
        .slice(0, DIFFERENCES_SHOWN)
        .map(
          ({ message }) =>
            html`<li class="suisen-long-text">${message[t.language]}</li>`,
        )}
      ${
        hidden > 0
          ? html`<li>${t("moreDifferences", { count: hidden })}</li>`
          : nothing
      }
    </ul>
    ${renderButton(page, t("resolve"), true)}`;
};

const renderMapped = (
  page: PanelPage,
  { source, map, summary }: Extract<PanelState, { kind: "mapped" }>,
): TemplateResult => {
  const { t } = page;
  const { placed, unsure, problems } = summary;
  return html`${renderFile(page, source.name)}
    <p>
      <strong
        >${t("summary", { placed, unsure, problems: problems.length })}</strong
      >
      <span class="suisen-secondary"
        >${t("savedRevision", { revision: map.revision })}</span
      >
    </p>
    ${
      problems.length === 0
        ? nothing
        : html`<ul class="suisen-map-differences">
            ${problems
              .slice(0, DIFFERENCES_SHOWN)
              .map(
                ({ message }) =>
                  html`<li class="suisen-long-text">
                    ${message[t.language]}
                  </li>`,
              )}
          </ul>`
    }
    <p class="suisen-map-panel-actions">
      ${renderButton(page, t("change"), false)}
      ${
        problems.some(({ severity }) => severity === "block")
          ? nothing
          : html`<a href=${page.boardHref}>${t("toBoard")}</a>`
      }
    </p>`;
};

const renderState = (page: PanelPage): TemplateResult => {
  const { t, state } = page;
  switch (state.kind) {
    case "noFile":
      return html`<p>${t("noFile")}</p>
        <p class="suisen-secondary">${t("sampleMeanwhile")}</p>`;
    case "loading":
      return renderSkeleton(t("reading"), HEIGHT_PX);
    case "proposing":
      return html`${renderFile(page, state.source.name)}
        ${renderProgress({ label: t("proposing", state.progress), ...state.progress })}
        <button type="button" class="suisen-button" @click=${page.onCancel}>
          ${t("cancelProposal")}
        </button>`;
    case "failed":
      return html`${renderNotice("error", toMessage(state.error, t.language))}
        <button type="button" class="suisen-button" @click=${page.onRetry}>
          ${t("retry")}
        </button>`;
    case "noMap":
      return html`${renderFile(page, state.source.name)}
        <p>${t("noMap")}</p>
        ${renderButton(page, t("begin"), true)}`;
    case "mapBroken":
      return html`${renderFile(page, state.source.name)}
      ${renderNotice("error", t("mapBroken"))}
      ${renderButton(page, t("begin"), true)}`;
    case "mapped":
      return renderMapped(page, state);
    case "drifted":
      return renderDrift(page, state);
    default:
      return state satisfies never;
  }
};

/** The state of the form and its map, and the one next step. */
export const renderPanel = (page: PanelPage): TemplateResult =>
  html`<section class="suisen-map-panel" aria-label=${page.t("panelTitle")}>
    <h3>${page.t("panelTitle")}</h3>
    ${renderState(page)}
  </section>`;
