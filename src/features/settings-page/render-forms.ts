import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { FORMS_SECTION_ID, FORM_SPACE_ID } from "./view-model.ts";
import type { SettingsView } from "./settings-view.ts";

/** The official forms, one edition at a time. */
export const renderForms = (
  view: SettingsView,
): TemplateResult | typeof nothing =>
  view.editionNames.length === 0
    ? nothing
    : html`<section class="suisen-card" id=${FORMS_SECTION_ID}>
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
        <div id=${FORM_SPACE_ID} tabindex="-1"></div>
      </section>`;
