import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { toMessage } from "../../errors/to-message.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderProgress } from "../../ui/progress.ts";
import type { MappingPage } from "./mapping-page.ts";
import { isDirty } from "./mapping-state.ts";
import { renderCellBar } from "./render-cell-bar.ts";
import { renderProblems } from "./render-findings.ts";
import { renderList } from "./render-list.ts";
import { renderSheet } from "./render-sheet.ts";
import { renderValues } from "./render-values.ts";
import { listPlaced, toMissing } from "excel-form";
import { shownSheets } from "./view-model.ts";
import { labelOf, toSentence } from "./words.ts";
import { vocabularyOf } from "../../domain/vocabulary.ts";

const renderTabs = (page: MappingPage): TemplateResult | typeof nothing => {
  const sheets = shownSheets(page.state.form);
  return html`<div
    class="suisen-map-tabs"
    role="group"
    aria-label=${page.t("sheets")}
  >
    ${sheets.map(
      ({ name }) =>
        html`<button
          type="button"
          class="suisen-map-tab"
          aria-pressed=${name === page.state.sheet}
          @click=${() => page.onSheet(name)}
        >
          ${name}
        </button>`,
    )}
  </div>`;
};

const renderSwitch = (
  label: string,
  isOn: boolean,
  onChange: (isOn: boolean) => void,
): TemplateResult =>
  html`<label class="suisen-map-switch"
    ><input
      type="checkbox"
      .checked=${isOn}
      @change=${(event: Event) => {
        if (event.target instanceof HTMLInputElement) {
          onChange(event.target.checked);
        }
      }}
    />
    ${label}</label
  >`;

const renderTools = (page: MappingPage): TemplateResult =>
  html`<div class="suisen-map-tools">
    ${renderTabs(page)}
    ${renderSwitch(page.t("zoomFit"), page.isFitted, page.onFit)}
    ${renderSwitch(
      page.t("preview"),
      page.preview.kind !== "off",
      page.onPreview,
    )}
  </div>`;

const renderPreviewNote = ({
  t,
  preview: state,
}: MappingPage): TemplateResult | typeof nothing => {
  if (state.kind === "off") return nothing;
  if (state.kind === "loading")
    return renderNotice("info", t("previewLoading"));
  if (state.kind === "failed") {
    return renderNotice("error", toMessage(state.error, t.language));
  }
  const { preview, isProvisional } = state;
  if (preview.kind === "refused") {
    const reason = toMessage(preview.error, t.language);
    return renderNotice("warning", t("previewRefused", { reason }));
  }
  const { records: count, surplus, isOneOfThem } = preview;
  const shown = isProvisional
    ? t("previewUnregistered", { count })
    : t("previewRecords", { count });
  return renderNotice(
    "info",
    [
      count === 0 ? t("previewNone") : shown,
      isOneOfThem ? t("previewOneFirm") : "",
      surplus > 0 ? t("previewSurplus", { count: surplus }) : "",
    ].join(""),
  );
};

const renderHint = (page: MappingPage): TemplateResult | typeof nothing => {
  const { t, state, differences, isProposal, save, foreign } = page;
  if (save.kind !== "idle") return nothing;
  if (foreign !== null) {
    return renderNotice(
      "warning",
      html`${foreign[t.language]}${t("foreignHint")}
        <button
          type="button"
          class="suisen-button"
          @click=${page.onProposeAnyway}
        >
          ${t("proposeAnyway")}
        </button>`,
    );
  }
  if (differences.length > 0) return renderNotice("warning", t("driftHint"));
  if (!isProposal) return nothing;
  return listPlaced(state.map).length === 0
    ? renderNotice("warning", t("noProposal"))
    : renderNotice("info", t("proposalHint"));
};

const renderSaved = (page: MappingPage): TemplateResult => {
  const { t, state } = page;
  if (listPlaced(state.map).length === 0) {
    return renderNotice("warning", t("savedEmpty"));
  }
  const missing = toMissing(
    vocabularyOf(page.programme),
    state.form,
    state.map,
  );
  const names = [
    ...missing.values.map((key) => labelOf(page, key)),
    ...missing.cells.map(({ label }) => label),
  ];
  const words = [
    t("savedNow", { revision: state.map.revision }),
    missing.blocks > 0 ? t("savedBlocked", { count: missing.blocks }) : "",
    missing.warnings > 0 ? t("savedWarned", { count: missing.warnings }) : "",
    names.length > 0 ? t("savedMissing", { names: names.join("、") }) : "",
    missing.blocks === 0 && names.length === 0 ? t("savedComplete") : "",
  ].join("");
  return renderNotice(
    missing.blocks > 0 ? "warning" : "info",
    missing.blocks > 0
      ? words
      : html`${words} <a href=${page.boardHref}>${t("toBoard")}</a>`,
  );
};

const CONFLICTS = {
  elsewhere: "conflictElsewhere",
  map: "conflictMap",
  file: "conflictFile",
} as const;

const renderSaveState = (
  page: MappingPage,
): TemplateResult | typeof nothing => {
  const { t, save, state } = page;
  switch (save.kind) {
    case "idle":
    case "saving":
      return nothing;
    case "saved":
      return isDirty(state) ? nothing : renderSaved(page);
    case "failed":
      return renderNotice(
        "error",
        `${toMessage(save.error, t.language)} ${t("saveFailed")}`,
      );
    case "conflict":
      return renderNotice(
        "warning",
        `${t(CONFLICTS[save.with])} ${t("saveFailed")}`,
      );
    default:
      return save satisfies never;
  }
};

const renderLeaving = (page: MappingPage): TemplateResult =>
  html`<div
    class="suisen-map-leaving"
    role="alertdialog"
    aria-label=${page.t("unsaved")}
  >
    <span>${page.t("unsaved")}</span>
    <button type="button" class="suisen-button" @click=${page.onLeave}>
      ${page.t("leave")}
    </button>
    <button
      type="button"
      class="suisen-button suisen-button-primary"
      @click=${page.onStay}
    >
      ${page.t("stay")}
    </button>
  </div>`;

const renderFoot = (page: MappingPage): TemplateResult => {
  const { t, state, save } = page;
  return html`<footer class="suisen-map-foot">
    <p class="suisen-map-said" role="status">
      ${toSentence(page, state.said) || html`<span class="suisen-secondary">${t("howTo")}</span>`}
    </p>
    <button
      type="button"
      class="suisen-button"
      ?disabled=${state.past.length === 0}
      @click=${page.onUndo}
    >
      ${t("undo")}
    </button>
    <button type="button" class="suisen-button" @click=${page.onClose}>
      ${t("close")}
    </button>
    <button
      type="button"
      class="suisen-button suisen-button-primary"
      ?disabled=${save.kind === "saving"}
      @click=${page.onSave}
    >
      ${t(save.kind === "saving" ? "saving" : "save")}
    </button>
  </footer>`;
};

const renderProposing = ({
  t,
  proposing,
  onCancelProposal,
}: MappingPage): TemplateResult | typeof nothing =>
  proposing === null
    ? nothing
    : html`${renderProgress({ label: t("proposing", proposing), ...proposing })}
        <button type="button" class="suisen-button" @click=${onCancelProposal}>
          ${t("cancelProposal")}
        </button>`;

/** One place for what there is to say, the most pressing first: nothing below it moves. */
const renderNews = (page: MappingPage): TemplateResult => {
  const [first = nothing] = [
    renderProposing(page),
    renderSaveState(page),
    renderPreviewNote(page),
    renderHint(page),
  ].filter((news) => news !== nothing);
  return html`<div class="suisen-map-news">${first}</div>`;
};

/** The mapping screen: values on the left, the form on the right. */
export const renderMapping = (page: MappingPage): TemplateResult =>
  html`<div class="suisen-map">
    ${renderNews(page)}
    <div class="suisen-map-body">
      ${renderValues(page)}
      <div class="suisen-map-right">
        ${renderTools(page)} ${renderCellBar(page)} ${renderSheet(page)}
        ${renderList(page)}
        <div
          class="suisen-map-problems ${
            page.differences.length > 0 ? "suisen-map-problems-many" : ""
          }"
        >
          ${renderProblems(page)}
        </div>
      </div>
    </div>
    ${page.isLeaving ? renderLeaving(page) : renderFoot(page)}
  </div>`;
