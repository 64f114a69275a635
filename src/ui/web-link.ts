import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";

/** Only addresses of the web become links. */
export const renderWebLink = (
  address: string,
  label: string,
): TemplateResult | typeof nothing =>
  /^https?:\/\//.test(address)
    ? html`<a href=${address} target="_blank" rel="noopener noreferrer"
        >${label} ↗</a
      >`
    : nothing;
