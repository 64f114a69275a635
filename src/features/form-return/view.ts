import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { toMessage } from "../../errors/to-message.ts";
import { renderButton } from "../../ui/button.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderProgress } from "../../ui/progress.ts";
import { renderDrop } from "./render-drop.ts";
import { renderFindings } from "./render-findings.ts";
import { renderTable } from "./render-table.ts";
import type { Compared, ReturnPage } from "./return-page.ts";
import { countKinds, planWrites } from "./view-model.ts";

const renderSociety = (
  { t, societies, society, onSociety }: ReturnPage,
  { results, progress }: Compared,
): TemplateResult =>
  html`<label class="suisen-return-society"
    >${t("society")}
    <select
      class="suisen-input"
      ?disabled=${progress !== null || results.size > 0}
      @change=${(event: Event) => {
        if (event.target instanceof HTMLSelectElement) {
          const { value } = event.target;
          onSociety(value === "" ? null : value);
        }
      }}
    >
      <option value="" ?selected=${society === null}>${t("noSociety")}</option>
      ${societies.map(
        (name) =>
          html`<option value=${name} ?selected=${name === society}>
            ${name}
          </option>`,
      )}
    </select></label
  >`;

const renderOutcome = (
  { t }: ReturnPage,
  { results, progress }: Compared,
): TemplateResult | typeof nothing => {
  if (progress !== null) {
    return renderProgress({ label: t("writing", progress), ...progress });
  }
  if (results.size === 0) return nothing;
  const written = [...results.values()].filter(
    ({ kind }) => kind === "written",
  ).length;
  return written === results.size
    ? renderNotice("info", t("allWritten", { count: written }))
    : renderNotice(
        "warning",
        t("partlyWritten", { written, total: results.size }),
      );
};

const renderCompared = (page: ReturnPage, state: Compared): TemplateResult => {
  const { t } = page;
  const { entries, choice, results, progress } = state;
  const isDisabled = progress !== null;
  const isDone = results.size > 0 && progress === null;
  const count = planWrites(entries, choice).length;
  // A form that names its society needs no choice of one.
  const isAsked =
    page.society !== null || entries.some(({ society }) => society === null);
  const hasOpen = entries.some(({ kind }) => kind !== "same");
  return html`<p class="suisen-long-text">
      ${t("file", { name: state.fileName })}
      <strong>${t("counts", countKinds(entries))}</strong>
    </p>
    ${isAsked ? renderSociety(page, state) : nothing}
    ${renderOutcome(page, state)} ${renderFindings(page, state)}
    ${
      entries.length === 0
        ? renderNotice("info", t("empty"))
        : renderTable(page, state)
    }
    <div class="suisen-return-actions">
      ${
        count === 0 && !isDone && entries.length > 0
          ? html`<span class="suisen-secondary"
              >${t(hasOpen ? "nothingChosen" : "allSame")}</span
            >`
          : nothing
      }
      ${renderButton(t("otherFile"), page.onOtherFile, { isDisabled })}
      ${renderButton(t("close"), page.onClose, { isDisabled })}
      ${
        isDone
          ? renderButton(t("retry"), page.onReload)
          : renderButton(t("write", { count }), page.onWrite, {
              isPrimary: true,
              isDisabled: count === 0 || isDisabled,
            })
      }
    </div>`;
};

const renderState = (page: ReturnPage): TemplateResult => {
  const { t, state } = page;
  switch (state.kind) {
    case "loading":
      return renderProgress({ label: t("loading"), done: 0, total: null });
    case "failed":
      return html`${renderNotice("error", toMessage(state.error, t.language))}
        <div class="suisen-return-actions">
          ${renderButton(t("retry"), page.onReload)}
        </div>`;
    case "missing":
      return renderNotice("warning", t("needsMap"));
    case "stale":
      return renderNotice("warning", t("staleMap"));
    case "waiting":
      return renderDrop(page, state.error);
    case "reading":
      return html`${renderProgress({
          label: t("reading", { name: state.fileName }),
          ...state.progress,
        })}
        <div class="suisen-return-actions">
          ${renderButton(t("cancel"), page.onCancel)}
        </div>`;
    case "compared":
      return renderCompared(page, state);
    default:
      return state satisfies never;
  }
};

/** From the file to what is written, one thing after the other. */
export const renderReturn = (page: ReturnPage): TemplateResult =>
  html`<div class="suisen-return">${renderState(page)}</div>`;
