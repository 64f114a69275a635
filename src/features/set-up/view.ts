import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { renderRefusals, renderSiteWork } from "../../feature-kit/site-work.ts";
import { renderButton } from "../../ui/button.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderStateMark } from "../../ui/state-badge.ts";
import type { BadgeLook } from "../../ui/state-badge.ts";
import type { Finding } from "./read-facts.ts";
import type { SetUpView } from "./state.ts";
import { toLines, toPlannedApps } from "./view-model.ts";

const marks = {
  ok: "done",
  note: "dueSoon",
  look: "overdue",
} as const satisfies Record<Finding["level"], BadgeLook>;

const renderFinding = ({ level, text }: Finding): TemplateResult =>
  html`<li class="suisen-check-${level}">
    <span class="suisen-check-mark">${renderStateMark(marks[level])}</span>
    <span class="suisen-long-text">${text}</span>
  </li>`;

const renderProgramme = (view: SetUpView): TemplateResult | typeof nothing =>
  view.programmes.length < 2
    ? nothing
    : html`<label class="suisen-set-up-choice"
        ><span>${view.t("programme")}</span>
        <select
          class="suisen-input"
          name="suisen-programme"
          ?disabled=${view.progress !== null}
          @change=${(event: Event) => {
            if (event.target instanceof HTMLSelectElement)
              view.onProgramme(event.target.selectedIndex);
          }}
        >
          ${view.programmes.map(
            (one) =>
              html`<option ?selected=${one === view.programme}>
                ${one.name}
              </option>`,
          )}
        </select>
        <span class="suisen-secondary">${view.t("programmeHint")}</span>
      </label>`;

const renderFederation = (view: SetUpView): TemplateResult => {
  const { t, choices, federation, progress } = view;
  const chosen = choices.findIndex(
    (choice) => choice.federation?.code === federation?.code,
  );
  return html`<label class="suisen-set-up-choice"
    ><span>${t("federation")}</span>
    <select
      class="suisen-input"
      ?disabled=${progress !== null}
      @change=${(event: Event) => {
        if (event.target instanceof HTMLSelectElement)
          view.onFederation(event.target.selectedIndex);
      }}
    >
      ${choices.map(
        ({ label }, index) =>
          html`<option ?selected=${index === chosen}>${label}</option>`,
      )}
    </select>
    <span class="suisen-secondary">${t("federationHint")}</span>
    ${
      federation === null
        ? html`<span class="suisen-secondary">${t("makeGroupHint")}</span>`
        : nothing
    }
  </label>`;
};

const renderPlan = (view: SetUpView): TemplateResult | typeof nothing => {
  const { t, setUp } = view;
  if (setUp === null || view.isDone) return nothing;
  const lines = toLines(t, setUp);
  return html`<table class="suisen-set-up-plan">
      <thead>
        <tr>
          <th scope="col">${t("app")}</th>
          <th scope="col">${t("whatHappens")}</th>
          <th scope="col">${t("whoSees")}</th>
        </tr>
      </thead>
      <tbody>
        ${toPlannedApps(t, setUp).map(
          ({ name, what, seenBy }) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${what}</td>
              <td>${seenBy}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p>${t("rightsFirst")}</p>
    <details>
      <summary>${t("steps", { count: lines.length })}</summary>
      <ol>
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ol>
    </details>`;
};

const renderWork = (view: SetUpView): TemplateResult => {
  const { t, progress } = view;
  if (progress === null)
    return renderButton(t("make"), view.onMake, {
      isPrimary: true,
      isDisabled: view.setUp === null,
    });
  return renderSiteWork(t, progress, view);
};

const renderOutcome = (view: SetUpView): TemplateResult => {
  const { t, refusals } = view;
  return html`${
    view.isPlanNew ? renderNotice("warning", t("planChanged")) : nothing
  }
  ${view.error === null ? nothing : renderNotice("error", view.error)}
  ${renderRefusals(t, refusals)}`;
};

const renderMake = (view: SetUpView): TemplateResult => {
  const { t } = view;
  return html`<section class="suisen-card">
    <h3>${t("plan")}</h3>
    ${renderPlan(view)} ${renderOutcome(view)}
    ${
      view.isDone
        ? html`${renderNotice("info", t("allMade"))}
          ${renderButton(t("goOn"), view.onGoOn, { isPrimary: true })}`
        : html`${renderWork(view)}
          ${
            view.setUp === null
              ? renderButton(t("tryAgain"), view.onAgain)
              : nothing
          }`
    }
  </section>`;
};

const STEPS = [
  ["check", "checkHint"],
  ["make", "makeHint"],
  ["importSocieties", "importHint"],
  ["firstEdition", "firstEditionHint"],
  ["form", "formHint"],
] as const;

const renderPath = ({ t, isDone }: SetUpView): TemplateResult => {
  const at = isDone ? 2 : 1;
  const stateOf = (index: number): string => {
    if (index < at) return t("done");
    return t(index === at ? "here" : "later");
  };
  return html`<ol class="suisen-set-up-path">
    ${STEPS.map(
      ([name, hint], index) =>
        html`<li aria-current=${index === at ? "step" : nothing}>
          <strong>${t(name)}</strong>
          <span class="suisen-secondary">${stateOf(index)}・${t(hint)}</span>
        </li>`,
    )}
  </ol>`;
};

/** The path of five steps, of which the first two are done here. */
export const renderSetUp = (view: SetUpView): TemplateResult => {
  const { t } = view;
  return html`<div class="suisen-settings suisen-set-up">
    <h2>${t("title")}</h2>
    <p>${t("intro")}</p>
    ${renderPath(view)}
    <section class="suisen-card">
      <h3>${t("check")}</h3>
      <ul class="suisen-checks">
        ${view.findings.map(renderFinding)}
      </ul>
      ${renderProgramme(view)} ${renderFederation(view)}
    </section>
    ${renderMake(view)}
  </div>`;
};
