import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { isUserError } from "../../errors/user-error.ts";
import { toMessage } from "../../errors/to-message.ts";
import { renderButton } from "../../ui/button.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderProgress } from "../../ui/progress.ts";
import type { DialogPage } from "./dialog-page.ts";
import type { DialogState, Progress } from "./dialog-state.ts";
import { renderCheck } from "./render-check.ts";
import { renderContents } from "./render-contents.ts";
import { renderSend } from "./render-send.ts";

const stepNames = [
  "stepCheck",
  "stepContents",
  "stepMake",
  "stepSend",
] as const;

const stepIndex: Readonly<Record<DialogState["step"], number>> = {
  loading: 0,
  failed: 0,
  check: 0,
  contents: 1,
  making: 2,
  changed: 2,
  send: 3,
};

const renderSteps = (page: DialogPage, state: DialogState): TemplateResult => {
  const current =
    state.step === "failed" && state.during !== "loading"
      ? 2
      : stepIndex[state.step];
  return html`<ol class="suisen-report-steps" aria-label=${page.t("steps")}>
    ${stepNames.map(
      (name, index) =>
        html`<li
          tabindex="-1"
          aria-current=${index === current ? "step" : "false"}
        >
          ${index + 1}. ${page.t(name)}
        </li>`,
    )}
  </ol>`;
};

const renderEditions = (page: DialogPage): TemplateResult =>
  html`<label class="suisen-report-edition"
    ><span>${page.t("edition")}</span>
    <select
      class="suisen-input"
      @change=${(event: Event) => {
        if (event.target instanceof HTMLSelectElement) {
          page.onEdition(event.target.value);
        }
      }}
    >
      ${page.editions.map(
        ({ name }) =>
          html`<option value=${name} ?selected=${name === page.typed.edition}>
            ${name}
          </option>`,
      )}
    </select></label
  >`;

const renderBar = (page: DialogPage, progress: Progress): TemplateResult =>
  html`${renderProgress({
      label: page.t("progress", progress),
      done: progress.done,
      total: progress.total,
    })}
    <div class="suisen-report-actions">
      ${renderButton(page.t("cancel"), page.onCancel, {
        isDisabled: progress.isBinding === true,
      })}
    </div>`;

/** An unusable form or map is corrected in the edition. */
const renderEditionLink = (page: DialogPage, error: unknown) => {
  const edition = page.editions.find(({ name }) => name === page.typed.edition);
  return edition &&
    isUserError(error) &&
    /^report\/(?!edition)/.test(error.code)
    ? html`<a href=${page.editionHref(edition.id)} target="_blank"
        >${page.t("edition")}</a
      >`
    : "";
};

const renderFailure = (
  page: DialogPage,
  { error, during, made, total = 0 }: Extract<DialogState, { step: "failed" }>,
): TemplateResult =>
  html`${renderNotice(
      "error",
      html`${toMessage(error, page.t.language)}
      ${made > 0 ? page.t("madeSome", { made, total }) : ""}
      ${during === "making" && made === 0 ? page.t("makeFailed") : ""}
      ${during === "loading" ? renderEditionLink(page, error) : ""}`,
    )}
    <div class="suisen-report-actions">
      ${renderButton(page.t("retry"), page.onReload, { isPrimary: true })}
    </div>`;

const renderStep = (page: DialogPage, state: DialogState): TemplateResult => {
  switch (state.step) {
    case "loading":
      return html`<div aria-busy="true">
        ${
          state.progress === null
            ? renderProgress({ label: page.t("loading"), done: 0, total: null })
            : renderBar(page, state.progress)
        }
      </div>`;
    case "failed":
      return renderFailure(page, state);
    case "check":
      return renderCheck(page, state.ready);
    case "contents":
      return renderContents(page, state.ready);
    case "making":
      return renderBar(page, state.progress);
    case "changed":
      return html`${renderNotice(
          "warning",
          state.count === 0
            ? page.t("editionChanged")
            : page.t("changedMeanwhile", { count: state.count }),
        )}
        <div class="suisen-report-actions">
          ${renderButton(page.t("retry"), page.onReload, { isPrimary: true })}
        </div>`;
    case "send":
      return renderSend(page, state.made, state.error);
    default:
      return state satisfies never;
  }
};

const canSwitch = ({ step }: DialogState): boolean =>
  step === "check" || step === "failed";

/** The dialog's body: where we are, and the step itself. */
export const renderDialog = (
  page: DialogPage,
  state: DialogState,
): TemplateResult =>
  html`<div class="suisen-report">
    ${renderSteps(page, state)} ${canSwitch(state) ? renderEditions(page) : ""}
    ${renderStep(page, state)}
  </div>`;
