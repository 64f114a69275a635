import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { ANCHORS } from "../../feature-kit/settings-anchors.ts";
import { renderButton } from "../../ui/button.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderProgress, renderSkeleton } from "../../ui/progress.ts";
import type { ImportPage } from "./import-page.ts";
import { renderPreview } from "./render-preview.ts";

const HEIGHT_PX = 160;
const PASTE_ID = "suisen-import-paste";

const readPasted = (): string => {
  const area = document.getElementById(PASTE_ID);
  return area instanceof HTMLTextAreaElement ? area.value : "";
};

const renderSources = (
  page: ImportPage,
  error: string | null,
): TemplateResult => {
  const { t } = page;
  return html`<div class="suisen-import-part">
    ${error === null ? nothing : renderNotice("error", error)}
    <label
      >${t("file")}
      <input
        type="file"
        accept=".xlsx,.xlsm,.csv,.txt,.tsv"
        @change=${(event: Event) => {
          if (event.target instanceof HTMLInputElement) {
            const [file] = event.target.files ?? [];
            if (file !== undefined) page.onFile(file);
          }
        }}
    /></label>
    <label for=${PASTE_ID}>${t("paste")}</label>
    <textarea class="suisen-input" id=${PASTE_ID} rows="4"></textarea>
    <div class="suisen-import-sources">
      ${renderButton(t("readPasted"), () => page.onPaste(readPasted()))}
      ${renderButton(t("fromSite"), page.onSite)}
      ${renderButton(t("close"), page.onClose)}
    </div>
  </div>`;
};

const renderState = (page: ImportPage): TemplateResult => {
  const { t, state } = page;
  switch (state.kind) {
    case "closed":
      return renderButton(t("start"), page.onOpen);
    case "reading":
      return renderSkeleton(t("reading"), HEIGHT_PX);
    case "choosing":
      return renderSources(page, state.error);
    case "preview":
      return renderPreview(page, state);
    case "applying":
      return html`${renderProgress({
        label: t("applying", { ...state.progress, name: state.progress.next }),
        done: state.progress.done,
        total: state.progress.total,
      })}
      ${renderButton(t("stop"), page.onStop)}`;
    case "stopped":
      return html`${
        state.error === null ? nothing : renderNotice("error", state.error)
      }
      ${renderNotice("warning", t("stopped", state.progress))}
      ${renderButton(t("goOn"), () => page.onGoOn(state.list), {
        isPrimary: true,
      })}`;
    default:
      return html`${renderNotice(
        "info",
        t("finished", { total: state.total, present: state.present }),
      )}
      ${renderButton(t("again"), page.onOpen)}`;
  }
};

/** 商工会を取り込む: a list, a preview, one press. */
export const renderImport = (page: ImportPage): TemplateResult =>
  html`<section class="suisen-card suisen-import" id=${ANCHORS.societies}>
    <h3>${page.t("title")}</h3>
    <p class="suisen-secondary">${page.t("intro")}</p>
    ${renderState(page)}
  </section>`;
