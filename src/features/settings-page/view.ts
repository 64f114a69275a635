import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { appKeys } from "../../apps/index.ts";
import type { AppKey } from "../../apps/index.ts";
import { ANCHORS } from "../../feature-kit/settings-anchors.ts";
import { renderNotice } from "../../ui/notice.ts";
import type { FormProblem } from "./settings-form.ts";
import { renderForms } from "./render-forms.ts";
import type { SettingsView } from "./settings-view.ts";
import { renderChecks } from "./render-checks.ts";

const problemText = (t: SettingsView["t"], problem: FormProblem): string => {
  switch (problem.field) {
    case "warnDays":
      return t("badWarnDays");
    case "closedDays":
      return t("badClosedDay", { line: problem.line, text: problem.text });
    default:
      return t("badAppId", { app: t(problem.app) });
  }
};

const renderProblems = (
  { t, problems }: SettingsView,
  field: FormProblem["field"],
  app?: AppKey,
) =>
  problems
    .filter((problem) => problem.field === field)
    .filter((problem) => problem.field !== "app" || problem.app === app)
    .map((problem) => renderNotice("error", problemText(t, problem)));

const valueOf = (event: Event): string =>
  event.target instanceof HTMLInputElement ||
  event.target instanceof HTMLTextAreaElement
    ? event.target.value
    : "";

const renderDeadlines = (view: SettingsView): TemplateResult =>
  html`<fieldset class="suisen-card">
    <legend>${view.t("deadlines")}</legend>
    <label
      ><span>${view.t("warnDays")}</span>
      <span
        ><input
          class="suisen-input"
          inputmode="numeric"
          size="4"
          .value=${view.form.warnDays}
          @input=${(event: Event) =>
            view.onInput((form) => {
              form.warnDays = valueOf(event);
            })}
        />
        ${view.t("warnDaysUnit")}</span
      ></label
    >
    ${renderProblems(view, "warnDays")}
    <label
      ><span>${view.t("closedDays")}</span>
      <textarea
        class="suisen-input"
        rows="6"
        .value=${view.form.closedDays}
        @input=${(event: Event) =>
          view.onInput((form) => {
            form.closedDays = valueOf(event);
          })}
      ></textarea>
      <span class="suisen-secondary">${view.t("closedDaysHint")}</span></label
    >
    ${renderProblems(view, "closedDays")}
  </fieldset>`;

const renderApps = (view: SettingsView): TemplateResult =>
  html`<fieldset class="suisen-card" id=${ANCHORS.apps}>
    <legend>${view.t("apps")}</legend>
    <p class="suisen-secondary">${view.t("appsHint")}</p>
    ${appKeys.map(
      (key) =>
        html`<label
            ><span>${view.t("appId", { app: view.t(key) })}</span>
            <input
              class="suisen-input"
              inputmode="numeric"
              size="8"
              .value=${view.form.apps[key]}
              @input=${(event: Event) =>
                view.onInput((form) => {
                  form.apps[key] = valueOf(event);
                })}
          /></label>
          ${renderProblems(view, "app", key)}`,
    )}
  </fieldset>`;

const renderSaved = (view: SettingsView) =>
  view.isSaved
    ? renderNotice(
        "info",
        html`${view.t("saved")}
          <a href=${view.appSettingsHref}>${view.t("toAppSettings")}</a>`,
      )
    : nothing;

/** Checks first, then what can be set, then what saving means. */
export const renderSettings = (view: SettingsView): TemplateResult =>
  html`<div class="suisen-settings">
    <h2>${view.t("title")}</h2>
    <p>${view.t("intro")}</p>
    ${
      view.isBroken
        ? renderNotice("warning", view.t("brokenSettings"))
        : nothing
    }
    ${renderChecks(view)}
    <div id=${ANCHORS.sections} class="suisen-settings-sections"></div>
    ${renderForms(view)} ${renderDeadlines(view)} ${renderApps(view)}
    <p class="suisen-secondary">${view.t("saveHint")}</p>
    ${view.saveError === null ? nothing : renderNotice("error", view.saveError)}
    ${renderSaved(view)}
    <div class="suisen-settings-actions">
      <a class="suisen-button suisen-button-link" href=${view.appSettingsHref}
        >${view.t("cancel")}</a
      >
      <button
        type="button"
        class="suisen-button suisen-button-primary"
        @click=${view.onSave}
      >
        ${view.t("save")}
      </button>
    </div>
  </div>`;
