import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { renderButton } from "../../ui/button.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderProgress, renderSkeleton } from "../../ui/progress.ts";
import type { ImportStep } from "./import-kind.ts";
import type { ImportPage } from "./import-page.ts";
import { renderListSources } from "./list-view.ts";
import { renderPreview } from "./render-preview.ts";

const HEIGHT_PX = 160;

const renderSources = <F extends string, K, S extends ImportStep<F>>(
  page: ImportPage<F, K, S>,
  error: string | null,
): TemplateResult => {
  const { t, language, kind } = page;
  const { otherSource } = kind;
  return html`<div class="suisen-import-part">
    ${error === null ? nothing : renderNotice("error", error)}
    ${renderListSources({
      language,
      id: kind.id,
      fileLabel: kind.texts.file[language],
      readLabel: t("readPasted"),
      others: [
        otherSource === undefined
          ? nothing
          : renderButton(otherSource.label[language], page.onOther),
        renderButton(t("close"), page.onClose),
      ],
      onFile: page.onFile,
      onPaste: page.onPaste,
    })}
  </div>`;
};

const renderState = <F extends string, K, S extends ImportStep<F>>(
  page: ImportPage<F, K, S>,
): TemplateResult => {
  const { t, language, kind, state } = page;
  switch (state.kind) {
    case "closed":
      return renderButton(kind.texts.start[language], page.onOpen);
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
      return html`${renderNotice("info", kind.finished(state)[language])}
      ${renderButton(t("again"), page.onOpen)}`;
  }
};

/** A list, a preview, one press. */
export const renderImport = <F extends string, K, S extends ImportStep<F>>(
  page: ImportPage<F, K, S>,
): TemplateResult => {
  const { kind, language } = page;
  return html`<section
    class="suisen-card suisen-import"
    id=${kind.anchor ?? nothing}
  >
    <h3>${kind.texts.title[language]}</h3>
    <p class="suisen-secondary">${kind.texts.intro[language]}</p>
    ${renderState(page)}
  </section>`;
};
