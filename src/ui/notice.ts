import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";

type NoticeKind = "info" | "warning" | "error";

/** A sentence that stays on the page; errors are announced at once. */
export const renderNotice = (
  kind: NoticeKind,
  text: string | TemplateResult,
): TemplateResult =>
  html`<div
    class="suisen-notice suisen-notice-${kind} suisen-long-text"
    role=${kind === "error" ? "alert" : "status"}
  >
    ${text}
  </div>`;
