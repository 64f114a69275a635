import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";

/** @param isPrimary - the one thing to do on this screen */
export const renderButton = (
  label: string,
  onClick: () => void,
  { isPrimary = false, isDisabled = false } = {},
): TemplateResult =>
  html`<button
    type="button"
    class="suisen-button ${isPrimary ? "suisen-button-primary" : ""}"
    ?disabled=${isDisabled}
    @click=${onClick}
  >
    ${label}
  </button>`;
