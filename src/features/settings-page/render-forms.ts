import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { ANCHORS } from "../../feature-kit/settings-anchors.ts";
import type { SettingsView } from "./settings-view.ts";

/** The official forms, one edition at a time. */
export const renderForms = (
  view: SettingsView,
): TemplateResult | typeof nothing =>
  view.editionNames.length === 0
    ? nothing
    : html`<section class="suisen-card" id=${ANCHORS.forms}>
        <h3>${view.t("forms")}</h3>
        <p class="suisen-secondary">${view.t("formsHint")}</p>
        <label
          ><span>${view.t("formEdition")}</span>
          <select
            class="suisen-input"
            @change=${(event: Event) => {
              if (event.target instanceof HTMLSelectElement) {
                view.onEdition(event.target.value);
              }
            }}
          >
            ${view.editionNames.map(
              (name) =>
                html`<option
                  value=${name}
                  ?selected=${name === view.editionName}
                >
                  ${name}
                </option>`,
            )}
          </select></label
        >
        <div id=${ANCHORS.formSpace} tabindex="-1"></div>
      </section>`;
